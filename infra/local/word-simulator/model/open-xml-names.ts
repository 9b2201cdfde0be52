/** Namespaces of the parts of a .docx (ECMA-376 part 1, transitional). */
export const wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
export const relationshipsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";
export const officeRelationshipsNamespace =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const contentTypesNamespace = "http://schemas.openxmlformats.org/package/2006/content-types";
export const flatPackageNamespace = "http://schemas.microsoft.com/office/2006/xmlPackage";

export const relationshipTypes = {
  document: `${officeRelationshipsNamespace}/officeDocument`,
  styles: `${officeRelationshipsNamespace}/styles`,
  numbering: `${officeRelationshipsNamespace}/numbering`,
  hyperlink: `${officeRelationshipsNamespace}/hyperlink`,
  image: `${officeRelationshipsNamespace}/image`,
  header: `${officeRelationshipsNamespace}/header`,
  customXml: `${officeRelationshipsNamespace}/customXml`,
  customXmlProperties: `${officeRelationshipsNamespace}/customXmlProps`,
} as const;

export const contentTypes = {
  document: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
  styles: "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml",
  numbering: "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml",
  customXmlProperties: "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
  comments: "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
  relationships: "application/vnd.openxmlformats-package.relationships+xml",
} as const;
