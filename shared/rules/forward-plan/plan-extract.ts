import type { ExpectedDecision, PublishedItem, Secrecy } from "../../contracts/answer.ts";
import type { SectionContent, TableCell } from "../../contracts/section-content.ts";
import { writtenShort, writtenWithoutWeekday } from "../dates/written-dates.ts";
import { type ForwardPlan, inPlanOrder } from "./forward-plan.ts";

/**
 * The items of an edition that a scrutiny committee looks at, in the order of every list.
 * @param areas names of the committee’s area: its short names, its portfolio; compared without regard to
 * capitals, punctuation, “and” or “&”.
 */
export function itemsOfArea(plan: ForwardPlan, areas: readonly string[]): PublishedItem[] {
  const wanted = new Set(areas.map(areaKey).filter((area) => area !== ""));
  return inPlanOrder(plan.items.filter(({ scrutinyArea }) => wanted.has(areaKey(scrutinyArea))));
}

function areaKey(area: string): string {
  return area
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/\band\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

const secrecies: Readonly<Record<Secrecy, string>> = {
  open: "Open",
  "part-exempt": "Part exempt",
  "fully-exempt": "Fully exempt",
};

/** The extract of the plan for a report: a table of published fields, or a sentence where there is nothing. */
export function planExtract(plan: ForwardPlan, items: readonly PublishedItem[]): SectionContent {
  const { periodFrom, periodTo, publishedOn } = plan.edition;
  const period = `${writtenWithoutWeekday(periodFrom)} to ${writtenWithoutWeekday(periodTo)}`;
  const published = `published on ${writtenWithoutWeekday(publishedOn)}`;
  if (items.length === 0) {
    const text = `The Forward Plan for ${period}, ${published}, has no items in this committee’s area.`;
    return [{ kind: "paragraph", runs: [{ text }] }];
  }
  const cell = (...lines: readonly string[]): TableCell => ({
    paragraphs: lines.filter((line) => line !== "").map((text) => [{ text }]),
  });
  return [
    {
      kind: "table",
      caption: `Forward Plan for ${period}, ${published}`,
      headerRows: 1,
      rows: [
        { cells: [cell("Matter"), cell("Decision"), cell("Open or exempt")] },
        ...items.map((item) => ({
          cells: [cell(item.title), cell(...item.decisions.map(decisionLine)), cell(secrecies[item.secrecy])],
        })),
      ],
    },
  ];
}

function decisionLine({ decisionMaker, from, to }: ExpectedDecision): string {
  const when = from === to ? writtenShort(from) : `${writtenShort(from)} to ${writtenShort(to)}`;
  return `${decisionMaker}, ${when}`;
}
