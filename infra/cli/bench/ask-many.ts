import MiniSearch from "minisearch";
import { answerQuestion } from "../../../shared/ask/answer-question.ts";
import type { Records } from "../../../shared/ask/ask-records.ts";
import type { CalendarDate } from "../../../shared/contracts/calendar-date.ts";
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
