import { type PaperLine, withoutMarks } from "../lines/paper-lines.ts";
import type { ItemStart } from "./agenda-places.ts";
import { itemCells } from "./agenda-places.ts";

/** An item, or a part of one, with its lines. */
export interface ItemLines {
  readonly start: ItemStart;
  readonly lines: readonly PaperLine[];
}

const romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
const letters = [..."abcdefghijklmnopqrstuvwxyz"];
const partLabel = /^\(?(?<label>[A-Za-z]|[ivx]{1,4})[.)]\s*(?<title>.*)$/u;
const numberLabel = /^(?<item>\d{1,2})\.(?<part>\d{1,2})[.)]?\s+(?<title>\S.*)$/;
const ofPaper =
  /\bpages?\s*:?\s*\d|\s\d{1,4}\s*[-–—]\s*\d{1,4}$|\bto\s+follow\b|\breports?\s+(?:of|by|from)\b|^\d{1,4}$/i;

interface Part {
  readonly place: number;
  readonly label: string;
  readonly title: string;
}

/**
 * The parts of an item that are items of their own, “(a)” or “5.1” with a title, apart from the item they stand in.
 * What members are asked to do is a list as well, and stays the item's text.
 */
export function withParts({ start, lines }: ItemLines): ItemLines[] {
  const parts = partsOf(start, lines);
  const [first] = parts;
  if (!first || parts.length < 2 || !areItems(parts, lines)) return [{ start, lines }];
  return [
    { start, lines: lines.slice(0, first.place) },
    ...parts.map(({ place, label, title }, at) => ({
      start: {
        place: start.place + place,
        number: start.number,
        reference: `${start.reference}${label}`,
        title,
      },
      lines: lines.slice(place, parts[at + 1]?.place ?? lines.length),
    })),
  ];
}

function partsOf(start: ItemStart, lines: readonly PaperLine[]): Part[] {
  for (const order of [letters, romans]) {
    const found: Part[] = [];
    for (const [place, { text }] of lines.entries()) {
      const cells = itemCells(text);
      const groups = partLabel.exec(cells[0] ?? "")?.groups;
      if (place === 0 || groups?.["label"]?.toLowerCase() !== order[found.length]) continue;
      const title = [groups?.["title"] ?? "", ...cells.slice(1)].filter((cell) => cell !== "").join("  ");
      if (title !== "") found.push({ place, label: `(${groups?.["label"]})`, title });
    }
    if (found.length > 1) return found;
  }
  const numbered: Part[] = [];
  for (const [place, { text }] of lines.entries()) {
    const cells = itemCells(text);
    const inOne = numberLabel.exec(cells[0] ?? "")?.groups;
    const apart = /^(?<item>\d{1,2})\.(?<part>\d{1,2})$/.exec(cells[0] ?? "")?.groups;
    const groups = inOne ?? (cells.length > 1 ? apart : undefined);
    if (
      place === 0 ||
      Number(groups?.["item"]) !== start.number ||
      Number(groups?.["part"]) !== numbered.length + 1
    )
      continue;
    const title = [inOne?.["title"] ?? "", ...cells.slice(1)].filter((cell) => cell !== "").join("  ");
    numbered.push({ place, label: `.${numbered.length + 1}`, title });
  }
  return numbered;
}

/** Titles, or at least papers of their own; not the sentences of a list. */
function areItems(parts: readonly Part[], lines: readonly PaperLine[]): boolean {
  const [first] = parts;
  const before = lines
    .slice(0, first?.place ?? 0)
    .map(({ text }) => withoutMarks(text))
    .filter((text) => text !== "");
  const papers = parts.filter(({ place }, at) =>
    lines
      .slice(place, parts[at + 1]?.place ?? lines.length)
      .some(({ text }) => itemCells(text).some((cell) => ofPaper.test(cell))),
  ).length;
  const titles = parts.every(({ title }) => {
    const own = title.split("  ")[0] ?? "";
    return /^[\p{Lu}\d“"‘'£]/u.test(own) && own.length <= 120 && !/(?:[.;,]|\b(?:and|or))$/i.test(own);
  });
  return titles && (papers > 0 || !/:$/.test(before.at(-1) ?? ""));
}
