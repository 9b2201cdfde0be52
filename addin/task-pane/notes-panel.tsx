import type { OutsideNote } from "../../shared/contracts/task-pane-api.ts";
import { SlideOver } from "../ui/slide-over.tsx";

interface NotesPanelProps {
  readonly title: string;
  readonly notes: readonly OutsideNote[];
  readonly onClose: () => void;
}

/** What a saved section has in Word that the record cannot hold. */
export function NotesPanel({ title, notes, onClose }: NotesPanelProps) {
  return (
    <SlideOver
      title={`${title} is saved`}
      onClose={onClose}
      actions={
        <fluent-button appearance="primary" onClick={onClose}>
          Close
        </fluent-button>
      }
    >
      <p>
        {notes.length === 1 ? "One thing stays" : `${notes.length} things stay`} in this document only,
        because the record holds text, lists, links and tables:
      </p>
      <ul class="notes">
        {notes.map((note) => (
          <li key={`${note.kind}/${note.place}`}>
            <strong>{note.kind}</strong> at {note.place}
          </li>
        ))}
      </ul>
    </SlideOver>
  );
}
