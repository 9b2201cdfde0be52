import { SlideOver } from "../ui/slide-over.tsx";

interface LeftAlonePanelProps {
  /** One sentence for each part: what stands in the way and what to do. */
  readonly reasons: readonly string[];
  readonly onClose: () => void;
}

/** Parts that were not refreshed, because something in them would have been lost. */
export function LeftAlonePanel({ reasons, onClose }: LeftAlonePanelProps) {
  const title = reasons.length === 1 ? "1 part was left alone" : `${reasons.length} parts were left alone`;
  return (
    <SlideOver
      title={title}
      onClose={onClose}
      actions={
        <fluent-button appearance="primary" onClick={onClose}>
          Close
        </fluent-button>
      }
    >
      <ul class="notes">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </SlideOver>
  );
}
