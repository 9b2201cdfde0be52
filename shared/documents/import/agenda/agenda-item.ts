import { type LineLedger, opening } from "../lines/line-ledger.ts";
import { cellParagraphs, cellsOf, isTableRow, type PaperLine, withoutMarks } from "../lines/paper-lines.ts";
import { isCapitals } from "../minutes/minute-headings.ts";
import { type ItemColumns, type ItemStart, itemCells } from "./agenda-places.ts";
import type { ReadAgendaItem } from "./read-agenda.ts";

/** An item while it is read. */
export type Item = { -readonly [Name in keyof ReadAgendaItem]: ReadAgendaItem[Name] };

/** How the items of a paper are set out. */
export interface ItemLayout {
  /** Lines are broken at the page's width. */
  readonly wrapped: boolean;
  /** The table that the items stand in. */
  readonly columns: ItemColumns | null;
  /** Figures at the right of the items are their pages. */
  readonly figures: boolean;
}

/** A line of an item: its words, and what stands beside them in columns of their own. */
interface Piece {
  text: string;
  readonly pages: string;
  readonly author: string;
  readonly others: readonly string[];
  readonly blank: boolean;
}

const dash = "[-–—]";
const pageWord =
  "(?:(?:copy |reports? |papers? )?(?:attached|enclosed|herewith)[,;:]?\\s+)?(?:pages?|pp?\\.)(?:\\s+nos?\\.?)?\\s*:?";
const range = new RegExp(
  `\\(?\\s*\\b${pageWord}\\s*(\\d{1,4})\\s*(?:${dash}|to|and|&)\\s*(\\d{1,4})\\s*\\)?`,
  "i",
);
const openRange = new RegExp(
  `\\(\\s*${pageWord}\\s*(\\d{1,4})\\s*(?:${dash}|to)\\s*\\)?(?=\\s*(?:report\\b|$))`,
  "im",
);
const onePage = new RegExp(`\\(\\s*${pageWord}\\s*(\\d{1,4})\\s*\\)|(?:^|\\s)page\\s+(\\d{1,4})\\s*$`, "im");
const bareRange = new RegExp(`^\\(?\\s*(\\d{1,4})\\s*(?:${dash}|to)\\s*(\\d{1,4})\\s*\\)?$`, "i");
const endRange = new RegExp(`\\s(\\d{1,4})\\s*${dash}\\s*(\\d{1,4})$`);
const bracketRange = new RegExp(`\\s\\((\\d{1,4})\\s*${dash}\\s*(\\d{1,4})\\)$`);
const toFollow =
  /\(\s*(?:[\p{L}/]+\s+){0,4}to\s+follow\b[^()\n]{0,30}\)|^(?:reports?|papers?|copy|copies|appendi\p{L}+|details)\s+to\s+follow\b\.?|\bto\s+follow\b\.?\)?|\(\s*(?:reports? |papers? )?(?:to|will) be (?:tabled|circulated|sent|published|despatched)(?: (?:separately|later|at the meeting|in a supplement))?\s*\)|^(?:to be (?:tabled|circulated|sent|published|despatched)(?: (?:separately|later|at the meeting))?|late (?:paper|report)|tabled)$/imu;
/** A cell that says in what form a paper comes, or that there is none. */
const formMark =
  /^(?:\(?(?:verbal|oral|enclosed|attached|herewith|presentation|copy (?:attached|enclosed)|for (?:information|decision|noting|discussion)|no (?:paper|report)|none|n\/?a)(?: (?:report|update|item|presentation))?\)?|[-–—])$/i;
