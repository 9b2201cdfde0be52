import type { FunctionComponent } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { ChannelApproval, DeliveryEntry, DeliveryList } from "../../../shared/contracts/meetings-api.ts";
import { AskDialog } from "../../ui/ask-dialog.tsx";
import { StateLine } from "../../ui/state-line.tsx";
import { useKeptFocus } from "../../ui/use-kept-focus.ts";
import { useWork } from "../../ui/use-work.ts";
import type { LatePageProps } from "../app.tsx";
import { PillSelect } from "../pill-select.tsx";
import { countOf, deliveryState, moment } from "../words.ts";
import { WorkShown } from "../work-shown.tsx";

type Channel = ChannelApproval["channel"];

const channelNames: Readonly<Record<Channel, string>> = {
  members: "Members’ channel",
  officers: "Officers’ channel",
};

/** What the person is asked before it is done. */
type Asked =
  | { readonly what: "approve"; readonly channel: Channel }
  | { readonly what: "recall"; readonly entry: DeliveryEntry };

/** What was sent where and what became of it; a channel that has had nothing yet waits here for a yes. */
export function DeliveriesPage({ server, announce }: LatePageProps) {
  const worker = useWork();
  const { run } = worker;
  const [list, setList] = useState<DeliveryList | null>(null);
  const [state, setState] = useState("");
  const [asked, setAsked] = useState<Asked | null>(null);
  useKeptFocus("[data-key]");
  const load = useCallback(() => {
    void run("Reading what was sent", async ({ signal }) => setList(await server.deliveries(signal)));
  }, [run, server]);
  useEffect(load, [load]);

  const answer = (yes: Asked): void => {
    setAsked(null);
    void run(yes.what === "approve" ? "Letting the cards go" : "Taking it back", async (progress) => {
      progress.cannotStop();
      if (yes.what === "approve") {
        setList(await server.approveChannel({ channel: yes.channel }));
        announce(`${channelNames[yes.channel]}: the card is on its way.`);
      } else {
        setList(await server.recall(yes.entry.key));
        announce(isWaiting(yes.entry) ? "The message is withdrawn." : "The card is being taken back.");
      }
    });
  };

  const deliveries = list?.deliveries ?? [];
  const words = (entry: DeliveryEntry): string => deliveryState(entry).word;
  const states = [...new Set(deliveries.map(words))].sort((a, b) => a.localeCompare(b));
  const seen = deliveries.filter((entry) => state === "" || words(entry) === state);
  return (
    <>
      <header class="page-head">
        <h1 tabIndex={-1}>Deliveries</h1>
        <fluent-button onClick={load}>Look again</fluent-button>
      </header>
      <WorkShown worker={worker} {...(list === null ? { again: load } : {})} />
      {list?.waitingForYes.map((channel) => (
        <WaitingChannel
          key={channel}
          channel={channel}
          waiting={deliveries.filter((one) => one.state === "held" && one.to === channelNames[channel])}
          onPost={() => setAsked({ what: "approve", channel })}
        />
      ))}
      {list !== null && (
        <>
          <div class="filters">
            <PillSelect
              label="State"
              any="Any state"
              value={state}
              choices={states.map((one) => [one, one])}
              onChoose={(to) => {
                setState(to);
                const left = deliveries.filter((entry) => to === "" || words(entry) === to);
                announce(`${countOf(left.length, "message")}.`);
              }}
            />
            <span class="count quiet">{countOf(seen.length, "message")}</span>
          </div>
          {seen.length === 0 ? (
            <p class="empty-words">
              Nothing was sent yet. A card comes when an agenda is published, and when a deadline draws near.
            </p>
          ) : (
            <ul class="rows">
              {seen.map((entry) => (
                <DeliveryRow
                  key={entry.key}
                  entry={entry}
                  onRecall={() => setAsked({ what: "recall", entry })}
                />
              ))}
            </ul>
          )}
        </>
      )}
      {asked?.what === "approve" && (
        <AskDialog
          title={`Post to the ${channelNames[asked.channel].toLowerCase()}`}
          yes="Post to channel"
          onYes={() => answer(asked)}
          onNo={() => setAsked(null)}
        >
          <p>What waits is posted now, and later cards are posted to this channel without asking.</p>
        </AskDialog>
      )}
      {asked?.what === "recall" && (
        <AskDialog
          title={isWaiting(asked.entry) ? "Withdraw this message" : "Take this card back"}
          yes={isWaiting(asked.entry) ? "Withdraw" : "Take back"}
          onYes={() => answer(asked)}
          onNo={() => setAsked(null)}
        >
          <p>{asked.entry.words}</p>
          <p>
            {isWaiting(asked.entry)
              ? "It will not be sent."
              : `The card is removed from ${asked.entry.to.toLowerCase()}. Who has read it has read it.`}
          </p>
        </AskDialog>
      )}
    </>
  );
}

