import type { Intent } from "../contracts/answer.ts";
import { addDays } from "../rules/dates/calendar-arithmetic.ts";
import { writtenInFull } from "../rules/dates/written-dates.ts";
import { agendaAnswer } from "./agenda-answer.ts";
import { answerPlanQuery, detailAnswer } from "./answer-plan-query.ts";
import { editionInWords } from "./answer-text.ts";
import type { Answered, Turn } from "./ask-records.ts";
import { deadlineAnswer } from "./deadline-answer.ts";
import { nothing, unknown } from "./fixed-answers.ts";
import { callInsAnswer, meetingOutcomeAnswer } from "./meeting-outcome.ts";
import { findMeeting, meetingsIn, nextMeeting, noMeetingThen } from "./next-meeting.ts";
import { emptyQuery, type Query } from "./query.ts";
import type { Reading } from "./reading.ts";
import { referredItem } from "./spoken-of.ts";

/** Answers what is asked of meetings, their agendas, decisions and deadlines; null where the plan is asked. */
export function answerOfMeetings(reading: Reading, turn: Turn): Answered | null {
  const { plan, memory, today } = turn;
  const { query } = reading;
  if (reading.meeting === "after" && plan && memory.meeting === null && memory.query?.window) {
    // “And after that?” of a list goes on with the days after it.
    const from = addDays(memory.query.window.to, 1);
    const to = plan.edition.periodTo > from ? plan.edition.periodTo : from;
    return answerPlanQuery({ ...memory.query, window: { from, to } }, turn);
  }
  if (reading.meeting === "all") return meetingsOf(query, turn);
  if (reading.meeting !== null) return goOnFromMeeting(reading.meeting, turn);
  if (query.intent === "deadline.list") return { answer: deadlineAnswer(query.body, turn) };
  const taken = reading.decisionsAsked === null ? null : decisionsTaken(reading, turn);
  if (taken) return taken;
  const own =
    reading.asksOwn === null || query.areas.length > 0 ? null : ownMeetings(reading.asksOwn, query, turn);
  if (own) return own;
  if (query.intent === "meeting.agenda") return agendaOf(query, turn);
  if (query.intent === "meeting.next") return nextMeeting(query.body, today, turn, query.window);
  return reading.bodyAlone === null ? null : sameOfBody(reading.bodyAlone, turn);
}

/** What a meeting decided, or what can be called in; null where one item is meant, or no decisions are held. */
function decisionsTaken({ decisionsAsked, query, refersTo }: Reading, turn: Turn): Answered | null {
  const { memory } = turn;
  if (refersTo !== null && referredItem(refersTo, turn)) return null;
  if (decisionsAsked === "in-call-in") return callInsAnswer(query.body, turn);
  return meetingOutcomeAnswer(query.body ?? memory.meeting?.body ?? null, query.window, turn);
}

/**
 * The agenda, where the records hold the meeting; else what the plan expects on the days asked about; else that there
 * is no meeting on them, and which is the next.
 */
function agendaOf(query: Query, turn: Turn): Answered {
  const held = agendaAnswer(query, turn);
  if (held) return held;
  const edition = turn.plan?.edition ?? null;
  const { window, body } = query;
  const next = findMeeting(body, turn.today, null, turn.records);
  if (turn.plan && window && query.topic.length === 0) {
    const planned = answerPlanQuery({ ...emptyQuery, intent: "forwardPlan.list", window }, turn);
    if (planned.answer.items.length > 0 || !next) return planned;
  }
  return {
    ...(next ? { meeting: { body: next.body, date: next.date } } : {}),
    answer: {
      ...nothing("meeting.agenda", edition),
      window,
      text:
        window && next
          ? noMeetingThen(body, window, next)
          : `No agenda of ${body ?? "a meeting"} is on record here${edition ? `; what is held is ${editionInWords(edition)}` : ""}. Ask “what’s coming up next month?” or “when is the next Cabinet?”`,
    },
  };
}