const authorBegins = "(?:joint\\s+)?reports?\\s+(?:of|by|from)|(?:to be )?presented by|report author|author";
const author = new RegExp(`^\\(?(?:${authorBegins})\\s*:?\\s+(?:the\\s+)?(?<name>\\S.*)$`, "i");
/** Behind a title on its line; “Annual Report of the …” is the title itself. */
const authorBehind =
  /(?<=\S)(?<!\b(?:annual|final|progress|monitoring|interim|quarterly|performance|half-yearly|monthly|the|a|an|to|receive|consider|update|inspection|and|minutes|outturn|statutory|updated|draft|joint|(?:first|second|third|fourth)))\s+\(?(?:joint\s+)?reports?\s+(?:of|by|from)\s+(?:the\s+)?(?<name>\p{Lu}.*)$/iu;
/** What stands behind an author and is no part of the post. */
const behindAuthor =
  /\s*(?:[-–—(,]\s*)?\b(?:(?:copy )?(?:attached|enclosed)|herewith|to (?:follow|be (?:sent|tabled|circulated|published)\b.*))\s*\)?\.?$|\s*\((?=[^)]*(?:exempt|confidential|paragraph|page|not for publication|verbal|oral|wards?\b|copy|report|ref\b))[^)]*\)?.*$|\.$|\.\s.*$/i;
/** Words that say what is asked begin here, where the cell of a title holds both. */
const asks =
  /(?<=\S)\s+(?=(?:For (?:approval|decision|information|noting|discussion|consideration|comment|endorsement)|To (?:approve|agree|consider|note|receive|confirm|sign|discuss|determine|review|endorse|resolve|adopt|recommend|comment|seek|scrutinise))\b)/;

const isYear = (number: number) => number >= 1900 && number <= 2100;
const isPages = (from: string | undefined, to: string | undefined) =>
  from !== undefined && to !== undefined && Number(from) <= Number(to) && !isYear(Number(from));

/** Paragraphs of a cell, which a Word table or a page keeps apart. */
const paragraphs = (cell: string) => cell.split(/\v|<br\s*\/?>/i);

/** Reads one item from the lines between its label and the next. */
export function readItem(
  start: ItemStart,
  lines: readonly PaperLine[],
  layout: ItemLayout,
  ledger: LineLedger,
): Item {
  const [first] = lines;
  const item: Item = {
    number: start.number,
    ...(start.reference === String(start.number) ? {} : { reference: start.reference }),
    title: "",
    toFollow: false,
    exempt: false,
    exemptParagraphs: [],
    text: [],
    line: first?.number ?? 1,
  };
  const pieces = piecesOf(start, lines, layout);
  readPages(item, pieces);
  const words = () => pieces.map(({ text, others }) => [text, ...others].join("\n")).join("\n");
  const asked = `${words()}\n${pieces.map(({ pages }) => pages).join("\n")}`;
  item.toFollow = toFollow.test(asked.replace(/\bminutes? to follow up\b/gi, ""));
  readSecrecy(item, start, asked);
  for (const piece of pieces) {
    if (piece.author !== "" && !formMark.test(piece.author))
      item.reportOf =
        `${item.reportOf ?? ""} ${piece.author.replace(/^report (?:of|by) (?:the )?/i, "")}`.trim();
  }
  cut(pieces, new RegExp(toFollow, "gimu"));
  readWords(item, pieces, layout, ledger);
  const marks = pieces.flatMap(({ pages }) => (/^\p{L}/u.test(pages) && formMark.test(pages) ? [pages] : []));
  item.text = [...item.text, ...pieces.flatMap(({ others }) => others), ...marks];
  item.title = item.title.replace(/\s+/g, " ").trim();
  return item;
}

function piecesOf(start: ItemStart, lines: readonly PaperLine[], layout: ItemLayout): Piece[] {
  const [, ...others] = lines;
  const own = !withoutMarks(lines[0]?.text ?? "").includes(start.title.split("  ")[0] ?? "");
  const pieces: Piece[] = [];
  const add = (text: string, blank: boolean, isFirst: boolean) => {
    for (const piece of pieceOf(text, blank, isFirst ? start : null, layout)) pieces.push(piece);
  };
  if (start.title !== "" && !own) add(lines[0]?.text ?? "", false, true);
  for (const [at, line] of others.entries())
    add(line.text, (others[at - 1]?.text ?? (at === 0 ? "x" : "")).trim() === "", false);
  return pieces;
}

