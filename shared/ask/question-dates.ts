import type { DateWindow } from "../contracts/answer.ts";
import { addDays } from "../rules/dates/calendar-arithmetic.ts";
import { pointAt } from "./date-points.ts";
import type { DateContext, DateQuestion } from "./date-question.ts";
import { rangeAt, spanAt } from "./date-ranges.ts";
import { monthAt } from "./days-and-months.ts";
import { windowInWords } from "./filters-in-words.ts";
import { use, type Word } from "./question-words.ts";
import { wardMark } from "./ward-words.ts";

/** The days a question asks about; `negative` when it asks for what does not fall on them. */
export interface ReadWindow {
  readonly window: DateWindow;
  /** Place of its first word. */
  readonly place: number;
  /** The body whose meeting was named as the date: “by the next Cabinet”. */
  readonly atMeetingOf: "cabinet" | "council" | null;
}

/** Reads the days a question asks about and marks their words as understood. Null when it names none. */
export function readWindow(words: readonly Word[], context: DateContext): ReadWindow | null {
  const q: DateQuestion = {
    words,
    context,
    text: (place) => {
      const word = words[place];
      return word && !word.used && !wardMark.has(word) ? word.text : "";
    },
    atMeetingOf: null,
    inRange: false,
  };
  const take = (place: number, length: number, window: DateWindow): ReadWindow => {
    use(words, place, length, windowInWords(window));
    return { window, place, atMeetingOf: q.atMeetingOf };
  };

  for (let place = 0; place < words.length; place++) {
    const range = rangeAt(q, place) ?? spanAt(q, place);
    if (range && range.window.from <= range.window.to) {
      // “Before the next Council” is a stretch of days, whoever decides in it.
      q.atMeetingOf = null;
      return take(place, range.length, range.window);
    }
  }
  for (let place = 0; place < words.length; place++) {
    const point = pointAt(q, place);
    if (!point) continue;
    const opens = prepositions.has(q.text(place - 1)) ? 1 : 0;
    const link = place + point.length;
    const also = ["or", "and"].includes(q.text(link)) ? monthAt(q, link + 1, point.window, true) : null;
    if (also && also.window.from <= addDays(point.window.to, 1)) {
      const window = { from: point.window.from, to: also.window.to };
      return take(place - opens, also.length + point.length + opens + 1, window);
    }
    return take(place - opens, point.length + opens, point.window);
  }
  return null;
}

const prepositions: ReadonlySet<string> = new Set([
  "in",
  "on",
  "at",
  "during",
  "for",
  "of",
  "over",
  "within",
  "around",
]);
