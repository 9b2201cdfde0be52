/**
 * Turns a piece of the document as `getOoxml()` gives it (a Flat OPC package) into a .docx for
 * `insertFileFromBase64`, which unlike `insertOoxml` keeps lists and their numbers (office-js 6843).
 * @returns the file, base64.
 * @throws {SyntaxError} when the text is no package.
 */
export async function wordFileOf(flatPackage: string): Promise<string> {
  const tree = new DOMParser().parseFromString(flatPackage, "application/xml");
  const parts = Array.from(tree.getElementsByTagNameNS(packageNamespace, "part"));
  if (parts.length === 0) throw new SyntaxError("Word gave no package for this part of the document.");
  const types: string[] = [];
  const files: ZipEntry[] = [];
  for (const part of parts) {
    const name = attribute(part, "name");
    const type = attribute(part, "contentType");
    files.push({ name: name.replace(/^\//, ""), bytes: bytesOf(part) });
    types.push(`<Override PartName="${escapeAttribute(name)}" ContentType="${escapeAttribute(type)}"/>`);
  }
  const contentTypes = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join("")}</Types>`;
  const whole = await zip([{ name: "[Content_Types].xml", bytes: encode(contentTypes) }, ...files]);
  let binary = "";
  for (let at = 0; at < whole.length; at += 8192)
    binary += String.fromCharCode(...whole.subarray(at, at + 8192));
  return btoa(binary);
}

const packageNamespace = "http://schemas.microsoft.com/office/2006/xmlPackage";

function attribute(part: Element, name: string): string {
  return part.getAttributeNS(packageNamespace, name) ?? "";
}

function bytesOf(part: Element): Uint8Array {
  const [xml] = Array.from(part.getElementsByTagNameNS(packageNamespace, "xmlData"));
  if (xml) {
    const root = Array.from(xml.childNodes).find((node) => node.nodeType === 1);
    return encode(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${root ? new XMLSerializer().serializeToString(root) : ""}`,
    );
  }
  const [data] = Array.from(part.getElementsByTagNameNS(packageNamespace, "binaryData"));
  return Uint8Array.from(atob((data?.textContent ?? "").replace(/\s+/g, "")), (letter) =>
    letter.charCodeAt(0),
  );
}

interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A zip file (APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16); dated 1 January 1980, so that equal content gives equal bytes. */
async function zip(entries: readonly ZipEntry[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const nameBytes = encode(name);
    const packed = await deflate(bytes);
    const fields = [20, 0x0800, 8, 0, 0x0021];
    const sizes = [crc32(bytes), packed.length, bytes.length];
    const local = record(0x04034b50, fields, sizes, [nameBytes.length, 0]);
    directory.push(
      record(0x02014b50, [20, ...fields], sizes, [nameBytes.length, 0, 0, 0, 0], [0, offset]),
      nameBytes,
    );
    chunks.push(local, nameBytes, packed);
    offset += local.length + nameBytes.length + packed.length;
  }
  const size = directory.reduce((sum, chunk) => sum + chunk.length, 0);
  const end = record(0x06054b50, [0, 0, entries.length, entries.length], [size, offset], [0]);
  return joined([...chunks, ...directory, end]);
}

/** A signature, then 16-bit and 32-bit numbers in turns, little-endian. */
function record(signature: number, ...groups: readonly (readonly number[])[]): Uint8Array {
  const numbers = groups.flatMap((group, index) => group.map((value) => ({ value, wide: index % 2 === 1 })));
  const bytes = new Uint8Array(4 + numbers.reduce((sum, { wide }) => sum + (wide ? 4 : 2), 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  let at = 4;
  for (const { value, wide } of numbers) {
    if (wide) view.setUint32(at, value, true);
    else view.setUint16(at, value, true);
    at += wide ? 4 : 2;
  }
  return bytes;
}

async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
}
