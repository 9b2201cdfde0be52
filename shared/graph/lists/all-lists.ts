import { agendaItemsList } from "./agenda-items/columns.ts";
import { auditLogList } from "./audit-log/columns.ts";
import { bodiesList } from "./bodies/columns.ts";
import { forwardPlanItemsList } from "./forward-plan-items/columns.ts";
import { forwardPlansList } from "./forward-plans/columns.ts";
import type { ListDeclaration } from "./list-declaration.ts";
import { meetingsList } from "./meetings/columns.ts";
import { peopleList } from "./people/columns.ts";
import { reportSectionsList } from "./report-sections/columns.ts";
import { reportTablesList } from "./report-tables/columns.ts";
import { reportsList } from "./reports/columns.ts";
import { standardSectionsList } from "./standard-sections/columns.ts";

/** Every list of the site, in the order they are provisioned. */
export const allLists: readonly ListDeclaration[] = [
  bodiesList,
  peopleList,
  meetingsList,
  agendaItemsList,
  reportsList,
  reportSectionsList,
  reportTablesList,
  standardSectionsList,
  forwardPlansList,
  forwardPlanItemsList,
  auditLogList,
];
