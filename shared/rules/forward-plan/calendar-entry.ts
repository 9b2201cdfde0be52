import type { PublishedEdition, PublishedItem } from "../../contracts/answer.ts";
import { addDays } from "../dates/calendar-arithmetic.ts";

/**
 * An item's expected decisions as a calendar file (RFC 5545): whole days, one entry for each decision maker, from
 * published facts only. A day, not an hour: the plan publishes no times, and its dates are expected ones.
 * @param host the service's host name, for the ids of the entries.
 */
export function calendarEntry(item: PublishedItem, edition: PublishedEdition, host: string): string {
  const stamp = `${edition.publishedOn.replaceAll("-", "")}T000000Z`;
  const entries = item.decisions.flatMap(({ decisionMaker, from, to }, place) => [
    "BEGIN:VEVENT",
    `UID:${textValue(item.key).replace(/\s+/g, "-")}-${place + 1}@${host}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${from.replaceAll("-", "")}`,
    `DTEND;VALUE=DATE:${addDays(to, 1).replaceAll("-", "")}`,
    `SUMMARY:${textValue(`${decisionMaker}: ${item.title}`)}`,
    `DESCRIPTION:${textValue(`Expected decision, from the Forward Plan published ${edition.publishedOn}. The date may change.`)}`,
    "STATUS:TENTATIVE",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Clear Days//Forward Plan//EN",
    ...entries,
    "END:VCALENDAR",
  ];
  return `${lines.flatMap(folded).join("\r\n")}\r\n`;
}

/** Text as RFC 5545 section 3.3.11 writes it. */
function textValue(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** Lines of at most 75 octets, carried on after a space (section 3.1). */
function folded(line: string): string[] {
  const lines: string[] = [];
  let current = "";
  let octets = 0;
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (octets + size > 75) {
      lines.push(current);
      current = " ";
      octets = 1;
    }
    current += letter;
    octets += size;
  }
  return [...lines, current];
}
