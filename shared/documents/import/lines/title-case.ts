/** “HEALTH AND CARE BOARD” as “Health and Care Board”; a name that has small letters stays as printed. */
export function inTitleCase(name: string): string {
  if (/\p{Ll}/u.test(name)) return name;
  return name
    .toLowerCase()
    .replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/(?<=.)\b(?:And|Of|The|For|In|On|With|To)\b/g, (word) => word.toLowerCase());
}
