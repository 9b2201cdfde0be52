import { writtenWithoutWeekday } from "../../rules/dates/written-dates.ts";
import { LineLedger, opening } from "./lines/line-ledger.ts";
import { cellsOf, type PaperLine, withoutMarks } from "./lines/paper-lines.ts";
import { UnreadablePaper } from "./lines/unreadable-paper.ts";
import type { Coverage, DocumentPackPaper, PackPart, PaperWarning } from "./paper.ts";
import { type PartKind, readerOf } from "./paper-readers.ts";
import { beginsFrontSheet, frontSheetFields } from "./reports/front-sheet-labels.ts";
import { isTitle } from "./reports/read-cabinet-member-report.ts";
import { beginsMatrix } from "./work-programme/programme-matrix.ts";

interface Start {
  readonly place: number;
  readonly kind: PartKind | "other";
  readonly title: string;
}

/** Whether the file is several papers published as one: it says so, or papers of two kinds follow one another. */
export function looksLikeDocumentPack(lines: readonly PaperLine[]): boolean {
  const starts = partStarts(lines);
  const top = lines.slice(0, 20).some(({ text }) => /^public document pack$/i.test(withoutMarks(text)));
  const kinds = starts.map(({ kind }) => kind).filter((kind) => kind !== "other");
  return (
    (top && kinds.length > 1) ||
    new Set(kinds).size > 1 ||
    kinds.filter((kind) => kind === "covering-report").length > 1 ||
    kinds.filter((kind) => kind === "minutes").length > 1
  );
}

/**
 * Reads a document pack: each part by its own kind. A part that cannot be read is named in a warning with its lines.
 */
export function readDocumentPack(lines: readonly PaperLine[], fileName: string): DocumentPackPaper {
  const starts = partStarts(lines);
  const warnings: PaperWarning[] = [];
  const coverages: Coverage[] = [];
  const documents: PackPart[] = [];
  for (const [at, start] of starts.entries()) {
    const part = lines.slice(start.place, starts[at + 1]?.place ?? lines.length);
    const place = { from: part[0]?.number ?? 1, to: part.at(-1)?.number ?? 1 };
    const read = readPart(start, part, fileName);
    if ("coverage" in read) {
      documents.push({ ...place, ...read });
      coverages.push(read.coverage);
      for (const warning of read.warnings) warnings.push(warning);
      continue;
    }
    documents.push({ ...place, kind: "other", title: start.title, data: null });
    const ledger = new LineLedger(part);
    ledger.leaveOut(
      place.from,
      place.to,
      `The part “${opening(start.title)}” (lines ${place.from} to ${place.to}) is named but not read${read.why}.`,
    );
    const closed = ledger.close(null);
    coverages.push(closed.coverage);
    for (const warning of closed.warnings) warnings.push(warning);
  }
  const sum = (count: (coverage: Coverage) => number) =>
    coverages.reduce((total, coverage) => total + count(coverage), 0);
  const agenda = documents.find((part) => part.kind === "agenda");
  const about = agenda?.kind === "agenda" ? agenda.data : null;
  return {
    kind: "document-pack",
    title: ["Document pack", about?.body ?? "", about?.date ? writtenWithoutWeekday(about.date) : ""]
      .filter((part) => part !== "")
      .join(", "),
    warnings: warnings.sort((a, b) => a.line - b.line),
    coverage: {
      lines: sum(({ lines: count }) => count),
      read: sum(({ read }) => read),
      blank: sum(({ blank }) => blank),
      warned: sum(({ warned }) => warned),
    },
    data: { documents },
  };
}

function readPart(start: Start, part: readonly PaperLine[], fileName: string) {
  if (start.kind === "other") return { why: "" };
  try {
    return readerOf(start.kind).read(part, fileName);
  } catch (error) {
    if (!(error instanceof UnreadablePaper)) throw error;
    return { why: `: it ${error.message.slice(fileName.length + 1)}`.replace(/\.$/, "") };
  }
}

/** Within so many lines of its beginning, a paper still speaks of its own meeting. */
const ownHead = 20;

