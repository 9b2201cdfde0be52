import { daysIn, everyMeeting, meetingOf, monthOf, monthsOf, undated } from "./programme-days.ts";
import type { ProgrammeMeeting } from "./read-work-programme.ts";

/** What stands below the day in its cell: an hour, a place, what kind of meeting it is. */
const ofMeetingAbove =
  /\d\s*[ap]\.?m\b|^\d{1,2}[.:]\d{2}|\bnoon\b|day$|\b(?:meeting|session|room|hall|chamber|suite|centre|online|hybrid|budget|special|extraordinary|cont(?:inued|'d|d)?)\b/i;
/** The meetings of a programme, each once, by their day or by their printed words. */
export class ProgrammeMeetings {
  readonly #meetings: ProgrammeMeeting[] = [];
  /** The places of the meetings, by their day and by their printed words. */
  readonly #places = new Map<string, number>();
  readonly #year: string | undefined;
  /** The meetings of the row above, which a row with no day of its own goes with. */
  #lastMeetings: readonly ProgrammeMeeting[] | null = null;

  /** @param year the municipal year, `2026/27`, which a day without a year falls in. */
  constructor(year: string | undefined) {
    this.#year = year;
  }

  /** All of them, in the order that the paper names them. */
  get all(): readonly ProgrammeMeeting[] {
    return this.#meetings;
  }

  /** The meetings of the row above; null before the first. */
  get ofRowAbove(): readonly ProgrammeMeeting[] | null {
    return this.#lastMeetings;
  }

  /** A meeting as the paper named it first, or as a new one. */
  known(meeting: ProgrammeMeeting): ProgrammeMeeting {
    const names = [...(meeting.date === null ? [] : [meeting.date]), `printed ${meeting.printed}`];
    const at = Math.min(...names.map((name) => this.#places.get(name) ?? Number.POSITIVE_INFINITY));
    const same = this.#meetings[at];
    if (!same) {
      for (const name of names) this.#places.set(name, this.#meetings.length);
      this.#meetings.push(meeting);
    } else if (meeting.rearrangedFrom && !same.rearrangedFrom)
      this.#meetings[at] = { ...same, rearrangedFrom: meeting.rearrangedFrom };
    return same ?? meeting;
  }

  /**
   * The meetings that the cell of a row names: one, several, none yet; null where it names no day.
   * @param aside takes words that stand below the day in its cell and name no meeting.
   */
  ofCell(words: string, aside: (words: string) => void): readonly ProgrammeMeeting[] | null {
    const days = daysIn(words, this.#year);
    const moved = /\b(?:re-?arranged|re-?scheduled|moved|originally|previously|deferred)\b/i.test(words);
    if (undated.test(words) || everyMeeting.test(words)) {
      this.#lastMeetings = [];
      return [];
    }
    const found =
      days.length > 1 && !moved
        ? days.flatMap(({ date, start, end }) => (date ? [{ date, printed: words.slice(start, end) }] : []))
        : days.length > 0
          ? [meetingOf(words, this.#year)]
          : monthsOf(words, this.#year).length > 0
            ? monthsOf(words, this.#year).map((month) => this.#ofMonth(month))
            : null;
    if (found === null) {
      if (words === "") return null;
      // “Spring 2028” is a time of its own; an hour or a kind of meeting stands below its day.
      if (this.#lastMeetings === null || !ofMeetingAbove.test(words)) {
        this.#lastMeetings = [this.known({ date: null, printed: words })];
        return this.#lastMeetings;
      }
      aside(words);
      return null;
    }
    this.#lastMeetings = found.map((meeting) => this.known(meeting));
    return this.#lastMeetings;
  }

  #ofMonth(words: string): ProgrammeMeeting {
    const month = monthOf(words, this.#year) ?? "";
    const held = this.#meetings.filter(({ date }) => date?.startsWith(month) === true);
    return held.length === 1 && held[0] ? held[0] : { date: null, printed: words };
  }
}
