import { allWards, type PublishedEdition, type PublishedItem } from "../../contracts/answer.ts";
import { writtenInFull, writtenWithoutWeekday } from "../../rules/dates/written-dates.ts";
import { movesInWords } from "../../rules/forward-plan/moves.ts";
import { exemptParagraphs } from "../../rules/reports/exemption.ts";
import { asShown, type Card, type CardKind, fillTemplate, shortened } from "../card.ts";
import { itemExamples } from "./examples.ts";
import template from "./template.json" with { type: "json" };

export interface ForwardPlanItemInputs {
  readonly item: PublishedItem;
  readonly edition: PublishedEdition;
  /** The item in words. */
  readonly text: string;
  /** How the question was read, where one was asked. */
  readonly because?: readonly string[];
  /** Where its days can be had as a calendar file. */
  readonly calendarAddress?: string;
  /** Where it opens in the tab. */
  readonly tabAddress?: string;
  /** What to follow to be told of its changes, where the reader may follow it. */
  readonly followTopic?: string;
}

/** One item of the plan with every published fact that a member asks for. */
export const forwardPlanItemCard: CardKind<ForwardPlanItemInputs> = {
  name: "forward-plan-item",
  draw: drawItem,
  examples: itemExamples,
};

function drawItem({
  item,
  edition,
  text,
  because = [],
  calendarAddress = "",
  tabAddress = "",
  followTopic = "",
}: ForwardPlanItemInputs): Card {
  const facts = [
    { title: "Decision", value: item.decisions.map(decisionInWords).join("\n\n") },
    { title: "Criteria", value: criteria(item) },
    { title: "Report", value: secrecy(item) },
    { title: "Wards", value: item.wards.includes(allWards) ? "All wards" : item.wards.join(", ") },
    { title: "Scrutiny", value: item.scrutinyArea },
    { title: "Consulted", value: item.consultees },
    { title: "How", value: item.consultationMethod },
    { title: "Background", value: item.backgroundDocuments.join("; ") },
    { title: "Contact", value: item.contacts.map(contactInWords).join("\n\n") },
  ].filter((fact) => fact.value !== "");
  const email = item.contacts.find((contact) => contact.email)?.email ?? "";
  return fillTemplate(
    template,
    {
      key: item.key,
      calendar: calendarAddress,
      tab: tabAddress,
      followTopic,
      hasWhy: because.length > 0,
      why: because.slice(0, 20).map((line) => ({ line: asShown(shortened(line, 300)) })),
      title: asShown(shortened(item.title, 400)),
      details: asShown(shortened(item.details, 1_500)),
      facts: facts.map(({ title, value }) => ({ title, value: asShown(shortened(value, 600)) })),
      changes: [
        ...movesLine(item),
        ...item.dateChanges.slice(-3).map((change) => ({
          text: asShown(
            shortened(
              `Date for ${change.decisionMaker} changed from ${writtenWithoutWeekday(change.from)} to ${writtenWithoutWeekday(change.to)}. ${change.reason}`,
              500,
            ),
          ),
        })),
      ],
      edition: `From the edition for ${writtenWithoutWeekday(edition.periodFrom)} to ${writtenWithoutWeekday(edition.periodTo)}, published ${writtenWithoutWeekday(edition.publishedOn)}. Expected dates may change.`,
      email: /^[^\s@"<>?&]+@[^\s@"<>?&]+$/.test(email) ? email : "",
      address: edition.address ?? "",
    },
    text,
  );
}

function decisionInWords({ decisionMaker, from, to }: PublishedItem["decisions"][number]): string {
  return from === to
    ? `${decisionMaker}, ${writtenInFull(from)}`
    : `${decisionMaker}, ${writtenWithoutWeekday(from)} to ${writtenWithoutWeekday(to)}`;
}

function criteria(item: PublishedItem): string {
  return [
    ...(item.financialImpact ? ["Financial"] : []),
    ...(item.communityImpact ? ["Community impact"] : []),
  ].join(" and ");
}

/** “Moved twice, three months later than first planned.” */
function movesLine(item: PublishedItem): { text: string }[] {
  const moves = movesInWords(item);
  return moves === null ? [] : [{ text: `${moves}.` }];
}

function secrecy(item: PublishedItem): string {
  if (item.secrecy === "open") return "Open";
  const words = item.secrecy === "part-exempt" ? "Part exempt" : "Fully exempt";
  const paragraphs = item.exemptParagraphs.map((number) => {
    const meaning = exemptParagraphs.find((paragraph) => paragraph.number === number)?.meaning;
    return meaning ? `paragraph ${number}: ${meaning}` : `paragraph ${number}`;
  });
  return paragraphs.length > 0 ? `${words} (Schedule 12A ${paragraphs.join("; ")})` : words;
}

function contactInWords({ name, email, telephone }: PublishedItem["contacts"][number]): string {
  return [name, email, telephone].filter(Boolean).join(", ");
}
