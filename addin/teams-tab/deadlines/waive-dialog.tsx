import { useId, useState } from "preact/hooks";
import type { DeadlineEntry } from "../../../shared/contracts/meetings-api.ts";
import { AskDialog } from "../../ui/ask-dialog.tsx";
import { whatIsDue } from "../words.ts";

interface WaiveDialogProps {
  readonly entry: DeadlineEntry;
  readonly onWaive: (reason: string) => void;
  readonly onNo: () => void;
}

/** Asks why a deadline is waived; the reason is kept with it. */
export function WaiveDialog({ entry, onWaive, onNo }: WaiveDialogProps) {
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const field = useId();
  return (
    <AskDialog
      title="Waive this deadline"
      yes="Waive"
      onNo={onNo}
      onYes={() => {
        if (reason.trim() === "") {
          setMissing(true);
          document.getElementById(field)?.focus();
        } else onWaive(reason.trim());
      }}
    >
      <p>
        {whatIsDue(entry)}, {entry.body}. It is owed by: {entry.owner}.
      </p>
      <label class="field" for={field}>
        Reason
        <textarea
          id={field}
          rows={3}
          maxLength={1000}
          value={reason}
          aria-invalid={missing}
          aria-describedby={`${field}-missing`}
          onInput={(event) => {
            setReason(event.currentTarget.value);
            setMissing(false);
          }}
        />
      </label>
      <p id={`${field}-missing`} class="state tone-bad" role="alert">
        {missing ? "Say why; the reason is kept with the deadline." : ""}
      </p>
    </AskDialog>
  );
}
