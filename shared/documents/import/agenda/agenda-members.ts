import { type LineLedger, opening } from "../lines/line-ledger.ts";
import { type PrintedPerson, readPeople } from "../lines/printed-people.ts";
import type { Membership } from "./read-agenda.ts";

/** A line of a list that stands under “Member | Substitute”. */
export interface MemberLine {
  readonly text: string;
  readonly cells: readonly string[];
  readonly line: number;
}

/** What stands behind a member's name: a council, an organisation, an office, a party. */
const behindName =
  /\b(?:council|borough|city|county|district|metropolitan|unitary|authority|forum|chamber|trust|nhs|university|college|school|police|union|diocese|church|board|group|party|representative|member|governor|co-?opted|non-?voting|independent|labour|conservative|liberal|green|reform|leader|deputy|mayor|chair\p{L}*|vice|cabinet|portfolio|executive|ward|of|for|and)\b|&/iu;
const title = /^(?:councillors?|cllrs?|clirs?)\b\.?:?\s*/i;

/** “Conservative (8):”, “Labour Group -”: the party that the names behind it belong to. */
const party =
  /^(?<group>(?:the\s+)?(?:conservatives?|labour(?: and co-?operative)?|liberal democrats?|green(?: party)?|independents?|reform(?: uk)?|plaid cymru|residents?|non-aligned|ungrouped)(?:[ \p{L}’'&/-]{0,40}?))\s*(?:\(\d{1,3}\))?\s*[:–—-]\s+(?<names>\p{Lu}.*)$/iu;

/** People of a list, party by party where it names them. */
function peopleOfList(lines: readonly string[]): PrintedPerson[] {
  const groups: { group?: string; lines: string[] }[] = [{ lines: [] }];
  for (const line of lines) {
    const found = party.exec(line)?.groups;
    if (found?.["group"]) groups.push({ group: found["group"].trim(), lines: [found["names"] ?? ""] });
    else groups.at(-1)?.lines.push(line);
  }
  return groups.flatMap(({ group, lines: own }) =>
    peopleOfGroup(own).map((person) => (group === undefined ? person : { group, ...person })),
  );
}

/**
 * People of a list as it is printed: one on a line, with what they stand for behind a comma or a dash; or several in
 * one sentence.
 */
function peopleOfGroup(lines: readonly string[]): PrintedPerson[] {
  const plain = lines.map((line) => line.replace(/^\s*(?:[-*•·▪]|\d{1,2}[.)])\s+/, "").trim());
  const parted = plain.map((line) => {
    const words = line.replace(title, "");
    const found = /^([^,(–—]+?)\s*(?:(,|\s[-–—])\s*(.+)|(\(.*))?$/u.exec(words);
    return found
      ? { name: found[1] ?? "", listed: found[2] === ",", rest: (found[3] ?? found[4] ?? "").trim() }
      : null;
  });
  const each = parted.every(
    (part, at) =>
      part !== null &&
      /^\p{Lu}/u.test(part.name) &&
      !/\band\b|&|;/.test(part.name) &&
      (!part.listed || behindName.test(part.rest)) &&
      // More names behind the brackets of the first make a sentence of it.
      (part.listed || !part.rest.startsWith("(") || /^\([^()]*\)$/.test(part.rest)) &&
      !/\b(?:councillors?|cllrs?)\b/i.test(part.rest) &&
      !/(?:,|\band|[-–])$/.test(plain[at] ?? ""),
  );
  const inLines = each && (lines.length > 1 || /[–—]|\s-\s/.test(lines[0] ?? ""));
  if (!inLines) return readPeople(plain.join("\n").replace(/(\p{L}-)\n(?=\p{Lu})/gu, "$1"));
  return parted.flatMap((part): PrintedPerson[] => {
    const [read] = readPeople(`Councillor ${part?.name ?? ""}`);
    if (!read) return [];
    const role = (part?.rest ?? "").replace(/^\(([^()]*)\)$/, "$1");
    return [{ ...read, ...(role !== "" ? { role } : {}) }];
  });
}

/** The cells of a row of members: a cell that names nobody says what the one before it stands for. */
export function namesInRow(cells: readonly string[]): string[] {
  const names: string[] = [];
  for (const cell of cells.filter((one) => one !== "")) {
    const last = names.at(-1) ?? "";
    if (!personTitle.test(last) || personTitle.test(cell)) names.push(cell);
    else
      names[names.length - 1] = `${last.replace(/\)$/, ";").replace(/(?<!;)$/, " (")} ${cell})`.replace(
        "( ",
        "(",
      );
  }
  return names;
}

const personTitle = /^(?:councillors?|cllrs?|mr|mrs|ms|miss|mx|dr|prof|rev|sir|dame)\b\.?\s/i;

/** Members and substitutes: from the lists below their labels, and from the pairs below “Member | Substitute”. */
export function membershipOf(
  members: readonly (readonly string[])[],
  substitutes: readonly string[],
  lines: readonly MemberLine[],
  ledger: LineLedger,
): Membership {
  const listed = members.flatMap(peopleOfList);
  const standsIn = ({ role }: PrintedPerson) => /^(?:reserve|substitute)(?: member)?$/i.test(role ?? "");
  const found: (PrintedPerson & { substitute?: string })[] = listed.filter((person) => !standsIn(person));
  const unpaired: string[] = [];
  const seen = new Set<string>();
  for (const { text, cells, line } of lines) {
    const key = text
      .toLowerCase()
      .replace(/\bclir\b/g, "cllr")
      .replace(/[^a-z]/g, "");
    if (/^(?:councillors?|members?|substitutes?)+$/.test(key)) continue;
    if (seen.has(key)) {
      ledger.note(line, `“${opening(text)}” stands in the list of members twice; it is kept once.`);
      continue;
    }
    seen.add(key);
    const names = cells.length > 1 ? cells : text.split(/\s+(?=(?:Cllrs?|Clirs?|Councillor)\b)/);
    if (names.length >= 2 && names.length % 2 === 0) {
      for (let at = 0; at < names.length; at += 2) {
        const [member] = readPeople(names[at] ?? "");
        const [substitute] = readPeople(names[at + 1] ?? "");
        if (member) found.push({ ...member, ...(substitute ? { substitute: substitute.name } : {}) });
      }
    } else unpaired.push(text);
  }
  if (unpaired.length > 0) {
    ledger.note(
      lines.find(({ text }) => text === unpaired[0])?.line ?? 1,
      `${unpaired.length} ${unpaired.length === 1 ? "line" : "lines"} of the list of members and substitutes ${unpaired.length === 1 ? "does" : "do"} not say which of the two they name; they are kept as printed.`,
    );
  }
  return {
    members: found,
    substitutes: [...listed.filter(standsIn), ...peopleOfList(substitutes)],
    unpaired,
  };
}
