import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { useModal } from "./use-modal.ts";

interface AskDialogProps {
  readonly title: string;
  /** What will happen, and what cannot be taken back. */
  readonly children: ComponentChildren;
  /** A verb: what is done on yes. */
  readonly yes: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks before something is done: takes the focus, closes with Esc, gives the focus back to where it was. */
export function AskDialog({ title, children, yes, onYes, onNo }: AskDialogProps) {
  const dialog = useModal();
  const heading = useId();
  return (
    <dialog
      ref={dialog}
      class="ask"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onNo();
      }}
    >
      <h2 id={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
      <footer class="ask-actions">
        <fluent-button appearance="primary" onClick={onYes}>
          {yes}
        </fluent-button>
        <fluent-button onClick={onNo}>Cancel</fluent-button>
      </footer>
    </dialog>
  );
}
