import fc from "fast-check";
import type {
  Block,
  List,
  ListItem,
  Run,
  SectionContent,
  Table,
} from "../../shared/contracts/section-content.ts";
import { canonicalContent } from "../../shared/documents/content/canonical-content.ts";

const words = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9 ,.;:'()&<>"£%–’-]{1,40}$/),
  fc.constantFrom("بلدية سيفتون", "Ĺîşţ 🏛️", 'a & b < c > "d"', "two\nlines", "x", "  spaced  out  "),
);

const run: fc.Arbitrary<Run> = fc.record(
  {
    text: words,
    bold: fc.constant(true as const),
    italic: fc.constant(true as const),
    href: fc.constantFrom("https://council.example/a?b=1&c=2", "mailto:clerk@council.example"),
  },
  { requiredKeys: ["text"] },
);

const runs = fc.array(run, { minLength: 1, maxLength: 4 });

/** Lists nested at most `depth` deep below the outermost. */
function listOf(depth: number): fc.Arbitrary<List> {
  const lists: fc.Arbitrary<readonly List[]> =
    depth === 0 ? fc.constant([]) : fc.array(listOf(depth - 1), { maxLength: 2 });
  const item: fc.Arbitrary<ListItem> = fc.record({ runs, lists });
  return fc.record(
    {
      kind: fc.constant("list" as const),
      style: fc.constantFrom("bullet" as const, "decimal" as const, "roman" as const),
      start: fc.integer({ min: 1, max: 12 }),
      items: fc.array(item, { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ["kind", "style", "items"] },
  );
}

const list = listOf(3);

const table: fc.Arbitrary<Table> = fc
  .record({
    columns: fc.integer({ min: 1, max: 4 }),
    caption: fc.option(fc.constantFrom("Internal audit", "Rates & reliefs"), { nil: undefined }),
    headerRows: fc.integer({ min: 0, max: 2 }),
    draft: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    spans: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    cells: fc.array(fc.option(runs, { nil: undefined }), { minLength: 25, maxLength: 25 }),
  })
  .map(({ columns, caption, headerRows, draft, spans, cells }) => ({
    kind: "table" as const,
    ...(caption ? { caption } : {}),
    headerRows,
    rows: Array.from({ length: 5 }, (_, row) => {
      const paragraphs = (place: number) => {
        const content = cells[(row * 5 + place) % 25];
        return content ? [content] : [];
      };
      const marked = draft[row] && row >= headerRows ? { draft: true as const } : {};
      return spans[row] && columns > 1
        ? { ...marked, cells: [{ paragraphs: paragraphs(0), columnSpan: columns }] }
        : {
            ...marked,
            cells: Array.from({ length: columns }, (_, place) => ({ paragraphs: paragraphs(place) })),
          };
    }),
  }));

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("paragraph" as const), runs }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("heading" as const),
      level: fc.constantFrom(2 as const, 3 as const, 4 as const),
      runs,
    }),
  },
  { weight: 3, arbitrary: list },
  { weight: 1, arbitrary: table },
);

/** Any section content in canonical form. */
export const anySectionContent: fc.Arbitrary<SectionContent> = fc
  .array(block, { maxLength: 6 })
  .map((content) => canonicalContent(content));