/** A line of an item, parted into its columns; paragraphs of its title's cell one by one. */
function pieceOf(text: string, blank: boolean, start: ItemStart | null, layout: ItemLayout): Piece[] {
  const { columns } = layout;
  if (columns && isTableRow(text)) {
    const raw = (/^\s*\|/.test(text) ? text.trim().slice(1, -1).split("|") : text.split("\t")).map((cell) =>
      cell.trim(),
    );
    const cells = cellsOf(text).map(withoutMarks);
    const at = (place: number) => (place < 0 ? "" : (cells[place] ?? ""));
    // A number and its title may share a cell: the pages then stand where the title's column is.
    const besideTitle = at(columns.title);
    if (
      start &&
      columns.title > 0 &&
      start.title !== "" &&
      (bareRange.test(besideTitle) || formMark.test(besideTitle) || /^to follow$/i.test(besideTitle))
    )
      return [{ text: start.title.split("  ")[0] ?? "", blank, pages: besideTitle, author: "", others: [] }];
    const parts = paragraphs(raw[columns.title] ?? "").map(withoutMarks);
    if (start && columns.title === 0) parts[0] = start.title.split("  ")[0] ?? "";
    const lead = start ? (parts[0] ?? "").split(asks) : [parts[0] ?? ""];
    const words = [...lead, ...parts.slice(1)];
    return words.map((part, order) => ({
      text: part,
      blank: order > 0 || blank,
      pages: order === 0 ? at(columns.pages) : "",
      author: order === 0 ? at(columns.author) : "",
      others:
        order === 0
          ? columns.others.flatMap(({ at: place, name }) =>
              at(place) === "" ||
              formMark.test(at(place)) ||
              (start && at(place).replace(/\W/g, "") === start.reference)
                ? []
                : [`${name}: ${at(place)}`],
            )
          : [],
    }));
  }
  const cells = start ? start.title.split("  ") : itemCells(text);
  // Below a title in bold, the other paragraphs of its cell are text.
  const [own = "", ...below] = start && isTableRow(text) ? titleCell(text, cells[0] ?? "") : [];
  if (below.length > 0) cells[0] = own;
  const last = cells.at(-1) ?? "";
  const beside =
    cells.length > (start ? 1 : 0) &&
    (bareRange.test(last) ||
      (layout.figures && /^\d{1,4}$/.test(last)) ||
      formMark.test(last) ||
      toFollow.test(last));
  const words = (beside && (cells.length > 1 || bareRange.test(last)) ? cells.slice(0, -1) : cells).join(
    "  ",
  );
  const pages = beside && (cells.length > 1 || bareRange.test(last)) ? last : "";
  const parts =
    below.length > 0 ? [words, ...below] : isTableRow(text) && !start ? paragraphs(words) : [words];
  return parts.map((part, order) => ({
    text: part,
    blank: order > 0 || blank,
    pages: order === 0 ? pages : "",
    author: "",
    others: [],
  }));
}

/** The paragraphs of the cell that holds a title; none where they are not told apart. */
function titleCell(text: string, title: string): string[] {
  const key = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, "");
  const found = cellParagraphs(text).find(
    (parts) =>
      parts.length > 1 && key(parts.map(withoutMarks).join("")).endsWith(key(title)) && key(title) !== "",
  );
  return (found ?? []).map(withoutMarks);
}

/** Takes words out of the lines of an item; what is broken over two lines leaves the second where it is. */
function cut(pieces: readonly Piece[], pattern: RegExp): void {
  const texts = joined(pieces)
    .replace(pattern, (found) => "\n".repeat(found.split("\n").length - 1) || " ")
    .split("\n");
  for (const [at, piece] of pieces.entries()) piece.text = (texts[at] ?? "").trim();
}

