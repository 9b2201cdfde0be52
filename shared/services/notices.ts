import type { CalendarDate } from "../contracts/calendar-date.ts";
import type { ControlledPart } from "../documents/write/document-body.ts";
import { writeReportDocument } from "../documents/write/word-document.ts";
import type { ListTable } from "../graph/lists/list-table.ts";
import { BankHolidaysUnknown } from "../rules/dates/bank-holidays.ts";
import { writtenInFull } from "../rules/dates/written-dates.ts";
import type { Finding } from "../rules/finding.ts";
import { editionOn } from "../rules/forward-plan/forward-plan.ts";
import {
  type BranchAdvice,
  decisionBranch,
  lawfulOnDateFindings,
} from "../rules/forward-plan/key-decisions.ts";
import { type NoticeCertificate, NotPublished, noticeCertificate } from "../rules/meetings/agenda-notice.ts";
import { draftNotice, ReasonMissing } from "../rules/meetings/draft-notice.ts";
import type { Notice, NoticeKind } from "../rules/meetings/notice.ts";
import { NoticePeriodUnknown } from "../rules/meetings/notice-periods.ts";
import { type Caller, roles } from "./caller.ts";
import type { Clock } from "./clock.ts";
import { DatesUnknown } from "./meeting-dates.ts";
import type { PublishedRecords } from "./published-records.ts";
import { refuse } from "./refused.ts";

/** A notice to draft, in the words of the officer who asks. */
export interface NoticeWanted {
  readonly kind: NoticeKind;
  readonly meetingKey: string;
  readonly matter: string;
  readonly forwardPlanItemKey?: string;
  readonly reason: string;
  readonly agreedBy?: string;
  readonly agreedOn?: CalendarDate;
}

/** The ways to a decision, the notices they ask for, and proof of the notice that was given. */
export interface Notices {
  /**
   * Which way is open for a decision on a day when notice is published on another (today without one).
   * @throws {DatesUnknown} when a date lies outside the data.
   */
  advise(decision: CalendarDate, noticeOn?: CalendarDate, bodyKey?: string): BranchAdvice;
  /** Drafts a notice into the records. Officers only. @throws {Refused} when the reason that the law wants is missing. */
  draft(caller: Caller, wanted: NoticeWanted): Promise<Notice>;
  /** Proof of a meeting’s notice. @throws {Refused} when there is no such meeting, or nothing is published. */
  certificate(meetingKey: string): NoticeCertificate;
  /** The same on one page of Word, to print and sign. */
  certificateDocument(meetingKey: string): Uint8Array;
  /** Items of the plan in force that can no longer be lawful on their date. */
  warnings(): readonly Finding[];
}

export interface NoticesNeeds {
  readonly published: PublishedRecords;
  readonly notices: ListTable<Notice>;
  readonly councilName: string;
  readonly clock: Clock;
}

export function createNotices({ published, notices, councilName, clock }: NoticesNeeds): Notices {
  const cabinetKey = () => published.records().bodies.find(({ kind }) => kind === "Cabinet")?.key ?? "CAB";

  function meetingOf(key: string) {
    const { meetings, bodies } = published.records();
    const meeting = meetings.find((one) => one.key === key.toUpperCase());
    if (!meeting) refuse("not-found", `There is no meeting ${key} in the records.`);
    const name = bodies.find((body) => body.key === meeting.bodyKey)?.name ?? meeting.bodyKey;
    return { meeting, name, practice: published.practiceOf(meeting.bodyKey) };
  }

  function certificate(meetingKey: string): NoticeCertificate {
    const { meeting, name, practice } = meetingOf(meetingKey);
    try {
      return noticeCertificate(meeting, { name }, practice);
    } catch (error) {
      if (!(error instanceof NotPublished)) throw error;
      refuse("not-found", error.message, error);
    }
  }

  return {
    advise(decision, noticeOn = clock.today(), bodyKey = cabinetKey()) {
      try {
        return decisionBranch(decision, noticeOn, published.practiceOf(bodyKey));
      } catch (cause) {
        if (cause instanceof BankHolidaysUnknown || cause instanceof NoticePeriodUnknown)
          throw new DatesUnknown(cause.message, { cause });
        throw cause;
      }
    },

    async draft(caller, { meetingKey, ...wanted }) {
      if (!caller.roles.includes(roles.committeeOfficer))
        refuse("not-allowed", "Only committee officers draft statutory notices.");
      const { meeting, name, practice } = meetingOf(meetingKey);
      let notice: Notice;
      try {
        const advice = decisionBranch(meeting.date, clock.today(), practice);
        notice = draftNotice(
          wanted.kind,
          { ...wanted, council: councilName, meeting, decisionMaker: name },
          advice,
        );
      } catch (error) {
        if (!(error instanceof ReasonMissing)) throw error;
        refuse("bad-request", error.message, error);
      }
      const held = await notices.byKey(notice.key);
      if (held && held.entity.state === "Published")
        refuse("bad-request", "That notice is published. It is corrected by another, not changed.");
      const stored = held ? await notices.update(held, notice) : await notices.create(notice);
      return stored.entity;
    },

    certificate,

    certificateDocument(meetingKey) {
      const { title, facts, counted, skipped, statement } = certificate(meetingKey);
      const dayOff = {
        saturday: "Saturday",
        sunday: "Sunday",
        "bank-holiday": "bank holiday",
        "office-closure": "offices closed",
      };
      const list = (texts: readonly string[]) =>
        ({
          kind: "list",
          style: "decimal",
          items: texts.map((text) => ({ runs: [{ text }], lists: [] })),
        }) as const;
      const paragraph = (text: string) => ({ kind: "paragraph", runs: [{ text }] }) as const;
      const parts: ControlledPart[] = [
        {
          tag: "cd-certificate",
          title,
          content: [
            { kind: "heading", level: 2, runs: [{ text: "Notice given" }] },
            paragraph(statement),
            { kind: "heading", level: 2, runs: [{ text: "Days counted" }] },
            list(counted.map(writtenInFull)),
            ...(skipped.length === 0
              ? []
              : [
                  { kind: "heading", level: 2, runs: [{ text: "Days that do not count" }] } as const,
                  paragraph(
                    skipped.map(({ date, why }) => `${writtenInFull(date)} (${dayOff[why]})`).join("; "),
                  ),
                ]),
            { kind: "heading", level: 2, runs: [{ text: "Signed" }] },
            paragraph("Proper Officer: ______________________________    Date: ____________________"),
          ],
        },
      ];
      const frontSheet = facts.map(({ label, value }) => [{ label, value }]);
      const face = { title, council: councilName, facts: [], frontSheet };
      return writeReportDocument(face, { parts, tables: new Map(), map: null });
    },

    warnings() {
      const { plans } = published.records();
      const today = clock.today();
      const current = editionOn(plans, today);
      if (!current) return [];
      const practice = published.practiceOf(cabinetKey());
      return current.items.flatMap((item) => {
        const editions = plans.filter((plan) => plan.items.some(({ key }) => key === item.key));
        const firstListedOn = editions.map(({ edition }) => edition.publishedOn).sort()[0] ?? null;
        const keyDecision = item.financialImpact || item.communityImpact;
        return item.decisions
          .filter(({ decisionMaker }) => !/^(?:full )?council$/i.test(decisionMaker.trim()))
          .flatMap(({ to }) =>
            lawfulOnDateFindings(
              { title: item.title, keyDecision, decisionOn: to, firstListedOn },
              today,
              practice,
            ),
          );
      });
    },
  };
}
