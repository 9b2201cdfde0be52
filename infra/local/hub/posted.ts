import { dateInLondon, timeInLondon } from "../../../shared/rules/dates/calendar-arithmetic.ts";
import { writtenShort } from "../../../shared/rules/dates/written-dates.ts";
import type { DeliveryRecord } from "../../../shared/store/state-store.ts";

/** What a delivery is, by its key. */
const kinds: readonly (readonly [pattern: RegExp, kind: string])[] = [
  [/^meeting:.*:agenda-published:/, "Agenda card"],
  [/^meeting:.*:tomorrow:/, "Reminder of a meeting"],
  [/^deadline:/, "Deadline card"],
  [/^plan:/, "Forward Plan edition"],
  [/:call-in-open:/, "Call-in opened"],
  [/:call-in-closing-/, "Call-in closes"],
  [/:effective-/, "Decision effective"],
  [/digest/, "Digest"],
  [/sunday/i, "Sunday message"],
];

/** A delivery as a person reads it. */
export interface PostedRow {
  readonly kind: string;
  /** Its own words, shortened. */
  readonly words: string;
  readonly where: string;
  readonly state: string;
  /** When it was posted, or added while it waits. */
  readonly when: string;
}

const longest = 160;

/** What was posted where, the newest first. */
export function postedRows(deliveries: readonly DeliveryRecord[]): readonly PostedRow[] {
  return [...deliveries]
    .sort((a, b) => (b.sentAt ?? b.addedAt).localeCompare(a.sentAt ?? a.addedAt))
    .map((delivery) => ({
      kind: kinds.find(([pattern]) => pattern.test(delivery.key))?.[1] ?? "Message",
      words: shortened(delivery.text),
      where: targetInWords(delivery),
      state: stateInWords(delivery),
      when: whenInWords(delivery.sentAt ?? delivery.addedAt),
    }));
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= longest) return line;
  return `${line.slice(0, line.lastIndexOf(" ", longest))} …`;
}

function whenInWords(instant: string): string {
  const at = new Date(instant);
  return `${writtenShort(dateInLondon(at))}, ${timeInLondon(at)}`;
}

function targetInWords({ to }: DeliveryRecord): string {
  if (to === "channel:members") return "General, for members";
  if (to === "channel:officers") return "Officers";
  return to.startsWith("person:") ? "One person" : "One conversation";
}

const doneInWords: Readonly<Record<DeliveryRecord["act"], string>> = {
  post: "Posted",
  update: "Updated in place",
  reply: "Replied",
  recall: "Taken back",
};

function stateInWords(delivery: DeliveryRecord): string {
  const tries = delivery.attempts > 1 ? ` after ${delivery.attempts} attempts` : "";
  switch (delivery.state) {
    case "sent":
      return `${doneInWords[delivery.act]}${tries}`;
    case "failed":
      return `Given up${tries}: ${delivery.problem ?? "no reason was told"}`;
    case "held":
      return "Waits for a yes";
    case "covered":
      return "Told in a digest";
    case "withdrawn":
      return "Withdrawn";
    case "recalled":
      return "Taken back";
    default:
      return delivery.problem ? `Waiting: ${delivery.problem}` : "Waiting";
  }
}
