import { type ExemptStatus, exemptInWords, readExempt } from "../lines/exempt-status.ts";

/** What a plan says of a mark beside its titles: “Items marked # have an appendix which will be considered in private.” */
export type MarkLegend = ReadonlyMap<string, ExemptStatus>;

const mark = "[#*†‡§^+~]{1,3}";
const explained = new RegExp(
  String.raw`(?:\bmarked\s+(?:with\s+)?(?:an?\s+|the\s+)?(?:asterisk\s+)?["“(]?|(?:^|\s))(?<mark>${mark})["”)]?\s*(?:[-–—=:]\s*)?(?<says>[^.;#*†‡§]{6,160}?)(?=[.;]|,?\s+and\s+(?:items\s+|those\s+|ones\s+)?marked\b|\s*[#*†‡§]|$)`,
  "gu",
);
const afterTitle = new RegExp(String.raw`\s*["“(]?(?<mark>${mark})["”)]?$`, "u");

/** The marks that a plan's front explains as private, exempt or confidential. */
export function markLegend(front: readonly string[]): MarkLegend {
  const text = front.join(" ");
  const found = [...text.matchAll(explained)].flatMap((match) => {
    const status = exemptInWords(match.groups?.says ?? "");
    return match.groups?.mark && status ? [[match.groups.mark, status] as const] : [];
  });
  // “… in both cases under paragraph 3” is said once, after the last of them.
  const last = text.indexOf(found.at(-1)?.[0] ?? "\0");
  const shared = found.length > 0 && last >= 0 ? readExempt(text.slice(last, last + 400)).paragraphs : [];
  return new Map(
    found.map(([own, status]) => [
      own,
      { ...status, paragraphs: status.paragraphs.length > 0 ? status.paragraphs : shared },
    ]),
  );
}

/** A title without the mark at its end, and what the mark says; null where it carries none that is explained. */
export function markedStatus(
  title: string,
  legend: MarkLegend,
): { readonly title: string; readonly status: ExemptStatus } | null {
  const found = afterTitle.exec(title);
  const status = legend.get(found?.groups?.mark ?? "");
  return found && status ? { title: title.slice(0, found.index), status } : null;
}

const code =
  /\b(?<code>[A-Z])\s*[=–-]\s*(?<means>public|open|private|exempt|closed|confidential|part(?:ly)? (?:exempt|private|open))\b/gi;

/** Letters that a plan explains, “P = Public, E = Exempt”, and what they say in the column for the status. */
export function statusCodes(front: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    [...front.join(" ").matchAll(code)].flatMap(({ groups }) =>
      groups?.["code"] && groups["means"] ? [[groups["code"].toUpperCase(), groups["means"]] as const] : [],
    ),
  );
}
