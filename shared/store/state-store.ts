/**
 * What the service must remember beside the records: who it may write to, what a conversation was about, and
 * which messages are on their way. One promise; a driver keeps it in a place of its own.
 */
export interface StateStore {
  readonly places: Places;
  readonly memories: Memories;
  readonly outbox: Outbox;
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
  remember(place: Place): boolean;
  forget(id: string): void;
  all(): readonly Place[];
}

/** Small things remembered for a time, by key. */
export interface Memories {
  /** The value, or null when there is none or its time is up. */
  recall(key: string, now: Date): string | null;
  /** Keeps a value until its time is up; what is past its time is dropped. */
  keep(key: string, value: string, times: { readonly now: Date; readonly until: Date }): void;
}

export type Audience = "members" | "officers";

/** A message on its way to a channel. */
export interface Delivery {
  /** Deterministic: the same fact always makes the same key, so it is posted once. */
  readonly key: string;
  readonly audience: Audience;
  /** The Adaptive Card as JSON. */
  readonly card: string;
  /** Plain words that stand alone. */
  readonly text: string;
}

export type DeliveryState = "waiting" | "sending" | "sent" | "failed";

export interface DeliveryRecord extends Delivery {
  readonly state: DeliveryState;
  readonly attempts: number;
  /** Not before this instant, ISO. */
  readonly notBefore: string;
  readonly activityId?: string;
  readonly placeId?: string;
  readonly sentAt?: string;
  /** Why the last attempt did not succeed. */
  readonly problem?: string;
}

export interface Outbox {
  /** Adds deliveries whose key is new; the others are left as they are. @returns the keys added. */
  add(deliveries: readonly Delivery[], now: Date): readonly string[];
  /**
   * Takes the next delivery that may be sent now and marks it as being sent until the lease ends; null when there
   * is none. One taken before a crash comes again when its lease is over.
   */
  take(now: Date, leaseSeconds: number): DeliveryRecord | null;
  sent(
    key: string,
    outcome: { readonly placeId: string; readonly activityId: string; readonly at: Date },
  ): void;
  /** Puts a delivery back for another attempt, or gives it up for good. */
  notSent(key: string, problem: string, retryAt: Date | null): void;
  /** Puts a delivery back because there was nowhere to send it yet; that is no attempt. */
  postponed(key: string, problem: string, until: Date): void;
  all(): readonly DeliveryRecord[];
}
