import { setTimeout as sleep } from "node:timers/promises";
import type { Services } from "../../shared/services/compose.ts";
import type { Settings } from "../../shared/settings/settings.ts";
import { errorFacts, type Log } from "../log.ts";
import type { Messenger } from "../messenger.ts";

/** The clock that keeps the records fresh, works out what is due, and posts it. */
export interface RunningClock {
  /** Stops after the step it is in. */
  stop(): Promise<void>;
}

/** Seconds between two looks at the outbox: what the limits or a failure hold back goes out soon after. */
const sendSeconds = 1;

/** Seconds between two looks at the channels of each team: Teams does not always tell of a change. */
const rosterSeconds = 600;

/**
 * Starts four rounds: one looks for changes in the records, one at the teams’ channels, one plans what is due, one
 * sends what is on its way.
 */
export function runClock(
  settings: Settings,
  services: Services,
  messenger: Pick<Messenger, "sending" | "repairRoster">,
  log: Log,
): RunningClock {
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
    round("roster", rosterSeconds, () => messenger.repairRoster()),
    round("planning", settings.tickSeconds, async () => {
      await services.delivering.planDue();
    }),
    round("sending", sendSeconds, () => services.delivering.sendWaiting(messenger.sending)),
  ];

  return {
    async stop() {
      stopping.abort();
      await Promise.all(rounds);
    },
  };
}
