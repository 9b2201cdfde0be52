import { useMemo, useState } from "preact/hooks";
import type { CalendarDate } from "../../../shared/contracts/calendar-date.ts";
import { isCalendarDate, toCalendarDate } from "../../../shared/contracts/calendar-date.ts";
import type { CouncilMeeting, CouncilMeetings } from "../../../shared/contracts/meetings-api.ts";
import { startOfMonth } from "../../../shared/rules/dates/calendar-arithmetic.ts";
import { writtenMonth } from "../../../shared/rules/dates/written-dates.ts";
import { Icon } from "../../ui/icon.tsx";
import { useRememberedChoice } from "../../ui/remembered-choice.ts";
import { StateLine } from "../../ui/state-line.tsx";
import { useNarrow } from "../../ui/use-narrow.ts";
import type { CouncilServer } from "../council-server.ts";
import { MonthBar, MonthCalendar } from "../month-calendar.tsx";
import { PillSelect, ViewSwitch } from "../pill-select.tsx";
import { useAnnouncedCount } from "../use-announced-count.ts";
import { countOf, daysLeft, fullDay, meetingState, publishBy } from "../words.ts";
import { MeetingPanel } from "./meeting-panel.tsx";
import { awaitedAgendas, leftOn } from "./publication-countdown.ts";

interface MeetingsPageProps {
  readonly council: CouncilMeetings;
  readonly server: CouncilServer;
  /** Key of the meeting whose details are open. */
  readonly open: string | undefined;
  readonly onOpen: (meetingKey: string | undefined) => void;
  readonly onItem: (itemKey: string) => void;
  readonly announce: (words: string) => void;
}

/** Meetings of all bodies by month; for officers, the days left to publish are drawn on it. */
export function MeetingsPage({ council, server, open, onOpen, onItem, announce }: MeetingsPageProps) {
  const { meetings, officer } = council;
  const today = toCalendarDate(council.today);
  const asked = meetings.find(({ key }) => key === open);
  const [month, setMonth] = useState(() =>
    startOfMonth(asked && isCalendarDate(asked.date) ? asked.date : today),
  );
  const [body, setBody] = useState("");
  const [view, setView] = useRememberedChoice("clear-days.meetings-view", ["calendar", "list"]);
  const narrow = useNarrow();
  const bodies = useMemo(
    () =>
      [...new Map(meetings.map((one) => [one.bodyKey, one.body]))].sort(([, a], [, b]) => a.localeCompare(b)),
    [meetings],
  );
  const ofBody = meetings.filter(({ bodyKey }) => body === "" || bodyKey === body);
  const inMonth = ofBody.filter(({ date }) => date.startsWith(month.slice(0, 7)));
  const awaited = awaitedAgendas(ofBody);
  const [next] = awaited;
  useAnnouncedCount(`${countOf(inMonth.length, "meeting")} in ${writtenMonth(month)}`, announce);
  return (
    <>
      <header class="page-head">
        <h1 tabIndex={-1}>Meetings</h1>
        {!narrow && (
          <ViewSwitch
            label="How meetings are shown"
            value={view}
            choices={[
              ["calendar", "Calendar"],
              ["list", "List"],
            ]}
            onChoose={setView}
          />
        )}
      </header>
      {next && (
        <section class="countdown" aria-label="Next agenda to publish">
          <Icon name="clock" />
          <p>
            <strong>{publishBy(next.publishBy)}</strong>: {next.body}, meeting on {fullDay(next.date)}
          </p>
          <button type="button" class="link" onClick={() => onOpen(next.key)}>
            Open the meeting
          </button>
        </section>
      )}
      <div class="filters">
        <MonthBar month={month} today={today} onMonth={setMonth} />
        <PillSelect label="Body" any="All bodies" value={body} choices={bodies} onChoose={setBody} />
        <span class="count quiet">{countOf(inMonth.length, "meeting")}</span>
      </div>
      {narrow || view === "list" ? (
        <MeetingList meetings={inMonth} month={month} onOpen={onOpen} />
      ) : (
        <MonthCalendar
          month={month}
          today={today}
          caption={`Meetings in ${writtenMonth(month)}`}
          dayClass={(day) => (next && leftOn(day, today, next) !== null ? "counted" : "")}
          on={(day) => (
            <OnDay
              day={day}
              today={today}
              meetings={ofBody.filter(({ date }) => date === day)}
              officer={officer}
              awaited={awaited}
              onOpen={onOpen}
            />
          )}
        />
      )}
      {asked && (
        <MeetingPanel
          meeting={asked}
          officer={officer}
          server={server}
          onClose={() => onOpen(undefined)}
          onItem={onItem}
        />
      )}
    </>
  );
}

interface OnDayProps {
  readonly day: CalendarDate;
  readonly today: CalendarDate;
  readonly meetings: readonly CouncilMeeting[];
  readonly officer: boolean;
  readonly awaited: ReturnType<typeof awaitedAgendas>;
  readonly onOpen: (meetingKey: string) => void;
}

/** A day of the calendar: its meetings, what must be published by then, and the days left to the next of these. */
function OnDay({ day, today, meetings, officer, awaited, onOpen }: OnDayProps) {
  const [next] = awaited;
  const left = officer && next ? leftOn(day, today, next) : null;
  return (
    <>
      {meetings.map((meeting) => (
        <button
          key={meeting.key}
          type="button"
          class="on-day meeting"
          data-meeting={meeting.key}
          onClick={() => onOpen(meeting.key)}
        >
          <span class="on-day-name">{meeting.body}</span>
          {meeting.time !== undefined && <span>{meeting.time}</span>}
          <StateLine shown={meetingState(meeting.state)} />
        </button>
      ))}
      {awaited
        .filter(({ publishBy: { date } }) => date === day)
        .map((meeting) => (
          <button key={meeting.key} type="button" class="on-day publish" onClick={() => onOpen(meeting.key)}>
            <span class="on-day-name">Publish: {meeting.body}</span>
            <span>{daysLeft(meeting.publishBy.workingDaysLeft)}</span>
          </button>
        ))}
      {left !== null && left > 0 && next && (
        <span class="left">
          {countOf(left, "working day")} to go<span class="read-out"> to publish {next.body}</span>
        </span>
      )}
    </>
  );
}

interface MeetingListProps {
  readonly meetings: readonly CouncilMeeting[];
  readonly month: CalendarDate;
  readonly onOpen: (meetingKey: string) => void;
}

function MeetingList({ meetings, month, onOpen }: MeetingListProps) {
  if (meetings.length === 0)
    return (
      <p class="empty-words">
        No meeting is in the records for {writtenMonth(month)}. Look at another month.
      </p>
    );
  return (
    <ul class="entries">
      {meetings.map((meeting) => (
        <li key={meeting.key}>
          <button type="button" class="entry" data-meeting={meeting.key} onClick={() => onOpen(meeting.key)}>
            <span class="mark-title">{meeting.body}</span>
            <span class="mark-facts">
              <span>
                {fullDay(meeting.date)}
                {meeting.time === undefined ? "" : `, ${meeting.time}`}
              </span>
              <StateLine shown={meetingState(meeting.state)} />
            </span>
            {meeting.publishBy !== undefined && (
              <span class="fact">
                <Icon name="clock" />
                {publishBy(meeting.publishBy)}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
