import { badRequest } from "./graph-error.ts";

/** The zone a site keeps; it decides where a date without a time begins. */
export type SiteZone = "Europe/London" | "UTC";

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A date column's value as SharePoint keeps it: UTC, whole seconds. A date-only column keeps midnight of the
 * site's own day, so in British Summer Time 1 July reads back as 30 June 23:00Z.
 *
 * @throws GraphError 400 when the text is not an instant with its zone, nor a plain day.
 */
export function storedInstant(text: string, kind: "dateOnly" | "dateTime", zone: SiteZone): string {
  if (!INSTANT.test(text) && !DAY.test(text)) {
    throw badRequest(`“${text}” is not a date and time with a zone, such as 2026-12-08T10:00:00Z.`);
  }
  const instant = new Date(DAY.test(text) ? `${text}T00:00:00Z` : text);
  if (Number.isNaN(instant.getTime()) || (DAY.test(text) && instant.toISOString().slice(0, 10) !== text)) {
    throw badRequest(`“${text}” is not in the calendar.`);
  }
  const kept = kind === "dateOnly" ? midnight(instant, zone) : instant;
  return `${kept.toISOString().slice(0, 19)}Z`;
}

/** The start of the site's day in which the instant falls. */
function midnight(instant: Date, zone: SiteZone): Date {
  const day = new Date(instant.getTime() + offset(instant, zone)).toISOString().slice(0, 10);
  const start = new Date(`${day}T00:00:00Z`);
  return new Date(start.getTime() - offset(start, zone));
}

/** Milliseconds that the zone is ahead of UTC at that instant. */
function offset(instant: Date, zone: SiteZone): number {
  if (zone === "UTC") return 0;
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    hour: "numeric",
    day: "numeric",
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const hours = part("hour") - instant.getUTCHours() + (part("day") === instant.getUTCDate() ? 0 : 24);
  return hours * 3_600_000;
}
