import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { AskDialog } from "../../ui/ask-dialog.tsx";
import { copyText } from "../../ui/copy-text.ts";
import { useWork } from "../../ui/use-work.ts";
import type { LatePageProps } from "../app.tsx";
import { WorkShown } from "../work-shown.tsx";

/** The address of the person’s own feed, to put into Outlook or a phone; it can be renewed. */
export function MyCalendarPage({ server, announce }: LatePageProps) {
  const worker = useWork();
  const { run } = worker;
  const [address, setAddress] = useState<string | null>(null);
  const [renewing, setRenewing] = useState(false);
  const [said, setSaid] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const load = useCallback(() => {
    void run("Looking up your calendar", async ({ signal }) =>
      setAddress((await server.calendarAddress(signal)).address),
    );
  }, [run, server]);
  useEffect(load, [load]);
  const say = (words: string): void => {
    setSaid(words);
    announce(words);
  };
  return (
    <>
      <header class="page-head">
        <h1 tabIndex={-1}>My calendar</h1>
      </header>
      <WorkShown worker={worker} {...(address === null ? { again: load } : {})} />
      <p class="measure">
        Your meetings, and the decisions that concern your ward, as a calendar that keeps itself up to date.
        Put the address into Outlook (Add calendar, Subscribe from web) or into your phone. Whoever has the
        address can read the calendar; it holds published dates only.
      </p>
      {address !== null && (
        <>
          <label class="field measure">
            Address of your calendar
            <input type="text" readOnly value={address} ref={field} />
          </label>
          <div class="line-actions">
            <fluent-button appearance="primary" onClick={() => void copyText(field.current).then(say)}>
              Copy
            </fluent-button>
            <fluent-button onClick={() => setRenewing(true)}>Renew address</fluent-button>
          </div>
          <p>{said}</p>
        </>
      )}
      {renewing && (
        <AskDialog
          title="Renew the address"
          yes="Renew address"
          onNo={() => setRenewing(false)}
          onYes={() => {
            setRenewing(false);
            void run("Renewing the address", async (progress) => {
              progress.cannotStop();
              setAddress((await server.renewCalendar()).address);
              say("The address is new. The old one no longer works: put the new one where you used it.");
            });
          }}
        >
          <p>
            The address you have now stops working. Wherever you use it, you will have to put the new one.
          </p>
        </AskDialog>
      )}
    </>
  );
}
