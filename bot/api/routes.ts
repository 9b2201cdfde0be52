import * as v from "valibot";
import { type CalendarDate, isCalendarDate } from "../../shared/contracts/calendar-date.ts";
import { type Caller, roles } from "../../shared/services/caller.ts";
import type { Services } from "../../shared/services/compose.ts";
import { refuse } from "../../shared/services/refused.ts";

/** Who may pass: everyone (named one by one), a signed-in person, or the Bot Connector. */
export type Door = "open" | "person" | "bot-connector";

/** An API request once its person is known. */
export interface ApiRequest {
  readonly caller: Caller;
  readonly parameters: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface ApiRoute {
  readonly method: "get" | "post" | "put";
  readonly path: string;
  readonly door: "person";
  answer(services: Services, request: ApiRequest): Promise<unknown>;
}

const fragmentRequest = v.object({
  texts: v.exactOptional(
    v.record(v.pipe(v.string(), v.maxLength(255)), v.pipe(v.string(), v.maxLength(200_000))),
  ),
  parts: v.union([
    v.literal("all"),
    v.pipe(v.array(v.pipe(v.string(), v.maxLength(255))), v.minLength(1), v.maxLength(500)),
  ]),
});

const version = v.pipe(v.string(), v.maxLength(255));
const html = v.pipe(v.string(), v.maxLength(200_000));
const ooxml = v.pipe(v.string(), v.minLength(1));
const hash = v.exactOptional(v.pipe(v.string(), v.maxLength(64)));

const sectionSave = v.union([
  v.object({ ooxml, baseVersion: version, baseHash: hash }),
  v.object({ html, baseVersion: version, baseHash: hash }),
]);

const sectionMergeRequest = v.object({ ooxml, base: html, baseVersion: version });

const sectionOrder = v.object({
  keys: v.pipe(v.array(v.pipe(v.string(), v.maxLength(255))), v.maxLength(500)),
});

const words = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));

const newReport = v.object({
  subject: words(250),
  meetingKey: words(60),
  reportOf: words(200),
  portfolio: v.exactOptional(words(200)),
  keyDecision: v.boolean(),
});

const deadlineChange = v.object({
  key: words(255),
  state: v.picklist(["Met", "Waived", "Computed"]),
  reason: v.exactOptional(v.pipe(v.string(), v.maxLength(1_000))),
});
const noticeDraft = v.object({
  kind: v.picklist(["GeneralException", "SpecialUrgency", "PrivateMeeting", "PrivateMeetingFinal"]),
  meetingKey: words(60),
  matter: words(250),
  reason: v.pipe(v.string(), v.maxLength(4_000)),
  agreedBy: v.exactOptional(words(200)),
});
const channelApproval = v.object({ channel: v.picklist(["members", "officers"]) });
const deliveryRecall = v.object({ key: words(500) });

