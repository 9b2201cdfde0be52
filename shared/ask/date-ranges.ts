import { isCalendarDate } from "../contracts/calendar-date.ts";
import { addDays, endOfMonth, startOfMonth, yearOf } from "../rules/dates/calendar-arithmetic.ts";
import { bareUnit, pointAt } from "./date-points.ts";
import type { DateQuestion, Found } from "./date-question.ts";
import {
  day,
  dayNumber,
  earlier,
  isPeriodWord,
  later,
  monthNumber,
  numbers,
  two,
  yearNumber,
} from "./date-words.ts";
import { monthWindow } from "./days-and-months.ts";

/** “between A and B”, “from A to B”, “before A”, “by A”, “after A”, “from A onwards”. */
export function rangeAt(q: DateQuestion, place: number): Found {
  const word = q.text(place);
  if (word === "between" || word === "from") {
    const days = daysOfOneMonth(q, place + 1);
    if (days) return { window: days.window, length: days.length + 1 };
    if (word === "between" && q.text(place + 1) === "christmas" && q.text(place + 2) === "and") {
      const newYear = q.text(place + 3) === "the" ? 4 : 3;
      if (q.text(place + newYear) === "new") {
        const year = yearOf(q.context.today);
        return { window: { from: day(year, 12, 26), to: day(year, 12, 31) }, length: newYear + 2 };
      }
    }
    const from = skipArticle(q, place + 1);
    const first = pointAt(q, from);
    if (!first) return null;
    const link = from + first.length;
    if (["and", "to", "until", "till", "through"].includes(q.text(link))) {
      const to = skipArticle(q, link + 1);
      const second = pointAt(q, to, first.window);
      if (second)
        return {
          window: { from: first.window.from, to: second.window.to },
          length: to + second.length - place,
        };
    }
    if (word === "from") {
      const onwards = ["onwards", "onward", "on"].includes(q.text(link)) ? 1 : 0;
      return {
        window: { from: first.window.from, to: later(q.context.planTo, first.window.to) },
        length: link + onwards - place,
      };
    }
    return null;
  }
  const reckoned = spanFromPoint(q, place);
  if (reckoned) return reckoned;
  const opening = openingAt(q, place);
  if (!opening) return pointToPoint(q, place);
  const meeting = q.words[place + opening.length]?.text ?? "";
  if (["cabinet", "council"].includes(meeting) && q.text(place + opening.length + 1) === "on")
    opening.length += 2;
  const bare = q.text(place + opening.length) === "the" ? place + opening.length + 1 : place + opening.length;
  const unit = opening.kind === "by" ? bareUnit(q, bare) : null;
  const at = unit ? bare : skipArticle(q, place + opening.length);
  q.inRange = true;
  const point = unit ?? pointAt(q, at);
  q.inRange = false;
  if (!point) return null;
  const length = at + point.length - place;
  switch (opening.kind) {
    case "before":
      return {
        window: { from: earlier(q.context.today, point.window.from), to: addDays(point.window.from, -1) },
        length,
      };
    case "by":
      return { window: { from: earlier(q.context.today, point.window.to), to: point.window.to }, length };
    case "from": {
      // “Since October” is the October gone.
      const gone = q.text(place) === "since" && point.window.from > q.context.today;
      const from = gone ? startOfMonth(point.window.from, -12) : point.window.from;
      return { window: { from, to: later(q.context.planTo, point.window.to) }, length };
    }
    case "after":
      return {
        window: {
          // After New Year is after its day, and not after its winter.
          from: addDays(q.text(at) === "new" ? point.window.from : point.window.to, 1),
          to: later(q.context.planTo, addDays(point.window.to, 1)),
        },
        length,
      };
  }
}

