import type { PublishedEdition } from "../../../contracts/answer.ts";
import { toCalendarDate } from "../../../contracts/calendar-date.ts";
import type { ListMapping } from "../list-mapping.ts";
import { forwardPlansList } from "./columns.ts";

export const forwardPlans: ListMapping<PublishedEdition, (typeof forwardPlansList)["columns"]> = {
  list: forwardPlansList,
  read: (row) => ({
    key: row.Key,
    periodFrom: toCalendarDate(row.PeriodFrom),
    periodTo: toCalendarDate(row.PeriodTo),
    publishedOn: toCalendarDate(row.PublishedOn),
    ...(row.PublicAddress !== undefined ? { address: row.PublicAddress } : {}),
  }),
  write: (edition) => ({
    Key: edition.key,
    PeriodFrom: edition.periodFrom,
    PeriodTo: edition.periodTo,
    PublishedOn: edition.publishedOn,
    ...(edition.address !== undefined ? { PublicAddress: edition.address } : {}),
  }),
};
