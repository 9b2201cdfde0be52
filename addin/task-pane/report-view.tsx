import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type {
  ConflictChoice,
  OutsideNote,
  ReportDocument,
  ReportOutline,
  StandardSectionOutline,
} from "../../shared/contracts/task-pane-api.ts";
import { movedSections } from "../../shared/rules/reports/section-order.ts";
import { Icon } from "../ui/icon.tsx";
import { Notice } from "../ui/notice.tsx";
import { useKeptFocus } from "../ui/use-kept-focus.ts";
import type { Progress, Worker } from "../ui/use-work.ts";
import { WorkingBar } from "../ui/working-bar.tsx";
import type { DocumentLink } from "../word/document-link.ts";
import { type KeptOperation, revertOperation } from "../word/kept-copy.ts";
import { selectControl } from "../word/read-section.ts";
import { ConflictPanel } from "./conflict-panel.tsx";
import { LeftAlonePanel } from "./left-alone-panel.tsx";
import { NotesPanel } from "./notes-panel.tsx";
import { isInside, isNewer, otherParts, type Part, partsMatching, partsOf, standingFor } from "./parts.ts";
import {
  type Desk,
  insertParts,
  movePart,
  refreshParts,
  type Saved,
  saveBack,
  settle,
  type Unsettled,
} from "./report-operations.ts";
import type { ReportServer } from "./report-server.ts";
import { SectionRow } from "./section-row.tsx";
import { countOf, longDay, reportKinds, reportStates } from "./words.ts";

interface ReportViewProps {
  readonly outline: ReportOutline;
  readonly link: DocumentLink;
  readonly server: ReportServer;
  readonly worker: Worker;
  readonly onOutline: (outline: ReportOutline) => void;
  readonly onLink: (link: DocumentLink) => void;
  readonly onBack: () => void;
  /** Reads a result out, once. */
  readonly announce: (words: string) => void;
}

type Panel =
  | {
      readonly shows: "conflict";
      readonly action: "refresh" | "save";
      readonly waiting: readonly Unsettled[];
    }
  | { readonly shows: "notes"; readonly title: string; readonly notes: readonly OutsideNote[] }
  | { readonly shows: "left-alone"; readonly reasons: readonly string[] };

/** The pane’s last operation, to go back to before it. */
interface LastOperation {
  /** “inserting ICT”. */
  readonly label: string;
  readonly kept: KeptOperation;
  /** The record’s order of sections before it, when it changed that. */
  readonly order?: readonly string[];
}

