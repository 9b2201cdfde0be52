import { describe, expect, test } from "vitest";
import { type FollowOrder, readFollowOrder } from "../../shared/ask/follow-orders.ts";

describe("Orders to follow, and questions that are none", () => {
  test.each([
    ["follow Linacre", { does: "follow", topic: "Linacre" }],
    ["Please follow housing items.", { does: "follow", topic: "housing" }],
    ["can you keep me posted on the depot?", { does: "follow", topic: "depot" }],
    ["I want to follow everything about libraries please", { does: "follow", topic: "libraries" }],
    ["let me know when changes to parking", { does: "follow", topic: "parking" }],
    ["tell me about new housing items", { does: "follow", topic: "housing" }],
    ["notify me about items in Kew ward", { does: "follow", topic: "Kew" }],
    ["stop", { does: "stop-all" }],
    ["Stop everything", { does: "stop-all" }],
    ["unfollow Linacre", { does: "stop", topic: "Linacre" }],
    ["stop telling me about housing", { does: "stop", topic: "housing" }],
    ["stop following the depot", { does: "stop", topic: "depot" }],
    ["mute", { does: "mute" }],
    ["unmute", { does: "unmute" }],
    ["what do I follow?", { does: "list" }],
    ["what am I following", { does: "list" }],
    ["send me the Sunday message", { does: "sunday-on" }],
    ["I'd like the weekly summary", { does: "sunday-on" }],
    ["stop the sunday message", { does: "sunday-off" }],
    ["no more weekly digests", { does: "sunday-off" }],
  ] as [string, FollowOrder][])("%s", (text, order) => {
    expect(readFollowOrder(text)).toEqual(order);
  });

  test.each([
    "tell me about the depot",
    "what is coming up in Linacre",
    "which items follow the budget?",
    "is there a bus stop item",
    "what's on Sunday",
    "when is the next cabinet",
    "",
    "   ",
    "follow",
    `follow ${"x".repeat(300)}`,
  ])("“%s” is a question", (text) => {
    expect(readFollowOrder(text)).toBeNull();
  });
});
