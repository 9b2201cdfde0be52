import type { Card } from "../cards/card.ts";
import { deadlineCard } from "../cards/deadline/card.ts";
import { meetingCard } from "../cards/meeting/card.ts";
import type { ListTable } from "../graph/lists/list-table.ts";
import { type DueCard, dueCards } from "../rules/deliveries/due-cards.ts";
import type { AgendaItem } from "../rules/meetings/meeting.ts";
import type { Audience, Delivery, DeliveryRecord, Place, StateStore } from "../store/state-store.ts";
import type { Clock } from "./clock.ts";
import type { PublishedRecords } from "./published-records.ts";

/** From the clock and the records to messages on their way, and from there to whoever posts them. */
export interface Delivering {
  /** Works out what is due and puts what is new into the outbox. @returns keys of the new deliveries. */
  planDue(): Promise<readonly string[]>;
  /** Posts everything that may be sent now, one after another, until the outbox has nothing more to give. */
  sendWaiting(post: Post): Promise<void>;
  /** Every delivery: what, where, when, how often tried, why not. */
  ledger(): readonly DeliveryRecord[];
  /** @returns whether the bot is new there. */
  remember(place: Place): boolean;
  forget(placeId: string): void;
}

/** Posts a card to a place; gives back the id of what was posted. */
export type Post = (place: Place, delivery: Delivery) => Promise<string>;

export interface DeliveringNeeds {
  readonly published: PublishedRecords;
  readonly agendaItems: ListTable<AgendaItem>;
  readonly store: StateStore;
  readonly channels: Readonly<Record<Audience, string>>;
  readonly clock: Clock;
}

/** Seconds after which a delivery that was being sent when the process died is taken up again. */
const leaseSeconds = 30;
const attemptsAtMost = 20;

export function createDelivering({
  published,
  agendaItems,
  store,
  channels,
  clock,
}: DeliveringNeeds): Delivering {
  async function draw(due: DueCard): Promise<Card> {
    const bodyName =
      published.records().bodies.find((body) => body.key === due.meeting.bodyKey)?.name ??
      due.meeting.bodyKey;
    switch (due.kind) {
      case "agenda-published": {
        const items = await agendaItems.where("MeetingKey", due.meeting.key);
        return meetingCard.draw({
          meeting: due.meeting,
          bodyName,
          items: items.map((stored) => stored.entity).sort((a, b) => a.number - b.number),
          correctAt: clock.now(),
        });
      }
      case "deadline":
        return deadlineCard.draw({
          step: due.step,
          bodyName,
          meeting: due.meeting.date,
          due: due.due,
          workingDaysLeft: due.workingDaysLeft,
          owner: due.owner,
          reason: due.reason,
          correctAt: clock.now(),
        });
    }
  }

  function placeFor(audience: Audience): Place | null {
    const wanted = channels[audience].trim().toLowerCase();
    return (
      store.places
        .all()
        .find(
          (place) =>
            place.kind === "channel" &&
            (place.id.toLowerCase() === wanted || place.name?.trim().toLowerCase() === wanted),
        ) ?? null
    );
  }

  return {
    async planDue() {
      const { meetings, bodies } = published.records();
      const known = new Set(store.outbox.all().map((delivery) => delivery.key));
      const fresh: Delivery[] = [];
      for (const due of dueCards(meetings, bodies, clock.today())) {
        if (known.has(due.key)) continue;
        const card = await draw(due);
        fresh.push({
          key: due.key,
          audience: due.audience,
          card: JSON.stringify(card.json),
          text: card.text,
        });
      }
      return store.outbox.add(fresh, clock.now());
    },

    async sendWaiting(post) {
      for (;;) {
        const delivery = store.outbox.take(clock.now(), leaseSeconds);
        if (!delivery) return;
        const place = placeFor(delivery.audience);
        if (!place) {
          const problem = `The bot is not in a channel called “${channels[delivery.audience]}”. Add it to the team.`;
          store.outbox.postponed(delivery.key, problem, later(3));
          continue;
        }
        let activityId: string;
        try {
          activityId = await post(place, delivery);
        } catch (error) {
          const problem = error instanceof Error ? error.message : String(error);
          const retry = delivery.attempts < attemptsAtMost;
          store.outbox.notSent(delivery.key, problem, retry ? later(5 * delivery.attempts) : null);
          continue;
        }
        store.outbox.sent(delivery.key, { placeId: place.id, activityId, at: clock.now() });
      }
    },

    ledger: () => store.outbox.all(),
    remember: (place) => store.places.remember(place),
    forget: (placeId) => store.places.forget(placeId),
  };

  function later(seconds: number): Date {
    return new Date(clock.now().getTime() + seconds * 1000);
  }
}
