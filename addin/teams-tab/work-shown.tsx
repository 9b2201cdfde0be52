import { Notice } from "../ui/notice.tsx";
import type { Worker } from "../ui/use-work.ts";
import { WorkingBar } from "../ui/working-bar.tsx";
import { sentenceOf } from "./failure-sentence.ts";

interface WorkShownProps {
  readonly worker: Worker;
  /** What to do again when it failed. */
  readonly again?: () => void;
}

/** What is being done, or why it could not be. */
export function WorkShown({ worker: { work, failure, dismiss }, again }: WorkShownProps) {
  return (
    <>
      {failure !== null && (
        <Notice
          intent="error"
          message={sentenceOf(failure)}
          onDismiss={dismiss}
          {...(again ? { action: { label: "Try again", onClick: again } } : {})}
        />
      )}
      {work && <WorkingBar work={work} />}
    </>
  );
}
