/** The longest address Word opens a document with; a longer one makes it report damage. */
const addressLimit = 2_000;

/**
 * An address that a report may link to, in its canonical spelling (no control characters, spaces as `%20`), or
 * undefined: anything but http, https and mailto, what is no address, and what is longer than Word takes.
 */
export function safeAddress(address: string | undefined): string | undefined {
  const spelled = address
    ?.trim()
    .replace(/ /g, "%20")
    .replace(/[\s\u0000-\u0020\u007F-\u009F\uFFFE\uFFFF]/g, "")
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "");
  if (!spelled || spelled.length > addressLimit || !URL.canParse(spelled)) return undefined;
  return ["http:", "https:", "mailto:"].includes(new URL(spelled).protocol) ? spelled : undefined;
}
