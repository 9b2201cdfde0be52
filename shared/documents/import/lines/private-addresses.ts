/*
 * Where persons live. Papers name objectors, applicants and tenants with their homes; the records keep the name. An
 * address belongs to a person where it follows a name, or words that say that somebody lives there; addresses of
 * sites, offices and firms belong to nobody and stay.
 */

/** What stands in place of an address that was left out. */
export const addressLeftOut = "[address left out]";

/** What is said of a line that held one. */
export const homeLeftOut =
  "The line holds a person’s home address. It was left out; look whether it should be published at all.";

const title = String.raw`(?:Mr|Mrs|Ms|Miss|Misses|Mx|Dr|Prof(?:essor)?|Rev(?:erend|d)?|Sir|Dame|Lady|Lord|Councillor|Cllr)\b\.?`;
const nameWord = String.raw`(?:(?:\p{Lu}\.)+|\p{Lu}[\p{L}'’-]*|and|&|ap|de|la|le|van|von|junior|senior)`;
const titled = String.raw`${title}(?:\s+(?:and|&)\s+${title})?(?:[ \t]+${nameWord}){1,6}`;
/** “D. Vowchurch”, “P. & J. Wragby”. */
const initials = String.raw`(?<![\p{L}\d.])\p{Lu}\.[ ]?(?:(?:&|and)[ ])?(?:\p{Lu}\.[ ]?){0,4}\p{Lu}[\p{L}'’-]+`;
/** What somebody does who is named in a paper with a home. */
const role = String.raw`\b(?i:petition(?:er|ers)|objectors?|supporters?|neighbours?|tenants?|residents?|claimants?|complainants?|applicants?|witness(?:es)?|organisers?|drivers?|licensees?|supervisors?|householders?|occupiers?|occupants?|leaseholders?|appellants?|objections? (?:from|by)|letters? (?:from|by)|representations? (?:from|by)|got up by|submitted by|organised by|made by)`;
/** A name without a title counts where a role stands before it. */
const named = String.raw`${role}[^\n.;]{0,40}?[,: (*-]\s*\p{Lu}\p{Ll}+(?:[ ](?:and|&)[ ]\p{Lu}\p{Ll}+)?[ ](?:\p{Lu}\.?[ ])?\p{Lu}[\p{L}'’-]+`;
/** A name at the head of a point of a list, with the address in brackets. */
const listed = String.raw`^[ \t]*(?:[-•*o]|\(?[ivxa-z\d]{1,4}[.)])[ \t]+\p{Lu}\p{Ll}+[ ]\p{Lu}[\p{L}'’-]+(?=\s*\()`;
/** A name at a point inside a sentence, with a house or a flat behind it. */
const pointed = String.raw`\((?:[ivx]{1,4}|[a-z])\)\s+\p{Lu}\p{Ll}+[ ]\p{Lu}[\p{L}'’-]+(?=,\s(?:\d|Flat|Caravan|Apartment))`;
/** A name without a title or a role, with a numbered house behind “of”. */
const ofHouse = String.raw`\p{Lu}\p{Ll}+[ ]\p{Lu}[\p{L}'’-]+(?=,?[ ](?:of|at)[ ](?:\d|Flat\b|Apartment\b|No\.|[Nn]umber\b|["“]|(?:\p{Lu}[\p{L}'’]+[ ]){1,4}\(No \d))`;
const lives = `(?i:liv(?:es?|ed|ing)|resid(?:es?|ed|ing)|resident|dwell(?:s|ing))[ ](?:at|in|of|near)|late[ ]of|home(?:[ ]address)?[ ]?(?:is|:|at)|(?:occupier|occupant|resident|tenant|householder)s?[ ](?:of|at)|(?:her|his|their)[ ](?:home|house|daughter|son|mother|father|parents?|family|brother|sister)[ ](?:at|in|of)`;
const joint = String.raw`(?:[ ]?\([^()\d\n]{1,60}\)(?=\s*,))?(?:,?\s+who\s+(?:lives?|resides?)\s+(?:at|in)\s+|,?\s+(?:now\s+|late\s+|formerly\s+|both\s+|all\s+)?(?:of|at|living\s+(?:at|in)|resident\s+(?:at|in))\s+|,\s*|\s*\(\s*|\s+[-–—]\s+|[ ]*(?<parted>[|\t\n])[ ]*)`;
const owner = new RegExp(
  String.raw`(?:(?<person>${titled}|${initials}|${named}|${listed}|${pointed}|${ofHouse})${joint}|\b(?:${lives})\s+)`,
  "gmu",
);

