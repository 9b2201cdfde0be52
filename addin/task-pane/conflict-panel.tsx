import type { ChangedElsewhere } from "../../shared/contracts/task-pane-api.ts";
import { SectionHtml } from "../ui/section-html.tsx";
import { SlideOver } from "../ui/slide-over.tsx";

interface ConflictPanelProps {
  readonly title: string;
  readonly changed: ChangedElsewhere;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
  readonly onClose: () => void;
}

/** Two versions of a section, to choose between: the document’s and the record’s. */
export function ConflictPanel({ title, changed, onKeepMine, onTakeTheirs, onClose }: ConflictPanelProps) {
  return (
    <SlideOver
      title={`Two versions of ${title}`}
      onClose={onClose}
      actions={
        <>
          <fluent-button appearance="primary" onClick={onKeepMine}>
            Keep mine
          </fluent-button>
          <fluent-button onClick={onTakeTheirs}>Take theirs</fluent-button>
        </>
      }
    >
      <p>{changed.message}</p>
      <p class="quiet">
        Keep mine saves your text over theirs. Take theirs puts their text into the document in place of
        yours.
      </p>
      <h3>Yours, in this document</h3>
      <div class="version">
        <SectionHtml html={changed.yours} />
      </div>
      <h3>Theirs, in the record</h3>
      <div class="version">
        <SectionHtml html={changed.theirs} />
      </div>
    </SlideOver>
  );
}
