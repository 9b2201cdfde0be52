const person = String.raw`(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev(?:erend)?|Sir|Dame|Lady|Councillor|Cllr)\.?\s+\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,3}`;
const house = String.raw`(?:(?:Flat|Apartment|Unit)\s+\w{1,4},?\s+)?(?:\d{1,4}[A-Za-z]?,?\s+)?(?:\p{Lu}[\p{L}'’-]*\s*){1,4}`;
const postcode = String.raw`[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}`;
/** “Mr S Pike, 17 Orchard Close, Eastmere EM2 7QX”: a person, a house and a postcode. */
const afterName = new RegExp(
  String.raw`(?<name>${person})(?<parting>,?\s+(?:of|at|living at|resident at)\s+|,\s+)${house}(?:,\s*(?:\p{Lu}[\p{L}'’-]*\s*){1,4}){0,3},?\s*\(?${postcode}\)?`,
  "gu",
);
/** “14 Hollow Way, Northmoor NM4 2BB (home)”, “Home address: …”. */
const calledHome = new RegExp(
  String.raw`(?:\d{1,4}[A-Za-z]?\s+[^.;\n]{3,80}?${postcode}\s*\((?:home|private)(?: address)?\)|\b[Hh]ome address\s*:?\s*[^.;\n]{3,120}?${postcode})`,
  "gu",
);

/** What stands in place of an address that was left out. */
export const addressLeftOut = "[address left out]";

/**
 * A text without the home addresses of persons. Addresses of sites and offices stay: they belong to no named person.
 * @returns the text, and how many addresses it held.
 */
export function withoutHomeAddresses(text: string): { readonly text: string; readonly count: number } {
  if (!/[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}/.test(text)) return { text, count: 0 };
  let count = 0;
  const plain = text
    .replace(afterName, (_, name: string, parting: string) => {
      count += 1;
      return `${name}${parting}${addressLeftOut}`;
    })
    .replace(calledHome, () => {
      count += 1;
      return addressLeftOut;
    });
  return { text: plain, count };
}
