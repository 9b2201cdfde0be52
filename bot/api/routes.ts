import * as v from "valibot";
import type { Caller } from "../../shared/services/caller.ts";
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

/** The conversations of `contracts/task-pane-api.ts` and `contracts/forward-plan-api.ts`, route by route. */
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
    path: "/api/forward-plan",
    door: "person",
    answer: async ({ asking }) => asking.plan(),
  },
];

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
