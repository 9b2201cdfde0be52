import type { WorkProgrammeItem } from "../work-programme/work-programme.ts";
import type { AgendaItem } from "./meeting.ts";
import { type Decision, isIndividual, type Minute } from "./minutes.ts";
import type { Notice } from "./notice.ts";

/** What meetings had before them and what came of it, as published: no draft minute, no decision before its record. */
export interface CouncilBusiness {
  readonly agendaItems: readonly AgendaItem[];
  readonly minutes: readonly Minute[];
  readonly decisions: readonly Decision[];
  readonly notices: readonly Notice[];
  readonly workProgramme: readonly WorkProgrammeItem[];
}

export const noBusiness: CouncilBusiness = {
  agendaItems: [],
  minutes: [],
  decisions: [],
  notices: [],
  workProgramme: [],
};

/**
 * Leaves out what is not published: draft minutes and their decisions, decisions whose record is not out (that of one
 * person’s decision is, once its day of publication is known), notices that are drafts, and the agendas of meetings
 * whose agenda is not published.
 * @param published keys of the meetings whose agenda is published, held or past.
 */
export function onlyPublished(all: CouncilBusiness, published: ReadonlySet<string>): CouncilBusiness {
  const drafts = new Set(all.minutes.filter(({ state }) => state === "Draft").map(({ key }) => key));
  return {
    agendaItems: all.agendaItems.filter(({ meetingKey }) => published.has(meetingKey)),
    minutes: all.minutes.filter(({ key }) => !drafts.has(key)),
    decisions: all.decisions.filter(
      (decision) =>
        decision.state !== "Made" &&
        (decision.publishedOn !== undefined || (!isIndividual(decision) && !drafts.has(decision.minuteKey))),
    ),
    notices: all.notices.filter(({ state }) => state === "Published"),
    workProgramme: all.workProgramme.filter(({ state }) => state !== "Proposed" && state !== "Removed"),
  };
}
