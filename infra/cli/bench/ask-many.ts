import MiniSearch from "minisearch";
import { answerQuestion } from "../../../shared/ask/answer-question.ts";
import type { Records } from "../../../shared/ask/ask-records.ts";
import { type CalendarDate, toCalendarDate } from "../../../shared/contracts/calendar-date.ts";
import { type Figure, figure, quantile } from "./figures.ts";
import { generatedEdition, generatedItems } from "./generated-records.ts";

/** Questions of members, and what of each a plain search would be given. */
const questions: readonly (readonly [question: string, words: string])[] = [
  ["What is coming up about libraries?", "libraries"],
  ["anything on highwys maintenance", "highwys maintenance"],
  ["What is the Cabinet deciding next month?", "cabinet"],
  ["what affects Harbour Quay", "harbour quay"],
  ["show me part exempt items", "part exempt"],
  ["Which items are for Jo Fielding?", "jo fielding"],
  ["flood risk in Oakwood", "flood risk oakwood"],
  ["how many key decisions on parking", "parking"],
  ["housing alocations policy", "housing alocations policy"],
  ["award of contract energy procurement", "award contract energy procurement"],
  ["waste", "waste"],
  ["something that no plan holds, like zeppelins", "zeppelins"],
];

const rounds = 60;
const warmUp = 5;
const milliseconds = (work: () => unknown): number => {
  const started = performance.now();
  work();
  return performance.now() - started;
};

/** Measures answers over ten thousand items beside a plain MiniSearch lookup, in turns. */
export function measureAsking(today: CalendarDate): Figure[] {
  const edition = generatedEdition(today);
  const items = generatedItems(10_000, edition);
  const records: Records = { plans: [{ edition, items }], meetings: [], bodies: [] };

  const index = new MiniSearch<{ id: number; title: string; names: string }>({ fields: ["title", "names"] });
  const built = milliseconds(() =>
    index.addAll(
      items.map((item, id) => ({
        id,
        title: item.title,
        names: [
          ...item.wards,
          item.scrutinyArea,
          ...item.decisions.map(({ decisionMaker }) => decisionMaker),
          ...item.contacts.map(({ name }) => name),
        ].join(" "),
      })),
    ),
  );
  const firstAnswer = milliseconds(() => answerQuestion(questions[0]?.[0] ?? "", records, today));

  const ours: number[] = [];
  const peers: number[] = [];
  // A whole round of the one, then of the other: each clears up its own rubbish.
  for (let round = 0; round < rounds + warmUp; round++) {
    const answered = questions.map(([question]) =>
      milliseconds(() => answerQuestion(question, records, today)),
    );
    const searched = questions.map(([, words]) =>
      milliseconds(() => index.search(words, { fuzzy: 0.2, prefix: true, combineWith: "AND" })),
    );
    if (round < warmUp) continue;
    ours.push(...answered);
    peers.push(...searched);
  }
  const name = "MiniSearch";
  return [
    ...measureEditions(today),
    figure({
      key: "ask.p50",
      what: "Answer over 10,000 items, p50",
      unit: "ms",
      measured: quantile(ours, 0.5),
      peer: { name, measured: quantile(peers, 0.5) },
    }),
    figure({
      key: "ask.p99",
      what: "Answer over 10,000 items, p99",
      unit: "ms",
      measured: quantile(ours, 0.99),
      peer: { name, measured: quantile(peers, 0.99) },
      target: { of: "measured", atMost: 5 },
    }),
    figure({
      key: "ask.first",
      what: "First answer over 10,000 items, its names learned",
      unit: "ms",
      measured: firstAnswer,
      peer: { name: "MiniSearch, index built", measured: built },
    }),
  ];
}

/** Asked of twenty editions: what changed looks at two of them, what has gone at all. */
const questionsOverEditions: readonly string[] = [
  ...questions.map(([question]) => question),
  "what has changed since the last plan?",
  "which items have been put back?",
  "what has dropped off the plan",
  "how many are new for Oakwood in private",
  "tell me about the Harbour Quay flood risk strategy",
  "who is the contact for energy procurement",
];

/** Inputs made to be slow: as long as is read, made of what the reading tries hardest at. */
const hostileQuestions: readonly string[] = [
  "a".repeat(100_000),
  "cabinet ".repeat(12_500),
  "not except other than ".repeat(5_000),
  "in the next two weeks after the end of january to march before christmas ".repeat(1_500),
  "when is the next next next meeting of the cabinet ".repeat(2_000),
  "why was it moved how many times has it been deferred from part exempt to fully exempt ".repeat(1_200),
  "hihgways libary scholo parkign waset ".repeat(2_700),
  "((((*+?^${}|[]\\ ".repeat(6_000),
  "\u0130\u0301\u202e🏛️".repeat(15_000),
  "new new new new item new the new ".repeat(3_000),
  "exempt confidential what does it say show me the report ".repeat(1_800),
  Array.from({ length: 400 }, (_, number) => `w${number}x`).join(" "),
];

/** Ten thousand items over twenty editions: answers, the index, its memory, and the slowest of hostile inputs. */
function measureEditions(today: CalendarDate): Figure[] {
  const plans = Array.from({ length: 20 }, (_, back) => {
    const month = new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1 - back, 1));
    const published = toCalendarDate(month.toISOString().slice(0, 10));
    const edition = generatedEdition(published);
    // An item keeps its key from edition to edition; a few come and a few go.
    const items = generatedItems(500, edition).map((item, place) => ({
      ...item,
      key: `2026-${String(place + (20 - back) * 25).padStart(5, "0")}`,
    }));
    return { edition, items };
  });
  const records: Records = { plans, meetings: [], bodies: [] };
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const built = milliseconds(() => {
    for (const question of questionsOverEditions) answerQuestion(question, records, today);
  });
  globalThis.gc?.();
  const memory = (process.memoryUsage().heapUsed - before) / 1e6;
  const answered: number[] = [];
  for (let round = 0; round < rounds + warmUp; round++) {
    const times = questionsOverEditions.map((question) =>
      milliseconds(() => answerQuestion(question, records, today)),
    );
    if (round >= warmUp) answered.push(...times);
  }
  const slowest = Math.max(
    ...hostileQuestions.map((question) =>
      Math.min(
        ...Array.from({ length: 5 }, () => milliseconds(() => answerQuestion(question, records, today))),
      ),
    ),
  );
  return [
    figure({
      key: "ask.editions.p99",
      what: "Answer over 10,000 items in twenty editions, p99",
      unit: "ms",
      measured: quantile(answered, 0.99),
      target: { of: "measured", atMost: 5 },
    }),
    figure({
      key: "ask.editions.index",
      what: "Index of twenty editions built, with every question asked once",
      unit: "ms",
      measured: built,
      target: { of: "measured", atMost: 2_000 },
    }),
    figure({
      key: "ask.editions.memory",
      what: "Memory that the index of twenty editions takes",
      unit: "MB",
      measured: memory,
    }),
    figure({
      key: "ask.hostile",
      what: "The slowest of hostile questions, best of five",
      unit: "ms",
      measured: slowest,
    }),
  ];
}
