import { useState } from "preact/hooks";
import type { ComingMeeting, NewReport } from "../../shared/contracts/task-pane-api.ts";
import { tableDay } from "./words.ts";

interface NewReportFormProps {
  readonly meetings: readonly ComingMeeting[];
  readonly onBegin: (wanted: NewReport) => void;
  readonly onCancel: () => void;
}

/** What a covering report needs to begin: its front sheet takes the rest from the records. */
export function NewReportForm({ meetings, onBegin, onCancel }: NewReportFormProps) {
  const [subject, setSubject] = useState("");
  const [reportOf, setReportOf] = useState("");
  const [portfolio, setPortfolio] = useState("");
  const [meetingKey, setMeetingKey] = useState("");
  const [keyDecision, setKeyDecision] = useState(false);

  if (meetings.length === 0) {
    return (
      <div class="empty">
        <h1 tabIndex={-1}>New covering report</h1>
        <p>
          No meeting is open for reports. The committee office sets up the meetings; they appear here then.
        </p>
        <fluent-button onClick={onCancel}>Back to my reports</fluent-button>
      </div>
    );
  }
  return (
    <form
      class="view new-report"
      onSubmit={(event) => {
        event.preventDefault();
        onBegin({
          subject: subject.trim(),
          reportOf: reportOf.trim(),
          meetingKey,
          keyDecision,
          ...(portfolio.trim() === "" ? {} : { portfolio: portfolio.trim() }),
        });
      }}
    >
      <h1 tabIndex={-1}>New covering report</h1>
      <p class="quiet">It begins with every standard heading, in a document of its own.</p>
      <label>
        Subject
        <input
          type="text"
          required
          maxLength={250}
          value={subject}
          onInput={(event) => setSubject(event.currentTarget.value)}
        />
      </label>
      <label>
        Meeting
        <select required value={meetingKey} onChange={(event) => setMeetingKey(event.currentTarget.value)}>
          <option value="">Choose a meeting</option>
          {meetings.map(({ key, body, date }) => (
            <option key={key} value={key}>
              {body}, {tableDay(date)}
            </option>
          ))}
        </select>
      </label>
      <label>
        Report of (post)
        <input
          type="text"
          required
          maxLength={200}
          value={reportOf}
          onInput={(event) => setReportOf(event.currentTarget.value)}
        />
      </label>
      <label>
        Portfolio (if it has one)
        <input
          type="text"
          maxLength={200}
          value={portfolio}
          onInput={(event) => setPortfolio(event.currentTarget.value)}
        />
      </label>
      <label class="tick">
        <input
          type="checkbox"
          checked={keyDecision}
          onChange={(event) => setKeyDecision(event.currentTarget.checked)}
        />
        It asks for a key decision
      </label>
      <div class="form-actions">
        <button type="submit" class="begin">
          Begin the report
        </button>
        <fluent-button onClick={onCancel}>Cancel</fluent-button>
      </div>
    </form>
  );
}
