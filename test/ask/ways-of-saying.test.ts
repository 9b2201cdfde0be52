import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../shared/ask/answer-question.ts";
import { type ConversationMemory, nothingSaid } from "../../shared/ask/conversation-memory.ts";
import {
  type Answer,
  allWards,
  type ExpectedDecision,
  type Intent,
  type PublishedItem,
} from "../../shared/contracts/answer.ts";
import { toCalendarDate as day } from "../../shared/contracts/calendar-date.ts";
import { readForwardPlans } from "../../shared/services/importing.ts";
import { calverstone, calverstoneToday } from "./blind-set/calverstone-plan.ts";
import { planPapers } from "./blind-set/plan-paper.ts";

const plans = await readForwardPlans(
  planPapers(calverstone).map((text, place) => ({
    name: `edition-${place}.txt`,
    bytes: new TextEncoder().encode(text),
  })),
);
const items = plans.at(-1)?.items ?? [];

function answered(...turns: readonly string[]): Answer {
  let memory: ConversationMemory = nothingSaid;
  let last: Answer | undefined;
  for (const text of turns) {
    const turn = answerQuestion(text, { plans, meetings: [], bodies: [] }, day(calverstoneToday), {}, memory);
    memory = turn.memory;
    last = turn.answer;
  }
  if (!last) throw new Error("A conversation has a turn.");
  return last;
}

/** A filter, every way it is said here, and what it means for an item or for one of its decisions. */
interface Filter {
  readonly dimension: string;
  readonly ways: readonly string[];
  readonly item?: (item: PublishedItem) => boolean;
  readonly decision?: (decision: ExpectedDecision) => boolean;
}

const ward = (name: string): Filter => ({
  dimension: "ward",
  ways: [
    `for ${name}`,
    `in ${name}`,
    `affecting ${name} ward`,
    `that touch ${name}`,
    `which concern ${name} ward`,
    `relating to ${name} ward`,
    `that affect residents of ${name}`,
    `with an impact on ${name}`,
  ],
  item: ({ wards }) => wards.includes(allWards) || wards.includes(name),
});
const month = (name: string, from: string, to: string): Filter => ({
  dimension: "days",
  ways: [
    `in ${name}`,
    `due in ${name}`,
    `during ${name}`,
    `expected in ${name}`,
    `scheduled for ${name}`,
    `to be taken in ${name}`,
    `coming up in ${name}`,
  ],
  decision: (one) => one.from <= to && one.to >= from,
});
const maker = (is: RegExp, ...ways: string[]): Filter => ({
  dimension: "maker",
  ways,
  decision: ({ decisionMaker }) => is.test(decisionMaker),
});
const area = (name: string): Filter => ({
  dimension: "area",
  ways: [
    `for ${name} scrutiny`,
    `in the ${name} scrutiny area`,
    `within the remit of the ${name} committee`,
    `under ${name} O&S`,
  ],
  item: ({ scrutinyArea }) => scrutinyArea === name,
});
const officer = (name: string): Filter => ({
  dimension: "officer",
  ways: [
    `where ${name} is the contact`,
    `that ${name} is the contact officer for`,
    `led by ${name}`,
    `that ${name} is dealing with`,
    `with ${name} as contact`,
  ],
  item: ({ contacts }) => contacts.some((one) => one.name === name),
});
const secrecy = (is: (item: PublishedItem) => boolean, ...ways: string[]): Filter => ({
  dimension: "secrecy",
  ways,
  item: is,
});

const filters: readonly Filter[] = [
  ward("Riverside"),
  ward("Wharf and Tannery"),
  ward("Danesgate"),
  {
    dimension: "ward",
    ways: ["only for Danesgate", "specific to Danesgate", "for Danesgate but not the whole borough"],
    item: ({ wards }) => wards.includes("Danesgate"),
  },
  {
    dimension: "ward",
    ways: ["for all wards", "that are borough wide", "covering every ward", "for the whole borough"],
    item: ({ wards }) => wards.includes(allWards),
  },
  month("november", "2018-11-01", "2018-11-30"),
  month("january", "2019-01-01", "2019-01-31"),
  {
    dimension: "days",
    ways: ["before christmas", "this side of christmas", "ahead of christmas"],
    decision: ({ from, to }) => from <= "2018-12-24" && to >= calverstoneToday,
  },
  {
    dimension: "days",
    ways: ["by the end of december", "up to the end of december", "no later than 31 december"],
    decision: ({ from, to }) => from <= "2018-12-31" && to >= calverstoneToday,
  },
  secrecy(
    (item) => item.secrecy !== "open",
    "in private",
    "that are exempt",
    "behind closed doors",
    "with an exempt report",
    "which the public cannot see",
  ),
  secrecy(
    (item) => item.secrecy === "open",
    "that are open",
    "with an open report",
    "that are not private",
    "which aren't exempt",
  ),
  secrecy((item) => item.secrecy === "part-exempt", "that are part exempt", "with a part exempt report"),
  secrecy(
    ({ exemptParagraphs }) => exemptParagraphs.includes(3),
    "citing paragraph 3",
    "that rely on para 3",
  ),
  maker(
    /^Cabinet$/,
    "going to Cabinet",
    "that Cabinet will decide",
    "decided by Cabinet",
    "on the Cabinet's agenda",
    "to be taken by Cabinet",
  ),
  maker(/^Council$/, "going to Council", "that Council will decide", "that end up at Council"),
  maker(
    /Director|Chief Executive/,
    "decided by officers",
    "delegated to officers",
    "that officers are taking",
    "taken under delegated powers",
  ),
  maker(/^Cabinet Member/, "decided by Cabinet Members", "for individual Cabinet Members"),
  area("Environment and Highways"),
  area("Education and Early Help"),
  {
    dimension: "criterion",
    ways: ["with a financial impact", "on financial grounds", "that are key because of money"],
    item: ({ financialImpact }) => financialImpact,
  },
  {
    dimension: "criterion",
    ways: ["with community impact", "with an impact on communities", "on community grounds"],
    item: ({ communityImpact }) => communityImpact,
  },
  officer("Aidan Farrow"),
  officer("Judith Okonkwo"),
];