/** A report as its outline, and what can be done with each part in the open document. */
export function ReportView(props: ReportViewProps) {
  const { outline, link, server, worker, onOutline, onLink, onBack, announce } = props;
  const [panel, setPanel] = useState<Panel | null>(null);
  const [file, setFile] = useState<ReportDocument | null>(null);
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<LastOperation | null>(null);
  /** Key of the section after which standard sections and extracts go; empty for the end. */
  const [othersAfter, setOthersAfter] = useState("");
  const [standard, setStandard] = useState<readonly StandardSectionOutline[] | null>(null);
  const lastChoice = useRef<string | null>(null);
  const view = useRef<HTMLDivElement>(null);
  const focusAfter = useRef<string | null>(null);
  const { report } = outline;
  const parts = useMemo(() => partsOf(outline), [outline]);
  const others = useMemo(() => otherParts(outline, standard ?? []), [outline, standard]);
  const everything = [...parts, ...others];
  const missing = parts.filter((part) => !standingFor(part, link));
  const newer = everything.filter((part) => isNewer(part, link) && !isInside(part, link));
  const shown = partsMatching(parts, search);
  const shownOthers = partsMatching(others, search);
  const picked = everything.filter(({ key }) => chosen.has(key)).filter((part) => !standingFor(part, link));
  const sectionsHere = parts.filter((part) => part.kind === "section" && standingFor(part, link));
  const elsewhere = link.map !== null && link.map.reportKey !== report.key;
  const usesStandard = link.map?.controls.some(({ key }) => key.startsWith("STD/")) ?? false;

  // Standard sections are asked for when they matter: when one stands here, or when someone looks for them.
  useEffect(() => {
    if (!usesStandard || standard) return;
    server.standardSections().then(({ sections }) => setStandard(sections), console.error);
  }, [usesStandard, standard, server]);

  // A row that moves in the page loses the focus: it is given back to the same button.
  useEffect(() => {
    const label = focusAfter.current;
    focusAfter.current = null;
    if (label) view.current?.querySelector<HTMLElement>(`[aria-label="${CSS.escape(label)}"]`)?.focus();
  }, [outline]);

  useKeptFocus("li.row, .bottom-bar");

  const deskFor = (progress: Progress): Desk => ({ server, reportKey: report.key, link, progress, onLink });

  const insert = (wanted: readonly Part[], label: string, words: string): void => {
    void worker.run(`Inserting ${label}`, async (progress) => {
      const tell = ({ kept }: { kept: KeptOperation }) => setLast({ label: `inserting ${label}`, kept });
      const { link: now } = await insertParts(deskFor(progress), wanted, parts, tell, othersAfter);
      setChosen(new Set());
      const count = wanted.filter((part) => standingFor(part, now)).length;
      announce(
        wanted.length === 1
          ? words
          : `${countOf(count, "part")} ${count === 1 ? "is" : "are"} in the document.`,
      );
    });
  };

  const refresh = (wanted: readonly Part[]): void => {
    const label = wanted.length === 1 ? (wanted[0]?.title ?? "") : countOf(wanted.length, "part");
    void worker.run(`Refreshing ${label}`, async (progress) => {
      const { done, refreshed, unsettled, leftAlone } = await refreshParts(deskFor(progress), wanted);
      if (done.kept.changed.length > 0) setLast({ label: `refreshing ${label}`, kept: done.kept });
      const left = unsettled.length > 0 ? ` ${countOf(unsettled.length, "part")} to settle.` : "";
      announce(`${countOf(refreshed.length, "part")} refreshed.${left}`);
      if (leftAlone.length > 0) setPanel({ shows: "left-alone", reasons: leftAlone });
      else if (unsettled.length > 0) setPanel({ shows: "conflict", action: "refresh", waiting: unsettled });
    });
  };

  const afterSave = async (part: Part, outcome: Saved | null): Promise<void> => {
    if (!outcome) return;
    if ("merge" in outcome) {
      setPanel({ shows: "conflict", action: "save", waiting: [{ part, merge: outcome.merge }] });
      return;
    }
    const { saved, done, released } = outcome;
    if (done) {
      onLink(done.link);
      if (done.kept.changed.length > 0) setLast({ label: `merging ${part.title}`, kept: done.kept });
    }
    onOutline(await server.outline(report.key));
    const merged = done && done.kept.changed.length > 0 ? " with the record’s changes" : "";
    const copies = released > 0 ? " It stood in this document twice: the copy is plain text now." : "";
    announce(
      saved.changed
        ? `${part.title} is saved${merged}.${copies}`
        : merged
          ? `${part.title} now has the record’s text.${copies}`
          : `${part.title} was already the same in the record.${copies}`,
    );
    setPanel(saved.notes.length > 0 ? { shows: "notes", title: part.title, notes: saved.notes } : null);
  };

  const save = (part: Part): void => {
    void worker.run(`Saving ${part.title}`, async (progress) =>
      afterSave(part, await saveBack(deskFor(progress), part)),
    );
  };

  const settled = (choices: readonly ConflictChoice[]): void => {
    if (panel?.shows !== "conflict") return;
    const [first, ...rest] = panel.waiting;
    if (!first) return;
    const { part, merge } = first;
    setPanel(null);
    void worker.run(`Settling ${part.title}`, async (progress) => {
      if (panel.action === "save") {
        await afterSave(part, await saveBack(deskFor(progress), part, { merge, choices }));
        return;
      }
      const done = await settle(deskFor(progress), part, merge, choices);
      onLink(done.link);
      if (done.kept.length > 0)
        setLast({ label: `refreshing ${part.title}`, kept: { link, added: [], changed: done.kept } });
      announce(`${part.title} is refreshed. Save it back to store your changes.`);
      if (rest.length > 0) setPanel({ ...panel, waiting: rest });
    });
  };

  const move = (part: Part, direction: "up" | "down"): void => {
    const label = document.activeElement?.getAttribute("aria-label") ?? null;
    void worker.run(`Moving ${part.title}`, async (progress) => {
      const moved = await movePart(deskFor(progress), outline, parts, part.key, direction);
      if (!moved) return;
      const order = outline.sections.map(({ key }) => key);
      setLast({ label: `moving ${part.title}`, kept: moved.kept, order });
      focusAfter.current = label;
      onOutline(moved.outline);
      announce(`${part.title} moved ${direction}.`);
    });
  };

  const undo = (): void => {
    if (!last) return;
    void worker.run(`Undoing ${last.label}`, async (progress) => {
      progress.cannotStop();
      const { value } = await revertOperation(last.kept);
      setLast(null);
      onLink(value);
      if (last.order) onOutline(await server.orderSections(report.key, { keys: last.order }));
      announce(`Undone: ${last.label}.`);
    });
  };

  const show = (tag: string, title: string): void => {
    void worker.run(`Finding ${title}`, async (progress) => {
      progress.cannotStop();
      await selectControl(tag);
      announce(`${title} is selected in the document.`);
    });
  };

  const openDocument = (): void => {
    void worker.run("Opening the report’s document", async (progress) => {
      progress.cannotStop();
      setFile(await server.document(report.key));
    });
  };

  const openStandard = (): void => {
    void worker.run("Opening standard sections", async ({ signal }) => {
      const { sections } = await server.standardSections(signal);
      setStandard(sections);
      announce(`${countOf(sections.length, "standard section")}.`);
    });
  };

  const choose = (key: string, on: boolean, range: boolean): void => {
    const open = [...shown, ...shownOthers]
      .filter((part) => !standingFor(part, link))
      .map((part) => part.key);
    const from = range && lastChoice.current !== null ? open.indexOf(lastChoice.current) : -1;
    const to = open.indexOf(key);
    const keys = from < 0 ? [key] : open.slice(Math.min(from, to), Math.max(from, to) + 1);
    const next = new Set(chosen);
    for (const one of keys) on ? next.add(one) : next.delete(one);
    lastChoice.current = key;
    setChosen(next);
    announce(`${next.size} chosen.`);
  };

  const searchFor = (words: string): void => {
    setSearch(words);
    const count = partsMatching(everything, words).length;
    announce(words.trim() === "" ? "All parts are shown." : `${countOf(count, "part")} found.`);
  };

  const row = (part: Part) => {
    const standing = standingFor(part, link);
    return (
      <SectionRow
        key={`${part.kind}/${part.key}`}
        part={part}
        standing={standing}
        newer={isNewer(part, link)}
        inside={isInside(part, link)}
        chosen={chosen.has(part.key)}
        moves={search === "" && part.kind === "section" ? movesOf(outline, part.key) : null}
        onChoose={(on, range) => choose(part.key, on, range)}
        onInsert={() => insert([part], part.title, `${part.title} is in the document.`)}
        onSave={() => save(part)}
        onShow={() => standing && show(standing.tag, part.title)}
        onRefresh={() => refresh([part])}
        onMove={(direction) => move(part, direction)}
      />
    );
  };

  return (
    <>
      <div class="view with-bar" ref={view}>
        <fluent-button class="back" appearance="transparent" size="small" onClick={onBack}>
          <Icon name="chevron" slot="start" />
          My reports
        </fluent-button>
        <h1 tabIndex={-1}>{report.subject}</h1>
        <p class="quiet">
          {reportKinds[report.kind]}, {reportStates[report.state].toLowerCase()}
          {report.meeting && (
            <>
              <br />
              {report.meeting.body}, {longDay(report.meeting.date)} {report.meeting.date.slice(0, 4)}
            </>
          )}
        </p>
        {elsewhere && (
          <Notice
            intent="warning"
            message="This document belongs to another report. What you insert here will link it to this one."
          />
        )}
        {link.map === null && (
          <div class="linkless">
            <p>
              This document is not linked to the report yet. Insert here, or work in the report’s own document
              in SharePoint.
            </p>
            {file ? (
              <a href={file.address} target="_blank" rel="noopener noreferrer">
                Open {file.fileName}
              </a>
            ) : (
              <fluent-button size="small" onClick={openDocument}>
                Find its document
              </fluent-button>
            )}
          </div>
        )}
        {parts.length > 0 && (
          <input
            type="search"
            class="search"
            placeholder="Search sections and tables"
            aria-label="Search sections and tables"
            value={search}
            onInput={(event) => searchFor(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Escape" || search === "") return;
              event.preventDefault();
              searchFor("");
            }}
          />
        )}
        {parts.length === 0 && (
          <p class="quiet">
            This report has no sections yet. The committee office sets them up; they appear here when it has.
          </p>
        )}
        {parts.length > 0 && shown.length + shownOthers.length === 0 && (
          <p class="quiet">Nothing has these words. Press Esc to see everything.</p>
        )}
        <ol class="outline" onKeyDown={moveAmongRows}>
          {shown.map(row)}
        </ol>
        {(shownOthers.length > 0 || (standard === null && search === "")) && (
          <section class="others" aria-labelledby="others">
            <h2 id="others">More to insert</h2>
            {sectionsHere.length > 0 && shownOthers.length > 0 && (
              <label class="where">
                Put it
                <select value={othersAfter} onChange={(event) => setOthersAfter(event.currentTarget.value)}>
                  <option value="">at the end</option>
                  {sectionsHere.map(({ key, title }) => (
                    <option key={key} value={key}>
                      after {title}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <ul class="more" onKeyDown={moveAmongRows}>
              {shownOthers.map(row)}
            </ul>
            {standard === null && (
              <fluent-button size="small" onClick={openStandard}>
                Standard sections
              </fluent-button>
            )}
          </section>
        )}
      </div>
      <footer class="bottom-bar">
        {worker.work ? <WorkingBar work={worker.work} /> : null}
        {picked.length > 0 ? (
          <>
            <fluent-button
              appearance="primary"
              onClick={() =>
                insert(picked, countOf(picked.length, "part"), `${picked[0]?.title} is in the document.`)
              }
            >
              Insert {picked.length} chosen
            </fluent-button>
            <fluent-button onClick={() => setChosen(new Set())}>Clear</fluent-button>
          </>
        ) : (
          missing.length > 0 && (
            <fluent-button
              appearance="primary"
              onClick={() =>
                insert(
                  missing,
                  missing.length === parts.length ? "the report" : "what was missing",
                  "1 part is in the document.",
                )
              }
            >
              {missing.length === parts.length ? "Insert all" : `Insert ${missing.length} missing`}
            </fluent-button>
          )
        )}
        {newer.length > 0 && picked.length === 0 && (
          <fluent-button onClick={() => refresh(newer)}>Refresh {newer.length}</fluent-button>
        )}
        {last && (
          <fluent-button appearance="outline" size="small" onClick={undo}>
            Undo {last.label}
          </fluent-button>
        )}
        <span class="quiet">
          {parts.length - missing.length} of {parts.length} in the document
        </span>
      </footer>
      {panel?.shows === "conflict" && panel.waiting[0] && (
        <ConflictPanel
          key={panel.waiting[0].part.key}
          title={panel.waiting[0].part.title}
          merge={panel.waiting[0].merge}
          action={panel.action}
          onSettled={settled}
          onClose={() => setPanel(null)}
        />
      )}
      {panel?.shows === "notes" && (
        <NotesPanel title={panel.title} notes={panel.notes} onClose={() => setPanel(null)} />
      )}
      {panel?.shows === "left-alone" && (
        <LeftAlonePanel reasons={panel.reasons} onClose={() => setPanel(null)} />
      )}
    </>
  );
}

function movesOf(outline: ReportOutline, key: string): { readonly up: boolean; readonly down: boolean } {
  return {
    up: movedSections(outline.sections, key, "up") !== null,
    down: movedSections(outline.sections, key, "down") !== null,
  };
}

/** Up and down go from row to row, to the same kind of button or the first one. */
function moveAmongRows(event: KeyboardEvent): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const target = event.target instanceof HTMLElement ? event.target : null;
  const row = target?.closest("li");
  const next = event.key === "ArrowDown" ? row?.nextElementSibling : row?.previousElementSibling;
  const wanted = target?.matches("input")
    ? "input.choose, .row-actions fluent-button"
    : ".row-actions fluent-button";
  const button = next?.querySelector<HTMLElement>(wanted);
  if (!button) return;
  event.preventDefault();
  button.focus();
}
