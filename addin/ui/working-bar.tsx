import { useEffect, useState } from "preact/hooks";
import type { Work } from "./use-work.ts";

/** How long something may take before it is shown, in milliseconds: quicker things should not flash. */
const patience = 700;

/** Progress of what the pane is doing, with a way to stop it where stopping is possible. */
export function WorkingBar({ work }: { readonly work: Work }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div class="working">
      <div class="working-words">
        <span id="working-label">{work.label}</span>
        {work.cancel && (
          <fluent-button size="small" onClick={work.cancel}>
            Cancel
          </fluent-button>
        )}
      </div>
      <fluent-progress-bar
        aria-labelledby="working-label"
        {...(work.steps ? { max: work.steps.all, value: work.steps.done } : {})}
      />
    </div>
  );
}
