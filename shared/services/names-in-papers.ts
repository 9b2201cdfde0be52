import { inTitleCase } from "../documents/import/lines/title-case.ts";
import type { ReadPaper } from "../documents/import/paper.ts";
import type { SinglePaper } from "../documents/import/paper-readers.ts";
import type { Body, BodyKind } from "../rules/meetings/meeting.ts";
import { namedOn, type Portfolio } from "../rules/people/portfolio.ts";
import { headingKey } from "../rules/reports/report.ts";
import { bodyOf, plainPortfolio } from "./paper-records.ts";

/** Bodies and portfolios that papers name and the records do not know. */
export interface NewNames {
  readonly bodies: readonly Body[];
  readonly portfolios: readonly Portfolio[];
}

/**
 * What a council that begins with empty lists can take from its papers: the bodies whose agendas, minutes, work
 * programmes and committee list they are, and the portfolios whose Cabinet Members report. A report's front sheet
 * is not asked, for it may name several bodies on one line.
 */
export function namesInPapers(
  papers: readonly ReadPaper[],
  known: { readonly bodies: readonly Body[]; readonly portfolios: readonly Portfolio[] },
): NewNames {
  const bodies: Body[] = [];
  const portfolios: Portfolio[] = [];
  for (const paper of papers.flatMap(partsOf)) {
    for (const printed of bodiesNamed(paper)) {
      const name = inTitleCase(printed.replace(/\s+/g, " ").trim());
      const all = [...known.bodies, ...bodies];
      if (name === "" || name.length > 120 || bodyOf(all, name)) continue;
      const kind = kindOf(name);
      bodies.push({
        key: initialsOf(name, new Set(all.map(({ key }) => key))),
        name,
        aliases: [],
        kind,
        callInApplies: kind === "Cabinet" || kind === "CabinetMember",
      });
    }
    const portfolio =
      paper.kind === "cabinet-member-report" ? plainPortfolio(paper.data.portfolio ?? "") : "";
    if (portfolio !== "" && !namedOn([...known.portfolios, ...portfolios], portfolio))
      portfolios.push({ key: headingKey(portfolio), name: portfolio, aliases: [] });
  }
  return { bodies, portfolios };
}

function partsOf(paper: ReadPaper): readonly SinglePaper[] {
  if (paper.kind !== "document-pack") return [paper];
  return paper.data.documents.filter((part) => part.kind !== "other");
}

function bodiesNamed(paper: SinglePaper): readonly string[] {
  if (paper.kind === "agenda" || paper.kind === "minutes" || paper.kind === "work-programme")
    return [paper.data.body];
  if (paper.kind === "register")
    return paper.data.committees.filter(({ expired }) => !expired).map(({ name }) => name);
  return [];
}

const kinds: readonly { readonly kind: BodyKind; readonly words: RegExp }[] = [
  { kind: "CabinetMember", words: /\b(?:cabinet|executive) member\b/i },
  { kind: "Joint", words: /\bjoint\b/i },
  { kind: "Scrutiny", words: /\bscrutiny\b/i },
  { kind: "Cabinet", words: /^(?:the )?(?:cabinet|executive)\b(?! (?:sub|advisory|working))/i },
  {
    kind: "Council",
    words:
      /^(?:the )?(?:(?:annual|full|extraordinary) )?council$|\b(?:borough|city|county|district) council$/i,
  },
  {
    kind: "Regulatory",
    words: /\b(?:planning|licensing|regulatory|audit|standards|appeals?|pensions?|employment)\b/i,
  },
];

function kindOf(name: string): BodyKind {
  return kinds.find(({ words }) => words.test(name))?.kind ?? "Board";
}

const unweighed = new Set(["and", "of", "the", "for", "in", "on", "with", "to", "a"]);

/** `PC` for “Planning Committee”; `CABINET` for a name of one word; a number behind one that is taken. */
function initialsOf(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !unweighed.has(word.toLowerCase()));
  const [only = "BODY"] = words;
  const plain = (text: string) =>
    text
      .normalize("NFKD")
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, "") || "BODY";
  const base = words.length > 1 ? plain(words.map((word) => word[0]).join("")) : plain(only).slice(0, 8);
  let key = base;
  for (let again = 2; taken.has(key); again += 1) key = `${base}${again}`;
  return key;
}
