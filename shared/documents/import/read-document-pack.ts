import { opening } from "./line-ledger.ts";
import type { Coverage, DocumentPackPaper, PackPart, PaperWarning, UnreadPart } from "./paper.ts";
import { cellsOf, type PaperLine, withoutMarks } from "./paper-lines.ts";
import { readFrontSheet } from "./read-agenda-front-sheet.ts";
import {
  isTitle,
  looksLikeCabinetMemberReport,
  readCabinetMemberReport,
} from "./read-cabinet-member-report.ts";
import { looksLikeForwardPlan, readForwardPlan } from "./read-forward-plan.ts";

type PartKind = PackPart["kind"];

interface Start {
  readonly place: number;
  readonly kind: PartKind;
  readonly title: string;
}

const unreadWords: Readonly<Record<UnreadPart["kind"], string>> = {
  agenda: "The agenda",
  minutes: "The minutes",
  "covering-report": "The covering report",
  other: "This part",
};

/** Whether the file is several papers published as one: it says so, or a front sheet or report follows another. */
export function looksLikeDocumentPack(lines: readonly PaperLine[]): boolean {
  const starts = partStarts(lines);
  const top = lines.slice(0, 20).some(({ text }) => /^public document pack$/i.test(withoutMarks(text)));
  return top || new Set(starts.map(({ kind }) => kind).filter((kind) => kind !== "other")).size > 1;
}

/**
 * Reads a document pack: the front sheet's facts, and each part that can be read in its own right (a Forward Plan,
 * a Cabinet Member report). Every other part is named in a warning with its first line.
 */
export function readDocumentPack(lines: readonly PaperLine[], fileName: string): DocumentPackPaper {
  const starts = partStarts(lines);
  const warnings: PaperWarning[] = [];
  const coverages: Coverage[] = [];
  const documents: PackPart[] = [];
  let agenda = null;
  for (const [at, start] of starts.entries()) {
    const end = starts[at + 1]?.place ?? lines.length;
    const part = lines.slice(start.place, end);
    const place = { from: part[0]?.number ?? 1, to: part.at(-1)?.number ?? 1 };
    if (start.kind === "forward-plan" && looksLikeForwardPlan(part)) {
      const paper = readForwardPlan(part, fileName);
      documents.push({ ...place, ...paper });
      coverages.push(paper.coverage);
      warnings.push(...paper.warnings);
    } else if (start.kind === "cabinet-member-report" && looksLikeCabinetMemberReport(part)) {
      const paper = readCabinetMemberReport(part, fileName);
      documents.push({ ...place, ...paper });
      coverages.push(paper.coverage);
      warnings.push(...paper.warnings);
    } else if (start.kind === "agenda") {
      const sheet = readFrontSheet(part);
      agenda = sheet.agenda;
      documents.push({ ...place, kind: "agenda", title: start.title, data: null });
      coverages.push(sheet.coverage);
      warnings.push(...sheet.warnings);
    } else {
      const kind: UnreadPart["kind"] =
        start.kind === "minutes" || start.kind === "covering-report" ? start.kind : "other";
      documents.push({ ...place, kind, title: start.title, data: null });
      const blank = part.filter(({ text }) => text.trim() === "").length;
      coverages.push({ lines: part.length, read: 0, blank, warned: part.length - blank });
      warnings.push({
        line: place.from,
        message: `${unreadWords[kind]} “${opening(start.title)}” (lines ${place.from} to ${place.to}) ${start.kind === "minutes" ? "are" : "is"} named but not read.`,
      });
    }
  }
  const sum = (count: (coverage: Coverage) => number) =>
    coverages.reduce((total, coverage) => total + count(coverage), 0);
  return {
    kind: "document-pack",
    title:
      agenda && agenda.body !== ""
        ? `Document pack, ${agenda.body}${agenda.date ? `, ${agenda.date}` : ""}`
        : "Document pack",
    warnings: warnings.sort((a, b) => a.line - b.line),
    coverage: {
      lines: sum(({ lines: count }) => count),
      read: sum(({ read }) => read),
      blank: sum(({ blank }) => blank),
      warned: sum(({ warned }) => warned),
    },
    data: { agenda, documents },
  };
}

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
  for (let place = 0; place < lines.length; place += 1) {
    const text = textAt(place);
    if (text === "") continue;
    const last = starts.at(-1);
    const begin = (kind: PartKind, title: string) => starts.push({ place, kind, title });
    if (starts.length === 0 && /^(?:public document pack|meeting\s*:|agenda$)/i.test(text))
      begin("agenda", "Agenda front sheet");
    else if (/^this set of minutes is/i.test(text)) begin("minutes", "Minutes");
    else if (/^meeting held (?:at|on)\b/i.test(text) && last?.kind !== "minutes") begin("minutes", text);
    else if (/^report to\s*:/i.test(text)) begin("covering-report", subjectOf(lines, place) ?? text);
    else if (isTitle(text) && nextTexts(place, 3).some((next) => /councillor|portfolio/i.test(next)))
      begin("cabinet-member-report", text);
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
  return first ? [{ ...first, place: 0 }, ...rest] : [];
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
