import type { DeadlineEntry } from "../../../shared/contracts/meetings-api.ts";
import { StateLine } from "../../ui/state-line.tsx";
import { dayOfYear, deadlineState, fullDay, isOpen, whatIsDue } from "../words.ts";

interface DeadlineRowProps {
  readonly entry: DeadlineEntry;
  readonly withOwner: boolean;
  readonly onMet: () => void;
  readonly onWaive: () => void;
  readonly onOweAgain: () => void;
}

/** A deadline: what is due when, where it stands, why on that day, and what an officer can do about it. */
export function DeadlineRow({ entry, withOwner, onMet, onWaive, onOweAgain }: DeadlineRowProps) {
  const { key, what, body, meeting, owner, reason, waivedReason, settleable, state } = entry;
  const named = `${what}, ${body}, ${dayOfYear(meeting)}`;
  return (
    <li class="line" data-key={key}>
      <div class="line-words">
        <h3>{whatIsDue(entry)}</h3>
        <p class="mark-facts">
          <StateLine shown={deadlineState(entry)} />
          <span>
            {body}, meeting on {fullDay(meeting)}
          </span>
          {withOwner && <span>{owner}</span>}
        </p>
        {state === "Waived" && waivedReason !== undefined && <p>Waived: {waivedReason}</p>}
        <p class="quiet">{reason}</p>
      </div>
      {settleable && (
        <div class="line-actions">
          {isOpen(entry) && (
            <>
              <fluent-button size="small" aria-label={`Mark as met: ${named}`} onClick={onMet}>
                Mark as met
              </fluent-button>
              <fluent-button size="small" aria-label={`Waive: ${named}`} onClick={onWaive}>
                Waive
              </fluent-button>
            </>
          )}
          {state === "Waived" && (
            <fluent-button size="small" aria-label={`Take the waiver back: ${named}`} onClick={onOweAgain}>
              Take the waiver back
            </fluent-button>
          )}
        </div>
      )}
    </li>
  );
}
