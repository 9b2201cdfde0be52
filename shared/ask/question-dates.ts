import type { DateWindow } from "../contracts/answer.ts";
import { type CalendarDate, isCalendarDate, toCalendarDate } from "../contracts/calendar-date.ts";
import {
  addDays,
  dayOfWeek,
  endOfMonth,
  monthOf,
  startOfMonth,
  startOfWeek,
  yearOf,
} from "../rules/dates/calendar-arithmetic.ts";
import { writtenInFull, writtenWithoutWeekday } from "../rules/dates/written-dates.ts";
import { isSlipOf, use, type Word } from "./question-words.ts";

/** What a date in a question is read against. */
export interface DateContext {
  readonly today: CalendarDate;
  /** First day that the plan is about, and the last day that anything in it falls on. */
  readonly planFrom: CalendarDate;
  readonly planTo: CalendarDate;
  /** The date of the next meeting of a body, “cabinet” or “council”; null when it is not known. */
  nextMeetingOf(body: "cabinet" | "council"): CalendarDate | null;
  /** The first meeting of a body within some days; null when none is known. */
  meetingOfIn(body: "cabinet" | "council", window: DateWindow): CalendarDate | null;
}

const months = "january february march april may june july august september october november december".split(
  " ",
);
const weekdays = "monday tuesday wednesday thursday friday saturday sunday".split(" ");

const numbers: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  couple: 2,
  three: 3,
  few: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fourteen: 14,
  thirty: 30,
  sixty: 60,
  ninety: 90,
};

const ordinals: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: 5 };

/** First and last month of a season, as people speak of them; winter ends in the following year. */
const seasons: Readonly<Record<string, readonly [number, number]>> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  winter: [12, 14],
};

