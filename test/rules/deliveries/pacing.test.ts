import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  afterSending,
  conversationLimits,
  mayBeSentFrom,
  readPace,
  restedPace,
} from "../../../shared/rules/deliveries/pacing.ts";
import { afterFailure, attemptsAtMost } from "../../../shared/rules/deliveries/retrying.ts";

/** Sends as fast as the pace lets, and gives the instants. */
function sendAll(count: number, gaps: readonly number[] = []): number[] {
  let pace = restedPace;
  let now = Date.parse("2026-12-02T12:00:00Z");
  const sent: number[] = [];
  for (let index = 0; index < count; index++) {
    now += gaps[index % Math.max(1, gaps.length)] ?? 0;
    now = Math.max(now, mayBeSentFrom(pace, now));
    // What is kept is what comes back after a restart.
    pace = readPace(JSON.stringify(afterSending(pace, now)));
    sent.push(now);
  }
  return sent;
}

function mostWithin(sent: readonly number[], within: number): number {
  let most = 0;
  for (let from = 0, to = 0; from < sent.length; from++) {
    while (to < sent.length && (sent[to] ?? 0) < (sent[from] ?? 0) + within) to += 1;
    most = Math.max(most, to - from);
  }
  return most;
}

describe("The pace of messages to one conversation", () => {
  it("keeps every limit for five thousand messages, and is not slower than the hour’s limit asks", () => {
    const sent = sendAll(5_000);
    for (const { messages, within } of conversationLimits)
      expect(mostWithin(sent, within), `${within}`).toBeLessThanOrEqual(messages);
    const hours = ((sent.at(-1) ?? 0) - (sent[0] ?? 0)) / 3_600_000;
    expect(hours).toBeLessThan(3.2);
  });

  it("keeps every limit whatever pauses lie between", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40_000 }), { minLength: 1, maxLength: 30 }), (gaps) => {
        const sent = sendAll(200, gaps);
        for (const { messages, within } of conversationLimits)
          expect(mostWithin(sent, within)).toBeLessThanOrEqual(messages);
      }),
      { numRuns: 100 },
    );
  });

  it("never waits for ever after a clock that was wrong", () => {
    const wrong = afterSending(restedPace, Date.parse("2030-01-01T00:00:00Z"));
    const now = Date.parse("2026-12-02T12:00:00Z");
    expect(mayBeSentFrom(wrong, now)).toBe(now);
  });
});

describe("After a failure", () => {
  test.each([
    [{ status: 429, code: "" }, "retry"],
    [{ status: 412, code: "" }, "retry"],
    [{ status: 502, code: "" }, "retry"],
    [{ status: 504, code: "" }, "retry"],
    [{ status: 0, code: "" }, "retry"],
    [{ status: 400, code: "BadSyntax" }, "give-up"],
    [{ status: 413, code: "MessageSizeTooBig" }, "give-up"],
    [{ status: 404, code: "ActivityNotFoundInConversation" }, "repost"],
    [{ status: 403, code: "BotNotInConversationRoster" }, "forget-place"],
    [{ status: 404, code: "ConversationNotFound" }, "forget-place"],
  ] as const)("%j: %s", (failure, does) => {
    expect(afterFailure(failure, 1, 0.5).does).toBe(does);
  });

  it("waits longer each time, never less than was asked, and not for ever", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: attemptsAtMost - 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempts, chance) => {
          const next = afterFailure({ status: 502, code: "" }, attempts, chance);
          if (next.does !== "retry") throw new Error("Not tried again.");
          expect(next.inSeconds).toBeGreaterThanOrEqual(Math.min(300, 2 ** attempts) / 2);
          expect(next.inSeconds).toBeLessThanOrEqual(300);
          const asked = afterFailure({ status: 429, code: "", retryAfter: 40 }, attempts, chance);
          if (asked.does !== "retry") throw new Error("Not tried again.");
          expect(asked.inSeconds).toBeGreaterThanOrEqual(40);
        },
      ),
    );
    expect(afterFailure({ status: 502, code: "" }, attemptsAtMost, 0.5).does).toBe("give-up");
  });
});