/** “My committee”, “my meetings”: of a person who is known; of a stranger, how to ask by name. */
function ownMeetings(what: "committee" | "meetings", query: Query, turn: Turn): Answered | null {
  const { plan, records, today, asker } = turn;
  const edition = plan?.edition ?? null;
  if (!asker.seats || asker.seats.length === 0) {
    return {
      answer: {
        ...nothing(query.intent === "unknown" ? "forwardPlan.list" : query.intent, edition),
        text: "I do not know which committees you sit on. Ask with a committee’s name instead, for example “what is coming to … scrutiny?” or “when is the next Cabinet?”",
      },
    };
  }
  const bodies = records.bodies.filter(({ key }) => asker.seats?.includes(key));
  if (what === "meetings") {
    const lines = bodies.flatMap(({ name }) => {
      const found = findMeeting(name, today, null, records);
      return found ? [`${found.body}, ${writtenInFull(found.date)}`] : [];
    });
    return {
      answer: {
        ...nothing("meeting.next", edition),
        text:
          lines.length > 0
            ? `Your next meetings: ${lines.join("; ")}.`
            : "No coming meeting of a body you sit on is on record.",
      },
    };
  }
  const areas = [...new Set((plan?.items ?? []).map(({ scrutinyArea }) => scrutinyArea))].filter(
    (area) => area !== "" && bodies.some(({ name }) => name.includes(area)),
  );
  return areas.length === 0 ? null : answerPlanQuery({ ...query, intent: listOr(query.intent), areas }, turn);
}

function listOr(intent: Intent): Intent {
  return intent === "unknown" || intent === "meeting.next" ? "forwardPlan.list" : intent;
}

/** Every meeting on the days asked about; where only a plan is held, what it expects on them. */
function meetingsOf(query: Query, turn: Turn): Answered {
  if (turn.records.meetings.length > 0) return meetingsIn(query.body, query.window, turn);
  const makers = query.body === null ? [] : [query.body];
  return answerPlanQuery({ ...query, intent: "forwardPlan.list", body: null, decisionMakers: makers }, turn);
}

/** “And Council?” after a meeting, an agenda or what was decided asks the same of another body. */
function sameOfBody(body: string, turn: Turn): Answered | null {
  switch (turn.memory.intent) {
    case "meeting.next":
      return nextMeeting(body, turn.today, turn);
    case "meeting.agenda":
      return agendaOf({ ...emptyQuery, intent: "meeting.agenda", body }, turn);
    case "decision.outcome":
      return turn.memory.meeting ? meetingOutcomeAnswer(body, null, turn) : null;
    default:
      return null;
  }
}

/** “The one after”, “what’s on it?”: from the meeting that was named last. */
function goOnFromMeeting(what: "after" | "agenda", turn: Turn): Answered {
  const { memory, plan } = turn;
  const [told] = memory.itemKeys;
  if (!memory.meeting && plan && what === "after" && told !== undefined && memory.itemKeys.length === 1) {
    const following = memory.listKeys.indexOf(told) + 1;
    const item = following > 0 ? referredItem(following + 1, turn) : null;
    if (item) return { answer: detailAnswer(item, plan.edition) };
  }
  if (!memory.meeting)
    return what === "after"
      ? nextMeeting(null, turn.today, turn)
      : { answer: unknown(plan?.edition ?? null) };
  const { body, date } = memory.meeting;
  if (what === "after") {
    return nextMeeting(body, addDays(date, 1), turn);
  }
  const held = turn.records.business ? agendaAnswer({ ...emptyQuery, intent: "meeting.agenda" }, turn) : null;
  if (held && held.answer.items.length > 0) return held;
  const planned = answerPlanQuery(
    { ...emptyQuery, intent: "forwardPlan.list", decisionMakers: [body], window: { from: date, to: date } },
    turn,
  );
  return held && planned.answer.items.length === 0 ? held : planned;
}
