/**
 * The wards of Sefton and the towns that people name instead (wards as they stood from 2004 to 2026). A council’s own data: another council lists
 * its own towns here. Wards that a plan names are learned from the plan and need no line.
 */
export const townWards: Readonly<Record<string, readonly string[]>> = {
  Bootle: ["Derby", "Linacre", "Litherland", "Netherton and Orrell", "St Oswald"],
  Crosby: ["Blundellsands", "Church", "Manor", "Victoria"],
  Formby: ["Harington", "Ravenmeols"],
  Maghull: ["Molyneux", "Park", "Sudell"],
  Southport: ["Ainsdale", "Birkdale", "Cambridge", "Duke's", "Kew", "Meols", "Norwood"],
};

/** Every ward named above, and those that belong to no town in the list. */
export const knownWards: readonly string[] = [...new Set([...Object.values(townWards).flat(), "Ford"])];

/** Ward names that are everyday words: meant only where the question says “ward”, or points at a place with them. */
export const everydayWards: ReadonlySet<string> = new Set([
  "church",
  "park",
  "manor",
  "ford",
  "victoria",
  "cambridge",
  "derby",
]);
