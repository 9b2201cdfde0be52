import { useCallback, useMemo, useState } from "preact/hooks";
import type {
  ChangedElsewhere,
  OutsideNote,
  ReportDocument,
  ReportOutline,
  SectionOutline,
} from "../../shared/contracts/task-pane-api.ts";
import { Icon } from "../ui/icon.tsx";
import { Notice } from "../ui/notice.tsx";
import type { Progress, Worker } from "../ui/use-work.ts";
import { WorkingBar } from "../ui/working-bar.tsx";
import { type DocumentLink, withControls, writeDocumentMap } from "../word/document-link.ts";
import { insertFragment } from "../word/insert-fragment.ts";
import { readSection, selectControl } from "../word/read-section.ts";
import { replaceSection } from "../word/replace-section.ts";
import { ConflictPanel } from "./conflict-panel.tsx";
import { NotesPanel } from "./notes-panel.tsx";
import { type Part, partsOf, placeFor, standingFor } from "./parts.ts";
import type { ReportServer } from "./report-server.ts";
import { SectionRow } from "./section-row.tsx";
import { longDay, reportKinds, reportStates } from "./words.ts";

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
  | { readonly shows: "conflict"; readonly section: SectionOutline; readonly changed: ChangedElsewhere }
  | { readonly shows: "notes"; readonly title: string; readonly notes: readonly OutsideNote[] };

/** A report as its outline, and what can be done with each part in the open document. */
export function ReportView(props: ReportViewProps) {
  const { outline, link, server, worker, onOutline, onLink, onBack, announce } = props;
  const [panel, setPanel] = useState<Panel | null>(null);
  const [file, setFile] = useState<ReportDocument | null>(null);
  const { report } = outline;
  const parts = useMemo(() => partsOf(outline), [outline]);
  const missing = parts.filter((part) => !standingFor(part, link));
  const elsewhere = link.map !== null && link.map.reportKey !== report.key;

  /** Inserts a part where it belongs. @returns the link of the document after it. */
  const insertPart = async (part: Part, now: DocumentLink, progress: Progress): Promise<DocumentLink> => {
    const fragment = await server.fragment(report.key, { parts: [part.key] }, progress.signal);
    progress.cannotStop();
    const { value } = await insertFragment(report.key, fragment, placeFor(part, parts, now), now.map);
    const next = { map: value.map, tags: [...now.tags, ...fragment.controls.map((control) => control.tag)] };
    onLink(next);
    return next;
  };

  const insertOne = (part: Part): void => {
    void worker.run(`Inserting ${part.title}`, async (progress) => {
      await insertPart(part, link, progress);
      announce(`${part.title} is in the document.`);
    });
  };

  const insertAll = (): void => {
    void worker.run("Inserting the report", async (progress) => {
      if (missing.length === parts.length) {
        const fragment = await server.fragment(report.key, { parts: "all" }, progress.signal);
        progress.cannotStop();
        const { value } = await insertFragment(report.key, fragment, "end", link.map);
        onLink({ map: value.map, tags: [...link.tags, ...fragment.controls.map((control) => control.tag)] });
        announce(`The report is in the document, ${fragment.controls.length} parts.`);
        return;
      }
      let now = link;
      for (const [index, part] of missing.entries()) {
        progress.step(`Inserting ${part.title}`, index, missing.length);
        progress.signal.throwIfAborted();
        now = await insertPart(part, now, progress);
      }
      announce(`${missing.length} parts are in the document.`);
    });
  };

  const save = useCallback(
    (section: SectionOutline, over?: string): void => {
      const mapped = standingFor({ kind: "section", key: section.key }, link);
      if (!mapped) return;
      void worker.run(`Saving ${section.heading}`, async (progress) => {
        progress.cannotStop();
        const ooxml = (await readSection(mapped.tag)).value;
        const answer = await server.saveSection(report.key, section.key, {
          ooxml,
          baseVersion: over ?? mapped.version,
        });
        if (answer.outcome === "changed") {
          setPanel({ shows: "conflict", section, changed: answer.changed });
          return;
        }
        const { saved } = answer;
        const control = { ...mapped, version: saved.version, hash: saved.hash, base: saved.html };
        const map = withControls(link.map, report.key, [control]);
        await writeDocumentMap(map);
        onLink({ ...link, map });
        onOutline(await server.outline(report.key));
        announce(
          saved.changed
            ? `${section.heading} is saved.`
            : `${section.heading} was already the same in the record.`,
        );
        if (saved.notes.length > 0) setPanel({ shows: "notes", title: section.heading, notes: saved.notes });
        else setPanel(null);
      });
    },
    [link, server, report.key, worker, onLink, onOutline, announce],
  );

  const takeTheirs = (section: SectionOutline): void => {
    const mapped = standingFor({ kind: "section", key: section.key }, link);
    if (!mapped) return;
    setPanel(null);
    void worker.run(`Replacing ${section.heading}`, async (progress) => {
      const fragment = await server.fragment(report.key, { parts: [section.key] }, progress.signal);
      progress.cannotStop();
      const { value } = await replaceSection(report.key, mapped.tag, fragment, link.map);
      const tags = [
        ...link.tags.filter((tag) => tag !== mapped.tag),
        ...fragment.controls.map((one) => one.tag),
      ];
      onLink({ map: value.map, tags });
      onOutline(await server.outline(report.key));
      announce(`${section.heading} now has the record’s text.`);
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

  return (
    <>
      <div class="view with-bar">
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
        {parts.length === 0 ? (
          <p class="quiet">
            This report has no sections yet. The committee office sets them up; they appear here when it has.
          </p>
        ) : (
          <ol class="outline" onKeyDown={moveAmongRows}>
            {parts.map((part) => {
              const standing = standingFor(part, link);
              return (
                <SectionRow
                  key={`${part.kind}/${part.key}`}
                  part={part}
                  standing={standing}
                  onInsert={() => insertOne(part)}
                  onSave={() => part.kind === "section" && save(part.section)}
                  onShow={() => standing && show(standing.tag, part.title)}
                />
              );
            })}
          </ol>
        )}
      </div>
      <footer class="bottom-bar">
        {worker.work ? <WorkingBar work={worker.work} /> : null}
        {missing.length > 0 ? (
          <fluent-button appearance="primary" onClick={insertAll}>
            {missing.length === parts.length ? "Insert all" : `Insert ${missing.length} missing`}
          </fluent-button>
        ) : null}
        <span class="quiet">
          {parts.length - missing.length} of {parts.length} in the document
        </span>
      </footer>
      {panel?.shows === "conflict" && (
        <ConflictPanel
          title={panel.section.heading}
          changed={panel.changed}
          onKeepMine={() => {
            setPanel(null);
            save(panel.section, panel.changed.theirVersion);
          }}
          onTakeTheirs={() => takeTheirs(panel.section)}
          onClose={() => setPanel(null)}
        />
      )}
      {panel?.shows === "notes" && (
        <NotesPanel title={panel.title} notes={panel.notes} onClose={() => setPanel(null)} />
      )}
    </>
  );
}

/** Up and down go from row to row, to the same kind of button or the first one. */
function moveAmongRows(event: KeyboardEvent): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const target = event.target instanceof Element ? event.target : null;
  const row = target?.closest("li");
  const next = event.key === "ArrowDown" ? row?.nextElementSibling : row?.previousElementSibling;
  const button = next?.querySelector<HTMLElement>("fluent-button:not([disabled])");
  if (!button) return;
  event.preventDefault();
  button.focus();
}
