import { useId, useRef, useState } from "preact/hooks";
import type { CouncilMeetings, NoticeAdvice, NoticeDraft } from "../../../shared/contracts/meetings-api.ts";
import { copyText } from "../../ui/copy-text.ts";
import { useWork } from "../../ui/use-work.ts";
import type { CouncilServer } from "../council-server.ts";
import { fullDay } from "../words.ts";
import { WorkShown } from "../work-shown.tsx";

interface NoticeBranchProps {
  readonly server: CouncilServer;
  readonly meetings: CouncilMeetings;
}

const branchWords: Readonly<Record<NoticeAdvice["branch"], string>> = {
  normal: "Normal notice",
  "general-exception": "General exception",
  "special-urgency": "Special urgency",
};

const kinds: readonly (readonly [NoticeDraft["kind"], string])[] = [
  ["GeneralException", "General exception"],
  ["SpecialUrgency", "Special urgency"],
  ["PrivateMeeting", "Private meeting, first notice"],
  ["PrivateMeetingFinal", "Private meeting, second notice"],
];

/** Which notice a decision on a day needs, and a draft of it. */
export function NoticeBranch({ server, meetings }: NoticeBranchProps) {
  const worker = useWork();
  const { run } = worker;
  const [day, setDay] = useState(() => likelyDay(meetings));
  const [found, setFound] = useState<{ readonly day: string; readonly advice: NoticeAdvice } | null>(null);
  const field = useId();
  const look = (): void =>
    void run("Counting the days", async ({ signal }) =>
      setFound({ day, advice: await server.noticeAdvice(day, signal) }),
    );
  return (
    <section class="branch" aria-labelledby={`${field}-heading`}>
      <h2 id={`${field}-heading`}>Which notice does a decision need?</h2>
      <form
        class="filters"
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
      >
        <label class="field-beside" for={field}>
          Day of the decision
          <input
            id={field}
            type="date"
            required
            value={day}
            onInput={(event) => setDay(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="plain-button">
          Show the notice
        </button>
      </form>
      <WorkShown worker={worker} />
      <div role="status">
        {found && (
          <p class="note">
            <strong>{branchWords[found.advice.branch]}</strong> for a decision on {fullDay(found.day)}.{" "}
            {found.advice.reason}
          </p>
        )}
      </div>
      {found && (
        <Advice key={found.day} day={found.day} advice={found.advice} server={server} meetings={meetings} />
      )}
    </section>
  );
}

/** The day of the next meeting of the Cabinet, where key decisions are taken; else of the next meeting. */
function likelyDay({ meetings, today }: CouncilMeetings): string {
  const coming = meetings.filter(({ date }) => date > today);
  return (coming.find(({ bodyKey }) => bodyKey === "CAB") ?? coming[0])?.date ?? today;
}

interface AdviceProps extends NoticeBranchProps {
  readonly day: string;
  readonly advice: NoticeAdvice;
}

function Advice({ day, advice, server, meetings }: AdviceProps) {
  return (
    <>
      {advice.steps.length > 0 && (
        <>
          <h3>What has to be done</h3>
          <ol>
            {advice.steps.map(({ what, by }) => (
              <li key={what}>
                {what} <p class="quiet">{by === null ? "As soon as practicable" : `By ${fullDay(by)}`}</p>
              </li>
            ))}
          </ol>
        </>
      )}
      {advice.ring.length > 0 && (
        <>
          <h3>Whom to ring</h3>
          <ul class="ring">
            {advice.ring.map((whom) => (
              <li key={whom}>{whom}</li>
            ))}
          </ul>
        </>
      )}
      {advice.branch !== "normal" && (
        <p>With normal notice it could be decided from {fullDay(advice.firstNormalDate)} on.</p>
      )}
      <NoticeForm day={day} advice={advice} server={server} meetings={meetings} />
    </>
  );
}

/** Drafts the notice for a meeting on that day, with the reason that the law wants. */
function NoticeForm({ day, advice, server, meetings }: AdviceProps) {
  const worker = useWork();
  const { run } = worker;
  const onDay = meetings.meetings.filter(({ date }) => date === day);
  const [draft, setDraft] = useState<NoticeDraft>({
    kind:
      advice.branch === "special-urgency"
        ? "SpecialUrgency"
        : advice.branch === "general-exception"
          ? "GeneralException"
          : "PrivateMeeting",
    meetingKey: onDay[0]?.key ?? "",
    matter: "",
    reason: "",
    agreedBy: "",
  });
  const [text, setText] = useState<string | null>(null);
  const [copied, setCopied] = useState("");
  const drafted = useRef<HTMLTextAreaElement>(null);
  const change = (given: Partial<NoticeDraft>): void => setDraft({ ...draft, ...given });
  if (onDay.length === 0)
    return (
      <p class="quiet">
        No meeting is in the records for that day. A notice is drafted for a meeting: choose the day of one.
      </p>
    );
  const write = (): void =>
    void run("Drafting the notice", async (progress) => {
      progress.cannotStop();
      const { agreedBy = "", ...rest } = draft;
      const made = await server.draftNotice({
        ...rest,
        ...(agreedBy.trim() === "" ? {} : { agreedBy: agreedBy.trim() }),
      });
      setText(made.text);
      setCopied("The draft is kept with the notices.");
    });
  return (
    <form
      class="draft"
      onSubmit={(event) => {
        event.preventDefault();
        write();
      }}
    >
      <h3>Draft a notice</h3>
      <label class="field">
        Kind
        <select
          value={draft.kind}
          onChange={(event) => change({ kind: event.currentTarget.value as NoticeDraft["kind"] })}
        >
          {kinds.map(([kind, words]) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        Meeting
        <select
          value={draft.meetingKey}
          onChange={(event) => change({ meetingKey: event.currentTarget.value })}
        >
          {onDay.map(({ key, body }) => (
            <option key={key} value={key}>
              {body}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        Matter to be decided
        <input
          type="text"
          required
          maxLength={250}
          value={draft.matter}
          onInput={(event) => change({ matter: event.currentTarget.value })}
        />
      </label>
      <label class="field">
        Reason
        {advice.reasonWanted !== null && <span class="quiet">{advice.reasonWanted}</span>}
        <textarea
          rows={4}
          required
          maxLength={4000}
          value={draft.reason}
          onInput={(event) => change({ reason: event.currentTarget.value })}
        />
      </label>
      <label class="field">
        Agreed by, where somebody has to agree
        <input
          type="text"
          maxLength={200}
          value={draft.agreedBy ?? ""}
          onInput={(event) => change({ agreedBy: event.currentTarget.value })}
        />
      </label>
      <WorkShown worker={worker} />
      <div>
        <button type="submit" class="plain-button">
          Draft the notice
        </button>
      </div>
      {text !== null && (
        <>
          <label class="field">
            The notice, ready to paste
            <textarea class="drafted" rows={12} readOnly value={text} ref={drafted} />
          </label>
          <div>
            <fluent-button onClick={() => void copyText(drafted.current).then(setCopied)}>
              Copy the notice
            </fluent-button>
          </div>
        </>
      )}
      <p role="status">{copied}</p>
    </form>
  );
}
