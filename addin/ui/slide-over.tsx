import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Icon } from "./icon.tsx";
import { useModal } from "./use-modal.ts";

interface SlideOverProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** Buttons that stay in sight at the bottom. */
  readonly actions?: ComponentChildren;
}

/** A panel over the view: takes the focus, closes with Esc, and gives the focus back to where it was. */
export function SlideOver({ title, onClose, children, actions }: SlideOverProps) {
  const dialog = useModal();
  const heading = useId();
  return (
    <dialog
      ref={dialog}
      class="slide-over"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header class="slide-over-head">
        <h2 id={heading} tabIndex={-1}>
          {title}
        </h2>
        <fluent-button appearance="subtle" icon-only aria-label="Close" title="Close" onClick={onClose}>
          <Icon name="close" />
        </fluent-button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <section class="slide-over-body" tabIndex={0} aria-label={title}>
        {children}
      </section>
      {actions && <footer class="slide-over-actions">{actions}</footer>}
    </dialog>
  );
}
