/**
 * The HTTP conversation between the Word task pane (and the Teams tab) and the server: JSON both ways, a
 * bearer token for our API on every request, addresses relative to the public address.
 *
 * | Request | Answer |
 * |---|---|
 * | GET  /api/reports | {@link ReportList}: the reports this person works on |
 * | POST /api/reports with {@link NewReport} | {@link ReportOutline} of the report begun |
 * | GET  /api/meetings | {@link MeetingList}: the meetings a report may be written for |
 * | GET  /api/reports/:reportKey | {@link ReportOutline} |
 * | POST /api/reports/:reportKey/document | {@link ReportDocument}: the report's document in the library, made now if there is none |
 * | POST /api/reports/:reportKey/fragments with {@link FragmentRequest} | {@link Fragment}: a .docx to insert |
 * | PUT  /api/reports/:reportKey/sections/:sectionKey with {@link SectionSave} | {@link SectionSaved}, or 409 {@link ChangedElsewhere} |
 * | POST /api/reports/:reportKey/sections/:sectionKey/merge with {@link SectionMergeRequest} | {@link SectionMerge} |
 * | PUT  /api/reports/:reportKey/order with {@link SectionOrder} | {@link ReportOutline} in the new order |
 * | GET  /api/standard-sections | {@link StandardSectionList}: those in force today |
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

/** A covering report to begin: what its front sheet needs and the records do not know. */
export interface NewReport {
  readonly subject: string;
  readonly meetingKey: string;
  /** The post whose report it is: “Head of Highways and Public Protection”. */
  readonly reportOf: string;
  readonly portfolio?: string;
  readonly keyDecision: boolean;
}

/** A meeting to come, as the pane and the tab list it. */
export interface ComingMeeting {
  readonly key: string;
  readonly body: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `18:30`. */
  readonly time?: string;
}

export interface MeetingList {
  readonly meetings: readonly ComingMeeting[];
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
  /** SHA-256 of its HTML: differs from the document map's when the record's text is another. */
  readonly hash: string;
}

export interface TableOutline {
  readonly key: string;
  readonly sectionKey: string;
  readonly title: string;
  readonly kind: string;
  readonly rows: number;
  readonly version: string;
  /** SHA-256 of its HTML. */
  readonly hash: string;
}

/** Something that the records say and that can be put into the report: the plan's items, the committee's meetings. */
export interface ExtractOutline {
  /** `EXT/FORWARD-PLAN`, `EXT/MEETINGS`. */
  readonly key: string;
  readonly title: string;
  /** What it holds, in words: “5 items of the Forward Plan”. */
  readonly opening: string;
  /** SHA-256 of the facts it is made of. */
  readonly hash: string;
}

export interface ReportOutline {
  readonly report: ReportSummary;
  readonly sections: readonly SectionOutline[];
  readonly tables: readonly TableOutline[];
  readonly extracts: readonly ExtractOutline[];
}

/** The keys of all the report's sections, in the order wanted. */
export interface SectionOrder {
  readonly keys: readonly string[];
}

/** Text that the council words once for every report: the version in force today. */
export interface StandardSectionOutline {
  /** `STD/EQUALITY`: the same for every version. */
  readonly key: string;
  readonly title: string;
  /** Number of the version, from 1. */
  readonly version: number;
  /** First day in force, `YYYY-MM-DD`. */
  readonly inForceFrom: string;
  readonly opening: string;
  /** SHA-256 of its HTML. */
  readonly hash: string;
  /** Kinds of report it is for. */
  readonly kinds: readonly ReportKind[];
}

export interface StandardSectionList {
  readonly sections: readonly StandardSectionOutline[];
}

export interface ReportDocument {
  readonly fileName: string;
  /** Where the document opens for this person. */
  readonly address: string;
  /** Whether it was made by this request. */
  readonly made: boolean;
}

/**
 * Which parts to write: keys of sections, tables, extracts and standard sections in the order wanted, or the whole
 * report in its own order (its sections and tables).
 */
export interface FragmentRequest {
  readonly parts: readonly string[] | "all";
  /** Text to write in place of the record's, as HTML by section key: a merge that is not saved yet. */
  readonly texts?: Readonly<Record<string, string>>;
}

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

/** A section to store: as it stands in Word, or as text that a merge settled. */
export type SectionSave = {
  /** The version that was inserted, from the document map; after a merge the version that was merged with. */
  readonly baseVersion: string;
  /** The map's hash: a record that holds the same text in a later version is no conflict. */
  readonly baseHash?: string;
} & (
  | {
      /** `getOoxml()` of the section's content control: a Flat OPC package. At most 8 MB. */
      readonly ooxml: string;
    }
  | { readonly html: string }
);

export interface SectionMergeRequest {
  /** As in {@link SectionSave}. */
  readonly ooxml: string;
  /** The HTML and version that were inserted, from the document map. */
  readonly base: string;
  readonly baseVersion: string;
}

/** A piece of a merged section, as HTML. A conflict was changed by both in ways that only a person can settle. */
export type MergePiece =
  | { readonly kind: "agreed"; readonly html: string }
  | { readonly kind: "conflict"; readonly base: string; readonly yours: string; readonly theirs: string };

/** The section's text in Word and in the record, merged by paragraph with what was inserted as their base. */
export interface SectionMerge {
  readonly key: string;
  /** In the section's order; without conflicts they are the merged text. */
  readonly pieces: readonly MergePiece[];
  /** The whole texts. */
  readonly yours: string;
  readonly theirs: string;
  readonly theirVersion: string;
  /** SHA-256 of `theirs`. */
  readonly theirHash: string;
  /** What Word holds of the section and HTML cannot: replacing the section would lose it. */
  readonly notes: readonly OutsideNote[];
}

/** Which side of a conflict is kept: one of them, or yours followed by theirs. */
export type ConflictChoice = "yours" | "theirs" | "both";

/** The text of a merge once each conflict, in order, is settled. */
export function settledHtml(pieces: readonly MergePiece[], choices: readonly ConflictChoice[]): string {
  let conflict = 0;
  return pieces
    .map((piece) => {
      if (piece.kind === "agreed") return piece.html;
      const choice = choices[conflict++];
      if (choice === undefined) throw new RangeError(`Conflict ${conflict} is not settled.`);
      return (choice === "theirs" ? "" : piece.yours) + (choice === "yours" ? "" : piece.theirs);
    })
    .join("");
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