/** The conversations of the contracts (task pane, Forward Plan, meetings), route by route. */
export const apiRoutes: readonly ApiRoute[] = [
  {
    method: "get",
    path: "/api/reports",
    door: "person",
    answer: ({ reports }, { caller }) => reports.mine(caller),
  },
  {
    method: "post",
    path: "/api/reports",
    door: "person",
    answer: ({ reports }, { caller, body }) => reports.begin(caller, read(newReport, body)),
  },
  {
    method: "get",
    path: "/api/meetings",
    door: "person",
    answer: async ({ reports }) => reports.meetingsToWriteFor(),
  },
  {
    method: "get",
    path: "/api/reports/:reportKey",
    door: "person",
    answer: ({ reports }, { caller, parameters }) => reports.outline(caller, key(parameters, "reportKey")),
  },
  {
    method: "post",
    path: "/api/reports/:reportKey/document",
    door: "person",
    answer: ({ reports }, { caller, parameters }) => reports.document(caller, key(parameters, "reportKey")),
  },
  {
    method: "post",
    path: "/api/reports/:reportKey/fragments",
    door: "person",
    answer: ({ reports }, { caller, parameters, body }) =>
      reports.fragment(caller, key(parameters, "reportKey"), read(fragmentRequest, body)),
  },
  {
    method: "put",
    path: "/api/reports/:reportKey/sections/:sectionKey",
    door: "person",
    answer: ({ reports }, { caller, parameters, body }) =>
      reports.saveSection(
        caller,
        key(parameters, "reportKey"),
        key(parameters, "sectionKey"),
        read(sectionSave, body),
      ),
  },
  {
    method: "post",
    path: "/api/reports/:reportKey/sections/:sectionKey/merge",
    door: "person",
    answer: ({ reports }, { caller, parameters, body }) =>
      reports.mergeSection(
        caller,
        key(parameters, "reportKey"),
        key(parameters, "sectionKey"),
        read(sectionMergeRequest, body),
      ),
  },
  {
    method: "put",
    path: "/api/reports/:reportKey/order",
    door: "person",
    answer: ({ reports }, { caller, parameters, body }) =>
      reports.orderSections(caller, key(parameters, "reportKey"), read(sectionOrder, body)),
  },
  {
    method: "get",
    path: "/api/standard-sections",
    door: "person",
    answer: ({ reports }, { caller }) => reports.standardSections(caller),
  },
  {
    method: "get",
    path: "/api/calendar",
    door: "person",
    answer: async ({ calendars }, { caller }) => ({ address: await calendars.feedAddress(caller) }),
  },
  {
    method: "post",
    path: "/api/calendar/renew",
    door: "person",
    answer: async ({ calendars }, { caller }) => ({ address: await calendars.renewFeed(caller) }),
  },
  {
    method: "get",
    path: "/api/meetings/:meetingKey/deadlines-calendar",
    door: "person",
    answer: async ({ calendars }, { caller, parameters }) => ({
      fileName: `deadlines-${key(parameters, "meetingKey")}.ics`,
      calendar: calendars.deadlines(caller, key(parameters, "meetingKey")),
    }),
  },
  {
    method: "get",
    path: "/api/council/meetings",
    door: "person",
    answer: async ({ meetings }, { caller }) => meetings.list(caller),
  },
  {
    method: "get",
    path: "/api/deadlines",
    door: "person",
    answer: ({ meetings }, { caller }) => meetings.deadlines(caller),
  },
  {
    method: "post",
    path: "/api/deadlines",
    door: "person",
    answer: ({ meetings }, { caller, body }) => meetings.settleDeadline(caller, read(deadlineChange, body)),
  },
  {
    method: "get",
    path: "/api/meetings/:meetingKey/certificate",
    door: "person",
    answer: async ({ notices }, { caller, parameters }) => {
      checkOfficer(caller);
      const meetingKey = key(parameters, "meetingKey");
      const { statement } = notices.certificate(meetingKey);
      return {
        fileName: `certificate-${meetingKey}.docx`,
        fileBase64: Buffer.from(notices.certificateDocument(meetingKey)).toString("base64"),
        statement,
      };
    },
  },
  {
    method: "get",
    path: "/api/notices/advice/:decision",
    door: "person",
    answer: async ({ notices }, { parameters }) => {
      const { branch, because, steps, ring, reasonWanted, firstNormalDate } = notices.advise(
        dayIn(parameters, "decision"),
      );
      return { branch, reason: because.reason, steps, ring, reasonWanted, firstNormalDate };
    },
  },
  {
    method: "post",
    path: "/api/notices",
    door: "person",
    answer: async ({ notices }, { caller, body }) => {
      const { key: noticeKey, text } = await notices.draft(caller, read(noticeDraft, body));
      return { key: noticeKey, text };
    },
  },
  {
    method: "get",
    path: "/api/deliveries",
    door: "person",
    answer: ({ delivering }, { caller }) => delivering.list(caller),
  },
  {
    method: "post",
    path: "/api/deliveries/approve",
    door: "person",
    answer: async ({ delivering }, { caller, body }) => {
      await delivering.approve(caller, read(channelApproval, body).channel);
      return delivering.list(caller);
    },
  },
  {
    method: "post",
    path: "/api/deliveries/recall",
    door: "person",
    answer: async ({ delivering }, { caller, body }) => {
      await delivering.recall(caller, read(deliveryRecall, body).key);
      return delivering.list(caller);
    },
  },
  {
    method: "get",
    path: "/api/forward-plan",
    door: "person",
    answer: async ({ asking }) => asking.plan(),
  },
];

function checkOfficer(caller: Caller): void {
  if (!caller.roles.includes(roles.committeeOfficer))
    refuse("not-allowed", "Certificates of notice are for the committee officers.");
}

function dayIn(parameters: Readonly<Record<string, string>>, name: string): CalendarDate {
  const value = parameters[name] ?? "";
  if (!isCalendarDate(value)) refuse("bad-request", "The address names no day, as in 2026-12-17.");
  return value;
}

function key(parameters: Readonly<Record<string, string>>, name: string): string {
  const value = parameters[name] ?? "";
  if (value === "" || value.length > 255) refuse("bad-request", "The address names no record.");
  return value;
}

function read<S extends v.GenericSchema>(schema: S, body: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  const place = v.getDotPath(result.issues[0]);
  refuse("bad-request", `The request cannot be read${place ? `: ${place}` : ""}.`);
}
