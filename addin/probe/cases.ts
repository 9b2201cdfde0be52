import { control, item, line, lists, ownStyle, type ProbeDocument, styled, table } from "./probe-document.ts";

/** What the ledger says of a behaviour: documented, reported by others, or assumed. */
export type Standing = "documented" | "observed" | "assumed";

/** One behaviour of Word when a file is inserted, with what should stand afterwards. */
export interface ProbeCase {
  /** As the ledger (infra/local/word-simulator/conformance.md) names it. */
  readonly name: string;
  readonly standing: Standing;
  /** A page of learn.microsoft.com, or an issue of OfficeDev/office-js by its number. */
  readonly source: string;
  readonly base: ProbeDocument;
  readonly trials: readonly ProbeTrial[];
  /** Read this control rather than the body. */
  readonly readTag?: string;
  /** Compact XML (compact-xml.ts), or the kind of refusal. */
  readonly expected: string;
}

export type ProbeTrial =
  | { readonly insert: ProbeDocument | "over 4 MB"; readonly where: "Start" | "End" | "Replace" }
  | { readonly insert: ProbeDocument; readonly after: string }
  | { readonly remove: string };

const opening: ProbeDocument = { body: line("Opening.") };
const finance = control("probe-fin", "Finance", styled("Finance", "Heading2") + line("The cost."));
const legal = control("probe-leg", "Legal", styled("Legal", "Heading2") + line("None."), 2);
const financeShown =
  '<control tag="probe-fin" title="Finance"><p style="heading 2">Finance</p><p>The cost.</p></control>';
const legalShown =
  '<control tag="probe-leg" title="Legal"><p style="heading 2">Legal</p><p>None.</p></control>';

export const probeCases: readonly ProbeCase[] = [
  {
    name: "a style of the same name takes the document’s look",
    standing: "observed",
    source: "3929",
    base: { body: styled("Ours", "ProbeNote"), styles: ownStyle("ProbeNote", "Probe Note", 20) },
    trials: [
      {
        insert: { body: styled("Theirs", "Elsewhere"), styles: ownStyle("Elsewhere", "Probe Note", 60) },
        where: "End",
      },
    ],
    expected: '<p style="Probe Note" size="20">Ours</p><p style="Probe Note" size="20">Theirs</p>',
  },
  {
    name: "a style that the document lacks comes with the file",
    standing: "observed",
    source: "3929",
    base: opening,
    trials: [
      {
        insert: {
          body: styled("Special", "ProbeSpecial"),
          styles: ownStyle("ProbeSpecial", "Probe Special", 48),
        },
        where: "End",
      },
    ],
    expected: '<p>Opening.</p><p style="Probe Special" size="48">Special</p>',
  },
  {
    name: "lists with clashing numbers stay apart",
    standing: "observed",
    source: "6843",
    base: { body: item("one", 1) + item("two", 1), numbering: lists("decimal") },
    trials: [
      {
        insert: { body: item("first", 1) + item("bullet", 2), numbering: lists("lowerRoman", "bullet") },
        where: "End",
      },
    ],
    expected:
      '<p list="1 decimal 0">one</p><p list="1 decimal 0">two</p><p list="2 lowerRoman 0">first</p><p list="3 bullet 0">bullet</p>',
  },
  {
    name: "a list that is inserted twice begins again",
    standing: "observed",
    source: "3455",
    base: opening,
    trials: [1, 2].map(() => ({
      insert: { body: item("one", 1) + item("two", 1), numbering: lists("decimal") },
      where: "End" as const,
    })),
    expected:
      '<p>Opening.</p><p list="1 decimal 0">one</p><p list="1 decimal 0">two</p><p list="2 decimal 0">one</p><p list="2 decimal 0">two</p>',
  },
  {
    name: "the last item of a nested list keeps its list",
    standing: "observed",
    source: "1042",
    base: { body: line("Opening.") + line("") },
    trials: [
      { insert: { body: item("one", 1) + item("deeper", 1, 1), numbering: lists("bullet") }, where: "End" },
    ],
    expected: '<p>Opening.</p><p list="1 bullet 0">one</p><p list="1 bullet 1">deeper</p><p/>',
  },
  {
    name: "the last paragraph keeps its style",
    standing: "observed",
    source: "3222",
    base: opening,
    trials: [{ insert: { body: line("Words.") + styled("Last", "Heading2") }, where: "End" }],
    expected: '<p>Opening.</p><p>Words.</p><p style="heading 2">Last</p>',
  },
  {
    name: "headers and section properties of the file stay behind",
    standing: "documented",
    source: "learn, word.body insertFileFromBase64; 3357, 5810",
    base: opening,
    trials: [{ insert: { body: line("New."), header: line("Their header") }, where: "End" }],
    expected: "<p>Opening.</p><p>New.</p>",
  },
  {
    name: "tags and titles of content controls come with the file",
    standing: "observed",
    source: "2752 and 1467 report their loss on Word for the web",
    base: { body: line("Opening.") + line("") },
    trials: [{ insert: { body: finance + legal }, where: "End" }],
    expected: `<p>Opening.</p>${financeShown}${legalShown}<p/>`,
  },
  {
    name: "a control inside a control comes with the file",
    standing: "assumed",
    source: "no statement found",
    base: { body: line("") },
    trials: [
      {
        insert: {
          body: control(
            "probe-out",
            "Outer",
            line("Before.") + control("probe-in", "Inner", line("Inside."), 2),
          ),
        },
        where: "Start",
      },
    ],
    expected:
      '<control tag="probe-out" title="Outer"><p>Before.</p><control tag="probe-in" title="Inner"><p>Inside.</p></control></control><p/>',
  },
  {
    name: "a file that begins with a table brings no paragraph before it",
    standing: "observed",
    source: "2655 reports one on Word for Mac",
    base: opening,
    trials: [{ insert: { body: table("a", "b") + line("After.") }, where: "End" }],
    expected: "<p>Opening.</p><table><cell><p>a</p></cell><cell><p>b</p></cell></table><p>After.</p>",
  },
  {
    name: "a file goes after a control, outside it",
    standing: "documented",
    source: "learn, word.range insertFileFromBase64",
    base: { body: `${finance}${line("Close.")}` },
    trials: [{ insert: { body: legal }, after: "probe-fin" }],
    expected: `${financeShown}${legalShown}<p>Close.</p>`,
  },
  {
    name: "a control that is deleted takes its words and leaves its neighbours",
    standing: "documented",
    source: "learn, word.contentcontrol delete",
    base: { body: `${finance}${legal}${line("Close.")}` },
    trials: [{ remove: "probe-fin" }],
    expected: `${legalShown}<p>Close.</p>`,
  },
  {
    name: "getOoxml of a control holds the control itself",
    standing: "assumed",
    source: "learn, word.contentcontrol getOoxml: “the content control object”",
    base: { body: `${finance}${line("Close.")}` },
    trials: [],
    readTag: "probe-fin",
    expected: financeShown,
  },
  {
    name: "a file over 4 MB is refused",
    standing: "observed",
    source: "3040",
    base: opening,
    trials: [{ insert: "over 4 MB", where: "End" }],
    expected: "refused",
  },
];