/** Where each part begins, known by the line that such papers open with. */
function partStarts(lines: readonly PaperLine[]): Start[] {
  const starts: Start[] = [];
  const textAt = (place: number) => withoutMarks(lines[place]?.text ?? "");
  const nextTexts = (place: number, count: number) => {
    const found: string[] = [];
    for (let at = place + 1; at < lines.length && found.length < count; at += 1)
      if (textAt(at) !== "") found.push(textAt(at));
    return found;
  };
  /** The part's title may stand a line or two above the line that it is known by. */
  const back = (place: number, wanted: RegExp) => {
    let from = place;
    for (let at = place - 1, looked = 0; at >= 0 && looked < 2; at -= 1) {
      const text = textAt(at);
      if (text === "") continue;
      looked += 1;
      if (!wanted.test(text) || text.length > 140 || (starts.at(-1)?.place ?? -1) >= at) break;
      from = at;
    }
    return from;
  };
  for (let place = 0; place < lines.length; place += 1) {
    const text = textAt(place);
    if (text === "") continue;
    const last = starts.at(-1);
    const begin = (kind: Start["kind"], title: string, at = place) => starts.push({ place: at, kind, title });
    if (
      starts.length === 0 &&
      /^(?:public document pack|meeting\s*:|(?:public )?agenda(?: front sheet)?$|notice of meeting)/i.test(
        text,
      )
    )
      begin("agenda", "Agenda");
    else if (/^this set of minutes is/i.test(text)) begin("minutes", "Minutes");
    else if (
      (last?.kind !== "minutes" || place - last.place > ownHead) &&
      beginsMinutes(text, () => nextTexts(place, 8))
    )
      begin("minutes", "Minutes", back(place, /committee|cabinet|council|board|panel|minutes/i));
    else if (
      beginsFrontSheet(lines[place]?.text ?? "") &&
      frontSheetFields(lines.slice(place, place + 20)) >= 3
    ) {
      if (!(last?.kind === "covering-report" && place - last.place < 16))
        begin("covering-report", subjectOf(lines, place) ?? text);
    } else if (isTitle(text) && nextTexts(place, 3).some((next) => /councillor|portfolio/i.test(next)))
      begin("cabinet-member-report", text);
    else if (last?.kind !== "work-programme" && beginsMatrix(lines, place))
      begin(
        "work-programme",
        "Work programme",
        back(place, /work programme|committee|board|panel|appendix/i),
      );
    else if (
      last?.kind !== "forward-plan" &&
      isPlanTitle(text) &&
      nextTexts(place, 3).some(
        (next) => next.length < 120 && /\bperiod\b|\bfour months?\b|^details of decision/i.test(next),
      )
    ) {
      begin("forward-plan", text);
    } else if (starts.length === 0) begin("other", text);
  }
  const [first, ...rest] = starts;
  if (!first) return [];
  // What stands above the first part that is known belongs to it.
  const [second] = rest;
  if (first.kind === "other" && second && second.place < 15 && second.kind !== "forward-plan")
    return [{ ...second, place: 0 }, ...rest.slice(1)];
  return [{ ...first, place: 0 }, ...rest];
}

function beginsMinutes(text: string, next: () => readonly string[]): boolean {
  const opens =
    /^(?:draft\s+)?minutes of (?:the |an? )?(?:(?:special|extraordinary|ordinary|annual|additional|adjourned|virtual) )?(?:meeting|proceedings)\b|^meeting held (?:at|on|in)\b|^minutes of the .{3,100}\bheld\b/i.test(
      text,
    );
  return opens && text.length < 220 && next().some((line) => /^(?:members?\s+)?present\b/i.test(line));
}

function isPlanTitle(text: string): boolean {
  return (
    text.length < 100 &&
    /\bforward plan(?: of key decisions)?$/i.test(text) &&
    !/\b(?:and|programme)\b/i.test(text)
  );
}

function subjectOf(lines: readonly PaperLine[], place: number): string | null {
  for (const { text } of lines.slice(place, place + 12)) {
    const cells = cellsOf(text)
      .map(withoutMarks)
      .filter((cell) => cell !== "");
    if (/^subject\s*:?$/i.test(cells[0] ?? "") && cells[1])
      return cells.slice(1).sort((a, b) => b.length - a.length)[0] ?? null;
    const inline = /^subject\s*:\s*(\S.*)$/i.exec(cells.join(" "));
    if (inline?.[1]) return inline[1];
  }
  return null;
}