/** “Two weeks after 1 December”, “the fortnight before Christmas”. */
function spanFromPoint(q: DateQuestion, place: number): Found {
  // “The week before Christmas” is one week.
  const oneUnit =
    ["week", "month"].includes(q.text(place)) && ["the", "a"].includes(q.words[place - 1]?.text ?? "");
  if (oneUnit && ["before", "after"].includes(q.text(place + 1))) {
    const point = pointAt(q, skipArticle(q, place + 2));
    if (!point) return null;
    const days = q.text(place) === "week" ? 7 : 30;
    const { from, to } = point.window;
    const window =
      q.text(place + 1) === "before"
        ? { from: addDays(from, -days), to: addDays(from, -1) }
        : { from: addDays(to, 1), to: addDays(to, days) };
    return { window, length: skipArticle(q, place + 2) + point.length - place };
  }
  const fortnight = q.text(place) === "fortnight";
  const count = fortnight
    ? 2
    : /^\d{1,2}$/.test(q.text(place))
      ? Number(q.text(place))
      : numbers.get(q.text(place));
  const unit = fortnight ? "week" : q.text(place + 1).replace(/s$/, "");
  if (!count || !["day", "week", "month"].includes(unit)) return null;
  const link = place + (fortnight ? 1 : 2);
  const which = q.text(link);
  // “Six weeks today” is a day.
  if (which === "today" || which === "tomorrow") {
    const weeks = unit === "week" ? 7 * count : unit === "day" ? count : 30 * count;
    const date = addDays(q.context.today, weeks + (which === "tomorrow" ? 1 : 0));
    return { window: { from: date, to: date }, length: link + 1 - place };
  }
  if (!["after", "from", "following", "before"].includes(which)) return null;
  const at = skipArticle(q, link + 1);
  const point = pointAt(q, at);
  if (!point) return null;
  const days = unit === "day" ? count : unit === "week" ? 7 * count : 30 * count;
  const { from, to } = point.window;
  const window =
    which === "before"
      ? { from: addDays(from, -days), to: addDays(from, -1) }
      : { from: to, to: addDays(to, days) };
  return { window, length: at + point.length - place };
}

/** “February to April”, “10 to 20 March”, “5 Feb until 6 March”. */
function pointToPoint(q: DateQuestion, place: number): Found {
  const days = daysOfOneMonth(q, place);
  if (days) return days;
  const first = pointAt(q, place);
  if (!first) return null;
  const link = place + first.length;
  const width = ["to", "until", "till", "through"].includes(q.text(link))
    ? q.text(link) === "through" && q.text(link + 1) === "to"
      ? 2
      : 1
    : 0;
  if (width === 0) {
    if (["onwards", "onward"].includes(q.text(link)))
      return {
        window: { from: first.window.from, to: later(q.context.planTo, first.window.to) },
        length: first.length + 1,
      };
    return null;
  }
  const to = skipArticle(q, link + width);
  const second = pointAt(q, to, first.window);
  if (!second || second.window.to < first.window.from) return null;
  return {
    window: { from: first.window.from, to: second.window.to },
    length: to + second.length - place,
  };
}

function openingAt(
  q: DateQuestion,
  place: number,
): { kind: "before" | "by" | "after" | "from"; length: number } | null {
  const [one, two, three, four] = [q.text(place), q.text(place + 1), q.text(place + 2), q.text(place + 3)];
  if (one === "before" && two === "the" && three === "end" && four === "of") return { kind: "by", length: 4 };
  if (one === "before" && two === "end" && three === "of") return { kind: "by", length: 3 };
  if (one === "before" || one === "pre") return { kind: "before", length: 1 };
  if ((one === "prior" && two === "to") || (one === "ahead" && two === "of"))
    return { kind: "before", length: 2 };
  if (one === "earlier" && two === "than") return { kind: "before", length: 2 };
  if (one === "this" && two === "side" && three === "of") return { kind: "before", length: 3 };
  if (one === "no" && two === "later" && three === "than") return { kind: "by", length: 3 };
  if (["by", "until", "till"].includes(one) && two === "the" && three === "end" && four === "of")
    return { kind: "by", length: 4 };
  if (["by", "until", "till"].includes(one) && two === "end" && three === "of")
    return { kind: "by", length: 3 };
  if (["by", "until", "till"].includes(one)) return { kind: "by", length: 1 };
  if (one === "up" && two === "to" && three === "and" && four === "including")
    return { kind: "by", length: 4 };
  if (one === "up" && (two === "to" || two === "until"))
    return three === "the" && four === "end" && q.text(place + 4) === "of"
      ? { kind: "by", length: 5 }
      : { kind: "by", length: three === "end" && four === "of" ? 4 : 2 };
  if (one === "to" && two === "the" && three === "end" && four === "of") return { kind: "by", length: 4 };
  if (one === "upto") return { kind: "by", length: 1 };
  if (one === "not" && two === "before") return { kind: "from", length: 2 };
  if (one === "since" || one === "starting")
    return two === "from" ? { kind: "from", length: 2 } : { kind: "from", length: 1 };
  if (one === "on" && two === "or" && ["before", "by"].includes(three)) return { kind: "by", length: 3 };
  if (one === "on" && two === "or" && three === "after") return { kind: "from", length: 3 };
  // “The day after tomorrow” is a day.
  if (one === "after" && two === "tomorrow" && q.words[place - 1]?.text === "day") return null;
  if (one === "after" || one === "beyond" || one === "post") return { kind: "after", length: 1 };
  if (one === "later" && two === "than") return { kind: "after", length: 2 };
  return null;
}

