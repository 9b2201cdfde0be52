import type { CalendarDate } from "../contracts/calendar-date.ts";
import { type SectionContent, sectionHtmlLimit } from "../contracts/section-content.ts";
import { textOf } from "../documents/content/canonical-content.ts";
import type { PrintedPerson } from "../documents/import/lines/printed-people.ts";
import type { DecisionPart } from "../documents/import/minutes/decision-parts.ts";
import type {
  AgendaPaper,
  CoveringReportPaper,
  MinutesPaper,
  PaperWarning,
  RegisterPaper,
  WorkProgrammePaper,
} from "../documents/import/paper.ts";
import { addDays } from "../rules/dates/calendar-arithmetic.ts";
import {
  type AgendaItem,
  type Body,
  type Meeting,
  meetingKey,
  municipalYear,
} from "../rules/meetings/meeting.ts";
import {
  type Decision,
  type Declaration,
  decisionKey,
  type Minute,
  minuteKey,
} from "../rules/meetings/minutes.ts";
import type { Person } from "../rules/people/person.ts";
import { namedOn, type Portfolio } from "../rules/people/portfolio.ts";
import type { Consultation } from "../rules/reports/consultation.ts";
import {
  coveringReportKey,
  headingKey,
  type Report,
  type ReportSection,
  type ReportTable,
} from "../rules/reports/report.ts";
import { type WorkProgrammeItem, workProgrammeKey } from "../rules/work-programme/work-programme.ts";

/*
 * What a paper that was read means for the records. Nothing is guessed: a body, a portfolio or a person that the
 * records do not know is asked about in a warning.
 */

/** What the records hold that a paper may speak of. */
export interface KnownRecords {
  readonly bodies: readonly Body[];
  readonly people: readonly Person[];
  readonly portfolios: readonly Portfolio[];
  /** The meeting of every minute that is held, by the minute's key. */
  readonly minuteMeetings: ReadonlyMap<string, string>;
  readonly today: CalendarDate;
}

/** A paper that cannot be placed in the records, for the reason its warning gives. */
export interface Unplaced {
  readonly placed: false;
  readonly warnings: readonly PaperWarning[];
}

type Placed<Records> = {
  readonly placed: true;
  readonly key: string;
  readonly warnings: readonly PaperWarning[];
} & Records;

export type AgendaRecords = Placed<{ readonly meeting: Meeting; readonly items: readonly AgendaItem[] }>;
export type MinutesRecords = Placed<{
  readonly meeting: Meeting;
  readonly minutes: readonly Minute[];
  readonly decisions: readonly Decision[];
  readonly declarations: readonly Declaration[];
}>;
export type CoveringReportRecords = Placed<{
  readonly report: Report;
  readonly sections: readonly ReportSection[];
  readonly tables: readonly ReportTable[];
  readonly consultations: readonly Consultation[];
}>;
export type WorkProgrammeRecords = Placed<{
  readonly bodyKey: string;
  readonly items: readonly WorkProgrammeItem[];
}>;

const letters = (text: string) =>
  text
    .toLowerCase()
    .replace(/&/g, "and")
    .replace(/[^a-z]/g, "");

