import type { MappedControl } from "../../shared/contracts/document-map.ts";
import { Icon } from "../ui/icon.tsx";
import type { Part } from "./parts.ts";
import { dueWords, sectionStates } from "./words.ts";

interface SectionRowProps {
  readonly part: Part;
  /** What stands in the document for it, if anything. */
  readonly standing: MappedControl | undefined;
  readonly onInsert: () => void;
  readonly onSave: () => void;
  readonly onShow: () => void;
}

/** One section or table of the outline: what it is, how it stands, and what can be done with it here. */
export function SectionRow({ part, standing, onInsert, onSave, onShow }: SectionRowProps) {
  const { title } = part;
  const level = part.kind === "section" ? part.section.level : 3;
  const newer = standing && part.kind === "section" && standing.version !== part.section.version;
  return (
    <li class={`row level-${level} ${part.kind}${standing ? " standing" : ""}`} data-key={part.key}>
      <div class="row-words">
        <h2 class="row-title">
          {part.kind === "table" && <Icon name="table" />}
          {title}
        </h2>
        {part.kind === "section" ? (
          <SectionFacts part={part} />
        ) : (
          <p class="quiet">{rowCount(part.table.rows)}</p>
        )}
        {newer && (
          <p class="state tone-waiting">
            <Icon name="warning" />
            The record has changed since it was inserted
          </p>
        )}
      </div>
      <div class="row-actions">
        {standing ? (
          <>
            <span class="state tone-good">
              <Icon name="here" />
              In the document
            </span>
            {part.kind === "section" && (
              <fluent-button size="small" aria-label={`Save back ${title}`} onClick={onSave}>
                Save back
              </fluent-button>
            )}
            <fluent-button
              size="small"
              appearance="subtle"
              aria-label={`Show ${title} in the document`}
              onClick={onShow}
            >
              Show
            </fluent-button>
          </>
        ) : (
          <fluent-button class="insert" size="small" aria-label={`Insert ${title}`} onClick={onInsert}>
            Insert
          </fluent-button>
        )}
      </div>
    </li>
  );
}

function SectionFacts({ part }: { readonly part: Extract<Part, { kind: "section" }> }) {
  const { section } = part;
  const state = sectionStates[section.state];
  const waiting = section.state === "open" || section.state === "returned";
  const late = waiting && section.due !== undefined && section.due.workingDaysLeft < 0;
  return (
    <>
      <p class="facts">
        <span class={`state tone-${state.tone}`}>
          <Icon name={state.icon} />
          {state.word}
        </span>
        {section.contributor && <span class="quiet">{section.contributor}</span>}
      </p>
      {section.due && waiting && (
        <p class={late ? "state tone-bad" : "quiet"}>
          {late && <Icon name="warning" />}
          {capital(dueWords(section.due))}
        </p>
      )}
      {section.opening && <p class="opening">{section.opening}</p>}
    </>
  );
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function rowCount(rows: number): string {
  return `Table, ${rows} ${rows === 1 ? "row" : "rows"}`;
}
