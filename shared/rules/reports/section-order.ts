/** What the order of a report's sections turns on. */
export interface OrderedSection {
  readonly key: string;
  /** Level of its heading, 1 to 3. */
  readonly level: number;
}

/**
 * The sections' keys in order once a section, with the deeper sections below it, has moved past its neighbour of
 * the same level. It never leaves the section that it stands under.
 * @returns null when there is nothing to move past, or no such section.
 */
export function movedSections(
  sections: readonly OrderedSection[],
  key: string,
  direction: "up" | "down",
): string[] | null {
  const start = sections.findIndex((section) => section.key === key);
  const section = sections[start];
  if (!section) return null;
  const end = endOfBranch(sections, start);
  const [from, middle, to] =
    direction === "up" ? [startBefore(sections, start), start, end] : [start, end, endAfter(sections, start)];
  if (from === null || to === null) return null;
  const keys = sections.map((one) => one.key);
  return [...keys.slice(0, from), ...keys.slice(middle, to), ...keys.slice(from, middle), ...keys.slice(to)];
}

/** The keys of a section and the deeper sections below it, in order; none for an unknown key. */
export function branchOf(sections: readonly OrderedSection[], key: string): string[] {
  const start = sections.findIndex((section) => section.key === key);
  return start < 0 ? [] : sections.slice(start, endOfBranch(sections, start)).map((one) => one.key);
}

function endOfBranch(sections: readonly OrderedSection[], start: number): number {
  const level = sections[start]?.level ?? 0;
  let end = start + 1;
  while (end < sections.length && (sections[end]?.level ?? 0) > level) end++;
  return end;
}

function startBefore(sections: readonly OrderedSection[], start: number): number | null {
  const level = sections[start]?.level ?? 0;
  let before = start - 1;
  while (before > 0 && (sections[before]?.level ?? 0) > level) before--;
  const found = sections[before];
  return found && found.level >= level ? before : null;
}

function endAfter(sections: readonly OrderedSection[], start: number): number | null {
  const next = endOfBranch(sections, start);
  const found = sections[next];
  return found && found.level >= (sections[start]?.level ?? 0) ? endOfBranch(sections, next) : null;
}
