import type { Place } from "../store/state-store.ts";

/** What a card and its words are when they go out. */
export interface OutgoingMessage {
  /** The Adaptive Card as JSON; empty for plain words. */
  readonly card: string;
  readonly text: string;
}

/** The way out to Teams, as deliveries need it. Everything throws {@link SendingRefused} when Teams does not take it. */
export interface Sending {
  /** Posts to a place. @returns the id of what was posted. */
  post(place: Place, message: OutgoingMessage): Promise<string>;
  /** Changes what was posted, where it stands. */
  update(place: Place, activityId: string, message: OutgoingMessage): Promise<void>;
  /** Posts below what was posted. @returns the id of the reply. */
  reply(place: Place, activityId: string, message: OutgoingMessage): Promise<string>;
  /** Takes back what was posted. */
  recall(place: Place, activityId: string): Promise<void>;
}

/** Teams did not take a message. */
export class SendingRefused extends Error {
  override readonly name = "SendingRefused";
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Code of the Bot Connector. */
  readonly code: string;
  /** Seconds to wait before another attempt, when the connector said so. */
  readonly retryAfter: number | undefined;
  constructor(status: number, code: string, message: string, retryAfter?: number, cause?: unknown) {
    super(message, { cause });
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}