/** “10 to 20 October”, “10 October to 20 October” is left to the points. */
function daysOfOneMonth(q: DateQuestion, place: number): Found {
  // “From the 5th to the 12th of January.”
  const skipped = (at: number, word: string) => (q.text(at) === word ? at + 1 : at);
  const opens = skipped(place, "the");
  const then = skipped(opens + 2, "the");
  const at = skipped(then + 1, "of");
  const first = dayNumber(q.text(opens));
  const second = dayNumber(q.text(then));
  const month = monthNumber(q.text(at));
  if (
    first === null ||
    second === null ||
    month === null ||
    !["to", "and", "until"].includes(q.text(opens + 1))
  )
    return null;
  const year = yearNumber(q.text(at + 1));
  const meant = year ?? yearOf(monthWindow(q, month, null).from);
  const [from, to] = [`${meant}-${two(month)}-${two(first)}`, `${meant}-${two(month)}-${two(second)}`];
  if (!isCalendarDate(from) || !isCalendarDate(to)) return null;
  return { window: { from, to }, length: at + (year ? 2 : 1) - place };
}

/** “in the next three weeks”, “within 30 days”, “the coming fortnight”. */
export function spanAt(q: DateQuestion, place: number): Found {
  const word = q.text(place);
  if (word === "fortnight")
    return { window: { from: q.context.today, to: addDays(q.context.today, 14) }, length: 1 };
  if (!["next", "coming", "following", "within", "in"].includes(word)) return null;
  let at = place + 1;
  if (q.text(at) === "the") at++;
  if (word === "within" && ["next", "coming"].includes(q.text(at))) at++;
  if (word === "in" && ["next", "coming"].includes(q.text(at))) at++;
  if (q.text(at) === "a" && ["couple", "few"].includes(q.text(at + 1))) at++;
  if (q.text(at) === "fortnight")
    return { window: { from: q.context.today, to: addDays(q.context.today, 14) }, length: at + 1 - place };
  const count = /^\d{1,3}$/.test(q.text(at)) ? Number(q.text(at)) : numbers.get(q.text(at));
  const of = q.text(at + 1) === "of" ? 1 : 0;
  const unit = q.text(at + 1 + of).replace(/s$/, "");
  if (
    !count ||
    (word === "in" &&
      at === place + 1 &&
      q.text(at + 2 + of) !== "time" &&
      !/^\d/.test(q.text(at)) &&
      q.text(at) === "a")
  )
    return null;
  const length = at + 2 + of - place;
  // “In the two weeks after 1 December” is reckoned from that day.
  if (spanFromPoint(q, at)) return null;
  if (unit === "day")
    return { window: { from: q.context.today, to: addDays(q.context.today, count) }, length };
  if (unit === "week")
    return { window: { from: q.context.today, to: addDays(q.context.today, 7 * count) }, length };
  if (unit === "month") {
    const last = endOfMonth(q.context.today, count);
    const same = `${last.slice(0, 8)}${q.context.today.slice(8)}`;
    return { window: { from: q.context.today, to: isCalendarDate(same) ? same : last }, length };
  }
  return null;
}

/** Past “the”, where it does not belong to “this week” and the like. */
function skipArticle(q: DateQuestion, place: number): number {
  if (!["the", "this", "that", "its", "their", "our"].includes(q.text(place))) return place;
  if (isPeriodWord(q.text(place + 1))) return place;
  // “Before its meeting of 18 May”.
  const meeting = q.text(place + 1) === "meeting" && ["of", "on"].includes(q.text(place + 2));
  return place + (meeting ? 3 : 1);
}
