import fc from "fast-check";
import type {
  Block,
  List,
  ListItem,
  ListStyle,
  Run,
  SectionContent,
  Table,
  TableRow,
} from "../../shared/contracts/section-content.ts";
import { canonicalContent } from "../../shared/documents/content/canonical-content.ts";
import type { ControlledPart } from "../../shared/documents/write/document-body.ts";

/** Text that has broken programs before: look-alike mark-up, characters with a meaning of their own, other scripts. */
const awkward = [
  "بلدية سيفتون",
  "مرحبا 123 hello عالم",
  "שָׁלוֹם (Liverpool) עולם",
  "Ĺîşţ 🏛️ 👩‍👩‍👧 🇬🇧",
  'a & b < c > "d"',
  "&amp; &lt;p&gt; &#0; &nbsp;",
  "</w:t></w:r><w:r><w:t>",
  "<script>alert(1)</script>",
  "]]><![CDATA[",
  "<!-- not a comment -->",
  "</td></tr></table>",
  "two\nlines",
  "three\n\nbreaks \n here",
  "  spaced  out  ",
  "tab\tbetween\t\ttabs",
  "£5\u00A0million of\u202F%",
  "\u00A0\u00A0edges\u00A0",
  "non\u2011breaking hy\u00ADphen",
  "“smart” ‘quotes’ – and … dashes —",
  "control\u0000\u0001\u000B\u001F\u0085\u009F here",
  "\uFEFFmark\u200Bzero\u200Dwidth\u2060",
  "\u2028line\u2029separators",
  "lone \uD800 surrogate \uDC00",
  "(draft)",
  "draft",
  "• typed bullet",
  "1. typed number",
  "{ PAGE \\* MERGEFORMAT }",
  "%1.%2",
  "x",
] as const;

const words = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[A-Za-z0-9 ,.;:'()&<>"£%–’-]{1,40}$/) },
  { weight: 4, arbitrary: fc.constantFrom(...awkward) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 20 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }) },
);

const addresses = [
  "https://council.example/a?b=1&c=2",
  "https://council.example/a?b=1&c=3",
  'https://council.example/a"b<c>d',
  "http://council.example/one two#part",
  "https://council.example/%E2%82%AC/£",
  "mailto:clerk@council.example",
  "mailto:clerk@council.example?subject=A%20report",
] as const;

const run: fc.Arbitrary<Run> = fc.record(
  {
    text: words,
    bold: fc.constant(true as const),
    italic: fc.constant(true as const),
    href: fc.constantFrom(...addresses),
  },
  { requiredKeys: ["text"] },
);

/** Runs of any looks, or two links that touch, to one address or to two. */
const runs: fc.Arbitrary<Run[]> = fc.oneof(
  { weight: 5, arbitrary: fc.array(run, { minLength: 1, maxLength: 5 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...addresses), fc.constantFrom(...addresses), fc.boolean())
      .map(([first, second, bold]) => [
        { text: "see ", href: first, ...(bold ? { bold: true as const } : {}) },
        { text: "this page", href: first },
        { text: "and that", href: second },
      ]),
  },
);

const styles: readonly ListStyle[] = ["bullet", "decimal", "roman"];

