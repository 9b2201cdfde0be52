import { useState } from "preact/hooks";
import type { CouncilAgendaItem, CouncilMeeting } from "../../../shared/contracts/meetings-api.ts";
import { downloadFile } from "../../ui/download-file.ts";
import { SlideOver } from "../../ui/slide-over.tsx";
import { StateLine } from "../../ui/state-line.tsx";
import { useWork } from "../../ui/use-work.ts";
import type { CouncilServer } from "../council-server.ts";
import { Facts } from "../facts.tsx";
import { fullDay, meetingState, paragraphInWords, publishBy } from "../words.ts";
import { WorkShown } from "../work-shown.tsx";

interface MeetingPanelProps {
  readonly meeting: CouncilMeeting;
  readonly officer: boolean;
  readonly server: CouncilServer;
  readonly onClose: () => void;
  readonly onItem: (itemKey: string) => void;
}

const withoutCertificate = new Set(["Scheduled", "Cancelled", "Rearranged"]);
const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A meeting with its agenda; officers take its certificate of notice and its deadlines from here. */
export function MeetingPanel({ meeting, officer, server, onClose, onItem }: MeetingPanelProps) {
  const worker = useWork();
  const { run } = worker;
  const [done, setDone] = useState("");
  const takeCertificate = (): void =>
    void run("Writing the certificate", async () => {
      const { fileName, fileBase64, statement } = await server.certificate(meeting.key);
      const bytes = Uint8Array.from(atob(fileBase64), (letter) => letter.charCodeAt(0));
      downloadFile(fileName, new Blob([bytes], { type: wordType }));
      setDone(`${fileName} is in your downloads. ${statement}`);
    });
  const takeDeadlines = (): void =>
    void run("Writing the calendar", async () => {
      const { fileName, calendar } = await server.deadlinesCalendar(meeting.key);
      downloadFile(fileName, new Blob([calendar], { type: "text/calendar" }));
      setDone(`${fileName} is in your downloads. Open it to put the deadlines in your calendar.`);
    });
  return (
    <SlideOver
      title={`${meeting.body}, ${fullDay(meeting.date)}`}
      onClose={onClose}
      actions={
        officer && (
          <>
            {!withoutCertificate.has(meeting.state) && (
              <fluent-button onClick={takeCertificate}>Download certificate of notice</fluent-button>
            )}
            <fluent-button onClick={takeDeadlines}>Download its deadlines</fluent-button>
          </>
        )
      }
    >
      <WorkShown worker={worker} />
      <p role="status" class={done === "" ? "read-out" : "note"}>
        {done}
      </p>
      <p>
        <StateLine shown={meetingState(meeting.state)} />
      </p>
      <Facts
        facts={[
          ["Publication", meeting.publishBy === undefined ? "" : publishBy(meeting.publishBy)],
          ["Time", meeting.time ?? ""],
          ["Venue", meeting.venue ?? ""],
        ]}
      />
      <p class="links">
        {meeting.publicAddress !== undefined && (
          <a href={meeting.publicAddress} target="_blank" rel="noreferrer">
            Public agenda pack
          </a>
        )}
        <a href={meeting.calendar} target="_blank" rel="noreferrer">
          Add to calendar
        </a>
      </p>
      <h3>Agenda</h3>
      {meeting.items.length === 0 ? (
        <p>
          {meeting.state === "Scheduled"
            ? "The agenda appears here once it is published."
            : "Its agenda is not in the records."}
        </p>
      ) : (
        <ol class="agenda">
          {meeting.items.map((item) => (
            <AgendaLine key={item.number} item={item} onItem={onItem} />
          ))}
        </ol>
      )}
    </SlideOver>
  );
}

interface AgendaLineProps {
  readonly item: CouncilAgendaItem;
  readonly onItem: (itemKey: string) => void;
}

function AgendaLine({ item, onItem }: AgendaLineProps) {
  const { forwardPlanItemKey } = item;
  const facts = [
    ...(item.reportOf === undefined ? [] : [item.reportOf]),
    ...(item.pages === undefined ? [] : [`${/ to /.test(item.pages) ? "Pages" : "Page"} ${item.pages}`]),
    ...(item.keyDecision ? ["Key decision"] : []),
    ...(item.toFollow ? ["To follow"] : []),
    ...(item.exemptParagraphs.length === 0
      ? []
      : [`Exempt: ${item.exemptParagraphs.map(paragraphInWords).join("; ")}`]),
  ];
  return (
    <li value={item.number}>
      <span class="mark-title">{item.title}</span>
      {facts.length > 0 && <p class="quiet">{facts.join(" · ")}</p>}
      {item.outcome !== undefined && <p>Outcome: {item.outcome}</p>}
      {forwardPlanItemKey !== undefined && (
        <button type="button" class="link" onClick={() => onItem(forwardPlanItemKey)}>
          Open in the Forward Plan<span class="read-out">: {item.title}</span>
        </button>
      )}
    </li>
  );
}
