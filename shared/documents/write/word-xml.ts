/** Characters that no XML document may hold; Word calls a file with one of them damaged. */
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Escapes text for XML, as element text or attribute value; characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(notXml, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

export const wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
export const officeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export const wordNamespaces = `xmlns:w="${wordNamespace}" xmlns:r="${officeRelationships}"`;

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const wordTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** The first `limit` characters of a text, never half of one. */
export function clipped(text: string, limit: number): string {
  return text.length <= limit ? text : text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, "");
}

export function relationsPart(relations: readonly string[]): string {
  return `${xmlDeclaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join("")}</Relationships>`;
}
