import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import type { CalendarDate } from "../../shared/contracts/calendar-date.ts";
import {
  addDays,
  endOfMonth,
  startOfMonth,
  startOfWeek,
} from "../../shared/rules/dates/calendar-arithmetic.ts";
import { writtenMonth, writtenWithoutYear } from "../../shared/rules/dates/written-dates.ts";
import { Icon } from "../ui/icon.tsx";
import { useArrowKeys } from "../ui/use-arrow-keys.ts";

interface MonthBarProps {
  /** The first day of the month shown. */
  readonly month: CalendarDate;
  readonly today: CalendarDate;
  readonly onMonth: (month: CalendarDate) => void;
}

/** The month shown, with ways to the one before, the next, and back to this one. */
export function MonthBar({ month, today, onMonth }: MonthBarProps) {
  const thisMonth = startOfMonth(today);
  return (
    <div class="month-bar">
      <fluent-button
        appearance="subtle"
        icon-only
        aria-label={`Show ${writtenMonth(startOfMonth(month, -1))}`}
        title="Earlier"
        onClick={() => onMonth(startOfMonth(month, -1))}
      >
        <Icon name="chevron" />
      </fluent-button>
      <h2>{writtenMonth(month)}</h2>
      <fluent-button
        class="onward"
        appearance="subtle"
        icon-only
        aria-label={`Show ${writtenMonth(startOfMonth(month, 1))}`}
        title="Later"
        onClick={() => onMonth(startOfMonth(month, 1))}
      >
        <Icon name="chevron" />
      </fluent-button>
      {month !== thisMonth && (
        <fluent-button size="small" onClick={() => onMonth(thisMonth)}>
          This month
        </fluent-button>
      )}
    </div>
  );
}

interface MonthCalendarProps {
  readonly month: CalendarDate;
  readonly today: CalendarDate;
  /** What stands on a day; controls in it are of the class `on-day`. */
  readonly on: (day: CalendarDate) => ComponentChildren;
  /** A class for a day, beside its own. */
  readonly dayClass?: (day: CalendarDate) => string;
  /** A sentence that tells what the days hold. */
  readonly caption: string;
}

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** A month as a sheet of weeks. */
export function MonthCalendar({ month, today, on, dayClass, caption }: MonthCalendarProps) {
  const container = useRef<HTMLTableElement>(null);
  useArrowKeys(container, ".on-day");
  const last = endOfMonth(month);
  const weeks: CalendarDate[] = [];
  for (let monday = startOfWeek(month); monday <= last; monday = addDays(monday, 7)) weeks.push(monday);
  return (
    <table class="calendar" ref={container}>
      <caption class="read-out">{caption}</caption>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col" abbr={name}>
              {name.slice(0, 3)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((monday) => (
          <tr key={monday}>
            {weekdays.map((name, place) => {
              const day = addDays(monday, place);
              if (day < month || day > last) return <td key={name} class="outside" />;
              return (
                <td
                  key={name}
                  class={`day${day === today ? " today" : ""}${day < today ? " past" : ""} ${dayClass?.(day) ?? ""}`}
                >
                  <span class="day-number" {...(day === today ? { "aria-current": "date" } : {})}>
                    <span aria-hidden="true">{Number(day.slice(8))}</span>
                    <span class="read-out">{writtenWithoutYear(day)}</span>
                    {day === today && <span class="today-word">Today</span>}
                  </span>
                  {on(day)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
