/*
 * Whether the words of a line stand in what was read from it. A ledger knows which lines a reader claimed; only this
 * knows whether it kept them.
 */

/** Words of a paper's form: labels, titles of persons, joints. Where a field is read, they are what it is called. */
const formWords = new Set(
  `a also an and are as at be been between by due for from had has have if in is it its no none not of on or per that than the this to until was were will with yes
  absence absent accepted action address affected agenda agreed alternative alternatives am apologies area attached attendance attending audit
  background board body cabinet call chair chairman chairperson changed clir cllr cllrs commission committee committees community confidential
  considered consultation consulted contact copy council councillor councillors criteria date dates day dear decided decision decisions declaration
  declarations declared description details dispatch document documents dr email enclosed executive exempt expected fax final financial follow forum
  forward given heading held herewith impact implications included index information interest interests item items key lead list made mail maker makers
  meeting meetings member members method methods minute minutes miss mobile motion mr mrs ms name noted number officer officers open opinion options
  order organisations other others ours pack page pages panel papers paragraph paragraphs part period persons phone plan pm portfolio present previous
  private proposed public published purpose reason reasons received recommendation recommendations recommended ref reference rejected report reports
  resolution resolved restricted risk rtn schedule scrutiny seconded section sent status subject submitted substitute substitutes substituting taken tel
  telephone tendered time title titles topic type venue vice ward wards x year`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

const monthNames =
  "january february march april may june july august september october november december".split(" ");
const dayNames = "sunday monday tuesday wednesday thursday friday saturday".split(" ");
const calendarNames = new Set([...monthNames, ...dayNames].flatMap((name) => [name, name.slice(0, 3)]));
/** Numbers, labels of lists and parts of a day stand for themselves: what is beside them changes as they are read. */
const standsAlone = (word: string) =>
  calendarNames.has(word) || /^(?:\d[\d.]*|\d+(?:st|nd|rd|th)|[ivxlc]{1,6}|[a-z])$/.test(word);

/** A text without tags, entities and accents. */
function plain(text: string): string {
  return text
    .replace(/&(?:[a-z]+|#\d+);/g, " ")
    .replace(/<[^<>]*>/g, "\t")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");
}

/** Words of a text in lower case: apostrophes closed up, numbers without their commas and empty decimals. */
function wordsIn(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/['’‘`]/g, "")
      .match(/\d+(?:st|nd|rd|th)\b|\d[\d.,]*\d|\d|\p{L}+/gu) ?? []
  ).map((word) => (/^\d[\d.,]*$/.test(word) ? word.replace(/,/g, "").replace(/^0+(?=\d)|\.0+$/g, "") : word));
}

/** What parts the facts of a line. */
const parting = /[\t\v]|[|;:()[\]/]|,(?!\d)|\s[–—-]+\s|\s{3,}|\*\*|[.?!]\s|\band\b|\bheld\b|&/i;
/** The number or letter of a point: the list that it stands in keeps it. */
const listLabel = /^\s*\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+(?=\S)/i;
const ofText = (word: string) => !formWords.has(word);

/** What was read, by its words and by which word follows which. */
export class WordAccount {
  readonly #words = new Set<string>();
  readonly #pairs = new Set<string>();
  /** Lines that stand in the data as they are. */
  readonly #lines = new Set<string>();
  /** Words that a day is printed with: they stand for themselves. */
  readonly #ofDays = new Set<string>();

  /**
   * @param data what was read: its strings and numbers at any depth; the names of its fields count as words.
   * @param said what warnings tell of the paper: such words are not lost in silence.
   */
  constructor(data: unknown, said: readonly string[]) {
    this.#take(data);
    for (const message of said) this.#take(message);
  }

  #take(value: unknown): void {
    if (typeof value === "number") this.#words.add(String(value));
    else if (typeof value === "string") this.#takeText(value);
    else if (Array.isArray(value)) for (const one of value) this.#take(one);
    else if (value && typeof value === "object") {
      for (const [name, one] of Object.entries(value)) {
        this.#words.add(name.toLowerCase());
        // Mark-up says again what its content says.
        if (name !== "html" || !("content" in value)) this.#take(one);
      }
    }
  }

  #takeText(text: string): void {
    for (const line of text.split("\n")) this.#lines.add(line.trim());
    let before = "";
    for (const word of wordsIn(plain(text))) {
      this.#words.add(word);
      if (!ofText(word) || standsAlone(word)) continue;
      this.#pairs.add(`${before} ${word}`);
      before = word;
    }
    for (const [, year = "", month = "", day = ""] of text.matchAll(/(\d{4})-(\d{2})-(\d{2})/g)) {
      const name = monthNames[Number(month) - 1] ?? "";
      const weekday = dayNames[new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDay()] ?? "";
      for (const word of [
        year,
        year.slice(2),
        name,
        name.slice(0, 3),
        String(Number(day)),
        String(Number(month)),
        weekday,
        weekday.slice(0, 3),
      ])
        this.#ofDays.add(word);
      for (const ending of ["st", "nd", "rd", "th"]) this.#ofDays.add(`${Number(day)}${ending}`);
    }
  }

  /**
   * Words of a line that stand nowhere in what was read, in order.
   * @param left words of the line that were left out for a reason that is told.
   */
  lostIn(line: string, left = ""): string[] {
    if (this.#lines.has(line.trim())) return [];
    return this.#lostWords(plain(line).replace(listLabel, ""), new Set(wordsIn(plain(left))));
  }

  #lostWords(whole: string, left: ReadonlySet<string>): string[] {
    const tokens = whole
      .split(parting)
      .flatMap((segment, at) => wordsIn(segment).map((word) => ({ word, segment: at })));
    // A cell that was cut off is often printed once more, whole: of words in order the next begins with it.
    const inOrder = [...new Set(tokens.map(({ word }) => word))].sort();
    const next = new Map(inOrder.map((word, at) => [word, inOrder[at + 1] ?? ""]));
    const cutOff = (word: string) =>
      word.length > 1 && !this.#words.has(word) && next.get(word)?.startsWith(word) === true;
    const told = tokens.filter(({ word }) => ofText(word) && !standsAlone(word) && !cutOff(word));
    // Words left out may stand between others, and the same words may be kept elsewhere on the line.
    const kept = new Set(
      [told, told.filter(({ word }) => !left.has(word))].flatMap((sequence) =>
        [sequence, ...Map.groupBy(sequence, ({ segment }) => segment).values()].flatMap((together) =>
          together.filter((_, at) => this.#stands(together, at)),
        ),
      ),
    );
    const known = (word: string) => this.#words.has(word) || this.#ofDays.has(word) || left.has(word);
    return [
      // “10.30” may be kept as 10:30.
      ...tokens.filter(
        ({ word }) =>
          (/^\d/.test(word) || calendarNames.has(word)) && !known(word) && !word.split(".").every(known),
      ),
      ...told.filter((token) => !kept.has(token) && !left.has(token.word)),
    ].map(({ word }) => word);
  }

  /** Whether a word stands in the data beside one of its neighbours, or is broken over two cells. */
  #stands(sequence: readonly { readonly word: string }[], at: number): boolean {
    const word = sequence[at]?.word ?? "";
    const [before, after] = [sequence[at - 1]?.word, sequence[at + 1]?.word];
    const beside =
      sequence.length === 1 || this.#pairs.has(`${before} ${word}`) || this.#pairs.has(`${word} ${after}`);
    return (
      (this.#words.has(word) && beside) ||
      this.#words.has(`${before}${word}`) ||
      this.#words.has(`${word}${after}`)
    );
  }
}
