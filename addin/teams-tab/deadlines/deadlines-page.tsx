import { useCallback, useEffect, useState } from "preact/hooks";
import { toCalendarDate } from "../../../shared/contracts/calendar-date.ts";
import type { DeadlineChange, DeadlineEntry, DeadlineList } from "../../../shared/contracts/meetings-api.ts";
import { addDays, startOfMonth } from "../../../shared/rules/dates/calendar-arithmetic.ts";
import { writtenMonth } from "../../../shared/rules/dates/written-dates.ts";
import { useRememberedChoice } from "../../ui/remembered-choice.ts";
import { SlideOver } from "../../ui/slide-over.tsx";
import { StateLine } from "../../ui/state-line.tsx";
import { useKeptFocus } from "../../ui/use-kept-focus.ts";
import { useNarrow } from "../../ui/use-narrow.ts";
import { useWork } from "../../ui/use-work.ts";
import type { LatePageProps } from "../app.tsx";
import { MonthBar, MonthCalendar } from "../month-calendar.tsx";
import { PillSelect, ViewSwitch } from "../pill-select.tsx";
import { countOf, deadlineState, isLate, whatIsDue } from "../words.ts";
import { WorkShown } from "../work-shown.tsx";
import { byOwner, type DeadlineScope, inScope } from "./deadline-groups.ts";
import { DeadlineRow } from "./deadline-row.tsx";
import { NoticeBranch } from "./notice-branch.tsx";
import { WaiveDialog } from "./waive-dialog.tsx";

/** As many of a person’s deadlines are shown at first. */
const shownAtFirst = 5;

