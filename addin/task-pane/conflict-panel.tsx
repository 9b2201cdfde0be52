import { useState } from "preact/hooks";
import type { ConflictChoice, SectionMerge } from "../../shared/contracts/task-pane-api.ts";
import { SectionHtml } from "../ui/section-html.tsx";
import { SlideOver } from "../ui/slide-over.tsx";

interface ConflictPanelProps {
  readonly title: string;
  readonly merge: SectionMerge;
  /** What happens with the text once it is settled. */
  readonly action: "refresh" | "save";
  readonly onSettled: (choices: readonly ConflictChoice[]) => void;
  readonly onClose: () => void;
}

const choices: readonly { readonly value: ConflictChoice; readonly label: string }[] = [
  { value: "yours", label: "Keep mine" },
  { value: "theirs", label: "Take theirs" },
  { value: "both", label: "Keep both, mine first" },
];

/** The paragraphs that both sides changed, each to be settled by a person; everything else is merged. */
export function ConflictPanel({ title, merge, action, onSettled, onClose }: ConflictPanelProps) {
  const conflicts = merge.pieces.flatMap((piece) => (piece.kind === "conflict" ? [piece] : []));
  const [settled, setSettled] = useState<readonly (ConflictChoice | null)[]>(conflicts.map(() => null));
  const left = settled.filter((choice) => choice === null).length;
  const use = (event: Event): void => {
    const open = settled.indexOf(null);
    if (open < 0) {
      onSettled(settled.flatMap((choice) => choice ?? []));
      return;
    }
    const button = event.currentTarget;
    const panel = button instanceof Element ? button.closest("dialog") : null;
    panel?.querySelectorAll<HTMLElement>("fieldset")[open]?.querySelector("input")?.focus();
  };
  const one = conflicts.length === 1;
  return (
    <SlideOver
      title={`Both changed ${title}`}
      onClose={onClose}
      actions={
        <>
          <fluent-button appearance="primary" onClick={use}>
            {action === "save" ? "Save" : "Refresh"}
          </fluent-button>
          <span class="quiet" role="status">
            {left === 0 ? "All chosen" : `${left} still to choose`}
          </span>
        </>
      }
    >
      <p>
        You and someone else changed {one ? "the same place" : `${conflicts.length} of the same places`}.
        Choose for
        {one ? " it" : " each"}; all other changes of both are kept.
      </p>
      {conflicts.map((conflict, index) => (
        <fieldset key={index} class="conflict">
          <legend>{one ? "The place" : `Place ${index + 1} of ${conflicts.length}`}</legend>
          <Version label="Yours, in this document" html={conflict.yours} />
          <Version label="Theirs, in the record" html={conflict.theirs} />
          {conflict.base !== "" && (
            <details>
              <summary>As it was before</summary>
              <SectionHtml html={conflict.base} />
            </details>
          )}
          {choices.map(({ value, label }) => (
            <label key={value} class="choice">
              <input
                type="radio"
                name={`conflict-${index}`}
                checked={settled[index] === value}
                onChange={() => setSettled(settled.map((old, place) => (place === index ? value : old)))}
              />
              {label}
            </label>
          ))}
        </fieldset>
      ))}
    </SlideOver>
  );
}

function Version({ label, html }: { readonly label: string; readonly html: string }) {
  return (
    <div class="version">
      <h3>{label}</h3>
      {html === "" ? <p class="quiet">Nothing: it was taken out</p> : <SectionHtml html={html} />}
    </div>
  );
}