const joined = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join("\n");

/** Takes the pages out of the words; an item whose lines name several has those from the first to the last. */
function readPages(item: Item, pieces: readonly Piece[]): void {
  const all = joined(pieces);
  const set = (from: string | number, to: string | number) => {
    item.pageFrom = Number(from);
    item.pageTo = Number(to);
  };
  const given = range.exec(all);
  if (given?.[1] && given[2] && isPages(given[1], given[2])) {
    set(given[1], given[2]);
    cut(pieces, range);
    return;
  }
  const begun = openRange.exec(all);
  if (begun) {
    item.pageFrom = Number(begun[1]);
    cut(pieces, openRange);
    return;
  }
  const beside = pieces.flatMap(({ pages }) => {
    const found = bareRange.exec(pages.replace(/^\(?\s*pages?\s*/i, ""));
    if (found?.[1] && found[2] && isPages(found[1], found[2])) return [{ from: found[1], to: found[2] }];
    const single = /^\(?(?:page\s+)?(\d{1,4})\)?$/i.exec(pages);
    return single?.[1] ? [{ from: single[1], to: single[1] }] : [];
  });
  const [from] = beside;
  const to = beside.at(-1);
  if (from && to) {
    set(from.from, to.to);
    return;
  }
  const single = onePage.exec(all);
  const page = single?.[1] ?? single?.[2];
  if (single && page && (single[1] || all.slice(0, single.index).split("\n").length <= 2)) {
    set(page, page);
    cut(pieces, onePage);
    return;
  }
  const [first] = pieces;
  const end = bracketRange.exec(first?.text ?? "") ?? endRange.exec(first?.text ?? "");
  if (first && end?.[1] && end[2] && isPages(end[1], end[2])) {
    set(end[1], end[2]);
    first.text = first.text.slice(0, end.index);
  }
}

function readSecrecy(item: Item, start: ItemStart, words: string): void {
  const exempt =
    /\b(?:not for publication|exempt(?! from)|confidential|part (?:2|ii|b)\b|private)\b[^\n]*/i.exec(words);
  if (!exempt) return;
  item.exempt =
    /\(|paragraph|not for publication|part (?:2|ii|b)/i.test(exempt[0]) &&
    !/exclusion of|exclude/i.test(start.title);
  item.exemptParagraphs = paragraphsCited(words);
}

/** Paragraphs of Schedule 12A that words cite: “paragraphs 1, 2 and 7”. */
export function paragraphsCited(words: string): number[] {
  return [
    ...new Set(
      [
        ...words.matchAll(
          /\bparagraphs?\s*(?:\(s\))?\s*(?:no\.?\s*)?((?:\d{1,2}(?:\s*(?:,|and|&|or)\s*)?)+)/gi,
        ),
      ].flatMap(([, cited = ""]) => [...cited.matchAll(/\d+/g)].map(Number)),
    ),
  ];
}

function authorIn(words: string): { readonly before: string; readonly name: string } | null {
  const found = author.exec(words) ?? authorBehind.exec(words);
  const name = found?.groups?.["name"];
  if (!found || !name) return null;
  const bracketed = /^\(/.test(words.slice(found.index).trim());
  return {
    before: words.slice(0, found.index),
    name: (bracketed ? name.replace(/\)\s*$/, "") : name).replace(behindAuthor, "").replace(/[\s,;–-]+$/, ""),
  };
}

/** Title, author and text, from the words that are left. */
function readWords(item: Item, pieces: readonly Piece[], layout: ItemLayout, ledger: LineLedger): void {
  const body: string[] = [];
  const behind: string[] = [];
  let last = "";
  let authorLine = 0;
  for (const piece of pieces) {
    if (piece.text === "") {
      last = last === "title" && piece.pages !== "" ? last : "";
      continue;
    }
    const open = last === "author" && /(?:\b(?:and|of|for|the)|[,&–-])$/i.test(item.reportOf ?? "");
    let words = piece.text
      .replace(/\(\s*\)/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    const by = authorIn(words);
    if (by && by.name !== "" && item.reportOf === undefined) {
      item.reportOf = by.name;
      // What stands behind the author in the same line is text.
      const whole = words.slice(by.before.length);
      const rest = whole.slice(whole.indexOf(by.name) + by.name.length).replace(/^[\s.)]+/, "");
      words = by.before.replace(/^[\s.]+|[\s(–-]+$/g, "").trim();
      if (rest !== "" && !/^[.,;]$/.test(rest)) behind.push(rest);
      if (words === "") {
        last = "author";
        authorLine = piece.text.length;
        continue;
      }
    } else if (by && /^\(?(?:joint\s+)?report of\b/i.test(words)) {
      if (item.reportOf !== by.name)
        ledger.note(
          item.line,
          `Item ${item.reference ?? item.number} names a second author: “${opening(by.name)}”.`,
        );
      words = "";
    } else if (
      last === "author" &&
      item.reportOf !== undefined &&
      !/^\(?[a-z][.)]\s/.test(words) &&
      (open ||
        (layout.wrapped && /^[a-z(]|^\p{Lu}\p{L}*$/u.test(words)) ||
        (authorLine > 40 && !piece.blank && restOfPost.test(words))) &&
      words.length < 60
    ) {
      item.reportOf = `${item.reportOf} ${words.replace(behindAuthor, "").replace(/\.$/, "")}`;
      continue;
    }
    if (words === "" || words === ".") continue;
    if (item.title === "") {
      item.title = words.replace(/(?<!\b\p{Lu})\.$/u, "").replace(/^\*+|\*+$/g, "");
      last = "title";
    } else if (last === "title" && continuesTitle(item.title, words)) {
      item.title = `${item.title} ${words.replace(/\.$/, "")}`;
    } else if (
      body.length > 0 &&
      !piece.blank &&
      last === "text" &&
      !/^\(?[a-z][.)]\s/.test(words) &&
      (layout.wrapped || /^\p{Ll}/u.test(words))
    ) {
      body[body.length - 1] = `${body.at(-1)} ${words}`;
    } else {
      body.push(words);
      last = "text";
    }
  }
  item.text = [...body, ...behind];
  const asked = reportConsidered.exec(body.join(" "))?.groups?.["name"];
  if (item.reportOf === undefined && asked) item.reportOf = asked;
}

/** “To consider the report of the Director of Place on voting since June.” */
const reportConsidered =
  /^To (?:consider|receive|note) (?:the|an?) (?:\p{L}+ ){0,2}report (?:of|by|from) (?:the )?(?<name>\p{Lu}[^.,;]{2,80}?)(?= (?:with|on|about|regarding|setting|which|that|outlining|detailing|concerning|in respect|to|giving|providing|and|asking|seeking)\b|[.,;]|$)/u;

/** The rest of a post that was broken over two lines: “Community Safety”. */
const restOfPost = /^\p{Lu}[\p{L}’'-]*(?:(?: (?:and|of|for|&))? \p{Lu}[\p{L}’'-]*){0,3}[.)]?$/u;

/** Whether a line goes on with the title above it; a remark in brackets that has a label does not. */
function continuesTitle(title: string, words: string): boolean {
  if (
    formMark.test(words) ||
    /^\([^)]*:/.test(words) ||
    /^\((?:wards?|all wards|key decision|non-key|deadline|contact)\b/i.test(words)
  )
    return false;
  return (
    /^\p{Ll}|^[-–(&]/u.test(words) ||
    /(?:[-–,&(]|\b(?:and|of|the|for|to|in|on))$/i.test(title) ||
    (isCapitals(title) && isCapitals(words)) ||
    (/^(?:19|20)\d\d\b/.test(words) && /\b\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9}$/u.test(title))
  );
}
