import type { DateWindow } from "../contracts/answer.ts";
import { isCalendarDate } from "../contracts/calendar-date.ts";
import { addDays } from "../rules/dates/calendar-arithmetic.ts";
import { parseDay } from "./date-parser.ts";
import { pointAt } from "./date-points.ts";
import type { DateContext, DateQuestion, Found } from "./date-question.ts";
import { rangeAt, spanAt } from "./date-ranges.ts";
import { dayNumber, monthNumber, two } from "./date-words.ts";
import { dayAt, monthAt } from "./days-and-months.ts";
import { windowInWords } from "./filters-in-words.ts";
import { use, type Word } from "./question-words.ts";
import { wardMark } from "./ward-words.ts";

/** The days a question asks about; `negative` when it asks for what does not fall on them. */
export interface ReadWindow {
  readonly window: DateWindow;
  /** More days, where it names some apart from one another: “in November or January”. */
  readonly also: DateWindow | null;
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
  const take = (
    place: number,
    length: number,
    window: DateWindow,
    also: DateWindow | null = null,
  ): ReadWindow => {
    use(words, place, length, [window, ...(also ? [also] : [])].map(windowInWords).join(" or "));
    return { window, also, place, atMeetingOf: q.atMeetingOf };
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
    const point = dayOfTwo(q, place) ?? pointAt(q, place);
    if (!point) continue;
    const opens = prepositions.has(q.text(place - 1)) ? 1 : 0;
    const link = place + point.length;
    const also = secondOf(q, link, point.window);
    if (also) {
      const length = also.length + point.length + opens;
      // Days that follow one another are one stretch.
      if (also.window.from <= addDays(point.window.to, 1) && also.window.to >= point.window.from)
        return take(place - opens, length, { from: point.window.from, to: also.window.to });
      return take(place - opens, length, point.window, also.window);
    }
    return take(place - opens, point.length + opens, point.window);
  }
  const parsed = parseDay(words, context.today);
  return parsed && take(parsed.place, parsed.length, parsed.window);
}

/** “… or January”, “… and in March”, “… or the 12th of February”: more days after the first. */
function secondOf(q: DateQuestion, link: number, first: DateWindow): Found {
  // “Dec/Jan”: two months side by side.
  const beside = monthNumber(q.text(link)) !== null && first.from.endsWith("-01") && first.from !== first.to;
  if (!beside && !["or", "and"].includes(q.text(link))) return null;
  let at = beside ? link : link + 1;
  if (prepositions.has(q.text(at))) at++;
  if (q.text(at) === "the") at++;
  const found = monthAt(q, at, first, true) ?? dayAt(q, at, first);
  return found ? { window: found.window, length: at + found.length - link } : null;
}

/** “5 or 12 February”: the first takes its month from the second. */
function dayOfTwo(q: DateQuestion, place: number): Found {
  const number = dayNumber(q.text(place));
  if (number === null || !["or", "and"].includes(q.text(place + 1))) return null;
  const second = dayAt(q, place + 2);
  if (!second || dayNumber(q.text(place + 2)) === null) return null;
  const first = `${second.window.from.slice(0, 8)}${two(number)}`;
  return isCalendarDate(first) ? { window: { from: first, to: first }, length: 1 } : null;
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
