import { cellsOf, isTableRow, isTableRule, type PaperLine, withoutMarks } from "../lines/paper-lines.ts";
import { readPeople } from "../lines/printed-people.ts";

/** An interest that a member declared. */
export interface PrintedDeclaration {
  readonly member: string;
  /** As printed: a declaration may cite another number than the minute bears. */
  readonly minute: number | null;
  readonly title: string;
  readonly type: "DPI" | "Personal" | "Other";
  readonly reason: string;
  readonly action: string;
  /** The number is that of an item of the agenda. */
  readonly ofItem?: true;
  readonly line: number;
}

const actionWords =
  /\b((?:he |she |they |and )?(?:stayed|remained|left|withdrew|took (?:no )?part|did not|was not present|vacated|spoke)\b.*)$/i;

const memberHead = /\b(?:member|councillor|cllr|name|person)s?\b/i;
const aboutHead = /\b(?:minute|agenda|item|application|subject|matter|reference|report)\b/i;
const natureHead = /\b(?:reason|nature|interest|details?|type|declaration)\b/i;
const headCells =
  /\b(?:member|name|councillor|cllr|person)s?\b.*\b(?:minute|agenda item|item|application|subject|matter|agenda)\b.*\b(?:reason|nature|interest|details?|type)\b/i;
/** A cell of the head by itself, where each cell stands on a line of its own. */
const headCell =
  /^(?:(?:name(?: of)?\s*)?(?:member|councillor)?s?|name|(?:agenda |minute )?(?:item|minute)(?: no\.?| number)?(?: and title)?|(?:reason|nature|type)(?: (?:of|for) (?:the )?(?:interest|declaration))?|interest|action(?: taken)?)$/i;

/** Whether a row begins a table of declarations: a member, a minute and a reason among its labels. */
export function beginsDeclarations(text: string): boolean {
  const cells = cellsOf(text);
  const words = cells.join(" ");
  return (
    /\bmember\b.*\b(?:minute|agenda item|item)\b.*\b(?:reason|nature|interest)\b/i.test(words) ||
    (isTableRow(text) && headCells.test(words) && cells.every((cell) => cell.length < 40))
  );
}

/** The lines of a head whose cells stand one below the other, from the place where it begins; 0 where none does. */
function stackedHead(lines: readonly PaperLine[], place: number): number {
  let end = place;
  while (headCell.test(withoutMarks(lines[end]?.text ?? "")) && withoutMarks(lines[end]?.text ?? "") !== "")
    end += 1;
  const words = lines
    .slice(place, end)
    .map(({ text }) => withoutMarks(text))
    .join(" ");
  return end - place >= 3 && headCells.test(words) ? end - place : 0;
}

/**
 * Reads declarations of interest from a table, whose rows extraction may have broken over many lines, from a table
 * that lost its cells, or from sentences.
 * @param titled whether the minute is the one that takes declarations, so that all that is said there declares.
 */
export function readDeclarations(
  lines: readonly PaperLine[],
  titled = true,
): {
  readonly declarations: readonly PrintedDeclaration[];
  /** Numbers of the lines the declarations were read from. */
  readonly taken: readonly number[];
} {
  const stacked = lines.findIndex((_, place) => stackedHead(lines, place) > 0);
  if (stacked >= 0) {
    const head = stackedHead(lines, stacked);
    const rows = lines.slice(stacked);
    const declarations = fromFlattened(rows.slice(head - 1));
    if (declarations.length > 0)
      return {
        declarations,
        taken: rows.filter(({ text }) => text.trim() !== "").map(({ number }) => number),
      };
  }
  const at = lines.findIndex(({ text }) => beginsDeclarations(text));
  if (at >= 0) {
    const rows = lines.slice(at);
    const end = rows.findIndex(({ text }, place) => place > 0 && text.trim() !== "" && !isTableRow(text));
    const table = isTableRow(rows[0]?.text ?? "") || isTableRow(rows[1]?.text ?? "");
    const taken = table && end > 0 ? rows.slice(0, end) : rows;
    const declarations = table ? fromRows(taken) : fromFlattened(taken);
    if (declarations.length > 0)
      return {
        declarations,
        taken: taken.filter(({ text }) => text.trim() !== "").map(({ number }) => number),
      };
  }
  return { declarations: fromSentences(lines, titled), taken: [] };
}

interface OpenRow {
  readonly line: number;
  readonly cells: string[];
}

