import { LineLedger } from "./line-ledger.ts";
import type { AgendaFact, AgendaFacts, Coverage, PaperWarning } from "./paper.ts";
import { cellsOf, type PaperLine, withoutMarks } from "./paper-lines.ts";
import { printedDates } from "./printed-dates.ts";

/** The facts of an agenda's front sheet, with the account of its lines. */
export interface FrontSheet {
  readonly agenda: AgendaFacts;
  readonly warnings: readonly PaperWarning[];
  readonly coverage: Coverage;
}

const labelled =
  /^(meeting|date|time|venue|committee officer|contact officer|telephone|e-?mail)\s*:\s*(.*)$/i;
const numberedItem = /^(\d{1,2})\.\s+(\S.*)$/;
const wholeRange = /\(?pages?\s+(\d+)\s*(?:[-–]\s*(\d+))?\s*\)/i;

/** Reads an agenda's front sheet: meeting, day, time, venue, committee officer, and the numbered items with pages. */
export function readFrontSheet(lines: readonly PaperLine[]): FrontSheet {
  const ledger = new LineLedger(lines);
  const labels = new Map<string, string>();
  const items: (AgendaFact & {
    title: string;
    reportOf?: string;
    pageFrom?: number;
    pageTo?: number;
    toFollow: boolean;
  })[] = [];
  const filled = lines
    .filter(({ text }) => text.trim() !== "")
    .map((line) => ({
      line,
      text: withoutMarks(
        cellsOf(line.text)
          .filter((cell) => cell !== "")
          .join(" "),
      ),
    }));
  let last: string | null = null;
  let openRange = false;
  for (const { line, text } of filled) {
    const item = items.at(-1);
    const number = numberedItem.exec(text);
    if (number?.[1] && number[2] && Number(number[1]) === items.length + 1) {
      items.push({ number: items.length + 1, title: "", toFollow: false });
      takeItemWords(items.at(-1), number[2]);
      openRange = /\(pages?\s+\d+\s*-\s*$/i.test(number[2]);
      ledger.read(line.number);
      continue;
    }
    if (item) {
      const closing = /^(\d+)\)$/.exec(text);
      if (openRange && closing?.[1]) {
        item.pageTo = Number(closing[1]);
        openRange = false;
        ledger.read(line.number);
      } else if (/^report of the\b/i.test(text) || /\(pages?\b|\(to follow\)/i.test(text)) {
        takeItemWords(item, text);
        openRange = /\(pages?\s+\d+\s*-\s*$/i.test(text);
        ledger.read(line.number);
      }
      continue;
    }
    const parts = text.split(/\s+(?=(?:fax|telephone|e-?mail)\s*:)/i);
    for (const part of parts) {
      const label = labelled.exec(part);
      if (label?.[1]) {
        last = label[1].toLowerCase().replace("-", "");
        labels.set(last, label[2]?.trim() ?? "");
        ledger.read(line.number);
      } else if (
        last !== null &&
        /^(?:meeting|committee officer)$/.test(last) &&
        part.length < 60 &&
        !/:/.test(part)
      ) {
        labels.set(last, `${labels.get(last)} ${part}`.trim());
        ledger.read(line.number);
      }
    }
    if (/^(?:public document pack|agenda|.* council)$/i.test(text)) ledger.read(line.number);
  }
  for (const item of items) {
    if (item.pageFrom !== undefined && item.pageTo === undefined) {
      ledger.note(
        filled.find(({ text }) => text.includes(`${item.pageFrom} -`))?.line.number ?? lines[0]?.number ?? 1,
        `Item ${item.number}: the last page is missing from “(Pages ${item.pageFrom} -”.`,
      );
    }
  }
  const date = printedDates(labels.get("date") ?? "")[0]?.from ?? undefined;
  const officer = labels.get("committee officer") ?? labels.get("contact officer");
  const { warnings, coverage } = ledger.close();
  const [email, telephone] = [labels.get("email"), labels.get("telephone")];
  return {
    agenda: {
      body: labels.get("meeting") ?? "",
      ...(date ? { date } : {}),
      ...(labels.get("time") ? { time: labels.get("time") ?? "" } : {}),
      ...(labels.get("venue") ? { venue: labels.get("venue") ?? "" } : {}),
      ...(officer
        ? { officer: { name: officer, ...(email ? { email } : {}), ...(telephone ? { telephone } : {}) } }
        : {}),
      items: items.map((item) => ({ ...item })),
    },
    warnings,
    coverage,
  };
}

/** Title, pages and author of an item may stand on one line or several. */
function takeItemWords(
  item:
    | { title: string; reportOf?: string; pageFrom?: number; pageTo?: number; toFollow: boolean }
    | undefined,
  words: string,
): void {
  if (!item) return;
  const range = wholeRange.exec(words) ?? /\(pages?\s+(\d+)\s*-\s*$/i.exec(words);
  if (range?.[1]) item.pageFrom = Number(range[1]);
  if (range?.[2]) item.pageTo = Number(range[2]);
  if (/\(to follow\)/i.test(words)) item.toFollow = true;
  const rest = words
    .replace(wholeRange, "")
    .replace(/\(pages?\s+\d+\s*-\s*$/i, "")
    .replace(/\(to follow\)/i, "")
    .trim();
  const author = /(?:^|\s)report of the\s+(.+?)\.?$/i.exec(rest);
  if (author?.[1]) item.reportOf = author[1];
  const title = rest
    .replace(/(?:^|\s)report of the\s+.+$/i, "")
    .replace(/\.$/, "")
    .trim();
  if (title !== "" && item.title === "") item.title = title;
}
