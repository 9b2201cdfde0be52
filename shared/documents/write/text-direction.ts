const rightToLeft = "\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}";
const anyRightToLeft = new RegExp(`[${rightToLeft}]`, "u");
const stretch = new RegExp(`[${rightToLeft}](?:[^\\p{L}]*[${rightToLeft}])*\\p{M}*`, "gu");

/** A part of a text that runs one way. */
export interface DirectedText {
  readonly text: string;
  readonly rightToLeft: boolean;
}

/** Parts a text where its direction turns: Word wants right-to-left words in runs of their own. */
export function directedParts(text: string): DirectedText[] {
  if (!anyRightToLeft.test(text)) return [{ text, rightToLeft: false }];
  const parts: DirectedText[] = [];
  let end = 0;
  for (const match of text.matchAll(stretch)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index), rightToLeft: false });
    parts.push({ text: match[0], rightToLeft: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), rightToLeft: false });
  return parts;
}

/** Whether a paragraph begins at the right: its first letter decides. */
export function beginsRightToLeft(text: string): boolean {
  if (!anyRightToLeft.test(text)) return false;
  const first = /\p{L}/u.exec(text)?.[0];
  return first !== undefined && anyRightToLeft.test(first);
}
