import type { Answer, PublishedEdition, PublishedItem } from "../contracts/answer.ts";
import { calendarClearDays, clearDaysBetween } from "../rules/dates/clear-days.ts";
import { writtenInFull, writtenWithoutWeekday } from "../rules/dates/written-dates.ts";
import type { ForwardPlan } from "../rules/forward-plan/forward-plan.ts";
import type { NoticeKind } from "../rules/meetings/notice.ts";
import { editionInWords } from "./answer-text.ts";
import type { Records } from "./ask-records.ts";
import { nothing } from "./fixed-answers.ts";

/** Notice of a key decision: 28 clear days (SI 2012/2089, regulation 9). */
const noticeOfKeyDecision = 28;

/** Why items are key, how much notice the plan gave of them, and who may scrutinise them first. */
export function noticeAnswer(items: readonly PublishedItem[], plan: ForwardPlan, records: Records): Answer {
  const lines = items.slice(0, 10).map((item) => noticeOfOne(item, plan, records));
  return {
    ...nothing("forwardPlan.notice", plan.edition),
    items,
    text: `${lines.join(" ")} From ${editionInWords(plan.edition)}.`,
  };
}

/** No item was named: what can be asked of which. */
export function whichItemForNotice(edition: PublishedEdition): Answer {
  return {
    ...nothing("forwardPlan.notice", edition),
    text: `Which item of ${editionInWords(edition)} do you mean? Ask “why is … key?” or “was 28 days’ notice given of …?” with a word of its title.`,
  };
}

const outsideThePlan: Readonly<Partial<Record<NoticeKind, string>>> = {
  GeneralException: "general exception",
  SpecialUrgency: "special urgency",
};

/** Urgent decisions that no plan could list in time, from the notices published of them; never from the plan. */
export function urgentAnswer(plan: ForwardPlan | null, { business, meetings }: Records): Answer {
  const notices = (business?.notices ?? []).filter(({ kind }) => outsideThePlan[kind] !== undefined);
  const lines = notices.slice(0, 10).map(({ kind, matter, decisionMaker, reason, meetingKey }) => {
    const meeting = meetings.find(({ key }) => key === meetingKey);
    const on = meeting ? `, ${writtenInFull(meeting.date)}` : "";
    return `${matter} (${decisionMaker}${on}), by ${outsideThePlan[kind]}: ${reason}`;
  });
  const more = notices.length > lines.length ? [`And ${notices.length - lines.length} more.`] : [];
  return {
    ...nothing("forwardPlan.notice", plan?.edition ?? null),
    text:
      lines.length === 0
        ? "No notice of an urgent decision outside the Forward Plan is on record here."
        : [
            "Urgent decisions outside the Forward Plan, from the notices published of them:",
            ...lines,
            ...more,
          ].join("\n"),
  };
}

function noticeOfOne(item: PublishedItem, plan: ForwardPlan, records: Records): string {
  const criteria = [
    ...(item.financialImpact ? ["financial: it meets the council’s financial threshold"] : []),
    ...(item.communityImpact
      ? ["community impact: it has a significant effect on communities in two or more wards"]
      : []),
  ];
  const why =
    criteria.length > 0
      ? `${item.title} is a key decision by these criteria: ${criteria.join("; ")}.`
      : `${item.title} is listed without a criterion of a key decision.`;
  const first = firstListing(item, plan, records);
  const notices = item.decisions.map(({ decisionMaker, from }) => {
    const days = clearDaysBetween(first.publishedOn, from, calendarClearDays).count;
    const enough =
      days >= noticeOfKeyDecision
        ? `at least the ${noticeOfKeyDecision} that the law asks`
        : `fewer than the ${noticeOfKeyDecision} that the law asks`;
    return `${decisionMaker} on ${writtenInFull(from)}: ${days} clear days, ${enough}`;
  });
  const scrutiny =
    item.scrutinyArea === ""
      ? ""
      : ` It falls to ${item.scrutinyArea} scrutiny, whose chair can be asked to have it looked at before the decision.`;
  return `${why} It was first listed in the edition published ${writtenWithoutWeekday(first.publishedOn)}, as far as the editions held show. ${notices.join("; ")}.${scrutiny}`;
}

function firstListing(item: PublishedItem, plan: ForwardPlan, { plans }: Records): PublishedEdition {
  return plans
    .filter(
      ({ edition, items }) =>
        edition.publishedOn <= plan.edition.publishedOn && items.some(({ key }) => key === item.key),
    )
    .map(({ edition }) => edition)
    .reduce((first, edition) => (edition.publishedOn < first.publishedOn ? edition : first), plan.edition);
}
