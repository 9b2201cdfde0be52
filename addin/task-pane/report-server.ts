import type {
  ChangedElsewhere,
  Fragment,
  FragmentRequest,
  MeetingList,
  NewReport,
  PaneSettings,
  ReportDocument,
  ReportList,
  ReportOutline,
  SectionMerge,
  SectionMergeRequest,
  SectionOrder,
  SectionSave,
  SectionSaved,
  StandardSectionList,
} from "../../shared/contracts/task-pane-api.ts";
import { body, content, hasTexts, isRecord, reach } from "../ui/server-answer.ts";

/** What became of a save: written, or kept back because the record has changed since. */
export type SaveOutcome =
  | { readonly outcome: "saved"; readonly saved: SectionSaved }
  | { readonly outcome: "changed"; readonly changed: ChangedElsewhere };

/** The pane’s conversation with the server (shared/contracts/task-pane-api.ts). Everything throws {@link ServerRefusal}. */
export interface ReportServer {
  reports(signal?: AbortSignal): Promise<ReportList>;
  /** Begins a covering report; this person becomes its author. */
  begin(wanted: NewReport): Promise<ReportOutline>;
  /** The meetings a report may be written for. */
  meetings(signal?: AbortSignal): Promise<MeetingList>;
  outline(reportKey: string, signal?: AbortSignal): Promise<ReportOutline>;
  document(reportKey: string): Promise<ReportDocument>;
  fragment(reportKey: string, request: FragmentRequest, signal?: AbortSignal): Promise<Fragment>;
  saveSection(reportKey: string, sectionKey: string, save: SectionSave): Promise<SaveOutcome>;
  mergeSection(
    reportKey: string,
    sectionKey: string,
    request: SectionMergeRequest,
    signal?: AbortSignal,
  ): Promise<SectionMerge>;
  orderSections(reportKey: string, order: SectionOrder): Promise<ReportOutline>;
  standardSections(signal?: AbortSignal): Promise<StandardSectionList>;
}

/** What the pane must know before anyone signs in. */
export async function readPaneSettings(): Promise<PaneSettings> {
  const response = await reach("/addin/settings.json", {});
  return body(response, (value): value is PaneSettings =>
    hasTexts(value, "clientId", "authority", "apiScope"),
  );
}

/** @param token Gives a token for our API, for every request anew. */
export function connectReportServer(token: () => Promise<string>): ReportServer {
  const ask = async (
    method: string,
    path: string,
    content?: unknown,
    signal?: AbortSignal,
  ): Promise<Response> =>
    reach(`/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await token()}`,
        accept: "application/json",
        ...(content === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(content === undefined ? {} : { body: JSON.stringify(content) }),
      ...(signal ? { signal } : {}),
    });
  const part = (key: string): string => `/${encodeURIComponent(key)}`;
  const at = (key: string): string => `/reports${part(key)}`;
  return {
    reports: async (signal) => body(await ask("GET", "/reports", undefined, signal), isReportList),
    begin: async (wanted) => body(await ask("POST", "/reports", wanted), isReportOutline),
    meetings: async (signal) => body(await ask("GET", "/meetings", undefined, signal), isMeetingList),
    outline: async (key, signal) => body(await ask("GET", at(key), undefined, signal), isReportOutline),
    document: async (key) =>
      body(await ask("POST", `${at(key)}/document`, {}), (value): value is ReportDocument =>
        hasTexts(value, "fileName", "address"),
      ),
    fragment: async (key, request, signal) =>
      body(await ask("POST", `${at(key)}/fragments`, request, signal), isFragment),
    saveSection: async (key, sectionKey, save) => {
      const response = await ask("PUT", `${at(key)}/sections${part(sectionKey)}`, save);
      if (response.status === 409)
        return { outcome: "changed", changed: await content(response, isChangedElsewhere) };
      return { outcome: "saved", saved: await body(response, isSectionSaved) };
    },
    mergeSection: async (key, sectionKey, request, signal) =>
      body(
        await ask("POST", `${at(key)}/sections${part(sectionKey)}/merge`, request, signal),
        isSectionMerge,
      ),
    orderSections: async (key, order) => body(await ask("PUT", `${at(key)}/order`, order), isReportOutline),
    standardSections: async (signal) =>
      body(await ask("GET", "/standard-sections", undefined, signal), isStandardSectionList),
  };
}

function isReportList(value: unknown): value is ReportList {
  return (
    isRecord(value) &&
    Array.isArray(value.reports) &&
    value.reports.every((one) => hasTexts(one, "key", "subject"))
  );
}

function isMeetingList(value: unknown): value is MeetingList {
  return (
    isRecord(value) &&
    Array.isArray(value.meetings) &&
    value.meetings.every((one) => hasTexts(one, "key", "body", "date"))
  );
}

function isReportOutline(value: unknown): value is ReportOutline {
  return (
    isRecord(value) &&
    hasTexts(value.report, "key", "subject") &&
    Array.isArray(value.sections) &&
    value.sections.every((one) => hasTexts(one, "key", "heading", "state", "version", "hash")) &&
    Array.isArray(value.extracts) &&
    value.extracts.every((one) => hasTexts(one, "key", "title", "hash")) &&
    Array.isArray(value.tables) &&
    value.tables.every((one) => hasTexts(one, "key", "sectionKey", "title", "hash"))
  );
}

function isFragment(value: unknown): value is Fragment {
  return (
    isRecord(value) &&
    typeof value.fileBase64 === "string" &&
    Array.isArray(value.controls) &&
    value.controls.every((one) => hasTexts(one, "tag", "title", "key", "version", "base", "firstWords"))
  );
}

function isSectionSaved(value: unknown): value is SectionSaved {
  return hasTexts(value, "key", "version", "hash", "html") && isRecord(value) && Array.isArray(value.notes);
}

function isSectionMerge(value: unknown): value is SectionMerge {
  return (
    hasTexts(value, "key", "yours", "theirs", "theirVersion", "theirHash") &&
    isRecord(value) &&
    Array.isArray(value.notes) &&
    Array.isArray(value.pieces) &&
    value.pieces.every((one) => hasTexts(one, "html") || hasTexts(one, "base", "yours", "theirs"))
  );
}

function isStandardSectionList(value: unknown): value is StandardSectionList {
  return (
    isRecord(value) &&
    Array.isArray(value.sections) &&
    value.sections.every((one) => hasTexts(one, "key", "title", "opening", "hash"))
  );
}

function isChangedElsewhere(value: unknown): value is ChangedElsewhere {
  return hasTexts(value, "yours", "theirs", "theirVersion", "message");
}
