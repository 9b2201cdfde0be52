import { dateInLondon, timeInLondon } from "../../rules/dates/calendar-arithmetic.ts";
import { writtenWithoutWeekday } from "../../rules/dates/written-dates.ts";
import { asShown, type Card, type CardKind, fillTemplate, shortened } from "../card.ts";
import { bandOf, type Urgency } from "../urgency-band.ts";
import { announcementExamples } from "./examples.ts";
import template from "./template.json" with { type: "json" };

/** Something that has come to pass or is near: a meeting tomorrow, a new edition, a call-in, what is late. */
export interface AnnouncementInputs {
  /** What it is, in a few words: “Meeting tomorrow”, “Call-in open”. */
  readonly status: string;
  readonly urgency: Urgency;
  /** What it is about: a body, a decision, a report. */
  readonly title: string;
  /** At most seven, the one that matters first. */
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  /** Lists under a heading each; what is too long for the card is counted. */
  readonly groups: readonly { readonly heading: string; readonly lines: readonly string[] }[];
  /** Why, or what to do, in a sentence. */
  readonly note?: string;
  /** A public address, with the words on its button. */
  readonly address?: { readonly title: string; readonly url: string };
  /** Where a meeting may be joined or watched from afar. */
  readonly joinAddress?: string;
  readonly correctAt: Date;
}

/** The card of everything that is announced and needs no card of its own. */
export const announcementCard: CardKind<AnnouncementInputs> = {
  name: "announcement",
  draw: drawAnnouncement,
  examples: announcementExamples,
};

/** As many lines of a group as a phone shows without tiring. */
const linesAtMost = 10;

function drawAnnouncement(inputs: AnnouncementInputs): Card {
  const { status, urgency, title, facts, groups, note = "", address, joinAddress, correctAt } = inputs;
  const filled = groups.filter(({ lines }) => lines.length > 0);
  const text = [
    `${status}: ${title}.`,
    ...facts.map(({ title: name, value }) => `${name}: ${value}.`),
    ...filled.map(({ heading, lines }) => `${heading}: ${lines.join("; ")}.`),
    joinAddress ? `Join or watch: ${joinAddress}` : "",
    note,
  ]
    .filter((part) => part !== "")
    .join(" ");
  return fillTemplate(
    template,
    {
      status,
      ...bandOf(urgency),
      title: asShown(shortened(title, 250)),
      facts: facts.slice(0, 7).map(({ title: name, value }) => ({
        title: name,
        value: asShown(shortened(value, 250)),
      })),
      groups: filled.map(({ heading, lines }) => ({
        heading: asShown(heading),
        lines: [
          ...lines.slice(0, linesAtMost).map((line) => asShown(shortened(line, 300))),
          ...(lines.length > linesAtMost ? [`and ${lines.length - linesAtMost} more`] : []),
        ],
      })),
      note: asShown(shortened(note, 500)),
      stamp: `Correct at ${timeInLondon(correctAt)}, ${writtenWithoutWeekday(dateInLondon(correctAt))}`,
      join: joinAddress ?? "",
      address: address?.url ?? "",
      addressTitle: address?.title ?? "",
    },
    shortened(text, 4_000),
  );
}
