import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { UnreadableDocumentMap } from "../../shared/contracts/document-map.ts";
import type { ComingMeeting, ReportOutline, ReportSummary } from "../../shared/contracts/task-pane-api.ts";
import type { SignIn } from "../sign-in/sign-in.ts";
import { Notice } from "../ui/notice.tsx";
import { ServerRefusal } from "../ui/server-answer.ts";
import { useWork } from "../ui/use-work.ts";
import { WorkingBar } from "../ui/working-bar.tsx";
import { restoreLost } from "../word/anchors.ts";
import {
  type ControlCopy,
  type DocumentLink,
  emptyLink,
  readDocumentMap,
  releaseCopies,
} from "../word/document-link.ts";
import { startOffice } from "../word/start-office.ts";
import { WordError } from "../word/word-error.ts";
import { NewReportForm } from "./new-report-form.tsx";
import { partsOf } from "./parts.ts";
import { ReportListView } from "./report-list.tsx";
import { connectReportServer, type ReportServer, readPaneSettings } from "./report-server.ts";
import { ReportView } from "./report-view.tsx";

type View =
  | { readonly at: "starting" }
  | { readonly at: "sign-in"; readonly again: boolean }
  | { readonly at: "stopped"; readonly message: string }
  | { readonly at: "reports"; readonly reports: readonly ReportSummary[] }
  | { readonly at: "new-report"; readonly meetings: readonly ComingMeeting[] }
  | { readonly at: "report"; readonly outline: ReportOutline };

/** The way to sign in, and whether that was done without asking. */
interface Entry {
  readonly way: SignIn;
  readonly already: Promise<boolean>;
}

/** Remembers on this machine that someone has begun here, so that the first screen is shown once. */
const begunMark = "clear-days.begun";

