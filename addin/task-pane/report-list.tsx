import type { ReportSummary } from "../../shared/contracts/task-pane-api.ts";
import { reportKinds, reportStates, tableDay } from "./words.ts";

interface ReportListProps {
  readonly reports: readonly ReportSummary[];
  readonly onOpen: (key: string) => void;
  readonly onLookAgain: () => void;
  readonly onNew: () => void;
}

/** The reports this person works on. */
export function ReportListView({ reports, onOpen, onLookAgain, onNew }: ReportListProps) {
  if (reports.length === 0) {
    return (
      <div class="empty">
        <h1 tabIndex={-1}>My reports</h1>
        <p>
          Reports you write or contribute to appear here, with what is due and when. The committee office adds
          you to a report.
        </p>
        <fluent-button onClick={onLookAgain}>Look again</fluent-button>
        <fluent-button onClick={onNew}>New covering report</fluent-button>
      </div>
    );
  }
  return (
    <div class="view">
      <h1 tabIndex={-1}>My reports</h1>
      <ul class="reports">
        {reports.map((report) => (
          <li key={report.key}>
            <button type="button" class="report" onClick={() => onOpen(report.key)}>
              <span class="report-subject">{report.subject}</span>
              <span class="quiet">
                {reportKinds[report.kind]}
                {report.meeting && `, ${report.meeting.body}, ${tableDay(report.meeting.date)}`}
              </span>
              <span class="quiet">{reportStates[report.state]}</span>
            </button>
          </li>
        ))}
      </ul>
      <fluent-button class="new" onClick={onNew}>
        New covering report
      </fluent-button>
    </div>
  );
}
