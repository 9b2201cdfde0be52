import { setTimeout as sleep } from "node:timers/promises";
import type { Services } from "../../shared/services/compose.ts";
import type { Sending } from "../../shared/services/sending.ts";
import type { Settings } from "../../shared/settings/settings.ts";
import { errorFacts, type Log } from "../log.ts";

/** The clock that keeps the records fresh, works out what is due, and posts it. */
export interface RunningClock {
  /** Stops after the step it is in. */
  stop(): Promise<void>;
}

/** Seconds between two looks at the outbox: what the limits or a failure hold back goes out soon after. */
const sendSeconds = 1;

/**
 * Starts three rounds: one looks for changes in the records, one plans what is due, one sends what is on its way.
 */
export function runClock(settings: Settings, services: Services, sending: Sending, log: Log): RunningClock {
  const stopping = new AbortController();

  async function round(name: string, seconds: number, step: () => Promise<void>): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await step();
      } catch (error) {
        // The next round tries again; what is held in memory and in the outbox stays.
        log(`${name}.failed`, errorFacts(error));
      }
      try {
        await sleep(seconds * 1000, undefined, { signal: stopping.signal });
      } catch {
        return;
      }
    }
  }

  const rounds = [
    round("refresh", settings.refreshSeconds, () => services.published.refresh()),
    round("planning", settings.tickSeconds, async () => {
      await services.delivering.planDue();
    }),
    round("sending", sendSeconds, () => services.delivering.sendWaiting(sending)),
  ];

  return {
    async stop() {
      stopping.abort();
      await Promise.all(rounds);
    },
  };
}
