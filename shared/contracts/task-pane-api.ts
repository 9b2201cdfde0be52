/**
 * The HTTP conversation between the Word task pane (and the Teams tab) and the server: JSON both ways, a
 * bearer token for our API on every request, addresses relative to the public address.
 *
 * | Request | Answer |
 * |---|---|
 * | GET  /api/reports | {@link ReportList}: the reports this person works on |
 * | GET  /api/reports/:reportKey | {@link ReportOutline} |
 * | POST /api/reports/:reportKey/document | {@link ReportDocument}: the report's document in the library, made now if there is none |
 * | POST /api/reports/:reportKey/fragments with {@link FragmentRequest} | {@link Fragment}: a .docx to insert |
 * | PUT  /api/reports/:reportKey/sections/:sectionKey with {@link SectionSave} | {@link SectionSaved}, or 409 {@link ChangedElsewhere} |
 *
 * Keys in addresses are percent-encoded (they contain `/`). Every refusal carries a {@link Refusal}.
 * Static and open: GET /addin/task-pane.html, its script, and GET /addin/settings.json ({@link PaneSettings}).
 */
export interface ReportSummary {
  readonly key: string;
  readonly subject: string;
  /** “Cabinet Member report” or “Covering report”. */
  readonly kind: ReportKind;
  readonly state: ReportState;
  /** The meeting it goes to first, when it is on an agenda. */
  readonly meeting?: { readonly key: string; readonly body: string; readonly date: string };
  readonly portfolio?: string;
}

export type ReportKind = "cabinet-member-report" | "covering-report";

export type ReportState =
  | "draft"
  | "hos-signed-off"
  | "in-consultation"
  | "cleared"
  | "submitted"
  | "published"
  | "considered"
  | "closed"
  | "returned"
  | "to-follow"
  | "deferred"
  | "withdrawn";

export interface ReportList {
  readonly reports: readonly ReportSummary[];
}

export type SectionState = "open" | "contributed" | "accepted" | "returned" | "nil";

export interface SectionOutline {
  readonly key: string;
  readonly heading: string;
  /** Level of its heading in the document, 1 to 3. */
  readonly level: 1 | 2 | 3;
  /** Place in the report, counted from 1. */
  readonly order: number;
  readonly state: SectionState;
  readonly contributor?: string;
  /** When the contribution is due, `YYYY-MM-DD`, with the working days left (negative: late) on the server's clock. */
  readonly due?: { readonly date: string; readonly workingDaysLeft: number };
  /** Characters of its HTML; 0 when nothing has been contributed. */
  readonly length: number;
  /** The first words, for the outline. */
  readonly opening: string;
  /** The record's version (ETag): sent back with a save. */
  readonly version: string;
}

export interface TableOutline {
  readonly key: string;
  readonly sectionKey: string;
  readonly title: string;
  readonly kind: string;
  readonly rows: number;
  readonly version: string;
}

export interface ReportOutline {
  readonly report: ReportSummary;
  readonly sections: readonly SectionOutline[];
  readonly tables: readonly TableOutline[];
}

export interface ReportDocument {
  readonly fileName: string;
  /** Where the document opens for this person. */
  readonly address: string;
  /** Whether it was made by this request. */
  readonly made: boolean;
}

/** Which parts to write: keys of sections and tables in the order wanted, or the whole report in its own order. */
export type FragmentRequest = { readonly parts: readonly string[] } | { readonly parts: "all" };

/** A .docx for `insertFileFromBase64`, under 4 MB, with a content control inside it for each part. */
export interface Fragment {
  readonly fileBase64: string;
  readonly controls: readonly FragmentControl[];
}

/** What the pane needs to verify, repair and map one inserted part; the fields of `MappedControl`, with its title. */
export interface FragmentControl {
  readonly tag: string;
  readonly title: string;
  readonly kind: "section" | "table";
  readonly key: string;
  readonly version: string;
  readonly hash: string;
  readonly base: string;
  /** First words of the part as they stand in the document: the anchor when Word has dropped the tag. */
  readonly firstWords: string;
}

export interface SectionSave {
  /** `getOoxml()` of the section's content control: a Flat OPC package. At most 8 MB. */
  readonly ooxml: string;
  /** The version that was inserted, from the document map. */
  readonly baseVersion: string;
}

/** Something in the Word section that the record cannot hold: kept in the document, told to the author. */
export interface OutsideNote {
  /** What it is, in words: “a comment”, “a picture”, “a tracked change”. */
  readonly kind: string;
  /** Where: the words around it, or “the heading”. */
  readonly place: string;
}

export interface SectionSaved {
  readonly key: string;
  readonly version: string;
  readonly hash: string;
  /** The canonical HTML that the record now holds. */
  readonly html: string;
  readonly notes: readonly OutsideNote[];
  /** False when the text was the same and nothing was written. */
  readonly changed: boolean;
}

export interface ChangedElsewhere extends Refusal {
  readonly code: "changed-elsewhere";
  readonly yours: string;
  readonly theirs: string;
  readonly theirVersion: string;
}

/** A refusal in words a person can act on. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
}

export type RefusalCode =
  | "not-signed-in"
  | "not-allowed"
  | "not-found"
  | "changed-elsewhere"
  | "not-readable"
  | "too-long"
  | "bad-request"
  | "busy"
  | "unreachable"
  | "unexpected";

/** What the pane must know before anyone signs in. Addresses and public identifiers only. */
export interface PaneSettings {
  readonly clientId: string;
  /** `https://login.microsoftonline.com/<tenant>` in production. */
  readonly authority: string;
  readonly knownAuthorities: readonly string[];
  /** OpenID metadata as JSON text where the authority cannot be asked for it; empty in production. */
  readonly authorityMetadata: string;
  /** The scope of our API, `api://<client id>/access_as_user`. */
  readonly apiScope: string;
}
