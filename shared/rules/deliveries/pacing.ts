/** A limit of Teams: so many messages of one bot to one conversation within so many milliseconds. */
export interface SendingLimit {
  readonly messages: number;
  readonly within: number;
}

/**
 * What Teams takes from one bot in one conversation.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
export const conversationLimits: readonly SendingLimit[] = [
  { messages: 7, within: 1_000 },
  { messages: 8, within: 2_000 },
  { messages: 60, within: 30_000 },
  { messages: 1_800, within: 3_600_000 },
];

/** What Teams takes from one app in one tenant, in requests of any kind. */
export const tenantLimits: readonly SendingLimit[] = [{ messages: 50, within: 1_000 }];

/**
 * What has been sent to one conversation: instants within the last half minute, and counts by the minute for the last
 * hour. Milliseconds since 1970.
 */
export interface Pace {
  readonly recent: readonly number[];
  readonly minutes: readonly (readonly [minute: number, messages: number])[];
}

export const restedPace: Pace = { recent: [], minutes: [] };

const minute = 60_000;
/** Windows longer than this are counted by the minute: a little less is sent then, never more. */
const exactWithin = 30_000;

/** The pace after one more message. Instants from a clock that has gone back are kept: they only slow down. */
export function afterSending(pace: Pace, at: number): Pace {
  const now = Math.floor(at / minute);
  const counted = pace.minutes.filter(([one]) => one > now - 61);
  const current = counted.find(([one]) => one === now)?.[1] ?? 0;
  return {
    recent: [...pace.recent.filter((instant) => instant > at - exactWithin), at],
    minutes: [...counted.filter(([one]) => one !== now), [now, current + 1]],
  };
}

/**
 * The first instant, from `at` on, at which one more message keeps every limit.
 * @param times raises every limit by that factor; 1 keeps Teams’ own.
 */
export function mayBeSentFrom(
  pace: Pace,
  at: number,
  limits: readonly SendingLimit[] = conversationLimits,
  times = 1,
): number {
  let from = at;
  for (const { messages, within } of limits) {
    const most = Math.max(1, Math.floor(messages * times));
    if (within <= exactWithin) {
      const inWindow = pace.recent.filter((instant) => instant > from - within && instant <= at);
      const oldest = inWindow.at(-most);
      if (inWindow.length >= most && oldest !== undefined) from = Math.max(from, oldest + within);
    } else from = Math.max(from, whenMinutesAllow(pace, at, most, within));
  }
  return from;
}

/** Minutes count whole, so the window is taken a minute longer than it is. */
function whenMinutesAllow(pace: Pace, at: number, most: number, within: number): number {
  const span = Math.ceil(within / minute);
  let now = Math.floor(at / minute);
  const inWindow = () =>
    pace.minutes
      .filter(([one]) => one > now - span - 1 && one <= now)
      .reduce((sum, [, messages]) => sum + messages, 0);
  if (inWindow() < most) return at;
  while (inWindow() >= most) now += 1;
  return now * minute;
}

/** Reads a pace that was kept as text; a rested one when there is none. */
export function readPace(text: string): Pace {
  if (text === "") return restedPace;
  const read = JSON.parse(text) as Partial<Pace>;
  return { recent: read.recent ?? [], minutes: read.minutes ?? [] };
}