/** The body whose name, alias or former name a line of a paper holds; the longest name wins. */
export function bodyNamed(bodies: readonly Body[], line: string): Body | null {
  const wanted = letters(line);
  const named = bodies
    .map((body) => ({
      body,
      length: Math.max(
        0,
        ...[body.name, ...body.aliases, ...(body.formerNames ?? []).map(({ name }) => name)]
          .map(letters)
          .filter((name) => name !== "" && wanted.includes(name))
          .map((name) => name.length),
      ),
    }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length);
  return named[0]?.body ?? null;
}

/**
 * The body a paper is of. Unlike {@link bodyNamed}, the name must be the body's whole name, but for the council's:
 * “Cabinet” is not “Cabinet Member”, nor one scrutiny committee another.
 */
export function bodyOf(bodies: readonly Body[], printed: string): Body | null {
  const wanted = letters(printed).replace(/^the/, "");
  const whole = bodies.find((body) =>
    [body.name, ...body.aliases, ...(body.formerNames ?? []).map(({ name }) => name)].some((name) => {
      const one = letters(name).replace(/^the/, "");
      return (
        one !== "" &&
        (one === wanted || (wanted.endsWith(one) && /council$/.test(wanted.slice(0, -one.length))))
      );
    }),
  );
  return whole ?? null;
}

function unknownBody(printed: string, what: string, line: number): Unplaced {
  return {
    placed: false,
    warnings: [
      {
        line,
        message:
          printed === ""
            ? `${what} name no body, so nothing was written.`
            : `“${printed}” is not among the bodies in the records, so nothing of this paper was written. Add this name to a body’s aliases, or import with --add-names to add the body.`,
      },
    ],
  };
}

/** The municipal year of a day; Annual Council is taken as the middle of May. */
function yearOf(date: CalendarDate): string {
  return municipalYear(date, `${date.slice(0, 4)}-05-15` as CalendarDate);
}

function timeOf(printed: string | undefined): string | undefined {
  const match = /(\d{1,2})(?:[.:](\d{2}))?\s*(a|p)?\.?\s?m?\.?/i.exec(printed ?? "");
  if (!match?.[1]) return /noon/i.test(printed ?? "") ? "12:00" : undefined;
  let hour = Number(match[1]);
  if (/p/i.test(match[3] ?? "") && hour < 12) hour += 12;
  if (/a/i.test(match[3] ?? "") && hour === 12) hour = 0;
  return hour < 24 ? `${String(hour).padStart(2, "0")}:${match[2] ?? "00"}` : undefined;
}

/** An agenda as a meeting and its items. */
export function agendaRecords(
  { data }: AgendaPaper,
  known: KnownRecords,
  reportKeys: ReadonlyMap<string, string> = new Map(),
): AgendaRecords | Unplaced {
  const body = bodyOf(known.bodies, data.body);
  if (!body) return unknownBody(data.body, "The agenda’s words", 1);
  if (!data.date)
    return {
      placed: false,
      warnings: [{ line: 1, message: "The agenda states no date, so nothing of it was written." }],
    };
  const key = meetingKey(body.key, data.date);
  const time = timeOf(data.time);
  const used = new Map<string, number>();
  return {
    placed: true,
    key,
    warnings: askAboutPeople(data.membership.members, known),
    meeting: {
      key,
      bodyKey: body.key,
      date: data.date,
      municipalYear: yearOf(data.date),
      state: data.date < known.today ? "Held" : "AgendaPublished",
      ...(time ? { time } : {}),
      ...(data.venue ? { venue: data.venue.slice(0, 255) } : {}),
    },
    items: data.items.map((item): AgendaItem => {
      const reference = (item.reference ?? String(item.number)).toUpperCase();
      const repeat = (used.get(reference) ?? 0) + 1;
      used.set(reference, repeat);
      const reportKey = reportKeys.get(item.reference ?? String(item.number));
      return {
        key: `${key}/${reference}${repeat > 1 ? `-${repeat}` : ""}`,
        meetingKey: key,
        number: item.number,
        title: item.title.slice(0, 255),
        ...(item.reportOf ? { reportOf: item.reportOf.slice(0, 255) } : {}),
        ...(reportKey ? { reportKey } : {}),
        ...(item.pageFrom !== undefined ? { pageFrom: item.pageFrom } : {}),
        ...(item.pageTo !== undefined ? { pageTo: item.pageTo } : {}),
        paper: item.toFollow ? "ToFollow" : item.pageFrom !== undefined ? "Attached" : "None",
        exemptParagraphs: item.exemptParagraphs,
      };
    }),
  };
}

/** Minutes as their meeting, minutes, decisions by part, and declarations. */
export function minutesRecords({ data }: MinutesPaper, known: KnownRecords): MinutesRecords | Unplaced {
  const body = bodyOf(known.bodies, data.body);
  if (!body) return unknownBody(data.body, "The minutes", 1);
  const { date } = data;
  if (!date)
    return {
      placed: false,
      warnings: [{ line: 1, message: "The minutes state no date, so nothing of them was written." }],
    };
  const key = meetingKey(body.key, date);
  const year = yearOf(date);
  const warnings: PaperWarning[] = [
    ...askAboutPeople([...data.present, ...data.apologies, ...data.alsoPresent], known),
  ];
  const minutes: Minute[] = [];
  const decisions: Decision[] = [];
  const taken = new Set<string>();
  // A decision of long ago has been through its call-in; a recent one is published, and the clock knows the rest.
  const settled = !body.callInApplies || addDays(date, 60) < known.today;
  const keys = minuteKeys(data, body.key, year, key, known);
  // Minutes without numbers are counted; one without a number among others that carry one has none.
  const unnumbered = data.minutes.every(({ number }) => number === null);
  const numberAt = (place: number) => data.minutes[place]?.number ?? (unnumbered ? place + 1 : null);
  for (const [place, minute] of data.minutes.entries()) {
    const number = numberAt(place);
    if (number === null) {
      warnings.push({
        line: minute.line,
        message: `“${minute.title}” carries no number where the others do, so it was not written: the records know a minute by its number.`,
      });
      continue;
    }
    const ownKey = keys.of(number);
    const [further] = minute.furtherTo;
    minutes.push({
      key: ownKey,
      meetingKey: key,
      number,
      title: minute.title,
      narrative: [...linesOf(minute.content), ...minute.notes].join("\n").slice(0, 60_000),
      ...(further ? keys.furtherTo(further) : {}),
      state: "Published",
    });
    const add = (part: string, text: string) => {
      let decision = decisionKey(ownKey, part);
      for (let again = 2; taken.has(decision); again += 1) decision = `${decisionKey(ownKey, part)}-${again}`;
      taken.add(decision);
      decisions.push({
        key: decision,
        minuteKey: ownKey,
        meetingKey: key,
        part,
        text,
        ...(minute.reasons ? { reasons: minute.reasons } : {}),
        ...(minute.alternatives ? { alternatives: minute.alternatives } : {}),
        callIn: body.callInApplies ? "Subject" : "NotSubject",
        state: settled ? "Effective" : "Published",
      });
    };
    for (const decision of minute.decisions) {
      const whole = [decision.text, ...decision.bullets.map((text) => `- ${text}`)]
        .filter((text) => text !== "")
        .join("\n");
      if (decision.parts.length === 0 ? whole !== "" : !/^(?:that)?[\s:–-]*$/i.test(whole)) add("", whole);
      const eachPart = (parts: readonly DecisionPart[]) => {
        for (const part of parts) {
          add(part.ref, [part.text, ...part.bullets.map((text) => `- ${text}`)].join("\n"));
          eachPart(part.parts);
        }
      };
      eachPart(decision.parts);
    }
  }
  const interests = numberAt(data.minutes.findIndex(({ title }) => /declaration|interest/i.test(title)));
  const declarations = data.declarations.map((one, at): Declaration => {
    const cited =
      data.minutes.find(({ number }) => number === one.minute)?.number ?? interests ?? numberAt(0) ?? 0;
    const minute = keys.of(cited);
    return {
      key: `${minute}/D${at + 1}`,
      meetingKey: key,
      minuteKey: minute,
      member: one.member,
      about: `${one.minute === null ? "" : `${one.minute} `}${one.title}`.trim(),
      kind: one.type === "Other" ? "NotStated" : one.type,
      reason: one.reason,
      action: one.action,
    };
  });
  const first = minutes[0]?.number;
  const time = timeOf(data.time);
  const names = (people: readonly PrintedPerson[]) =>
    people.map(({ name, role }) => (role ? `${name} (${role})` : name));
  return {
    placed: true,
    key,
    warnings,
    meeting: {
      key,
      bodyKey: body.key,
      date,
      municipalYear: year,
      state: "MinutesPublished",
      ...(time ? { time } : {}),
      ...(data.venue ? { venue: data.venue.slice(0, 255) } : {}),
      ...(first !== undefined ? { firstMinuteNumber: first } : {}),
      present: names(data.present),
      alsoPresent: names(data.alsoPresent),
      apologies: names(data.apologies),
    },
    minutes,
    decisions,
    declarations,
  };
}

/** How the minutes of a meeting are keyed, and the one that a minute goes back to. */
interface MinuteKeys {
  readonly of: (number: number) => string;
  readonly furtherTo: (further: { readonly number: number; readonly date?: CalendarDate }) => {
    readonly furtherTo?: string;
  };
}

/**
 * By body and municipal year, through which their numbers run (rule R23); or below their meeting, where a body begins
 * at 1 every time or gives no numbers. Minutes that are held keep the keys they have.
 */
function minuteKeys(
  { minutes }: MinutesPaper["data"],
  bodyKey: string,
  year: string,
  meeting: string,
  known: KnownRecords,
): MinuteKeys {
  const ofYear = (number: number) => minuteKey(bodyKey, year, number);
  const numbers = minutes.flatMap(({ number }) => number ?? []);
  const holders = numbers.flatMap((number) => known.minuteMeetings.get(ofYear(number)) ?? []);
  const startsAgain = numbers.length === 0 || (numbers[0] === 1 && !/-0[56]-\d\d$/.test(meeting));
  const belowMeeting = holders.some((holder) => holder !== meeting) || (startsAgain && holders.length === 0);
  if (!belowMeeting)
    return {
      of: ofYear,
      furtherTo: ({ number, date }) => ({
        furtherTo: minuteKey(bodyKey, date ? yearOf(date) : year, number),
      }),
    };
  return {
    of: (number) => `${meeting}/${number}`,
    // A number that recurs at every meeting names a minute only together with its day.
    furtherTo: ({ number, date }) => (date ? { furtherTo: `${meetingKey(bodyKey, date)}/${number}` } : {}),
  };
}

/** A covering report as its record, sections, tables and consultations. */
export function coveringReportRecords(
  { data, title }: CoveringReportPaper,
  known: KnownRecords,
): CoveringReportRecords | Unplaced {
  const warnings: PaperWarning[] = [];
  const line = data.sections[0]?.line ?? 1;
  const long = data.sections.find(({ html }) => html.length > sectionHtmlLimit);
  if (long)
    return {
      placed: false,
      warnings: [
        {
          line: long.line,
          message: `The section “${long.heading}” holds ${long.html.length} characters and a record holds ${sectionHtmlLimit}, so nothing of this report was written. Part it with a heading.`,
        },
      ],
    };
  const meetings = data.reportTo.flatMap(({ body: printed, date }) => {
    const body = bodyOf(known.bodies, printed);
    if (!body) {
      warnings.push({
        line,
        message: `“${printed}” is not among the bodies in the records, so the report is not joined to its meeting.`,
      });
      return [];
    }
    return date ? [meetingKey(body.key, date)] : [];
  });
  if (
    data.portfolio &&
    known.portfolios.length > 0 &&
    !namedOn(known.portfolios, plainPortfolio(data.portfolio))
  )
    warnings.push({
      line,
      message: `The portfolio “${data.portfolio}” is none that the records know. Is it another name for one of them?`,
    });
  const [first, ...further] = meetings;
  const key = first ? coveringReportKey(first, data.subject) : data.key;
  const past = data.reportTo.every(({ date }) => date !== undefined && date < known.today);
  const rekeyed = (own: string) => own.replace(data.key, key);
  const [contact] = data.contacts;
  const wards = data.wards.filter((ward) => !/^all wards$/i.test(ward));
  const author = (kind: string) => new RegExp(`\\(${kind}[^)]*\\)[^.]{0,40}\\bauthor\\b`, "i");
  const words = data.sections.flatMap(({ content }) => linesOf(content)).join(" ");
  const consultations = data.consultations
    .filter(({ kind }, at, all) => all.findIndex((other) => other.kind === kind) === at)
    .map(
      ({ kind, reference, printed }): Consultation => ({
        key: `${key}/${kind}`,
        reportKey: key,
        kind,
        number: reference,
        printed,
        state: author(kind).test(words) ? "Author" : "Cleared",
      }),
    );
  return {
    placed: true,
    key,
    warnings,
    report: {
      key,
      kind: "covering-report",
      subject: (data.subject || title).slice(0, 250),
      reportOf: data.reportOf.slice(0, 250) || "Not stated",
      authors: [],
      exempt: data.secrecy === "open" ? "Open" : data.secrecy === "part-exempt" ? "Part" : "Full",
      ...(data.exemptParagraphs.length > 0 ? { exemptParagraphs: data.exemptParagraphs.map(String) } : {}),
      ...(wards.length > 0 ? { wards } : {}),
      ...(data.keyDecision !== null ? { keyDecision: data.keyDecision } : {}),
      ...(data.inForwardPlan !== null ? { inForwardPlan: data.inForwardPlan } : {}),
      ...(data.portfolio ? { portfolio: data.portfolio.slice(0, 250) } : {}),
      ...(first ? { meetingKey: first } : {}),
      ...(further.length > 0 ? { furtherMeetingKeys: further } : {}),
      ...(data.reportTo.length > 0
        ? {
            committee: data.reportTo
              .map(({ body }) => body)
              .join("; ")
              .slice(0, 250),
          }
        : {}),
      ...(data.implementationDate ? { implementationDate: data.implementationDate.slice(0, 250) } : {}),
      ...(contact && contact.name !== "" ? { contactOfficer: contact } : {}),
      layout: data.layout,
      state: past ? "published" : "draft",
    },
    sections: data.sections.map(
      ({ key: own, heading, level, order, html }): ReportSection => ({
        key: rekeyed(own),
        reportKey: key,
        heading,
        level,
        order,
        html: html.replaceAll(data.key, key),
        state: html === "" ? "open" : "accepted",
      }),
    ),
    tables: data.tables.map((table) => ({
      ...table,
      key: rekeyed(table.key),
      reportKey: key,
      sectionKey: rekeyed(table.sectionKey),
    })),
    consultations,
  };
}

/** A work programme as items with their meetings. */
export function workProgrammeRecords(
  { data }: WorkProgrammePaper,
  known: KnownRecords,
): WorkProgrammeRecords | Unplaced {
  if (data.items.length === 0) return { placed: false, warnings: [] };
  const body = bodyOf(known.bodies, data.body);
  if (!body) return unknownBody(data.body, "The work programme’s words", data.items[0]?.line ?? 1);
  const firstDate = data.meetings.flatMap(({ date }) => date ?? []).sort()[0];
  const year = data.municipalYear ?? (firstDate ? yearOf(firstDate) : undefined);
  if (year === undefined)
    return {
      placed: false,
      warnings: [
        {
          line: data.items[0]?.line ?? 1,
          message: "The work programme states no year, so nothing of it was written.",
        },
      ],
    };
  const used = new Map<string, number>();
  return {
    placed: true,
    key: `${body.key}/${year.replace("/", "-")}/WP`,
    warnings: [],
    bodyKey: body.key,
    items: data.items.map((item, at): WorkProgrammeItem => {
      const base = workProgrammeKey(body.key, year, headingKey(item.title));
      const repeat = (used.get(base) ?? 0) + 1;
      used.set(base, repeat);
      const slots = item.marks.flatMap(({ meeting, mark }) =>
        /^\d{4}-\d{2}-\d{2}$/.test(meeting)
          ? [{ meetingKey: meetingKey(body.key, meeting as CalendarDate), mark }]
          : [],
      );
      return {
        key: `${base}${repeat > 1 ? `-${repeat}` : ""}`,
        bodyKey: body.key,
        municipalYear: year,
        title: item.title,
        ...(item.band ? { band: item.band.slice(0, 255) } : {}),
        ...(item.officers.length > 0 ? { leadOfficer: item.officers.join(", ").slice(0, 255) } : {}),
        source: /pre-?(?:decision )?scrutiny/i.test(`${item.title} ${item.remarks ?? ""}`)
          ? "PreScrutiny"
          : /working group/i.test(item.title)
            ? "Recommendation"
            : /regular|standing/i.test(`${item.band ?? ""} ${item.remarks ?? ""}`)
              ? "Standing"
              : "Member",
        order: at + 1,
        state: slots.length > 0 ? "Scheduled" : "Agreed",
        slots,
      };
    }),
  };
}

/** Meetings of a committee system's list, as far as their bodies are known. */
export function registerMeetings(
  { data }: RegisterPaper,
  known: KnownRecords,
): { readonly meetings: readonly Meeting[]; readonly warnings: readonly PaperWarning[] } {
  const meetings = new Map<string, Meeting>();
  const unknown = new Set(
    data.committees
      .filter(({ name, expired }) => !expired && !bodyOf(known.bodies, name))
      .map(({ name }) => name),
  );
  for (const { body: printed, date, time, venue, status } of data.meetings) {
    const body = bodyOf(known.bodies, printed);
    if (!body) {
      unknown.add(printed);
      continue;
    }
    const key = meetingKey(body.key, date);
    const clock = timeOf(time);
    meetings.set(key, {
      key,
      bodyKey: body.key,
      date,
      municipalYear: yearOf(date),
      state: /cancel/i.test(status ?? "") ? "Cancelled" : date < known.today ? "Held" : "Scheduled",
      ...(clock ? { time: clock } : {}),
      ...(venue ? { venue: venue.slice(0, 255) } : {}),
    });
  }
  return {
    meetings: [...meetings.values()],
    warnings: [
      ...(unknown.size > 0
        ? [
            {
              line: 1,
              message: `Not among the bodies in the records, so nothing of theirs was written: ${[...unknown].slice(0, 12).join("; ")}${unknown.size > 12 ? " …" : ""}. Add these names to the bodies’ aliases, or import with --add-names to add the bodies.`,
            },
          ]
        : []),
    ],
  };
}

/** “Cabinet Member - Health and Wellbeing” names the portfolio Health and Wellbeing. */
export function plainPortfolio(printed: string): string {
  return printed.replace(/^(?:cabinet|executive|lead) member\s*(?:for|[-–])?\s*/i, "").trim();
}

/** Paragraphs and items, a line each, nested items set in. */
function linesOf(content: SectionContent): string[] {
  type Lists = Extract<SectionContent[number], { kind: "list" }>;
  const ofList = (list: Lists, depth: number): string[] =>
    list.items.flatMap(({ runs, lists }) => [
      `${"  ".repeat(depth)}- ${textOf(runs)}`,
      ...lists.flatMap((inner) => ofList(inner, depth + 1)),
    ]);
  return content.flatMap((block) => {
    if (block.kind === "list") return ofList(block, 0);
    if (block.kind === "paragraph" || block.kind === "heading") return [textOf(block.runs)];
    if (block.kind === "table")
      return block.rows.map(({ cells }) =>
        cells.map(({ paragraphs }) => paragraphs.map(textOf).join(" ")).join(" | "),
      );
    return [];
  });
}

/** The same person may be printed in two ways: whoever shares surname and initial with a known name is asked about. */
function askAboutPeople(printed: readonly PrintedPerson[], known: KnownRecords): PaperWarning[] {
  const warnings: PaperWarning[] = [];
  const asked = new Set<string>();
  const plain = (name: string) =>
    name.replace(/^(?:councillor|cllr\.?|mr|mrs|ms|miss|dr|sir|father|rev(?:erend)?)\.?\s+/i, "").trim();
  const names = known.people.map(({ name }) => plain(name));
  for (const { name } of printed) {
    const own = plain(name);
    const words = own.split(/\s+/);
    if (words.length < 2 || names.some((one) => letters(one) === letters(own)) || asked.has(own)) continue;
    const surname = letters(words.at(-1) ?? "");
    const near = names.find((one) => {
      const other = one.split(/\s+/);
      return (
        other.length > 1 &&
        letters(other.at(-1) ?? "") === surname &&
        letters(other[0] ?? "")[0] === letters(words[0] ?? "")[0]
      );
    });
    if (!near) continue;
    asked.add(own);
    warnings.push({
      line: 1,
      message: `Is “${own}” in this paper the person the records know as “${near}”? The two were not merged.`,
    });
  }
  return warnings;
}