const postcode = String.raw`[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}`;
const anyPostcode = new RegExp(String.raw`\b${postcode}\b`);
const small = "(?:of|the|on|upon|le|la|les|cum|under|with|by|near|next|off|in|y|yr|at)";
/** As far as an address can go: names of houses, streets and places, numbers, a postcode. */
const extent = new RegExp(
  String.raw`^(?:["“'‘”’]|(?:[Nn]os?\.|[Nn]umbers?)\s?|(?:top|upper|lower|ground|first|basement)\s(?:floor|flat)|(?:St|Ste|Mt|C)\.|[ ]\(No \d+\)|\d{1,4}[A-Za-z]?(?![\d:%])|\p{Lu}[\p{L}'’]*|-\n?\p{Ll}+(?=[-\s,])|-\n?\p{Lu}?[\p{L}'’]+|[-–&]|,[ \n\v]+(?=["“\p{Lu}\d]|${small}[ ])|(?<=\d)[ ]and[ ](?=\d)|[ \n\v]+(?=["“\p{Lu}\d–&-]|(?:${small}|number|no\.)[ ])|(?<=[\s-])${small}(?=[\s-]))+`,
  "u",
);
const street =
  /\b(?:road|rd|street|lanes?|avenue|ave|close|drive|gardens?|grove|crescent|cres|court|terrace|way|place|row|mews|hill|rise|square|walk|view|park|green|parade|cottages?|paddocks?|lawns?|bank|mount|croft|fields?|meadows?|orchards?|heights|villas|hall|lodge|house|farm|barn|mill|forge|flat|apartment|caravan|vale|dale|end|view|avenue|st\b\.?(?=\s*[,)]|$))\b/i;