/** The whole task pane. */
export function App() {
  const worker = useWork();
  const { run } = worker;
  const begun = useRef(localStorage.getItem(begunMark) !== null);
  const [view, setView] = useState<View>(
    begun.current ? { at: "starting" } : { at: "sign-in", again: false },
  );
  const [link, setLink] = useState<DocumentLink>(emptyLink);
  const [announcement, setAnnouncement] = useState("");
  const [restored, setRestored] = useState<readonly string[]>([]);
  const [copies, setCopies] = useState<readonly ControlCopy[]>([]);
  const signIn = useRef<Promise<Entry> | null>(null);
  const server = useRef<ReportServer | null>(null);
  const wanted = useRef(false);
  const retry = useRef<() => void>(() => {});
  const pane = useRef<HTMLDivElement>(null);

  const openReports = useCallback(async (signal?: AbortSignal) => {
    const { reports } = await serverOf(server).reports(signal);
    setView({ at: "reports", reports });
  }, []);

  const openReport = useCallback(async (key: string, signal?: AbortSignal) => {
    const outline = await serverOf(server).outline(key, signal);
    setView({ at: "report", outline });
    return outline;
  }, []);

  /** After signing in: this document’s report, or the list. */
  const openWhereLeft = useCallback(
    async (signal: AbortSignal) => {
      localStorage.setItem(begunMark, "yes");
      begun.current = true;
      let found = emptyLink;
      let damaged: unknown = null;
      try {
        found = (await readDocumentMap()).value;
        if (found.copies.length > 0) {
          const { copies } = found;
          found = (await releaseCopies(found)).value;
          setCopies(copies);
        }
      } catch (error) {
        if (!(error instanceof UnreadableDocumentMap)) throw error;
        damaged = error;
      }
      setLink(found);
      if (!found.map) await openReports(signal);
      else {
        try {
          const outline = await openReport(found.map.reportKey, signal);
          const titles = new Map(partsOf(outline).map((part) => [part.key, part.title]));
          const { link: whole, titles: again } = (
            await restoreLost(found, (key) => titles.get(key) ?? "Part of the report")
          ).value;
          setLink(whole);
          setRestored(again);
        } catch (error) {
          const gone =
            error instanceof ServerRefusal && (error.code === "not-found" || error.code === "not-allowed");
          if (!gone) throw error;
          damaged = error;
          await openReports(signal);
        }
      }
      if (damaged) throw damaged;
    },
    [openReport, openReports],
  );

  const start = useCallback(() => {
    retry.current = start;
    void run("Opening Clear Days", async ({ signal }) => {
      const around = await startOffice();
      signIn.current ??= Promise.all([import("../sign-in/sign-in.ts"), readPaneSettings()]).then(
        async ([{ prepareSignIn }, settings]) => {
          const way = await prepareSignIn(settings, around.loginHint);
          // Begun now, so that a click that has to open a window opens it at once: browsers block late ones.
          return { way, already: way.silently() };
        },
      );
      let entry: Entry;
      try {
        entry = await signIn.current;
      } catch (error) {
        signIn.current = null;
        throw error;
      }
      server.current = connectReportServer(() => entry.way.token());
      if (!begun.current) return;
      if (await entry.already) await openWhereLeft(signal);
      else setView({ at: "sign-in", again: true });
    });
  }, [run, openWhereLeft]);

  useEffect(start, [start]);

  const askToSignIn = (): void => {
    // Pressed while the pane was still starting: it is done as soon as that is over.
    if (worker.work) {
      wanted.current = true;
      return;
    }
    wanted.current = false;
    retry.current = askToSignIn;
    void run("Signing in", async ({ signal }) => {
      const entry = await signIn.current;
      if (!entry) {
        begun.current = true;
        retry.current = start;
        throw new WordError("refused", "Clear Days is still starting. Try again.");
      }
      const again = view.at === "sign-in" && view.again;
      if (again || !(await entry.already)) await entry.way.byAsking();
      await openWhereLeft(signal);
    });
  };

  useEffect(() => {
    if (!worker.work && wanted.current) askToSignIn();
  });

  // Where the eye goes, the focus goes: each view begins at its heading.
  const place = view.at === "report" ? view.outline.report.key : view.at;
  useEffect(() => {
    if (place !== "starting") pane.current?.querySelector<HTMLElement>("h1")?.focus();
    window.scrollTo(0, 0);
  }, [place]);

  const failure = worker.failure;
  useEffect(() => {
    if (needsSignIn(failure)) setView({ at: "sign-in", again: true });
    if (failure instanceof WordError && (failure.kind === "not-in-word" || failure.kind === "too-old"))
      setView({ at: "stopped", message: failure.message });
    // Something was taken out of the document behind the pane's back: look again at what is there.
    if (failure instanceof WordError && failure.kind === "missing")
      readDocumentMap().then(({ value }) => setLink(value), console.error);
  }, [failure]);

  // Work in Word happens while the pane looks away: when the eye comes back, what stands there is read again.
  const busy = useRef(false);
  busy.current = worker.work !== null;
  const inReport = view.at === "report";
  useEffect(() => {
    if (!inReport) return;
    const lookAgain = (): void => {
      if (!busy.current) void readAgain(() => busy.current, setLink, setCopies).catch(console.error);
    };
    window.addEventListener("focus", lookAgain);
    return () => window.removeEventListener("focus", lookAgain);
  }, [inReport]);

  return (
    <div class="pane" ref={pane}>
      {failure !== null && failure !== undefined && view.at !== "stopped" && (
        <Notice
          intent="error"
          message={sentenceOf(failure)}
          onDismiss={worker.dismiss}
          {...(view.at === "starting"
            ? { action: { label: "Try again", onClick: () => retry.current() } }
            : {})}
        />
      )}
      {copies.length > 0 && (
        <Notice intent="info" message={copyWords(copies)} onDismiss={() => setCopies([])} />
      )}
      {restored.length > 0 && (
        <Notice intent="info" message={restoredWords(restored)} onDismiss={() => setRestored([])} />
      )}
      <main aria-busy={worker.work !== null}>
        {view.at === "stopped" && (
          <div class="empty">
            <h1 tabIndex={-1}>Clear Days</h1>
            <p role="alert">{view.message}</p>
          </div>
        )}
        {view.at === "sign-in" && <FirstRun again={view.again} onBegin={askToSignIn} />}
        {view.at === "reports" && (
          <ReportListView
            reports={view.reports}
            onOpen={(key) =>
              void run("Opening the report", async ({ signal }) => void (await openReport(key, signal)))
            }
            onNew={() =>
              void run("Looking for meetings", async ({ signal }) => {
                const { meetings } = await serverOf(server).meetings(signal);
                setView({ at: "new-report", meetings });
              })
            }
            onLookAgain={() => void run("Looking for reports", ({ signal }) => openReports(signal))}
          />
        )}
        {view.at === "new-report" && (
          <NewReportForm
            meetings={view.meetings}
            onBegin={(wanted) =>
              void run("Beginning the report", async (progress) => {
                progress.cannotStop();
                setView({ at: "report", outline: await serverOf(server).begin(wanted) });
                setAnnouncement(`${wanted.subject} is begun.`);
              })
            }
            onCancel={() => void run("Opening my reports", ({ signal }) => openReports(signal))}
          />
        )}
        {view.at === "report" && server.current && (
          <ReportView
            outline={view.outline}
            link={link}
            server={server.current}
            worker={worker}
            onOutline={(outline) => setView({ at: "report", outline })}
            onLink={setLink}
            onBack={() => void run("Opening my reports", ({ signal }) => openReports(signal))}
            announce={setAnnouncement}
          />
        )}
      </main>
      {worker.work && !inReport && <WorkingBar work={worker.work} />}
      <div class="read-out" role="status">
        {announcement}
      </div>
    </div>
  );
}