/** What leads to each meeting, by who owes it or as a calendar; and which notice a decision needs. */
export function DeadlinesPage({ server, meetings, announce }: LatePageProps) {
  const worker = useWork();
  const { run } = worker;
  const today = toCalendarDate(meetings.today);
  const soon = addDays(today, 42);
  const [list, setList] = useState<DeadlineList | null>(null);
  const [scope, setScope] = useState<DeadlineScope>({ body: "", which: "open", until: soon });
  const [view, setView] = useRememberedChoice("clear-days.deadlines-view", ["people", "calendar", "notices"]);
  const [waiving, setWaiving] = useState<DeadlineEntry | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const [month, setMonth] = useState(startOfMonth(today));
  const narrow = useNarrow();
  useKeptFocus("[data-key]");

  const load = useCallback(() => {
    void run("Reading the deadlines", async ({ signal }) => setList(await server.deadlines(signal)));
  }, [run, server]);
  useEffect(load, [load]);

  const settle = (entry: DeadlineEntry, change: Omit<DeadlineChange, "key">): void =>
    void run("Changing the deadline", async (progress) => {
      progress.cannotStop();
      setList(await server.settleDeadline({ key: entry.key, ...change }));
      setOpened(null);
      const words = { Met: "is met", Waived: "is waived", Computed: "is owed again" };
      announce(`${entry.what}, ${entry.body}, ${words[change.state]}.`);
    });
  const actionsOn = (entry: DeadlineEntry) => ({
    onMet: () => settle(entry, { state: "Met" }),
    onWaive: () => setWaiving(entry),
    onOweAgain: () => settle(entry, { state: "Computed" }),
  });

  const bodies = [...new Set(list?.deadlines.map(({ body }) => body))].sort((a, b) => a.localeCompare(b));
  // A calendar has months to turn: it needs no last day.
  const scoped = (to: DeadlineScope): DeadlineEntry[] =>
    inScope(list?.deadlines ?? [], view === "people" ? to : { ...to, until: "" });
  const seen = scoped(scope);
  const late = seen.filter(isLate).length;
  const narrowTo = (to: DeadlineScope): void => {
    setScope(to);
    announce(`${countOf(scoped(to).length, "deadline")}.`);
  };
  const open = list?.deadlines.find(({ key }) => key === opened);
  return (
    <>
      <header class="page-head">
        <h1 tabIndex={-1}>Deadlines</h1>
        <ViewSwitch
          label="How deadlines are shown"
          value={view}
          choices={[
            ["people", "By person"],
            ["calendar", "Calendar"],
            ["notices", "Which notice?"],
          ]}
          onChoose={setView}
        />
      </header>
      <WorkShown worker={worker} {...(list === null ? { again: load } : {})} />
      {view === "notices" && <NoticeBranch server={server} meetings={meetings} />}
      {list !== null && view !== "notices" && (
        <>
          <div class="filters">
            {view === "calendar" && <MonthBar month={month} today={today} onMonth={setMonth} />}
            <PillSelect
              label="Which deadlines"
              value={scope.which}
              choices={[
                ["open", "Open"],
                ["settled", "Met and waived"],
                ["all", "All"],
              ]}
              onChoose={(which) => narrowTo({ ...scope, which })}
            />
            {view === "people" && (
              <PillSelect
                label="Until when"
                value={scope.until}
                choices={[
                  [soon, "Next six weeks"],
                  ["", "All to come"],
                ]}
                onChoose={(until) => narrowTo({ ...scope, until })}
              />
            )}
            <PillSelect
              label="Body"
              any="All bodies"
              value={scope.body}
              choices={bodies.map((body) => [body, body])}
              onChoose={(body) => narrowTo({ ...scope, body })}
            />
            <span class="count quiet">
              {countOf(seen.length, "deadline")}
              {late > 0 ? `, ${late} late` : ""}
            </span>
          </div>
          {seen.length === 0 ? (
            <p class="empty-words">Nothing is owed here. Deadlines come with every meeting in the records.</p>
          ) : view === "people" ? (
            byOwner(seen).map(({ owner, late: lateOnes, deadlines }) => (
              <Owned key={owner} owner={owner} late={lateOnes} deadlines={deadlines} actionsOn={actionsOn} />
            ))
          ) : narrow ? (
            <Owned
              owner={writtenMonth(month)}
              late={0}
              deadlines={seen.filter(({ due }) => due.startsWith(month.slice(0, 7)))}
              actionsOn={actionsOn}
              byDay
            />
          ) : (
            <MonthCalendar
              month={month}
              today={today}
              caption={`Deadlines in ${writtenMonth(month)}`}
              on={(day) =>
                seen
                  .filter(({ due }) => due === day)
                  .map((entry) => (
                    <button
                      key={entry.key}
                      type="button"
                      class={`on-day ${isLate(entry) ? "late" : "owed"}`}
                      onClick={() => setOpened(entry.key)}
                    >
                      <span class="on-day-name">{entry.what.replace(/ by$/, "")}</span>
                      <span>{entry.body}</span>
                      <StateLine shown={deadlineState(entry)} />
                    </button>
                  ))
              }
            />
          )}
        </>
      )}
      {open && (
        <SlideOver title={whatIsDue(open)} onClose={() => setOpened(null)}>
          <ul class="rows">
            <DeadlineRow entry={open} withOwner {...actionsOn(open)} />
          </ul>
        </SlideOver>
      )}
      {waiving && (
        <WaiveDialog
          entry={waiving}
          onNo={() => setWaiving(null)}
          onWaive={(reason) => {
            setWaiving(null);
            settle(waiving, { state: "Waived", reason });
          }}
        />
      )}
    </>
  );
}

interface OwnedProps {
  readonly owner: string;
  readonly late: number;
  readonly deadlines: readonly DeadlineEntry[];
  readonly actionsOn: (entry: DeadlineEntry) => {
    readonly onMet: () => void;
    readonly onWaive: () => void;
    readonly onOweAgain: () => void;
  };
  /** A month of everybody’s, not one person’s. */
  readonly byDay?: boolean;
}

function Owned({ owner, late, deadlines, actionsOn, byDay = false }: OwnedProps) {
  const [all, setAll] = useState(byDay);
  const shown = all ? deadlines : deadlines.slice(0, Math.max(shownAtFirst, late));
  const more = deadlines.length - shown.length;
  return (
    <section class="owned" aria-label={owner}>
      <h2>
        {owner}{" "}
        <span class="quiet">
          {countOf(deadlines.length, "deadline")}
          {late > 0 ? `, ${late} late` : ""}
        </span>
      </h2>
      <ul class="rows">
        {shown.map((entry) => (
          <DeadlineRow key={entry.key} entry={entry} withOwner={byDay} {...actionsOn(entry)} />
        ))}
      </ul>
      {more > 0 && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          Show {more} more<span class="read-out"> of {owner}</span>
        </button>
      )}
    </section>
  );
}