function fromRows(lines: readonly PaperLine[]): PrintedDeclaration[] {
  const rows: OpenRow[] = [];
  let order = [0, 1, 2, 3];
  for (const [place, { text, number }] of lines.entries()) {
    if (text.trim() === "" || isTableRule(text)) continue;
    let cells = cellsOf(text).map((cell) => withoutMarks(cell.replace(/<br\s*\/?>/gi, " ")));
    while (cells.length > 4 && cells.at(-1) === "") cells.pop();
    if (place === 0 || beginsDeclarations(text)) {
      const labels = cells.map((cell) => cell.toLowerCase());
      const column = (pattern: RegExp) => labels.findIndex((label) => pattern.test(label));
      const found = [
        column(memberHead),
        column(aboutHead),
        labels.findIndex((label) => natureHead.test(label) && !memberHead.test(label)),
        column(/action|\bwhat\b|participat|withdr|outcome/),
      ];
      if (found.slice(0, 3).every((index) => index >= 0)) order = found;
      if (
        cells.length > 2 &&
        cells.every(
          (cell) =>
            cell.length < 40 &&
            !/\d|^(?:councillor|cllr)\s+\p{Lu}/iu.test(cell.replace(/^councillors?$/i, "")),
        )
      )
        continue;
      // The labels may be fused with the first row.
      cells = cells.map((cell) =>
        cell
          .replace(/^(?:(?:name of )?member(?:\/officer)?|councillor(?=\s+councillor)|name)\b\s*:?/i, "")
          .replace(
            /^(?:(?:agenda |minute )?(?:item|minute)(?: no\.?| number)?(?: and title)?\b\.?)\s*:?/i,
            "",
          )
          .replace(
            /^(?:(?:nature|reason|type)(?: (?:of|for) (?:the )?(?:interest|declaration))?)\b\s*:?/i,
            "",
          )
          .replace(/^action(?: taken)?\b\s*:?/i, "")
          .trim(),
      );
      if (cells.every((cell) => cell === "")) continue;
    }
    const ordered = order.map((index) => cells[index] ?? "");
    const [member = "", minute = ""] = ordered;
    const last = rows.at(-1);
    const before = last?.cells[0] ?? "";
    const named = /^(?:councillor|cllr|mr|mrs|ms|miss|dr|father|rev|sir|dame)\b/i.test(member);
    const begins =
      !last ||
      (named && before !== "" && !/^(?:councillor|cllr\.?)$/i.test(before)) ||
      (/^\d/.test(minute) && member !== "");
    if (begins) rows.push({ line: number, cells: [...ordered] });
    else if (last)
      for (const [index, cell] of ordered.entries())
        if (cell !== "") last.cells[index] = `${last.cells[index] ?? ""} ${cell}`.trim();
  }
  return rows.map(({ line, cells: [member = "", minute = "", reason = "", action = ""] }) =>
    made(member, minute, reason, action, line),
  );
}

/** “Councillor Marsh 12 – Parks Personal – is a … Stayed in the room”: the cells' borders are lost. */
function fromFlattened(lines: readonly PaperLine[]): PrintedDeclaration[] {
  const whole = lines
    .slice(1)
    .map(({ text }) => withoutMarks(text))
    .join(" ");
  const starts = [
    ...whole.matchAll(
      /\b(?:Councillor|Cllr\.?)\s+\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)*\s+(?=(?:Minute No\.?\s*)?\d{1,4}\b)/gu,
    ),
  ];
  return starts.map((start, place) => {
    const text = whole.slice(start.index + start[0].length, starts[place + 1]?.index ?? whole.length).trim();
    const parted =
      /^(.*?)\s+((?:Disclosable\s+)?(?:Personal|Pecuniary|Prejudicial|DPI|Non-pecuniary)\b.*)$/is.exec(text);
    const action = actionWords.exec(parted?.[2] ?? "");
    const reason = action ? (parted?.[2] ?? "").slice(0, action.index) : (parted?.[2] ?? "");
    return made(start[0].trim(), parted?.[1] ?? text, reason, action?.[1] ?? "", lines[0]?.number ?? 1);
  });
}

const sentence =
  /\b(Councillors?\s+[^.;:]{2,80}?|(?:Cllrs?\.?|Mrs?|Ms|Dr|Father)\.?\s+[^.;:]{2,60}?)\s+(?:each\s+|also\s+)?declared\s+(?:an?|the following)?\s*([^.;]{0,60}?interests?)(?:\s+(?:in|in relation to|in respect of|with regard to|regarding)\s+(?:agenda\s+)?(?:(?:minute|item)(?:\s+(?:no\.?|number))?\s*)?([^.;]{1,200}?))?(?:,?\s+(?:because|as|in that|by virtue of|since|due to|on the grounds that|being)\s+([^;]{1,300}?))?(?:,?\s+(?:and|but|;)\s+((?:he |she |they |would )?(?:stayed|remained|left|leave|withdrew|took|take|did not|spoke|remain)[^.;]{0,200}))?\.(?=\s|$)/giu;

/** Full stops that end no sentence: of initials, titles and references. */
const inner = /(?<=\b(?:\p{Lu}|No|Mr|Mrs|Ms|Dr|Cllr|Cllrs|Rev|St))\.(?=\s?[\p{L}\d])/gu;
const dot = "\u2024";
/** Within the minute that takes declarations, whoever says something of themselves declares it. */
const said =
  /^((?:Councillors?|Cllrs?[.\u2024]?|Mrs?\u2024?|Ms\u2024?|Miss|Dr\u2024?|Father|Alderman)\s[^.;:]{2,80}?)(?:\s+(?:each|also|both|then)\b)?(?::\s*|\s+[-–]\s+|\s+(?:declared|disclosed|registered|said|stated|advised|informed|indicated|noted|reported|mentioned|announced|referred|made)\b\s*)(.*)$/su;
