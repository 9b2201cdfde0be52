import type { Answer } from "../../contracts/answer.ts";
import { writtenShort, writtenWithoutWeekday } from "../../rules/dates/written-dates.ts";
import { whyOf } from "../answer-parts.ts";
import { asShown, type Card, type CardKind, fillTemplate, shortened } from "../card.ts";
import { plainAnswerExamples } from "./examples.ts";
import template from "./template.json" with { type: "json" };

export interface PlainAnswer {
  readonly answer: Answer;
}

/** An answer in words: whom to contact, what changed, the next meeting, help, the nearest match, or a polite no. */
export const plainAnswerCard: CardKind<PlainAnswer> = {
  name: "plain-answer",
  draw: drawPlainAnswer,
  examples: plainAnswerExamples,
};

/** What each button of an answer asks. */
const suggestions = {
  comingUp: { title: "What’s coming up next month?", question: "what is coming up next month" },
  cabinet: { title: "When is the next Cabinet?", question: "when is the next cabinet" },
  private: { title: "Anything in private?", question: "anything in private" },
};

function drawPlainAnswer({ answer }: PlainAnswer): Card {
  return fillTemplate(
    template,
    {
      ...whyOf(answer),
      heading: headingOf(answer),
      lines: shortened(answer.text, 2_500)
        .split("\n")
        .map((line) => ({ line: asShown(line) })),
      items: (answer.items.length > 0 ? answer.items : answer.nearest).slice(0, 5).map((item) => ({
        key: item.key,
        title: asShown(shortened(item.title, 220)),
        plainTitle: shortened(item.title, 100),
        line: asShown(
          item.decisions
            .map(({ decisionMaker, from }) => `${decisionMaker}, ${writtenShort(from)}`)
            .join(" · "),
        ),
      })),
      suggestions: suggestionsFor(answer),
    },
    answer.text,
  );
}

/** What may be asked next: a meeting’s own agenda, what is coming up, and more where there was no answer. */
function suggestionsFor({ intent, meeting, items }: Answer): { title: string; question: string }[] {
  const { comingUp, cabinet, private: inPrivate } = suggestions;
  if (intent === "meeting.next" && meeting) {
    const question = `what is on the agenda for ${meeting.body} on ${writtenWithoutWeekday(meeting.date)}`;
    return [{ title: "What’s on its agenda?", question }, comingUp];
  }
  if (intent === "decision.outcome" || intent === "meeting.agenda") return [cabinet, comingUp];
  return items.length > 0 ? [comingUp] : [comingUp, cabinet, inPrivate];
}

function headingOf(answer: Answer): string {
  switch (answer.intent) {
    case "meeting.next":
      if (!answer.meeting) return "No meeting found";
      return answer.window && answer.window.from === answer.window.to ? "Next meeting" : "Meetings";
    case "help":
      return "Clear Days";
    case "unknown":
      return "Not in the plan’s words";
    case "forwardPlan.contact":
      return answer.items.length > 0 ? "Whom to contact" : "Nothing found";
    case "forwardPlan.representations":
      return "How to comment";
    case "forwardPlan.changes":
      return answer.items.length > 0 ? "What has changed" : "Nothing has changed";
    case "forwardPlan.notice":
      return "Key decision and notice";
    case "meeting.agenda":
      return answer.meeting ? "On the agenda" : "No agenda found";
    case "decision.outcome":
      return "What was decided";
    case "deadline.list":
      return "Deadlines";
    case "forwardPlan.list":
    case "forwardPlan.detail":
    case "forwardPlan.count":
      return answer.items.length > 0 ? "Forward Plan" : "Nothing found";
    default:
      return "Nothing found";
  }
}
