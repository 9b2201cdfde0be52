import { cellsOf, isTableRow, withoutMarks } from "../lines/paper-lines.ts";

/** What a label on the front of an agenda tells. */
export type AgendaLabel =
  | "body"
  | "date"
  | "time"
  | "venue"
  | "officer"
  | "telephone"
  | "fax"
  | "email"
  | "members"
  | "substitutes"
  | "quorum";

/** Words that labels of day, hour and place are made of, in any order: “Date, time and place of meeting”. */
const ofOccasion =
  /^(?:(?:date|day|time|hour|venue|place|location|room|where|when|start|starting|commencing|meeting|of|and|the|at)\b[\s,/&]*|&\s*)+$/i;
const classes: readonly { readonly label: AgendaLabel; readonly pattern: RegExp }[] = [
  {
    label: "telephone",
    pattern: /^(?:tel(?:ephone)?(?: no\.?| number)?|phone|direct (?:line|dial)|mobile)$/i,
  },
  { label: "fax", pattern: /^fax(?: no\.?| number)?$/i },
  { label: "email", pattern: /^e-?mail(?: address)?$/i },
  { label: "quorum", pattern: /^(?:the )?quorum(?: (?:is|of|for)\b.*)?$/i },
  {
    label: "substitutes",
    pattern:
      /^(?:named |nominated |approved )?(?:substitut(?:es?|ions?)|reserves?|deput(?:ies|y members))(?: members?)?(?: of the .{1,40})?$/i,
  },
  {
    label: "members",
    pattern:
      /^(?:to|(?:the )?(?:(?:committee|panel|board|cabinet|council|core|voting|non-voting|elected|lay|independent|added|appointed|co-?opted|scrutiny) )*(?:members?|membership|councillors|persons?|co-?opte(?:es|d)|representatives?|chair(?:man|person|woman)?|vice[-\s]chair(?:man|person|woman)?|deputy chair(?:man|person|woman)?))(?: (?:members?|councillors))?(?: (?:of (?:the )?.{1,60}|(?:present|expected|invited|appointed|required)\b.{0,40}))?(?:\s*\(\d{1,3}[^)]*\))?$/i,
  },
  {
    label: "body",
    pattern:
      /^(?:name of )?(?:the )?(?:meeting|committee|body|panel|board)(?: (?:name|title|of(?: the)?))?$|^notice of (?:the )?meeting(?: of(?: the)?)?$|^title of (?:the )?meeting$/i,
  },
  {
    label: "officer",
    pattern:
      /^(?!reports?\b|author\b|.*\b(?:is|are|was|will|gives?)\b)[^.;]{0,40}\b(?:contacts?|enquir(?:y|ies)|clerk|information|officers?|democratic services|governance|committee services|secretary|administrator|support|(?:please )?ask for|(?:compiled|prepared) by)\b[^.;]{0,40}$/i,
  },
];

/** What a label means by its words; null for words that are none. */
export function agendaLabel(words: string): AgendaLabel | null {
  const text = words.replace(/\s+/g, " ").trim();
  if (text === "" || text.length > 80) return null;
  if (ofOccasion.test(text)) {
    if (/\b(?:date|day|when)\b/i.test(text)) return "date";
    if (/\b(?:venue|place|location|where|room)\b/i.test(text)) return "venue";
    if (/\b(?:time|hour|start|starting|commencing)\b/i.test(text)) return "time";
  }
  return classes.find(({ pattern }) => pattern.test(text))?.label ?? null;
}

/** A label with what stands behind it. */
export interface LabelledPart {
  readonly label: AgendaLabel;
  /** The label as printed, without its colon. */
  readonly words: string;
  readonly value: string;
}

const nextLabel =
  /\s+(?=(?:fax|tel(?:ephone)?(?: no\.?| number)?|e-?mail(?: address)?|time|venue|place|date)\s*:)/i;

/**
 * The labels of a line, each with its value: “Label: value”, a bold label, or labels in cells beside their values.
 * Words that stand before the first label are none of them.
 */
export function labelledParts(line: string): readonly LabelledPart[] {
  const cells = (isTableRow(line) ? cellsOf(line) : line.trim().split(/\s{3,}/))
    .map((cell) => cell.trim())
    .filter((cell) => withoutMarks(cell) !== "");
  const beside = besideLabels(cells.map(withoutMarks));
  if (beside) return beside;
  const bold = /^\s*(?:[-*•]\s+)?\*\*([^*]{2,60}?):?\*\*\s*:?\s*(\S.*)$/.exec(line);
  const boldLabel = bold?.[1] && !/:/.test(bold[1]) ? agendaLabel(bold[1]) : null;
  if (bold?.[1] && bold[2] && boldLabel && boldLabel !== "members")
    return [{ label: boldLabel, words: bold[1], value: withoutMarks(bold[2]) }];
  const parts: LabelledPart[] = [];
  for (const part of withoutMarks(cells.join(" ")).split(nextLabel)) {
    const found = /^(?<words>[^:]{2,80}?)\s*:\s*(?<value>.*)$/.exec(part)?.groups;
    const stopped = /^(?<words>tel|phone|fax)\.\s*(?<value>.*)$/i.exec(part)?.groups;
    const quorum = /^(?<words>quorum)\s*\(?\s*(?<value>.*)$/i.exec(part)?.groups;
    const label = agendaLabel((found ?? stopped ?? quorum)?.["words"] ?? "");
    const own = found ?? stopped ?? quorum;
    if (label && own) parts.push({ label, words: own["words"] ?? "", value: own["value"] ?? "" });
    else {
      const last = parts.at(-1);
      if (!last) return [];
      parts[parts.length - 1] = { ...last, value: `${last.value} ${part}`.trim() };
    }
  }
  return parts;
}

/** “Date | Tuesday 9 June | Time | 7 pm”: every other cell is a label, with or without its colon. */
function besideLabels(cells: readonly string[]): LabelledPart[] | null {
  if (cells.length < 2) return null;
  const parts: LabelledPart[] = [];
  for (let at = 0; at < cells.length; ) {
    const words = (cells[at] ?? "").replace(/\s*:$/, "");
    const label = words.length <= 40 && !/:/.test(words) ? agendaLabel(words) : null;
    const value = cells[at + 1] ?? "";
    const another = agendaLabel(value.replace(/\s*:$/, "")) !== null && /:$/.test(value);
    if (label && !another && !/^(?:named )?substitutes?(?: members?)?$/i.test(value)) {
      parts.push({ label, words, value });
      at += 2;
    } else if (parts.length > 0) {
      const last = parts.at(-1);
      if (last) parts[parts.length - 1] = { ...last, value: `${last.value} ${cells[at]}`.trim() };
      at += 1;
    } else return null;
  }
  return parts;
}

/** A heading above a list of members: “Members of the Cabinet”, “Membership (9)”. */
export function headsMembers(line: string): boolean {
  const words = withoutMarks(line);
  const heading = /^\s*(?:#|\*\*)/.test(line) || /:$/.test(words) || words.length < 40;
  return (
    heading &&
    /^(?:the |committee |panel |board |cabinet |core |voting )*(?:members?|membership|councillors)\b/i.test(
      words,
    ) &&
    agendaLabel(words.replace(/\s*:$/, "")) === "members" &&
    !/\b(?:public|press)\b/i.test(words)
  );
}