const office =
  /\bc\/o\b|\b(?:town|county|city|village|civic|guild|shire|council) ?(?:hall|centre|offices?|buildings?|house)\b|\b(?:offices?|depot|library|school|college|university|hospital|surgery|garage|station|business park|industrial estate|trading estate|community centre|children'?s centre|police|unit \d|ltd|limited|plc|llp)\b/i;
const organisation =
  /\b(?:ltd|limited|plc|llp|school|college|council|trust|society|association|chamber|company|church|club|group|charity|services?|partnership|co-operative|agents?|shop|centre|planning|estates?)\b/i;
const month = /^\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** Whether words that follow a person are where that person lives. */
function isHome(words: string, afterLives: boolean): boolean {
  const text = words.replace(/\s+/g, " ").trim();
  if (text === "" || month.test(text) || office.test(text)) return false;
  const numbered =
    /^(?:["“]|(?:nos?\.?|numbers?)\s)?\d{1,4}[A-Za-z]?\b/i.test(text) ||
    /,\s*\d{1,4}[A-Za-z]?(?:\s*[-–]\s*\d+)?,?\s+\p{Lu}/u.test(text);
  if (anyPostcode.test(text)) return true;
  if (afterLives) return numbered || street.test(text) || /,/.test(text);
  return (
    (numbered && /\p{Lu}\p{Ll}/u.test(text) && street.test(text)) ||
    (numbered && /^(?:nos?\.?|numbers?)\s/i.test(text)) ||
    (/,/.test(text) && street.test(text)) ||
    /^(?:flat|apartment|caravan|["“])/i.test(text)
  );
}

/** “14 Hollow Way, Northmoor NM4 2BB (home)”, “Home address: …”. */
const calledHome = new RegExp(
  String.raw`(?:\d{1,4}[A-Za-z]?\s+[^.;\n]{3,80}?${postcode}\s*\((?:home|private)(?: address)?\)|\b[Hh]ome address\s*:?\s*[^.;\n]{3,120}?${postcode})`,
  "gu",
);

const personWithPostcode = new RegExp(String.raw`\b${title}[ ]\p{Lu}[^;\n]{0,120}?\b${postcode}\b`, "u");

/** What is said of a line that may hold one in a form that is not known. */
export const homeSuspected =
  "The line names a person and a postcode. Look whether it holds a home address, and take it out of the paper if it does.";

/** Whether a person and a postcode stand together in a line, and no office with them. */
export function mayHoldHome(line: string): boolean {
  return personWithPostcode.test(line) && !office.test(line);
}

/** What an address can only stand beside: without one of these a text holds none. */
const trigger = new RegExp(
  String.raw`\b\d{1,4}[A-Za-z]?,?\s+["“]?\p{Lu}\p{Ll}|\b${postcode}\b|\b(?:${lives})\s|["“]\p{Lu}|\b(?:number|nos?\.)\s\d|\b(?:Flat|Apartment|Cottages?|House|Farm|Lane|Road|Street|Close|Barn|Lodge|Hall|Caravan)\b`,
  "u",
);

/**
 * A text without the home addresses of persons; a line that an address ran over stays a line.
 * @param within how far into the text an address is looked for, in characters; one that begins there may end later.
 * @returns the text, and how many addresses it held.
 */
export function withoutHomeAddresses(
  text: string,
  within = text.length,
): { readonly text: string; readonly count: number } {
  if (!trigger.test(text)) return { text, count: 0 };
  let count = 0;
  const plain = /\*\*/.test(text) ? text.replace(/\*\*/g, "") : text;
  let result = "";
  let place = 0;
  for (const match of plain.matchAll(owner)) {
    const from = match.index + match[0].length;
    if (match.index > within) break;
    if (match.index < place) continue;
    const reach = extent.exec(plain.slice(from, from + 200))?.[0].replace(/[\s,&–-]+$/, "") ?? "";
    const code =
      new RegExp(String.raw`^[.,]?\s*\(?${postcode}\)?`).exec(plain.slice(from + reach.length))?.[0] ?? "";
    const words = `${reach}${code}`;
    const { person, parted } = match.groups ?? {};
    if (person !== undefined && organisation.test(person)) continue;
    if (!isHome(words, person === undefined) || (parted !== undefined && !anyPostcode.test(words))) continue;
    count += 1;
    result += `${plain.slice(place, from)}${addressLeftOut}${"\n".repeat(words.split("\n").length - 1)}`;
    place = from + words.length;
  }
  if (count > 0) result += plain.slice(place);
  const rest = (count > 0 ? result : text).replace(calledHome, () => {
    count += 1;
    return addressLeftOut;
  });
  return { text: rest, count };
}

const personColumn =
  /^(?:names?|tenants?|objectors?|applicants?|residents?|petitioners?|supporters?|complainants?|persons?)\b/i;
const addressColumn = /^(?:home|address(?:es)?|home address|where they live)\b/i;

/** Where a table’s head names a column of persons and one of addresses; null where it does not. */
function columnsOfHomes(
  cells: readonly string[],
): { readonly person: number; readonly address: number } | null {
  const person = cells.findIndex((cell) => personColumn.test(cell.trim()));
  const address = cells.findIndex((cell) => addressColumn.test(cell.trim()));
  return person >= 0 && address >= 0 ? { person, address } : null;
}

/** Whether a cell of a table of persons holds a person’s home; an organisation has none, nor does an office. */
function isHomeOf(person: string, address: string): boolean {
  return (
    /\p{Lu}/u.test(address) &&
    !/^\(/.test(address.trim()) &&
    !organisation.test(person) &&
    !office.test(address)
  );
}

/** Lines without the home addresses of persons, which may run over several; and the numbers of those that held one. */
export function linesWithoutHomes(lines: readonly string[]): {
  readonly lines: readonly string[];
  readonly held: readonly number[];
} {
  const result = [...lines];
  const held = new Set<number>();
  const triggers = lines.map((line) => trigger.test(line));
  let columns: { readonly person: number; readonly address: number } | null = null;
  for (const [at, line] of lines.entries()) {
    const row = /[\t|]/.test(line);
    if (row) {
      columns = columnsOfHomes(line.split(/[\t|]/)) ?? columns;
      const cells = (result[at] ?? "").split(/([\t|])/);
      const person = cells[(columns?.person ?? -1) * 2] ?? "";
      const address = cells[(columns?.address ?? -1) * 2] ?? "";
      if (
        columns &&
        columnsOfHomes(line.split(/[\t|]/)) === null &&
        isHomeOf(person, address) &&
        !/^[\s:-]*$/.test(person)
      ) {
        cells[columns.address * 2] = ` ${addressLeftOut} `;
        result[at] = cells.join("");
        held.add(at);
      }
    } else if (line.trim() !== "") columns = null;
    if (!triggers.slice(at, at + 4).includes(true)) continue;
    // An address goes on over the next lines as far as none is blank.
    const window: string[] = [];
    for (let next = at; next < Math.min(result.length, row ? at + 1 : at + 4); next += 1) {
      const text = result[next] ?? "";
      if (text.trim() === "" || (next > at && /[\t|]/.test(text))) break;
      window.push(text);
    }
    const { text, count } = withoutHomeAddresses(window.join("\n"), window[0]?.length);
    if (count === 0) continue;
    for (const [place, cleaned] of text.split("\n").entries()) {
      const before = window[place] ?? "";
      // Marks of type that stand beside no address stay.
      if (before.replace(/\*\*/g, "") === cleaned) continue;
      result[at + place] = cleaned;
      held.add(at + place);
    }
  }
  return { lines: result, held: [...held].sort((a, b) => a - b) };
}
