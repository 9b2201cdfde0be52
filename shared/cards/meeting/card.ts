import { dateInLondon, timeInLondon } from "../../rules/dates/calendar-arithmetic.ts";
import { writtenInFull, writtenWithoutWeekday } from "../../rules/dates/written-dates.ts";
import type { AgendaItem, Meeting } from "../../rules/meetings/meeting.ts";
import { asShown, type Card, type CardKind, fillTemplate, shortened } from "../card.ts";
import { meetingExamples } from "./examples.ts";
import template from "./template.json" with { type: "json" };

/** A meeting whose agenda is published: nothing else may reach this card. */
export interface MeetingCardInputs {
  readonly meeting: Meeting;
  readonly bodyName: string;
  readonly items: readonly AgendaItem[];
  /** The meeting that took its place, when it has been moved. */
  readonly movedTo?: Pick<Meeting, "date" | "time">;
  /** Where the meeting opens in the tab. */
  readonly tabAddress?: string;
  /** The instant at which this was true. */
  readonly correctAt: Date;
}

/** The agenda card of the members’ channel: body, day, place, every item with its pages, and the public pack. */
export const meetingCard: CardKind<MeetingCardInputs> = {
  name: "meeting",
  draw: drawMeeting,
  examples: meetingExamples,
};

function drawMeeting({
  meeting,
  bodyName,
  items,
  movedTo,
  tabAddress = "",
  correctAt,
}: MeetingCardInputs): Card {
  const status = statusOf(meeting, movedTo);
  const at = meeting.time ? ` at ${meeting.time}` : "";
  const when = `${writtenInFull(meeting.date)}${at}`;
  const inWords = items.map((item) => {
    const note = noteOf(item);
    return `${item.number}. ${item.title}${note ? ` (${note})` : ""}`;
  });
  const text =
    `${status}: ${bodyName}, ${when}${meeting.venue ? `, ${meeting.venue}` : ""}. ` +
    (inWords.length > 0 ? `${inWords.join("; ")}.` : "");
  return fillTemplate(
    template,
    {
      status,
      body: asShown(shortened(bodyName, 200)),
      when,
      venue: asShown(shortened(meeting.venue ?? "", 200)),
      items: items.map((item) => ({
        number: String(item.number),
        title: asShown(shortened(item.title, 180)),
        note: asShown(noteOf(item)),
      })),
      stamp: `Correct at ${timeInLondon(correctAt)}, ${writtenWithoutWeekday(dateInLondon(correctAt))}`,
      address: meeting.publicAddress ?? "",
      tab: tabAddress,
    },
    shortened(text, 4_000),
  );
}

function statusOf({ state }: Meeting, movedTo: MeetingCardInputs["movedTo"]): string {
  if (state === "Cancelled") return "Cancelled";
  if (state !== "Rearranged") return "Agenda published";
  return movedTo
    ? `Moved to ${writtenInFull(movedTo.date)}${movedTo.time ? ` at ${movedTo.time}` : ""}`
    : "Moved to another day";
}

function noteOf(item: AgendaItem): string {
  const pages =
    item.paper === "ToFollow"
      ? "to follow"
      : item.pageFrom === undefined
        ? ""
        : item.pageTo === undefined || item.pageTo === item.pageFrom
          ? `page ${item.pageFrom}`
          : `pages ${item.pageFrom} to ${item.pageTo}`;
  const exempt =
    item.exemptParagraphs.length > 0 ? `exempt, paragraph ${item.exemptParagraphs.join(", ")}` : "";
  const key = item.keyDecision === true ? "key decision" : "";
  return [pages, key, exempt].filter((part) => part !== "").join(", ");
}
