import { endsInBracket, withoutBrackets } from "./paper-lines.ts";

/** A person as a paper prints them: surname alone in most minutes. Nobody is identified here. */
export interface PrintedPerson {
  /** Without “Councillor”; “Mrs”, “Father” and the like stay. */
  readonly name: string;
  /** “in the Chair”, “Vice-Chair”, “substitute for Councillor Marsh”, a party: what stands in brackets or after a comma. */
  readonly role?: string;
  /** “Head of Parks”: of officers and guests. */
  readonly post?: string;
  /** “Education Added Members”: the group the paper names before them. */
  readonly group?: string;
}

const councillor =
  /^(?:(?:the\s+)?(?:right\s+worshipful\s+)?(?:the\s+)?(?:lord\s+)?(?:deputy\s+)?mayor,?\s+)?(?:councillors?|cllrs?|clirs?)\b\.?:?\s*/i;
const groupName =
  /^(?:the\s+)?((?:(?:education|church|faith|parent(?:[-\s]governor)?|teacher|co-?opted|added|independent|lay|non-voting|voting|statutory|diocesan)\s+)+(?:members?|representatives?|governors?|persons?|advis[eo]rs?)|co-?optees?)\b\s*:?\s*/i;
const roleWord =
  /^(?:in the chair|(?:the )?(?:(?:vice|deputy)[-\s]?)?chair(?:man|woman|person)?|leader(?: of the council)?|deputy leader|(?:the )?(?:deputy )?mayor|substitut\w*.*)$/i;
const postWord =
  /\b(?:director|head|officer|manager|chief|clerk|solicitor|assistant|lead|executive|advis[eo]r|accountant|auditor|partner|inspector|superintendent|consultant|team|services?)\b/i;

/** Lines are joined into a list of at most this many characters; no meeting has as many members. */
const longestList = 8000;

/** The group of those who are named behind the members: “together with Mr Hale”. */
export const togetherWith = "together with the members";
const together = /^(?:together|along)\s+with\s+|^(?:and\s+)?also\s+(?:present\s*:?\s*|(?=mrs?|ms|miss|dr))/i;
/** “The Mayor (Councillor Vale)”: an office with its holder in brackets. */
const officeHolder =
  /^((?:the\s+)?(?:(?:lord|deputy|vice|town)[-\s])*(?:mayor(?:ess)?|chair(?:man|woman|person)?|leader|convenor)(?:\s+of\s+the\s+council)?)\s*\(((?:councillor|cllr\.?|alderman)\s[^()]+)\)/i;

/**
 * Reads a list of people: “Councillors A, B and C”, one on a line, or officers with their posts.
 * @param text lines as printed.
 */
export function readPeople(text: string): PrintedPerson[] {
  const lines = text
    .split("\n")
    .map((line) => line.replace(/\s+/g, " "))
    // “Councillor A (Chair) Councillor B”: cells that were joined without a sign.
    .flatMap((line) =>
      line.split(/(?<![,;&(]|\b(?:and|for|the|mayor|with|of|by|from)|^) (?=(?:Councillor|Cllr\.?) \p{Lu})/u),
    )
    .map((line) =>
      line
        .replace(/[\s\u2022]+/g, " ")
        .replace(/^\s*[-*•]\s+/, "")
        .trim(),
    )
    .filter((line) => line !== "");
  const inline = lines.some((line) => /,|\band\b|&/.test(withoutBrackets(line)));
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const begins =
      councillor.test(line) ||
      groupName.test(line) ||
      /^(?:mr|mrs|ms|miss|dr|father|rev|reverend|canon|sir|dame|lord|lady)\b/i.test(line);
    const open = last !== undefined && (/[,&(]$|\band$|\bthe$/i.test(last.slice(-5)) || endsInBracket(last));
    if (
      last !== undefined &&
      last.length < longestList &&
      (open || (inline && !begins && !postWord.test(line) && !postWord.test(last)))
    )
      joined[joined.length - 1] = `${last} ${line}`;
    else joined.push(line);
  }
  return joined.flatMap(peopleOfLine);
}

function peopleOfLine(line: string): PrintedPerson[] {
  const plain = withoutBrackets(line.replace(/\.$/, ""));
  if (postWord.test(plain) && !/^councillors\b|^cllrs\b/i.test(line)) return officersOf(line);
  const people: { name: string; role?: string; post?: string; group?: string }[] = [];
  let group: string | undefined;
  for (const raw of splitOutsideBrackets(line.replace(/\.$/, ""))) {
    let words = raw.trim();
    const behind = together.exec(words)?.[0] ?? "";
    words = words.slice(behind.length);
    const office = officeHolder.exec(words);
    if (office?.[1] && office[2]) words = `${office[2]} (${office[1]}) ${words.slice(office[0].length)}`;
    const named = groupName.exec(words);
    if (named?.[1]) {
      group = named[1];
      words = words.slice(named[0].length);
    }
    if (councillor.test(words)) {
      if (!named) group = undefined;
      words = words.replace(councillor, "");
    }
    const brackets = [...words.matchAll(/\(([^)]*)\)?/g)].map(([, inside]) => (inside ?? "").trim());
    words = words
      .replace(/\([^)]*\)?/g, " ")
      .replace(/\s+/g, " ")
      .replace(/^[\s:–-]+|[\s:;–-]+$/g, "")
      .trim();
    const inChair = /^(.{0,120}?)[\s–-]+(in the chair|(?:vice[-\s])?chair(?:man|person)?)$/i.exec(words);
    if (inChair?.[1]) {
      words = inChair[1].trim();
      brackets.unshift(inChair[2] ?? "");
    }
    const last = people.at(-1);
    if (words === "" || roleWord.test(words)) {
      const role = [words, ...brackets].filter((part) => part !== "").join(", ");
      if (last && role !== "") last.role = last.role ? `${last.role}, ${role}` : role;
      continue;
    }
    if (!/\p{L}{2}/u.test(words) || /^(?:none|nil|n\/?a|as above|apologies)$/i.test(words)) continue;
    people.push({
      name: words,
      ...bracketed(brackets.filter((part) => part !== "").join(", ")),
      ...(behind !== "" ? { group: togetherWith } : group !== undefined ? { group } : {}),
    });
  }
  return people;
}

