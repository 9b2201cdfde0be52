/**
 * Words as compared between the document and the record: Word gives spaces, line ends and table cells differently
 * from one platform to another, and marks draft rows with a word that the record keeps as a flag.
 */
export function lettersOf(text: string): string {
  return text
    .replace(/\(draft\)/gi, "")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();
}

/** The words of canonical HTML (shared/contracts/section-content.ts), compared the same way. */
export function lettersOfHtml(html: string): string {
  return lettersOf(html.replace(/<[^>]*>/g, " ").replace(/&\w+;/g, " "));
}

/** Whether a text begins with the words, however they are spaced. */
export function beginsWith(text: string, firstWords: string): boolean {
  const wanted = lettersOf(firstWords);
  return wanted !== "" && lettersOf(text).startsWith(wanted);
}
