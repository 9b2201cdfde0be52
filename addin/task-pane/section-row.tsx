import type { MappedControl } from "../../shared/contracts/document-map.ts";
import { Icon } from "../ui/icon.tsx";
import { StateLine } from "../ui/state-line.tsx";
import type { Part } from "./parts.ts";
import { dueWords, sectionStates } from "./words.ts";

interface SectionRowProps {
  readonly part: Part;
  /** What stands in the document for it, if anything. */
  readonly standing: MappedControl | undefined;
  readonly newer: boolean;
  /** Whether it stands inside its section, and comes and goes with it. */
  readonly inside: boolean;
  readonly chosen: boolean;
  /** Whether it can be moved past a neighbour. */
  readonly moves: { readonly up: boolean; readonly down: boolean } | null;
  /** @param range Whether to choose everything from the last choice to this one. */
  readonly onChoose: (chosen: boolean, range: boolean) => void;
  readonly onInsert: () => void;
  readonly onSave: () => void;
  readonly onShow: () => void;
  readonly onRefresh: () => void;
  readonly onMove: (direction: "up" | "down") => void;
}

/** One part of the outline: what it is, how it stands, and what can be done with it here. */
export function SectionRow(props: SectionRowProps) {
  const { part, standing, newer, inside, chosen, moves, onChoose, onInsert, onSave, onShow } = props;
  const { title } = part;
  const level = part.kind === "section" ? part.section.level : part.kind === "table" ? 3 : 1;
  const moveOn = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    event.stopPropagation();
    const direction = event.key === "ArrowUp" ? "up" : "down";
    if (moves?.[direction]) props.onMove(direction);
  };
  return (
    <li
      class={`row level-${level} ${part.kind}${standing ? " standing" : ""}`}
      data-key={part.key}
      onKeyDown={moveOn}
    >
      {!standing && (
        <input
          type="checkbox"
          class="choose"
          checked={chosen}
          aria-label={`Choose ${title}`}
          onClick={(event) => onChoose(event.currentTarget.checked, event.shiftKey)}
        />
      )}
      <div class="row-words">
        <h2 class="row-title">
          {part.kind === "table" && <Icon name="table" />}
          {title}
        </h2>
        <PartFacts part={part} />
        {newer && (
          <p class="state tone-waiting">
            <Icon name="warning" />
            The record has changed since it was inserted
          </p>
        )}
      </div>
      {moves && (
        <div class="row-moves">
          {(["up", "down"] as const).map((direction) => (
            <fluent-button
              key={direction}
              size="small"
              appearance="subtle"
              icon-only
              {...(moves[direction] ? {} : { "disabled-focusable": true })}
              aria-label={`Move ${title} ${direction}`}
              title={`Move ${direction} (Alt+${direction === "up" ? "Up" : "Down"})`}
              onClick={() => moves[direction] && props.onMove(direction)}
            >
              <Icon name={direction} />
            </fluent-button>
          ))}
        </div>
      )}
      <div class="row-actions">
        {standing ? (
          <>
            <span class="state tone-good">
              <Icon name="here" />
              {inside ? "In its section" : "In the document"}
            </span>
            {newer && (
              <fluent-button size="small" aria-label={`Refresh ${title}`} onClick={props.onRefresh}>
                Refresh
              </fluent-button>
            )}
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

function PartFacts({ part }: { readonly part: Part }) {
  switch (part.kind) {
    case "section":
      return <SectionFacts part={part} />;
    case "table":
      return <p class="quiet">{rowCount(part.table.rows)}</p>;
    default:
      return (
        <>
          <p class="quiet">{part.note}</p>
          <p class="opening">{part.opening}</p>
        </>
      );
  }
}

function SectionFacts({ part }: { readonly part: Extract<Part, { kind: "section" }> }) {
  const { section } = part;
  const state = sectionStates[section.state];
  const waiting = section.state === "open" || section.state === "returned";
  const late = waiting && section.due !== undefined && section.due.workingDaysLeft < 0;
  return (
    <>
      <p class="facts">
        <StateLine shown={state} />
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
