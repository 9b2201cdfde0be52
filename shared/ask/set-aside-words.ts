import { findWords, use, type Word } from "./question-words.ts";

/** Sets aside what a question says that is nothing it asks about, before its filters are read. */
export function setAside(words: readonly Word[]): void {
  setAsideTakenBack(words);
  setAsideSending(words);
  setAsideSums(words);
  setAsideLeading(words);
  setAsideOurStreets(words);
}

const takesBack: readonly (readonly string[])[] = [
  ["sorry"],
  ["i", "mean"],
  ["i", "meant"],
  ["no", "wait"],
  ["or", "rather"],
  ["scratch", "that"],
  ["correction"],
];

const opensAName: ReadonlySet<string> = new Set("for at in about on to by of me us affecting".split(" "));

/** “For regeneration… sorry, children’s services”: what stands before the “sorry” is not meant. */
function setAsideTakenBack(words: readonly Word[]): void {
  for (const phrase of takesBack) {
    const place = findWords(words, phrase);
    if (place < 2 || place + phrase.length >= words.length) continue;
    const opens = words.findLastIndex(({ text }, at) => at < place && opensAName.has(text));
    if (opens >= 0) use(words, opens + 1, place + phrase.length - opens - 1, "taken back");
  }
}

const senders: ReadonlySet<string> = new Set(
  "i we you to please can could just people residents they public anyone someone members should do must may".split(
    " ",
  ),
);

const sent: ReadonlySet<string> = new Set(
  "me us in over it a an the my our any their comment comments representations views objections feedback them something".split(
    " ",
  ),
);

/** “Where do I send …” is no question about special educational needs. */
function setAsideSending(words: readonly Word[]): void {
  for (const [place, word] of words.entries()) {
    const before = words[place - 1]?.text ?? "";
    const after = words[place + 1]?.text ?? "";
    if (word.text === "send" && (senders.has(before) || sent.has(after))) word.used = true;
  }
}

/** “Over £100k”: the plan publishes no sums, so they narrow nothing. */
function setAsideSums(words: readonly Word[]): void {
  for (const [place, word] of words.entries()) {
    if (!/^(?:£?\d[\d,.]*(?:k|m|bn)|£\d[\d,.]*)$/.test(word.text)) continue;
    use(words, place, 1, "a sum, which the plan does not publish");
    const [before, two] = [words[place - 1], words[place - 2]];
    if (["over", "above", "under", "below", "than", "exceeding"].includes(before?.text ?? ""))
      use(words, place - 1, 1);
    if (before?.text === "than" && ["more", "less"].includes(two?.text ?? "")) use(words, place - 2, 1);
  }
}

const leading: ReadonlySet<string> = new Set(
  "led run handled written owned managed headed authored looked".split(" "),
);

/** “Led by Jo Formby”, “over the course of March”: neither is about leads or courses. */
function setAsideLeading(words: readonly Word[]): void {
  for (const [place, word] of words.entries()) {
    const next = words[place + 1]?.text ?? "";
    if (leading.has(word.text) && (next === "by" || next === "after")) word.used = true;
    if (/^end(?:s|ing|ed)?$/.test(word.text) && next === "up") word.used = true;
    if (word.text === "virtue" && next === "of") word.used = true;
    if (word.text === "course" && next === "of" && words[place - 1]?.text === "the") word.used = true;
  }
}

const aroundUs: ReadonlySet<string> = new Set(
  "street streets road roads estate neighbourhood doorstep town village borough community lives".split(" "),
);

/** “Parking permits on our streets”: whose they are, and not what about. */
function setAsideOurStreets(words: readonly Word[]): void {
  for (const [place, word] of words.entries()) {
    const [two, one] = [words[place - 2]?.text ?? "", words[place - 1]?.text ?? ""];
    if (
      aroundUs.has(word.text) &&
      ["our", "my"].includes(one) &&
      ["on", "in", "round", "around", "near", "for", "to", "of", "down", "up", "from"].includes(two)
    )
      use(words, place, 1, "near whoever asks");
  }
}

const commentsOn =
  /\b(?:comments?|commenting|object|objecting|objections?|views?|say|representations?|respond|feedback|input|oppose|speak|talk|write) (?:\w+ ){0,3}?(on|about|to|regarding|against)\b/;

/** “A carers’ group in Kew would like to comment on the day centre”: who comments stands before what about. */
export function setAsideWhoComments(words: readonly Word[], folded: string): void {
  const said = commentsOn.exec(folded);
  if (!said) return;
  const end = folded.slice(0, said.index + said[0].length).split(" ").length - 1;
  if (end >= words.length - 1) return;
  use(words, 0, Math.max(0, end), "whoever wants to comment");
}

/** “Can members of the public comment?”: who asks, and not what about. */
export function setAsideThePublic(words: readonly Word[]): void {
  for (const [place, word] of words.entries()) {
    const before = words[place - 1]?.text ?? "";
    if (word.text === "public" && before === "the") use(words, place, 1, "whoever wants to comment");
    if (["council", "councils"].includes(word.text) && ["parish", "town"].includes(before))
      use(words, place - 1, 2, "whoever wants to comment");
  }
}