/** The titles that all of some filters let through; what is asked of a decision is asked of the same decision. */
function expected(wanted: readonly Filter[]): string[] {
  return items
    .filter((item) => wanted.every((filter) => filter.item?.(item) ?? true))
    .filter(({ decisions }) =>
      decisions.some((one) => wanted.every((filter) => filter.decision?.(one) ?? true)),
    )
    .map(({ title }) => title)
    .sort();
}

const openings = [
  "what is there",
  "which items are there",
  "show me the items",
  "are there any decisions",
  "is there anything",
  "give me everything",
  "I'd like to see the decisions",
  "please tell me about any items",
  "do we have anything",
  "what's coming up",
];
const counts = ["how many items are there", "how many decisions are there", "count the items"];
const between = [" ", " and ", ", "];

/** Every one of some texts in turn, so that each is used about as often as any other. */
function inTurn(texts: readonly string[]): () => string {
  let place = 0;
  return () => texts[place++ % texts.length] ?? "";
}

const titlesOf = ({ items: found }: Answer) => found.map(({ title }) => title).sort();

describe("Filters, however they are said", () => {
  const [open, count, join] = [inTurn(openings), inTurn(counts), inTurn(between)];

  it.each(filters.flatMap((filter) => filter.ways.map((way) => ({ way, filter }))))(
    "“… $way” alone, as a list and as a count",
    ({ way, filter }) => {
      for (const [opening, intent] of [
        [open(), "forwardPlan.list"],
        [count(), "forwardPlan.count"],
      ] as const) {
        const answer = answered(`${opening} ${way}`);
        expect(`${answer.intent}: ${titlesOf(answer).join("; ")}`, `${opening} ${way}`).toBe(
          `${intent}: ${expected([filter]).join("; ")}`,
        );
      }
    },
  );

  const pairs = filters.flatMap((one, place) =>
    filters
      .slice(place + 1)
      .flatMap((other) => (one.dimension === other.dimension ? [] : [[one, other] as const])),
  );

  it.each(pairs.map(([one, other]) => ({ one, other, name: `${one.ways[0]} ${other.ways[0]}` })))(
    "“… $name”: two narrow together, in either order",
    ({ one, other }) => {
      const [first, second] = [inTurn(one.ways), inTurn(other.ways)];
      for (let time = 0; time < 4; time++) {
        const parts = time % 2 === 0 ? [first(), second()] : [second(), first()];
        const question = `${open()} ${parts.join(join())}`;
        expect(titlesOf(answered(question)).join("; "), question).toBe(expected([one, other]).join("; "));
      }
    },
  );
});

/** Ways to ask of one item; `{}` stands for its title. */
const ofOneItem: Readonly<Partial<Record<Intent, readonly string[]>>> = {
  "forwardPlan.detail": [
    "tell me about {}",
    "when is {} being decided?",
    "who decides {}?",
    "is {} on the plan?",
    "is {} in private?",
    "which wards does {} affect?",
    "what's going on with {}",
    "where has {} got to",
    "more about {} please",
    "what can you tell me about {}",
    "{} - when?",
    "whose decision is {}",
    "which committee scrutinises {}",
    "I'd like to know when {} goes to be decided",
    "brief me on {}",
    "what paragraph is {} exempt under",
  ],
  "forwardPlan.contact": [
    "who do I speak to about {}?",
    "contact details for {} please",
    "which officer is dealing with {}",
    "I need to talk to someone about {}",
    "whose item is {}",
    "could you give me a name for {}",
    "put me in touch with whoever is leading {}",
    "{} - who do I ring?",
  ],
  "forwardPlan.representations": [
    "how do I comment on {}?",
    "where do I send my views on {}",
    "what do I do to oppose {}",
    "my residents want to object to {}, how",
    "can the public comment on {}",
    "I'm against {}. How do I tell someone?",
  ],
};

/** What is asked of an item that was told just before. */
const ofIt: Readonly<Partial<Record<Intent, readonly string[]>>> = {
  "forwardPlan.detail": [
    "when is it?",
    "when?",
    "who decides?",
    "which wards",
    "is it private?",
    "tell me more",
    "the date?",
  ],
  "forwardPlan.contact": [
    "who's the contact?",
    "who do I ring",
    "contact details",
    "who is dealing with that",
  ],
  "forwardPlan.representations": ["how do I comment?", "can I object", "how do I have my say on it"],
};

describe("One item, however it is asked of", () => {
  const someItems = items.filter((_, place) => place % 5 === 0);

  it.each(Object.entries(ofOneItem).flatMap(([intent, ways]) => ways.map((way) => ({ intent, way }))))(
    "“$way” is $intent",
    ({ intent, way }) => {
      for (const { title } of someItems) {
        const question = way.replace("{}", title);
        const answer = answered(question);
        expect(answer.intent, question).toBe(intent);
        expect(titlesOf(answer), question).toContain(title);
      }
    },
  );

  it.each(Object.entries(ofIt).flatMap(([intent, ways]) => ways.map((way) => ({ intent, way }))))(
    "“$way” after an item is $intent of it",
    ({ intent, way }) => {
      for (const { title } of someItems) {
        const answer = answered(`tell me about ${title}`, way);
        expect([answer.intent, titlesOf(answer)], `${title} → ${way}`).toEqual([intent, [title]]);
      }
    },
  );
});
