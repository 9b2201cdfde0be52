import type { PublishedPlan } from "../../shared/contracts/forward-plan-api.ts";
import type {
  CalendarAddress,
  CalendarFile,
  CertificateFile,
  ChannelApproval,
  CouncilMeetings,
  DeadlineChange,
  DeadlineList,
  DeliveryList,
  DraftedNotice,
  NoticeAdvice,
  NoticeDraft,
} from "../../shared/contracts/meetings-api.ts";
import { body, hasTexts, isRecord, reach } from "../ui/server-answer.ts";

/** The tab’s conversation with the server (forward-plan-api.ts, meetings-api.ts). Everything throws a ServerRefusal. */
export interface CouncilServer {
  plan(signal?: AbortSignal): Promise<PublishedPlan>;
  meetings(signal?: AbortSignal): Promise<CouncilMeetings>;
  certificate(meetingKey: string): Promise<CertificateFile>;
  deadlinesCalendar(meetingKey: string): Promise<CalendarFile>;
  deadlines(signal?: AbortSignal): Promise<DeadlineList>;
  settleDeadline(change: DeadlineChange): Promise<DeadlineList>;
  /** @param decision The day of the decision, `YYYY-MM-DD`. */
  noticeAdvice(decision: string, signal?: AbortSignal): Promise<NoticeAdvice>;
  draftNotice(draft: NoticeDraft): Promise<DraftedNotice>;
  deliveries(signal?: AbortSignal): Promise<DeliveryList>;
  approveChannel(approval: ChannelApproval): Promise<DeliveryList>;
  recall(key: string): Promise<DeliveryList>;
  calendarAddress(signal?: AbortSignal): Promise<CalendarAddress>;
  renewCalendar(): Promise<CalendarAddress>;
}

/** @param token Gives a token for our API, for every request anew. */
export function connectCouncilServer(token: () => Promise<string>): CouncilServer {
  async function ask<T>(
    path: string,
    is: (value: unknown) => value is T,
    given: { readonly content?: unknown; readonly signal?: AbortSignal | undefined } = {},
  ): Promise<T> {
    const sent = given.content !== undefined;
    const response = await reach(`/api${path}`, {
      method: sent ? "POST" : "GET",
      headers: {
        authorization: `Bearer ${await token()}`,
        accept: "application/json",
        ...(sent ? { "content-type": "application/json" } : {}),
      },
      ...(sent ? { body: JSON.stringify(given.content) } : {}),
      ...(given.signal ? { signal: given.signal } : {}),
    });
    return body(response, is);
  }
  const meeting = (key: string): string => `/meetings/${encodeURIComponent(key)}`;
  return {
    plan: (signal) => ask("/forward-plan", isPlan, { signal }),
    meetings: (signal) => ask("/council/meetings", isMeetings, { signal }),
    certificate: (key) =>
      ask(`${meeting(key)}/certificate`, texts<CertificateFile>("fileName", "fileBase64", "statement")),
    deadlinesCalendar: (key) =>
      ask(`${meeting(key)}/deadlines-calendar`, texts<CalendarFile>("fileName", "calendar")),
    deadlines: (signal) => ask("/deadlines", isDeadlines, { signal }),
    settleDeadline: (content) => ask("/deadlines", isDeadlines, { content }),
    noticeAdvice: (decision, signal) => ask(`/notices/advice/${decision}`, isAdvice, { signal }),
    draftNotice: (content) => ask("/notices", texts<DraftedNotice>("key", "text"), { content }),
    deliveries: (signal) => ask("/deliveries", isDeliveries, { signal }),
    approveChannel: (content) => ask("/deliveries/approve", isDeliveries, { content }),
    recall: (key) => ask("/deliveries/recall", isDeliveries, { content: { key } }),
    calendarAddress: (signal) => ask("/calendar", texts<CalendarAddress>("address"), { signal }),
    renewCalendar: () => ask("/calendar/renew", texts<CalendarAddress>("address"), { content: {} }),
  };
}

function texts<T>(...names: (keyof T & string)[]): (value: unknown) => value is T {
  return (value): value is T => hasTexts(value, ...names);
}

function listOf(value: unknown, name: string, ...names: string[]): boolean {
  if (!isRecord(value)) return false;
  const list = value[name];
  return Array.isArray(list) && list.every((one) => hasTexts(one, ...names));
}

function isPlan(value: unknown): value is PublishedPlan {
  return (
    isRecord(value) &&
    (value["edition"] === null || hasTexts(value["edition"], "periodFrom", "periodTo", "publishedOn")) &&
    listOf(value, "items", "key", "title", "secrecy") &&
    (value["items"] as Record<string, unknown>[]).every(
      (item) =>
        listOf(item, "decisions", "decisionMaker", "from", "to") &&
        listOf(item, "contacts", "name") &&
        Array.isArray(item["wards"]),
    )
  );
}

function isMeetings(value: unknown): value is CouncilMeetings {
  return (
    hasTexts(value, "today") &&
    listOf(value, "meetings", "key", "body", "date", "state", "calendar") &&
    ((value as CouncilMeetings).meetings as readonly unknown[]).every((one) => listOf(one, "items", "title"))
  );
}

function isDeadlines(value: unknown): value is DeadlineList {
  return (
    hasTexts(value, "today") &&
    listOf(value, "deadlines", "key", "meetingKey", "what", "due", "owner", "state", "reason")
  );
}

function isAdvice(value: unknown): value is NoticeAdvice {
  return (
    hasTexts(value, "branch", "reason", "firstNormalDate") &&
    listOf(value, "steps", "what") &&
    Array.isArray((value as NoticeAdvice).ring)
  );
}

function isDeliveries(value: unknown): value is DeliveryList {
  return (
    listOf(value, "deliveries", "key", "to", "act", "state", "words", "card", "addedAt") &&
    Array.isArray((value as DeliveryList).waitingForYes)
  );
}