const aboutItem =
  /\b((?:minute|item|application)s?(?:\s+(?:no[.\u2024]?|number))?\s*[A-Z\d][\w\u2024./-]*(?:\s*\([^)]*\))?)/i;

function fromSentences(lines: readonly PaperLine[], titled: boolean): PrintedDeclaration[] {
  const text = lines
    .filter((line) => line.text.trim() !== "")
    .map((line) => withoutMarks(line.text))
    .join(" ")
    .replace(inner, dot);
  const whole = (words: string) => words.replaceAll(dot, ".");
  const printed = lines.map(({ number, text: words }) => ({ number, words: withoutMarks(words) }));
  const lineOf = (member: string) => {
    const begins = whole(member).trim().slice(0, 20);
    return printed.find(({ words }) => words.includes(begins))?.number ?? lines[0]?.number ?? 1;
  };
  const found: PrintedDeclaration[] = [];
  const add = (member: string, minute: string, reason: string, action: string, told: string) => {
    const number = citedMinute(whole(minute))?.number;
    const ofItem =
      number !== undefined && new RegExp(`\\bitems?\\s+(?:no\\.?\\s*)?${number}\\b`, "i").test(whole(told));
    const people = /^(?:councillors|cllrs)\b/i.test(member)
      ? readPeople(whole(member)).map(({ name }) => name)
      : [whole(member)];
    for (const name of people.length > 0 ? people : [whole(member)])
      found.push({
        ...made(name, whole(minute), whole(reason), whole(action), lineOf(member)),
        ...(ofItem ? { ofItem: true as const } : {}),
      });
  };
  // A long minute declares nothing more in its thousandth sentence.
  for (const [at, one, next] of text
    .split(/(?<=[.;])\s+(?=\p{Lu})/u)
    .slice(0, 400)
    .map((part, place, all) => [place, part, all[place + 1] ?? ""] as const)) {
    const matches = [...one.matchAll(sentence)].filter(
      ([, member = ""]) => !/^(?:no|any|none)\b/i.test(member),
    );
    for (const match of matches) {
      const [, member = "", interest = "", minute = "", reason = "", action = ""] = match;
      add(member, minute, `${interest}${reason === "" ? "" : ` – ${reason}`}`, action, match[0]);
    }
    const told = titled && matches.length === 0 && at < 200 ? said.exec(one) : null;
    if (
      !told?.[1] ||
      !told[2] ||
      /\b(?:no|nil|not any)\s+(?:\p{L}+\s+){0,2}(?:interests?|declarations?)\b|^(?:none|nil)\b/iu.test(one)
    )
      continue;
    const follows = /^(?:He|She|They)\s+(.*)$/s.exec(next)?.[1] ?? "";
    add(
      told[1],
      aboutItem.exec(told[2])?.[1] ?? "",
      told[2],
      actionWords.test(follows) ? follows : "",
      told[2],
    );
  }
  return found;
}

/** “Minute 45 – Parks”, “2024/17”, “CAB/23/047”: number and title; a planning application is no minute. */
function citedMinute(text: string): { number: number; title: string } | null {
  const parts = /^\D{0,12}?(\d{1,5}(?:\/\d{1,6})*)(?!\d)\s*[.:–—-]?\s*(.*)$/s.exec(text);
  const numbers = parts?.[1]?.split("/") ?? [];
  const [first = "", ...rest] = numbers;
  const last = rest.at(-1);
  // “24/0101/FUL” is a planning application.
  if (
    !parts ||
    first === "" ||
    numbers.some((number) => number.length > 4) ||
    /^\/\p{L}/u.test(parts[2] ?? "")
  )
    return null;
  const year = /^(?:19|20)\d{2}$/.test(first) || /^[A-Z]{1,8}\//.test(text);
  return { number: Number(last !== undefined && year ? last : first), title: parts[2] ?? "" };
}

function made(
  member: string,
  minute: string,
  reason: string,
  action: string,
  line: number,
): PrintedDeclaration {
  const cited = citedMinute(minute.trim());
  const type =
    /pecuniary|\bDPI\b/i.test(reason) && !/non-pecuniary/i.test(reason)
      ? "DPI"
      : /personal|non-pecuniary/i.test(reason)
        ? "Personal"
        : "Other";
  const squeezed = (text: string) => text.replace(/\s+/g, " ").trim();
  return {
    member: squeezed(member).replace(/^(?:councillors?|cllrs?\.?)\s+/i, ""),
    minute: cited?.number ?? null,
    title: squeezed(cited ? cited.title.replace(/^\((.*)\)$/, "$1") : minute).replace(/^\(|\)$/g, ""),
    type,
    reason: squeezed(reason).replace(
      /^(?:that (?:he|she|they) had\s+)?(?:an?\s+)?(?:disclosable\s+)?(?:personal|pecuniary|prejudicial|dpi)(?:\s+interest)?\s*[-–—:]\s*/i,
      "",
    ),
    action: squeezed(action).replace(/\.$/, ""),
    line,
  };
}
