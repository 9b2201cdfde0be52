import { isPlainlyAgenda, looksLikeAgenda, readAgenda } from "./agenda/read-agenda.ts";
import { looksLikeForwardPlan, readForwardPlan } from "./forward-plan/read-forward-plan.ts";
import type { PaperLine } from "./lines/paper-lines.ts";
import { looksLikeMinutes, readMinutes } from "./minutes/read-minutes.ts";
import type { DocumentPackPaper, ReadPaper, RegisterPaper } from "./paper.ts";
import {
  looksLikeCabinetMemberReport,
  readCabinetMemberReport,
} from "./reports/read-cabinet-member-report.ts";
import { looksLikeCoveringReport, readCoveringReport } from "./reports/read-covering-report.ts";
import { looksLikeWorkProgramme, readWorkProgramme } from "./work-programme/read-work-programme.ts";

/** A paper of one kind. */
export type SinglePaper = Exclude<ReadPaper, DocumentPackPaper>;
/** Kinds that are known by their words; a register is known by its mark-up. */
export type PartKind = Exclude<SinglePaper, RegisterPaper>["kind"];

interface PaperReader {
  readonly kind: PartKind;
  readonly looksLike: (lines: readonly PaperLine[]) => boolean;
  readonly read: (lines: readonly PaperLine[], fileName: string) => SinglePaper;
}

/** Tried in this order: a kind that is known by more comes before one that is known by less. */
export const paperReaders: readonly PaperReader[] = [
  { kind: "forward-plan", looksLike: looksLikeForwardPlan, read: readForwardPlan },
  { kind: "covering-report", looksLike: looksLikeCoveringReport, read: readCoveringReport },
  {
    kind: "minutes",
    looksLike: (lines) => looksLikeMinutes(lines) && !isPlainlyAgenda(lines),
    read: readMinutes,
  },
  { kind: "work-programme", looksLike: looksLikeWorkProgramme, read: readWorkProgramme },
  { kind: "agenda", looksLike: looksLikeAgenda, read: readAgenda },
  { kind: "cabinet-member-report", looksLike: looksLikeCabinetMemberReport, read: readCabinetMemberReport },
];

/** The reader of a kind. */
export function readerOf(kind: PartKind): PaperReader {
  const reader = paperReaders.find((one) => one.kind === kind);
  if (!reader) throw new Error(`There is no reader of ${kind}.`);
  return reader;
}