type Found = { readonly window: DateWindow; readonly length: number } | null;

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
  let atMeetingOf: ReadWindow["atMeetingOf"] = null;
  let inRange = false;

  const text = (place: number) => {
    const word = words[place];
    return word && !word.used ? word.text : "";
  };
  const skipArticle = (place: number) =>
    ["the", "this", "that"].includes(text(place)) && !isPeriodWord(text(place + 1)) ? place + 1 : place;

  function take(place: number, length: number, window: DateWindow): ReadWindow {
    use(words, place, length, windowWords(window));
    return { window, place, atMeetingOf };
  }

  for (let place = 0; place < words.length; place++) {
    const range = rangeAt(place) ?? spanAt(place);
    if (range && range.window.from <= range.window.to) {
      // “Before the next Council” is a stretch of days, whoever decides in it.
      atMeetingOf = null;
      return take(place, range.length, range.window);
    }
  }
  for (let place = 0; place < words.length; place++) {
    const point = pointAt(place);
    if (point) {
      const opens = ["in", "on", "at", "during", "for", "of", "over", "within", "around"].includes(
        text(place - 1),
      )
        ? 1
        : 0;
      const link = place + point.length;
      const also = ["or", "and"].includes(text(link)) ? monthAt(link + 1, point.window, true) : null;
      if (also && also.window.from <= addDays(point.window.to, 1)) {
        return take(place - opens, also.length + point.length + opens + 1, {
          from: point.window.from,
          to: also.window.to,
        });
      }
      return take(place - opens, point.length + opens, point.window);
    }
  }
  return null;

  function isPeriodWord(word: string): boolean {
    return ["week", "month", "year", "quarter", "weekend"].includes(word);
  }

  /** “between A and B”, “from A to B”, “before A”, “by A”, “after A”, “from A onwards”. */
  function rangeAt(place: number): Found {
    const word = text(place);
    if (word === "between" || word === "from") {
      const days = daysOfOneMonth(place + 1);
      if (days) return { window: days.window, length: days.length + 1 };
      if (word === "between" && text(place + 1) === "christmas" && text(place + 2) === "and") {
        const newYear = text(place + 3) === "the" ? 4 : 3;
        if (text(place + newYear) === "new") {
          const year = yearOf(context.today);
          return { window: { from: day(year, 12, 26), to: day(year, 12, 31) }, length: newYear + 2 };
        }
      }
      const from = skipArticle(place + 1);
      const first = pointAt(from);
      if (!first) return null;
      const link = from + first.length;
      if (["and", "to", "until", "till", "through"].includes(text(link))) {
        const to = skipArticle(link + 1);
        const second = pointAt(to, first.window);
        if (second)
          return {
            window: { from: first.window.from, to: second.window.to },
            length: to + second.length - place,
          };
      }
      if (word === "from") {
        const onwards = ["onwards", "onward", "on"].includes(text(link)) ? 1 : 0;
        return {
          window: { from: first.window.from, to: later(context.planTo, first.window.to) },
          length: link + onwards - place,
        };
      }
      return null;
    }
    const reckoned = spanFromPoint(place);
    if (reckoned) return reckoned;
    const opening = openingAt(place);
    if (!opening) return pointToPoint(place);
    const bare = text(place + opening.length) === "the" ? place + opening.length + 1 : place + opening.length;
    const unit = opening.kind === "by" ? bareUnit(bare) : null;
    const at = unit ? bare : skipArticle(place + opening.length);
    inRange = true;
    const point = unit ?? pointAt(at);
    inRange = false;
    if (!point) return null;
    const length = at + point.length - place;
    switch (opening.kind) {
      case "before":
        return {
          window: { from: earlier(context.today, point.window.from), to: addDays(point.window.from, -1) },
          length,
        };
      case "by":
        return { window: { from: earlier(context.today, point.window.to), to: point.window.to }, length };
      case "from":
        return {
          window: { from: point.window.from, to: later(context.planTo, point.window.to) },
          length,
        };
      case "after":
        return {
          window: {
            from: addDays(point.window.to, 1),
            to: later(context.planTo, addDays(point.window.to, 1)),
          },
          length,
        };
    }
  }

  /** “Two weeks after 1 December”, “the fortnight before Christmas”. */
  function spanFromPoint(place: number): Found {
    const fortnight = text(place) === "fortnight";
    const count = fortnight ? 2 : /^\d{1,2}$/.test(text(place)) ? Number(text(place)) : numbers[text(place)];
    const unit = fortnight ? "week" : text(place + 1).replace(/s$/, "");
    if (!count || !["day", "week", "month"].includes(unit)) return null;
    const link = place + (fortnight ? 1 : 2);
    const which = text(link);
    if (!["after", "from", "following", "before"].includes(which)) return null;
    const at = skipArticle(link + 1);
    const point = pointAt(at);
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
  function pointToPoint(place: number): Found {
    const days = daysOfOneMonth(place);
    if (days) return days;
    const first = pointAt(place);
    if (!first) return null;
    const link = place + first.length;
    const width = ["to", "until", "till", "through"].includes(text(link))
      ? text(link) === "through" && text(link + 1) === "to"
        ? 2
        : 1
      : 0;
    if (width === 0) {
      if (["onwards", "onward"].includes(text(link)))
        return {
          window: { from: first.window.from, to: later(context.planTo, first.window.to) },
          length: first.length + 1,
        };
      return null;
    }
    const to = skipArticle(link + width);
    const second = pointAt(to, first.window);
    if (!second || second.window.to < first.window.from) return null;
    return {
      window: { from: first.window.from, to: second.window.to },
      length: to + second.length - place,
    };
  }

  function openingAt(place: number): { kind: "before" | "by" | "after" | "from"; length: number } | null {
    const [one, two, three, four] = [text(place), text(place + 1), text(place + 2), text(place + 3)];
    if (one === "before" && two === "the" && three === "end" && four === "of")
      return { kind: "by", length: 4 };
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
      return three === "the" && four === "end" && text(place + 4) === "of"
        ? { kind: "by", length: 5 }
        : { kind: "by", length: three === "end" && four === "of" ? 4 : 2 };
    if (one === "to" && two === "the" && three === "end" && four === "of") return { kind: "by", length: 4 };
    if (one === "upto") return { kind: "by", length: 1 };
    if (one === "not" && two === "before") return { kind: "from", length: 2 };
    if (one === "since" || one === "starting")
      return two === "from" ? { kind: "from", length: 2 } : { kind: "from", length: 1 };
    if (one === "on" && two === "or" && ["before", "by"].includes(three)) return { kind: "by", length: 3 };
    if (one === "on" && two === "or" && three === "after") return { kind: "from", length: 3 };
    if (one === "after" || one === "beyond" || one === "post") return { kind: "after", length: 1 };
    if (one === "later" && two === "than") return { kind: "after", length: 2 };
    return null;
  }

  /** “10 to 20 October”, “10 October to 20 October” is left to the points. */
  function daysOfOneMonth(place: number): Found {
    const first = dayNumber(text(place));
    const second = dayNumber(text(place + 2));
    const month = monthNumber(text(place + 3));
    if (
      first === null ||
      second === null ||
      month === null ||
      !["to", "and", "until"].includes(text(place + 1))
    )
      return null;
    const year = yearNumber(text(place + 4));
    const meant = year ?? yearOf(monthWindow(month, null).from);
    const [from, to] = [`${meant}-${two(month)}-${two(first)}`, `${meant}-${two(month)}-${two(second)}`];
    if (!isCalendarDate(from) || !isCalendarDate(to)) return null;
    return { window: { from, to }, length: year ? 5 : 4 };
  }

  /** “in the next three weeks”, “within 30 days”, “the coming fortnight”. */
  function spanAt(place: number): Found {
    const word = text(place);
    if (word === "fortnight")
      return { window: { from: context.today, to: addDays(context.today, 14) }, length: 1 };
    if (!["next", "coming", "following", "within", "in"].includes(word)) return null;
    let at = place + 1;
    if (text(at) === "the") at++;
    if (word === "within" && ["next", "coming"].includes(text(at))) at++;
    if (word === "in" && ["next", "coming"].includes(text(at))) at++;
    if (text(at) === "a" && ["couple", "few"].includes(text(at + 1))) at++;
    if (text(at) === "fortnight")
      return { window: { from: context.today, to: addDays(context.today, 14) }, length: at + 1 - place };
    const count = /^\d{1,3}$/.test(text(at)) ? Number(text(at)) : numbers[text(at)];
    const of = text(at + 1) === "of" ? 1 : 0;
    const unit = text(at + 1 + of).replace(/s$/, "");
    if (
      !count ||
      (word === "in" &&
        at === place + 1 &&
        text(at + 2 + of) !== "time" &&
        !/^\d/.test(text(at)) &&
        text(at) === "a")
    )
      return null;
    const length = at + 2 + of - place;
    // “In the two weeks after 1 December” is reckoned from that day.
    if (spanFromPoint(at)) return null;
    if (unit === "day") return { window: { from: context.today, to: addDays(context.today, count) }, length };
    if (unit === "week")
      return { window: { from: context.today, to: addDays(context.today, 7 * count) }, length };
    if (unit === "month") {
      const last = endOfMonth(context.today, count);
      const same = `${last.slice(0, 8)}${context.today.slice(8)}`;
      return { window: { from: context.today, to: isCalendarDate(same) ? same : last }, length };
    }
    return null;
  }

  /** A day, week, month or other stretch that is named in one go. @param after what came before it in a range. */
  function pointAt(place: number, after?: DateWindow): Found {
    return (
      weekAt(place) ??
      edgeAt(place) ??
      meetingAt(place) ??
      dayAt(place, after) ??
      monthAt(place, after) ??
      periodAt(place) ??
      feastAt(place)
    );
  }

  /** “w/c 7 January”, “week commencing …”, “first week of February”, “last week in March”. */
  function weekAt(place: number): Found {
    const [one, two] = [text(place), text(place + 1)];
    const opening =
      one === "w/c" || one === "w/b" || one === "wc"
        ? 1
        : one === "week" && ["commencing", "beginning", "starting", "of"].includes(two)
          ? 2
          : 0;
    if (opening > 0) {
      const at = text(place + opening) === "the" ? opening + 1 : opening;
      const start = dayAt(place + at);
      if (!start) return null;
      const monday = startOfWeek(start.window.from);
      return { window: { from: monday, to: addDays(monday, 6) }, length: at + start.length };
    }
    const nth = ordinals[one];
    if (nth !== undefined && ["week", "half"].includes(two) && ["of", "in"].includes(text(place + 2))) {
      const month = monthAt(place + 3, undefined, true);
      if (!month) return null;
      const { from, to } = month.window;
      const length = 3 + month.length;
      if (two === "half") {
        const middle = addDays(from, 14);
        return { window: nth === 1 ? { from, to: middle } : { from: addDays(middle, 1), to }, length };
      }
      if (nth === 5) return { window: { from: addDays(to, -6), to }, length };
      return { window: { from: addDays(from, 7 * (nth - 1)), to: addDays(from, 7 * nth - 1) }, length };
    }
    return null;
  }

  /** “end of October”, “the end of the month”, “start of the year”: for ranges; alone, the last or first ten days. */
  function edgeAt(place: number): Found {
    const [one, two] = [text(place), text(place + 1)];
    if (!["end", "start", "beginning", "early", "late", "mid"].includes(one)) return null;
    const at = two === "of" ? (text(place + 2) === "the" ? 3 : 2) : 1;
    const inner = monthAt(place + at, undefined, true) ?? bareUnit(place + at);
    if (!inner) return null;
    const { from, to } = inner.window;
    const length = at + inner.length;
    if (one === "end" || one === "late") return { window: { from: addDays(to, -9), to }, length };
    if (one === "mid") return { window: { from: addDays(from, 10), to: addDays(from, 19) }, length };
    return { window: { from, to: addDays(from, 9) }, length };
  }

  function bareUnit(place: number): Found {
    const { today } = context;
    if (text(place) === "month")
      return { window: { from: startOfMonth(today), to: endOfMonth(today) }, length: 1 };
    if (text(place) === "year")
      return { window: { from: day(yearOf(today), 1, 1), to: day(yearOf(today), 12, 31) }, length: 1 };
    if (text(place) === "week") {
      const monday = startOfWeek(today);
      return { window: { from: monday, to: addDays(monday, 6) }, length: 1 };
    }
    return null;
  }

  /** “next Cabinet”, “the next council meeting”. */
  function meetingAt(place: number): Found {
    const next = text(place) === "next" ? 1 : 0;
    const full = text(place + next) === "full" ? 1 : 0;
    const body = text(place + next + full);
    if (body !== "cabinet" && body !== "council") return next === 0 ? monthsMeetingAt(place) : null;
    if (next === 0 || text(place + next + full + 1) === "member") return null;
    const date = context.nextMeetingOf(body);
    if (!date) return null;
    atMeetingOf = body;
    const meeting = text(place + next + full + 1) === "meeting" ? 1 : 0;
    return { window: { from: date, to: date }, length: next + full + 1 + meeting };
  }

  /** “The April Cabinet” as an end of a stretch of days: its first day in that month, where the plan tells it. */
  function monthsMeetingAt(place: number): Found {
    if (!inRange) return null;
    const month = monthAt(place, undefined, true);
    if (!month) return null;
    const full = text(place + month.length) === "full" ? 1 : 0;
    // The body’s word may have been read as the decision maker already.
    const body = words[place + month.length + full]?.text ?? "";
    if (body !== "cabinet" && body !== "council") return null;
    const date = context.meetingOfIn(body, month.window);
    return date ? { window: { from: date, to: date }, length: month.length + full + 1 } : null;
  }

  /** “26 July”, “July 26th”, “26/07/2018”, “2018 07 26”, “Thursday 26 July”, “next Thursday”, “Friday week”, “tomorrow”. */
  function dayAt(place: number, after?: DateWindow): Found {
    const word = text(place);
    if (word === "today" || word === "tonight")
      return { window: { from: context.today, to: context.today }, length: 1 };
    if (word === "tomorrow") return oneDay(addDays(context.today, 1), 1);
    const slashed = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{2}|\d{4}))?$/.exec(word);
    if (slashed) {
      const year = slashed[3]
        ? Number(slashed[3]) < 100
          ? 2000 + Number(slashed[3])
          : Number(slashed[3])
        : null;
      return dated(Number(slashed[1]), Number(slashed[2]), year, 1, after);
    }
    if (/^20\d\d$/.test(word) && /^\d\d$/.test(text(place + 1)) && /^\d\d$/.test(text(place + 2))) {
      return dated(Number(text(place + 2)), Number(text(place + 1)), Number(word), 3, after);
    }
    const weekday = weekdayNumber(word);
    if (weekday !== null) {
      const exact = dayAt(place + 1, after);
      if (exact && dayNumber(text(place + 1)) !== null)
        return { window: exact.window, length: exact.length + 1 };
      const coming = nextWeekday(weekday);
      if (text(place + 1) === "week") return oneDay(addDays(coming, 7), 2);
      if (text(place + 1) === "fortnight") return oneDay(addDays(coming, 14), 2);
      return oneDay(coming, 1);
    }
    if ((word === "next" || word === "this") && weekdayNumber(text(place + 1)) !== null) {
      const wanted = weekdayNumber(text(place + 1)) ?? 1;
      const monday = addDays(startOfWeek(context.today), word === "next" ? 7 : 0);
      return oneDay(addDays(monday, wanted - 1), 2);
    }
    if (
      word === "a" &&
      text(place + 1) === "week" &&
      text(place + 2) === "on" &&
      weekdayNumber(text(place + 3)) !== null
    ) {
      return oneDay(addDays(nextWeekday(weekdayNumber(text(place + 3)) ?? 1), 7), 4);
    }
    const number = dayNumber(word);
    if (number !== null) {
      const of = text(place + 1) === "of" ? 1 : 0;
      const month = monthNumber(text(place + 1 + of));
      if (month !== null) {
        const year = yearNumber(text(place + 2 + of));
        return dated(number, month, year, year ? 3 + of : 2 + of, after);
      }
      if (after && place > 0) {
        const same = dated(number, monthOf(after.from), yearOf(after.from), 1, after);
        if (same && after.from === after.to) return same;
      }
      return null;
    }
    const month = monthNumber(word);
    const following = dayNumber(text(place + 1));
    if (month !== null && following !== null && !/^\d{4}$/.test(text(place + 1))) {
      const year = yearNumber(text(place + 2));
      return dated(following, month, year, year ? 3 : 2, after);
    }
    return null;
  }

  function oneDay(date: CalendarDate, length: number): Found {
    return { window: { from: date, to: date }, length };
  }

  function dated(
    dayOf: number,
    month: number,
    year: number | null,
    length: number,
    after?: DateWindow,
  ): Found {
    const meant = year ?? yearOf(monthWindow(month, after ?? null).from);
    const date = `${meant}-${two(month)}-${two(dayOf)}`;
    return isCalendarDate(date) ? { window: { from: date, to: date }, length } : null;
  }

  function nextWeekday(wanted: number): CalendarDate {
    const ahead = (wanted - dayOfWeek(context.today) + 7) % 7;
    return addDays(context.today, ahead);
  }

  /** “July”, “July 2018”. “May” and “march” alone count only where they cannot be verbs. */
  function monthAt(place: number, after?: DateWindow, surely = false): Found {
    const word = text(place);
    const modified = ["this", "next", "coming"].includes(word) ? 1 : 0;
    const month = monthNumber(text(place + modified));
    if (month === null) return null;
    const year = yearNumber(text(place + modified + 1));
    const before = words[place - 1]?.text ?? "";
    const leads = [
      "in",
      "for",
      "during",
      "by",
      "of",
      "to",
      "and",
      "until",
      "till",
      "from",
      "between",
      "before",
      "after",
      "about",
      "at",
      "or",
      "late",
      "early",
      "mid",
      "end",
      "since",
    ];
    const follows = text(place + modified + 1);
    const sure =
      surely ||
      modified > 0 ||
      year !== null ||
      after !== undefined ||
      leads.includes(before) ||
      words.length <= 3 ||
      follows === "cabinet" ||
      follows === "council" ||
      follows === "meeting";
    if ((month === 5 || word === "mar" || word === "march" || word === "sat") && !sure) return null;
    return { window: monthWindow(month, after ?? null, year), length: modified + (year ? 2 : 1) };
  }

  /** The month that is meant by its name: the one that the plan is about, else the next one to come. */
  function monthWindow(month: number, after: DateWindow | null, year: number | null = null): DateWindow {
    const { today, planFrom, planTo } = context;
    const of = (which: number): DateWindow => {
      const first = day(which, month, 1);
      return { from: first, to: endOfMonth(first) };
    };
    if (year !== null) return of(year);
    const near = [yearOf(today) - 1, yearOf(today), yearOf(today) + 1].map(of);
    const notBefore = after ? near.filter((window) => window.to >= after.from) : near;
    const coming = notBefore.find((window) => window.to >= today);
    const inPlan = notBefore.find((window) => window.to >= planFrom && window.from <= planTo);
    if (coming && coming.to >= planFrom && coming.from <= planTo) return coming;
    return inPlan ?? coming ?? of(yearOf(today));
  }

  /** “this month”, “next week”, “this quarter”, “Q3”, “the summer”, “2019”. */
  function periodAt(place: number): Found {
    const word = text(place);
    const { today } = context;
    const quarter =
      /^q([1-4])$/.exec(word)?.[1] ??
      (word === "quarter" && /^[1-4]$/.test(text(place + 1)) ? text(place + 1) : undefined);
    if (quarter) return { window: quarterWindow(Number(quarter), today), length: word === "quarter" ? 2 : 1 };
    const leads = words[place - 1]?.text ?? "";
    if (
      /^20\d\d$/.test(word) &&
      ["in", "for", "during", "of", "by", "before", "after", "until"].includes(leads)
    )
      return { window: { from: day(Number(word), 1, 1), to: day(Number(word), 12, 31) }, length: 1 };
    const nth = ordinals[word];
    if (nth !== undefined && nth <= 4 && text(place + 1) === "quarter")
      return { window: quarterWindow(nth, today), length: 2 };
    const skip = ["this", "next", "coming", "the", "last", "following", "current", "previous"].includes(word)
      ? 1
      : 0;
    const season = seasons[text(place + skip)];
    // When a recess falls is in the calendar of meetings, not in the seasons.
    if (season && text(place + skip + 1) === "recess") return null;
    if (season) return { window: seasonWindow(season, today), length: skip + 1 };
    if (skip === 0 || word === "the") return null;
    const step = ["next", "coming", "following"].includes(word)
      ? 1
      : ["last", "previous"].includes(word)
        ? -1
        : 0;
    switch (text(place + 1)) {
      case "week": {
        const monday = addDays(startOfWeek(today), 7 * step);
        return { window: { from: monday, to: addDays(monday, 6) }, length: 2 };
      }
      case "weekend": {
        const saturday = addDays(startOfWeek(today), 5 + 7 * step);
        return { window: { from: saturday, to: addDays(saturday, 1) }, length: 2 };
      }
      case "month":
        return { window: { from: startOfMonth(today, step), to: endOfMonth(today, step) }, length: 2 };
      case "quarter": {
        const first = startOfMonth(today, -((monthOf(today) - 1) % 3) + 3 * step);
        return { window: { from: first, to: endOfMonth(first, 2) }, length: 2 };
      }
      case "calendar":
      case "year": {
        const length = text(place + 1) === "calendar" ? 3 : 2;
        // What is left of this year begins today.
        const from = step === 0 ? today : day(yearOf(today) + step, 1, 1);
        return { window: { from, to: day(yearOf(today) + step, 12, 31) }, length };
      }
      case "financial": {
        const start = (monthOf(today) >= 4 ? yearOf(today) : yearOf(today) - 1) + step;
        return { window: { from: day(start, 4, 1), to: day(start + 1, 3, 31) }, length: 3 };
      }
      default:
        return null;
    }
  }

  function quarterWindow(quarter: number, today: CalendarDate): DateWindow {
    const start = monthOf(today) >= 4 ? yearOf(today) : yearOf(today) - 1;
    const first = quarter === 4 ? day(start + 1, 1, 1) : day(start, 1 + 3 * quarter, 1);
    const window = { from: first, to: endOfMonth(first, 2) };
    if (window.to >= today || window.to >= context.planFrom) return window;
    const next = startOfMonth(first, 12);
    return { from: next, to: endOfMonth(next, 2) };
  }

  function seasonWindow([first, last]: readonly [number, number], today: CalendarDate): DateWindow {
    const of = (year: number): DateWindow => {
      const from = day(year, first, 1);
      return { from, to: endOfMonth(from, last - first) };
    };
    const near = [yearOf(today) - 1, yearOf(today), yearOf(today) + 1].map(of);
    return near.find((window) => window.to >= today) ?? of(yearOf(today));
  }

  /** Christmas, New Year, and the new year as a stretch. */
  function feastAt(place: number): Found {
    const year = yearOf(context.today);
    const skip = text(place) === "the" ? 1 : 0;
    const word = text(place + skip);
    if (word === "christmas" || word === "xmas") {
      const eve = text(place + skip + 1) === "eve" ? 1 : 0;
      return oneDay(day(year, 12, 25 - eve), skip + 1 + eve + (text(place + skip + 1) === "day" ? 1 : 0));
    }
    if (word === "new" && text(place + skip + 1) === "year") {
      const from = day(year + 1, 1, 1);
      return { window: { from, to: later(context.planTo, endOfMonth(from, 2)) }, length: skip + 2 };
    }
    return null;
  }
}

