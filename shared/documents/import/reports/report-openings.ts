import type { LineLedger } from "../lines/line-ledger.ts";
import { cellsOf, endsInBracket, isTableRow, type PaperLine, withoutMarks } from "../lines/paper-lines.ts";
import { coveringHeading, headingMeaning, type StandardHeading } from "./covering-headings.ts";
import { fused } from "./read-front-sheet.ts";
import { contactLabel, contactsOf } from "./report-contacts.ts";
import {
  type HeadingStyle,
  ownNumberedHeading,
  plainHeading,
  styledHeading,
} from "./report-heading-style.ts";

/** A row's cells as one text, words that were cut at a cell's border put together. */
export function oneText(text: string): string {
  const cells = cellsOf(text).filter((cell) => cell !== "");
  return fused(cells).join(" ");
}

/** A heading of a report, and the lines below it. */
export interface Opening {
  readonly heading: string;
  readonly level: 1 | 2 | 3;
  readonly standard?: StandardHeading;
  readonly line: number;
  readonly lines: PaperLine[];
  /** It stands in the body of the report, where short lines are headings. */
  readonly inBody?: true;
}

/** The standard heading at a line, which may run on over the next. */
export function headingAt(lines: readonly PaperLine[], place: number, line: PaperLine) {
  if (line.text.trim() === "") return null;
  const text = withoutMarks(oneText(line.text)).replace(/^[-*•]\s+/, "");
  const next = withoutMarks(oneText(lines[place + 1]?.text ?? ""));
  const single = coveringHeading(text);
  if (
    text.length > 15 &&
    text.length < 120 &&
    next !== "" &&
    !(single && single.rest === "" && !/^\(including/i.test(next) && !endsInBracket(single.heading))
  ) {
    const both = coveringHeading(`${text} ${next}`);
    if (
      both &&
      both.heading.length > text.length + 1 &&
      (!single || both.heading.length > single.heading.length)
    )
      return { ...both, taken: 2 };
  }
  return single ? { ...single, taken: 1 } : null;
}

const appendixTitle =
  /^(?:appendix|annex(?:e)?)\s+(?:[A-Z]|\d{1,2}|[ivx]{1,4})\b(?:\s*[-–:.]?\s*.{0,120})?$/i;

/** Parts the lines below the front sheet at the headings that open a part of the report. */
export function openingsOf(
  lines: readonly PaperLine[],
  from: number,
  raw: readonly PaperLine[],
  { style, template }: { readonly style: HeadingStyle; readonly template: boolean },
  ledger: LineLedger,
) {
  const openings: Opening[] = [];
  const contactCells: { label: string; value: string }[] = [];
  const attachmentsFrom: number[] = [];
  const pagesLeftBlank = raw
    .filter(({ text }) => /this page is intentionally left blank/i.test(text))
    .map(({ number }) => number);
  let blankPages = 0;
  let inBody = false;
  /** Nothing but blank lines stands between the last contact and here. */
  let belowContact = false;
  /** The lines of the last opening only name appendices. */
  let onlyAppendices = true;
  const open = (opened: Opening) => {
    openings.push(opened);
    onlyAppendices = opened.lines.every(({ text }) => appendixTitle.test(withoutMarks(text)));
  };
  for (let place = from; place < lines.length; place += 1) {
    const line = lines[place];
    if (!line || line.text.trim() === "") {
      openings.at(-1)?.lines.push(line ?? { number: 0, text: "" });
      continue;
    }
    const text = withoutMarks(oneText(line.text)).replace(/^[-*•]\s+/, "");
    const passed = blankPages;
    while ((pagesLeftBlank[blankPages] ?? Number.POSITIVE_INFINITY) < line.number) blankPages += 1;
    const blankPage = blankPages > passed;
    const afterContact = belowContact;
    belowContact = false;
    const appendix =
      inBody &&
      appendixTitle.test(text) &&
      !/[.;]$/.test(text) &&
      (lines[place - 1]?.text ?? "").trim() === "" &&
      !(openings.at(-1)?.standard === "appendices" && onlyAppendices);
    const letter = attachmentsFrom.length === 0 && /^(?:dear\s+\p{L}+|house of commons)/iu.test(text);
    if (inBody && (appendix || blankPage || letter)) attachmentsFrom.push(place);
    if (attachmentsFrom.length > 0) continue;
    const found = headingAt(lines, place, line);
    const list = openings.at(-1)?.standard;
    // “Background papers: None” closes a report whatever stands before it.
    const closes =
      found?.standard === "background-papers" &&
      /:$/.test(found.heading) &&
      !openings.some(({ standard }) => standard === "background-papers");
    const inner = inBody && found && found.standard !== "introduction" && found.rest !== "" && !closes;
    const nested =
      found && list === "recommendations" && found.standard === "appendices" && found.rest !== "";
    const numberedBody = inBody && /^\d/.test(text);
    if (
      found &&
      !inner &&
      !nested &&
      !(
        numberedBody &&
        found.standard !== "introduction" &&
        openings.some(({ standard }) => standard === found.standard)
      )
    ) {
      for (let taken = 0; taken < found.taken; taken += 1) ledger.read(lines[place + taken]?.number ?? 0);
      open({
        // A heading whose cells were torn is spelt as it should be.
        heading: isTableRow(line.text) && !line.text.includes(found.name) ? found.name : found.heading,
        level: /^\d{1,2}(?:\.0)?[.)]?\s/.test(found.heading) ? 1 : found.level,
        standard: found.standard,
        line: line.number,
        lines: found.rest === "" ? [] : [{ number: line.number, text: found.rest }],
        ...(inBody ? { inBody: true as const } : {}),
      });
      place += found.taken - 1;
      if (found.standard === "introduction") inBody = true;
      continue;
    }
    const own = found
      ? null
      : (styledHeading(line, style) ??
        ownNumberedHeading(lines, place, text, openings) ??
        (template ? null : plainHeading(lines, place)));
    if (own !== null) {
      ledger.read(line.number);
      const standard = headingMeaning(own);
      const taken = openings.some((opened) => opened.standard === standard);
      open({
        heading: own,
        level: 1,
        line: line.number,
        lines: [],
        ...(inBody ? { inBody: true as const } : {}),
        ...(standard && !taken ? { standard } : {}),
      });
      if (openings.at(-1)?.standard === "introduction") inBody = true;
      continue;
    }
    const contact =
      inBody && !/^(?:contact officer|officer contact|report author)\s*:\s*\S/i.test(text) && !afterContact
        ? null
        : contactLabel.exec(cellsOf(line.text).map(withoutMarks).join("\t").replace(/\t+$/, ""));
    if (contact?.groups) {
      ledger.read(line.number);
      ledger.nameWords({ number: line.number, text: contact.groups["label"] ?? "" });
      belowContact = true;
      const value = withoutMarks(cellsOf(line.text).join(" "))
        .replace(contact.groups["label"] ?? "", "")
        .replace(/^[\s:]+/, "")
        .replace(/^(?:tel(?:ephone)?|e-?mail)\s*:\s*/i, "")
        .trim();
      contactCells.push({ label: contact.groups["label"] ?? "", value });
      continue;
    }
    if (
      !inBody &&
      /^(?:1|1\.0?)[.)]?\s+\p{Lu}.{2,60}$/u.test(text) &&
      openings.some(({ standard }) => standard === "background-papers")
    )
      inBody = true;
    openings.at(-1)?.lines.push(line);
    onlyAppendices &&= appendixTitle.test(withoutMarks(line.text));
  }
  return { openings, contacts: contactsOf(contactCells), attachmentsFrom };
}
