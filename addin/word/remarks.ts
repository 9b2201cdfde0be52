/** What a piece of the document holds that putting other text in its place would lose. */
const remarks = [
  ["tracked changes", /<w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange)\b/],
  ["comments", /<w:comment(?:Reference|RangeStart)\b/],
] as const;

const outsideTheRecord = [
  ["pictures", /<w:(?:drawing|pict)\b/],
  ["footnotes", /<w:(?:footnote|endnote)Reference\b/],
  ["embedded objects", /<w:object\b/],
  ["equations", /<m:oMath\b/],
] as const;

/** Tracked changes and comments in a Flat OPC package, in words; null when there are none. */
export function remarksIn(ooxml: string): string | null {
  return foundIn(ooxml, remarks);
}

/** The same, with everything else that the record cannot hold and so cannot give back. */
export function unsavedIn(ooxml: string): string | null {
  return foundIn(ooxml, [...remarks, ...outsideTheRecord]);
}

function foundIn(ooxml: string, marks: readonly (readonly [string, RegExp])[]): string | null {
  const body = /<w:body\b[\s\S]*?<\/w:body>/.exec(ooxml)?.[0] ?? ooxml;
  const found = marks.flatMap(([name, mark]) => (mark.test(body) ? [name] : []));
  if (found.length === 0) return null;
  const last = found.pop() ?? "";
  return found.length === 0 ? last : `${found.join(", ")} and ${last}`;
}