interface FirstRunProps {
  readonly again: boolean;
  readonly onBegin: () => void;
}

/** One screen, one sentence, one button. */
function FirstRun({ again, onBegin }: FirstRunProps) {
  return (
    <div class="first-run">
      <svg class="mark" width="40" height="40" viewBox="0 0 40 40" aria-hidden="true">
        <path
          d="M6 8h28v26H6z M6 15h28 M13 4v8 M27 4v8"
          fill="none"
          stroke="currentColor"
          stroke-width="2.5"
        />
        <path d="M13 25l5 5 9-10" fill="none" stroke="currentColor" stroke-width="3" />
      </svg>
      <h1 tabIndex={-1}>Clear Days</h1>
      <p>
        {again
          ? "Sign in to see your reports."
          : "Bring what each service wrote into this document, and save your changes back to the report."}
      </p>
      <fluent-button appearance="primary" onClick={onBegin}>
        {again ? "Sign in" : "Show my reports"}
      </fluent-button>
    </div>
  );
}

/** Reads what stands in the document, and lets go of copies; nothing is told while the pane is at work. */
async function readAgain(
  isBusy: () => boolean,
  onLink: (link: DocumentLink) => void,
  onCopies: (copies: readonly ControlCopy[]) => void,
): Promise<void> {
  const { value: found } = await readDocumentMap();
  if (isBusy() || !found.map) return;
  if (found.copies.length === 0) {
    onLink(found);
    return;
  }
  const { value } = await releaseCopies(found);
  if (isBusy()) return;
  onLink(value);
  onCopies(found.copies);
}

/** What became of copies of parts in the document. */
function copyWords(copies: readonly ControlCopy[]): string {
  const said = copies.map(({ title, nested }) =>
    nested ? `“${title}” stood inside another section` : `“${title}” stood in this document more than once`,
  );
  return `${[...new Set(said)].join(", and ")}. The first keeps its link to the record; the rest is plain text now.`;
}

/** Parts that had lost their link to the record and have it again. */
function restoredWords(titles: readonly string[]): string {
  const named = titles.map((title) => `“${title}”`).join(", ");
  return `${named} had lost ${titles.length === 1 ? "its" : "their"} link to the record in this document, and ${titles.length === 1 ? "has" : "have"} it again.`;
}

function serverOf(held: { readonly current: ReportServer | null }): ReportServer {
  if (!held.current) throw new WordError("refused", "Clear Days is still starting. Try again.");
  return held.current;
}

function needsSignIn(failure: unknown): boolean {
  if (failure instanceof ServerRefusal) return failure.code === "not-signed-in";
  return failure instanceof Error && failure.name === "SignInNeeded";
}

/** A failure in words for the person; the console has the rest. */
function sentenceOf(failure: unknown): string {
  const ours = ["ServerRefusal", "WordError", "SignInNeeded", "SignInFailed", "UnreadableDocumentMap"];
  if (failure instanceof Error && ours.includes(failure.name)) return failure.message;
  console.error(failure);
  return "Something went wrong in the pane. Close it and open it again; your document is unchanged or can be undone.";
}
