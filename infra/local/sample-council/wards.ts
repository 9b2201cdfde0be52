import type { Ward } from "../../../shared/rules/people/portfolio.ts";

/** The wards of the borough by the town that people know them by. */
const wardsByTown: Readonly<Record<string, readonly string[]>> = {
  Southport: ["Ainsdale", "Birkdale", "Cambridge", "Duke's", "Kew", "Meols", "Norwood"],
  Formby: ["Harington", "Ravenmeols"],
  Crosby: ["Blundellsands", "Church", "Manor", "Victoria"],
  Bootle: ["Derby", "Ford", "Linacre", "Litherland", "Netherton and Orrell", "St Oswald"],
  Maghull: ["Molyneux", "Park", "Sudell"],
};

/** The Wards list: each ward with its town. */
export const sampleWardList: readonly Ward[] = Object.entries(wardsByTown)
  .flatMap(([town, names]) =>
    names.map((name) => ({
      key: name
        .toUpperCase()
        .replace(/'/g, "")
        .replace(/[^A-Z]+/g, "-"),
      name,
      town,
      aliases: name === "Duke's" ? [{ name: "Dukes" }] : [],
    })),
  )
  .sort((a, b) => a.name.localeCompare(b.name));

/** The names of the wards, in the order of the alphabet. */
export const sampleWards: readonly string[] = sampleWardList.map(({ name }) => name);
