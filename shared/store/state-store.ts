/**
 * What the service must remember beside the records: who it may write to, what a conversation was about, which
 * messages are on their way, and which instance does what nobody else may do meanwhile. One promise; a driver keeps
 * it in a place of its own.
 */
export interface StateStore {
  readonly places: Places;
  readonly memories: Memories;
  readonly outbox: Outbox;
  readonly leases: Leases;
  close(): void;
}

/** A place that the bot has been let into and may write to: a channel, a group chat or a person’s chat. */
export interface Place {
  /** The conversation’s id. */
  readonly id: string;
  readonly kind: "channel" | "group" | "personal";
  /** Name of the channel as the host gave it. */
  readonly name?: string;
  /** Entra object id of the person, in a personal chat. */
  readonly entraObjectId?: string;
  /** What the messaging library needs to write there again: its own JSON, opaque to everyone else. */
  readonly reference: string;
}

export interface Places {
  /** @returns whether the place is new. */
  remember(place: Place): Promise<boolean>;
  forget(id: string): Promise<void>;
  all(): Promise<readonly Place[]>;
}

/** Small things remembered for a time, by key. */
export interface Memories {
  /** The value, or null when there is none or its time is up. */
  recall(key: string, now: Date): Promise<string | null>;
  /** Keeps a value until its time is up; what is past its time is dropped. */
  keep(key: string, value: string, times: { readonly now: Date; readonly until: Date }): Promise<void>;
}

/** One holder at a time, for a time. */
export interface Leases {
  /** Takes the lease, or renews it for its holder. @returns whether it is held now. */
  hold(name: string, holder: string, now: Date, seconds: number): Promise<boolean>;
  /** Lets go, so that another need not wait for the end. */
  release(name: string, holder: string): Promise<void>;
}

export type Audience = "members" | "officers";

/**
 * Whom a message is for: a channel by its audience, a person by Entra object id, or one place by its id. Messages to
 * the same one go out in the order in which they were added.
 */
export type Target = `channel:${Audience}` | `person:${string}` | `place:${string}`;

/** What is done: a card is posted; a posted card is changed where it stands; a short reply stands below it; it is taken back. */
export type Act = "post" | "update" | "reply" | "recall";

/** A message on its way. */
export interface Delivery {
  /** Deterministic: the same fact always makes the same key, so it is done once. */
  readonly key: string;
  readonly to: Target;
  readonly act: Act;
  /** The key of the post that an update, reply or recall is about. */
  readonly of?: string;
  /** The Adaptive Card as JSON; empty for a reply in plain words and for a recall. */
  readonly card: string;
  /** Plain words that stand alone. */
  readonly text: string;
  /** What the card was made of, as JSON: tells later whether it says something else now. */
  readonly facts?: string;
  /** Waits until this instant (quiet hours), ISO. */
  readonly notBefore?: string;
  /** Waits for somebody’s yes. */
  readonly held?: true;
  /** Told in another delivery, by its key: kept for the ledger alone. */
  readonly coveredBy?: string;
}

const deliveryStates = [
  "waiting",
  "sending",
  "sent",
  "failed",
  "held",
  "covered",
  "withdrawn",
  "recalled",
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export interface DeliveryRecord extends Delivery {
  readonly state: DeliveryState;
  readonly attempts: number;
  /** When it was added, ISO. */
  readonly addedAt: string;
  /** Not before this instant, ISO, empty for at once; of one being sent, the end of its lease. */
  readonly notBefore: string;
  readonly activityId?: string;
  readonly placeId?: string;
  readonly sentAt?: string;
  /** Why the last attempt did not succeed, or why it waits. */
  readonly problem?: string;
}

/** A delivery that may be sent now, with what its target’s pacing remembers. */
export interface TakenDelivery extends DeliveryRecord {
  /** Opaque to the store; empty at first. */
  readonly pace: string;
}

export interface Outbox {
  /** Adds deliveries whose key is new; the others are left as they are. @returns the keys added. */
  add(deliveries: readonly Delivery[], now: Date): Promise<readonly string[]>;
  /**
   * Takes the next delivery that may be sent now and marks it as being sent until the lease ends; null when there is
   * none. Of one target the oldest open delivery alone may be taken, so order is kept. One taken before a crash
   * comes again when its lease is over; so does one whose lease ends later than any lease taken now would, because
   * the clock was wrong when it was taken.
   */
  take(now: Date, leaseSeconds: number): Promise<TakenDelivery | null>;
  /** Records what became of a delivery, with the pace of its target. */
  sent(
    key: string,
    outcome: { readonly placeId: string; readonly activityId: string; readonly at: Date },
    pace?: string,
  ): Promise<void>;
  /** Puts a delivery back for another attempt, or gives it up for good. */
  notSent(key: string, problem: string, retryAt: Date | null, pace?: string): Promise<void>;
  /** Puts a delivery back because it could not be tried yet; that is no attempt. */
  postponed(key: string, problem: string, until: Date): Promise<void>;
  /** A card that was lost stands anew: later updates go there. */
  reposted(key: string, place: { readonly placeId: string; readonly activityId: string }): Promise<void>;
  /** Lets the held deliveries of a target go. @returns how many. */
  release(to: Target): Promise<number>;
  /** Takes back what has not been sent. @returns whether it had not. */
  withdraw(key: string): Promise<boolean>;
  /** Marks a post as taken back in the place where it stood. */
  recalled(key: string): Promise<void>;
  byKey(key: string): Promise<DeliveryRecord | null>;
  /** Every delivery in the order added. */
  all(): Promise<readonly DeliveryRecord[]>;
}