/** Lists nested at most `depth` deep below the outermost, of every kind, restarted anywhere. */
function listOf(depth: number): fc.Arbitrary<List> {
  const lists: fc.Arbitrary<readonly List[]> =
    depth === 0 ? fc.constant([]) : fc.array(listOf(depth - 1), { maxLength: depth > 3 ? 1 : 2 });
  const item: fc.Arbitrary<ListItem> = fc.record({
    runs: fc.oneof({ weight: 8, arbitrary: runs }, { weight: 1, arbitrary: fc.constant([]) }),
    lists,
  });
  return fc.record(
    {
      kind: fc.constant("list" as const),
      style: fc.constantFrom(...styles),
      start: fc.integer({ min: -1, max: 12 }),
      items: fc.array(item, { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ["kind", "style", "items"] },
  );
}

/** One chain of lists, `depth` deep. */
const deepList: fc.Arbitrary<List> = fc
  .tuple(fc.array(fc.constantFrom(...styles), { minLength: 6, maxLength: 11 }), runs)
  .map(([chain, itemRuns]) =>
    chain.reduceRight<List | null>(
      (inner, style) => ({
        kind: "list",
        style,
        items: [
          { runs: itemRuns, lists: inner ? [inner] : [] },
          { runs: [{ text: "next" }], lists: [] },
        ],
      }),
      null,
    ),
  )
  .map((list) => list as List);

const list = fc.oneof({ weight: 6, arbitrary: listOf(3) }, { weight: 1, arbitrary: deepList });

const tableRow: fc.Arbitrary<TableRow> = fc.record(
  {
    draft: fc.constant(true as const),
    cells: fc.array(
      fc.record(
        {
          paragraphs: fc.array(runs, { maxLength: 2 }),
          columnSpan: fc.integer({ min: 1, max: 3 }),
          rowSpan: fc.integer({ min: 1, max: 3 }),
        },
        { requiredKeys: ["paragraphs"] },
      ),
      { maxLength: 4 },
    ),
  },
  { requiredKeys: ["cells"] },
);

/** A table with row and column spans together, ragged, overlapping, with rows that are covered whole. */
const table: fc.Arbitrary<Table> = fc.record(
  {
    kind: fc.constant("table" as const),
    caption: fc.constantFrom(
      "Internal audit",
      "Rates & reliefs",
      " spaced\u00A0 out \n caption",
      "بلدية",
      "<b>",
    ),
    headerRows: fc.integer({ min: 0, max: 2 }),
    rows: fc.array(tableRow, { minLength: 1, maxLength: 5 }),
  },
  { requiredKeys: ["kind", "headerRows", "rows"] },
);

/** Tables of the record that sections may refer to, as parts of a document. */
export const recordTables: ReadonlyMap<string, ControlledPart> = new Map(
  ["CMR/AUDIT/T1", "CMR/AUDIT/T2"].map((key, index) => [
    key,
    {
      tag: `cd-table-${index}`,
      title: `Table ${index}`,
      content: [
        {
          kind: "table",
          ...(index === 0 ? { caption: "Audit opinions" } : {}),
          headerRows: 1,
          rows: [
            { cells: [{ paragraphs: [[{ text: "Audit" }]] }, { paragraphs: [[{ text: "Opinion" }]] }] },
            { draft: true, cells: [{ paragraphs: [[{ text: "Payroll" }]] }, { paragraphs: [] }] },
          ],
        },
      ],
    },
  ]),
);

/** Keys of those tables by the tag of their control. */
export const recordTableKeys: ReadonlyMap<string, string> = new Map(
  [...recordTables].map(([key, part]) => [part.tag, key]),
);

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("paragraph" as const), runs }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("heading" as const),
      level: fc.constantFrom(2 as const, 3 as const, 4 as const),
      runs,
    }),
  },
  { weight: 4, arbitrary: list },
  { weight: 3, arbitrary: table },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("tableReference" as const),
      key: fc.constantFrom(...recordTables.keys()),
    }),
  },
);

/** Any blocks, canonical or not. */
export const anyBlocks: fc.Arbitrary<SectionContent> = fc.array(block, { maxLength: 6 });

/** Any section content in canonical form. */
export const anySectionContent: fc.Arbitrary<SectionContent> = anyBlocks.map(canonicalContent);

/** A paragraph of 20,000 characters with looks that change all along. */
export const longParagraph: SectionContent = canonicalContent([
  {
    kind: "paragraph",
    runs: Array.from({ length: 400 }, (_, index) => ({
      text: `The service dealt with ${index} requests this quarter. `,
      ...(index % 7 === 0 ? { bold: true as const } : {}),
      ...(index % 11 === 0 ? { href: `https://council.example/${index}` } : {}),
    })),
  },
]);