/** Whether it has not gone out yet, so that it can be withdrawn. */
function isWaiting({ state }: DeliveryEntry): boolean {
  return state === "waiting" || state === "held";
}

interface WaitingChannelProps {
  readonly channel: Channel;
  readonly waiting: readonly DeliveryEntry[];
  readonly onPost: () => void;
}

/** A channel whose first card waits to be looked at. */
function WaitingChannel({ channel, waiting, onPost }: WaitingChannelProps) {
  const [Preview, setPreview] = useState<FunctionComponent<{ card: string }> | null>(null);
  const worker = useWork();
  const { run } = worker;
  const load = useCallback(() => {
    void run("Drawing the card", async () => {
      const { CardPreview } = await import("./card-preview.tsx");
      setPreview(() => CardPreview);
    });
  }, [run]);
  useEffect(load, [load]);
  const oldest = waiting.at(-1);
  return (
    <section class="waiting-channel" aria-label={`${channelNames[channel]} waits for a yes`}>
      <h2>{channelNames[channel]}: the first card waits for your yes</h2>
      <p>
        {countOf(waiting.length, "message")} would go there. This is how the first will look; its buttons work
        once it is posted.
      </p>
      <WorkShown worker={worker} again={load} />
      {oldest &&
        (oldest.card === "" ? <p class="note">{oldest.words}</p> : Preview && <Preview card={oldest.card} />)}
      <div>
        <fluent-button
          appearance="primary"
          aria-label={`Post to channel: ${channelNames[channel]}`}
          onClick={onPost}
        >
          Post to channel
        </fluent-button>
      </div>
    </section>
  );
}

interface DeliveryRowProps {
  readonly entry: DeliveryEntry;
  readonly onRecall: () => void;
}

function DeliveryRow({ entry, onRecall }: DeliveryRowProps) {
  const { key, to, words, attempts, addedAt, sentAt, notBefore, problem, state, act } = entry;
  const recallable = isWaiting(entry) || (state === "sent" && act === "post");
  const verb = isWaiting(entry) ? "Withdraw" : "Take back";
  return (
    <li class="line" data-key={key}>
      <div class="line-words">
        <h3>{words === "" ? key : words}</h3>
        <p class="mark-facts">
          <StateLine shown={deliveryState(entry)} />
          <span>{to}</span>
          <span>{sentAt === undefined ? `Since ${moment(addedAt)}` : moment(sentAt)}</span>
          <span>
            {attempts === 0 ? "Not tried yet" : `Tried ${attempts === 1 ? "once" : `${attempts} times`}`}
          </span>
        </p>
        {notBefore !== undefined && <p class="quiet">Not before {moment(notBefore)}.</p>}
        {problem !== undefined && <p class="quiet">{problem}</p>}
      </div>
      {recallable && (
        <div class="line-actions">
          <fluent-button size="small" aria-label={`${verb}: ${words}`} onClick={onRecall}>
            {verb}
          </fluent-button>
        </div>
      )}
    </li>
  );
}