function windowWords({ from, to }: DateWindow): string {
  return from === to ? writtenInFull(from) : `${writtenWithoutWeekday(from)} to ${writtenWithoutWeekday(to)}`;
}

function day(year: number, month: number, dayOf: number): CalendarDate {
  return toCalendarDate(`${year}-${two(month)}-${two(dayOf)}`);
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

function earlier(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a <= b ? a : b;
}

function later(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a >= b ? a : b;
}

function dayNumber(word: string): number | null {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word);
  const number = Number(match?.[1]);
  return match && number >= 1 && number <= 31 ? number : null;
}

function yearNumber(word: string): number | null {
  return /^20\d\d$/.test(word) ? Number(word) : null;
}

function monthNumber(word: string): number | null {
  if (word.length < 3) return null;
  if (word === "sept") return 9;
  const exact = months.findIndex((month) => month === word || (word.length === 3 && month.startsWith(word)));
  if (exact >= 0) return exact + 1;
  const slip =
    word.length >= 6 ? months.findIndex((month) => month.length >= 6 && isSlipOf(word, month)) : -1;
  return slip >= 0 ? slip + 1 : null;
}

function weekdayNumber(word: string): number | null {
  const place = weekdays.findIndex(
    (name) =>
      name === word ||
      (word.length >= 3 && word.length <= 5 && word !== "sat" && word !== "sun" && name.startsWith(word)),
  );
  return place >= 0 ? place + 1 : null;
}