/** What stands in brackets behind a name: a post, or a part in the meeting. */
function bracketed(words: string): { role?: string; post?: string } {
  if (words === "") return {};
  return postWord.test(words) && !roleWord.test(words) ? { post: words } : { role: words };
}

/** “Name, Post; Name (Post)”: the name is what stands before the comma or the bracket. */
function officersOf(line: string): PrintedPerson[] {
  return line
    .replace(/\.$/, "")
    .split(/;\s*|(?<=\)),?\s+(?:and\s+)?(?=\p{Lu})/u)
    .flatMap((part): PrintedPerson[] => {
      const words = part.replace(/^and\s+/i, "").trim();
      if (words === "") return [];
      const bracketed = /^([^(,]+?)\s*\(([^)]*)\)$/.exec(words);
      const comma = /^([^,(]+?)\s*(?:,|\s[–-]\s)\s*(\S.*)$/.exec(words);
      const found = bracketed ?? comma;
      if (!found?.[1] || !found[2]) return [{ name: words.replace(councillor, "") }];
      const name = found[1].replace(councillor, "").trim();
      return roleWord.test(found[2]) ? [{ name, role: found[2] }] : [{ name, post: found[2].trim() }];
    });
}

function splitOutsideBrackets(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const match of text.matchAll(/[()]|[,;]|\s(?:and|&)\s/g)) {
    if (match[0] === "(") depth += 1;
    else if (match[0] === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      parts.push(text.slice(from, match.index));
      from = match.index + match[0].length;
    }
  }
  parts.push(text.slice(from));
  return parts.map((part) => part.replace(/^\s*and\s+/i, "")).filter((part) => part.trim() !== "");
}

const apologies =
  /\bapolog(?:y|ies)(?:\s+for\s+(?:absence|non-attendance|inability to attend))?\s+(?:(?:was|were|had been|have been|has been)\s+)?(?:received|submitted|given|tendered|noted|reported|offered|made|accepted|sent)?\s*(?:from|on behalf of|by|for)\s*:?-?\s*/i;
/** “Councillor Gill sent his apologies.” */
const sentThem =
  /(?:^|[.;]\s+)((?:councillors?|cllrs?\.?|mrs?|ms|miss|dr)\b[^.;]{2,120}?)\s+(?:had\s+)?(?:sent|gave|given|tendered|submitted|offered|presented)\s+(?:(?:his|her|their|an)\s+)?apolog(?:y|ies)\b(?!\s+for\s+late)/i;
/** “Apologies: Councillor Prendergast sent apologies.” */
const sentToo =
  /\s+(?:had\s+)?(?:sent|gave|given|tendered|submitted|offered)\s+(?:(?:his|her|their)\s+)?apolog(?:y|ies)\b\.?/gi;
/** Who came late, left early, or is named only for the part they took. */
const notAway =
  /[,;]?\s*(?:\band\b,?\s*)?(?:(?:an?\s+)?(?:apolog(?:y|ies)\s+)?for\s+(?:late\w*|the\s+(?:first|last|early|latter|remainder)|part)\b|\bapolog(?:y|ies)\s+for\s+late\w*).*$/is;
const relative = /,?\s+(?:for whom|who|whose place|in whose)\b[^,;]*/gi;

/** The people whose apologies a sentence or a list reports; null when the text reports none. */
export function readApologies(text: string): PrintedPerson[] | null {
  const match = apologies.exec(text);
  if (!match) {
    const sent = sentThem.exec(text.trim())?.[1];
    return sent === undefined ? null : readPeople(sent);
  }
  const after = text.slice(match.index + match[0].length);
  // The sentence ends at a full stop that no initial and no “Cllr.” owns.
  const end = /(?<!\b(?:Cllrs?|Mr|Mrs|Ms|Dr|Rev|St|\p{Lu}))\.(?:\s|$)/u.exec(after);
  const said = (end ? after.slice(0, end.index) : after)
    .replace(notAway, "")
    .replace(relative, "")
    .replace(sentToo, "");
  return readPeople(said).filter(({ name }) => !/^(?:there were )?(?:none|no apologies)\b/i.test(name));
}
