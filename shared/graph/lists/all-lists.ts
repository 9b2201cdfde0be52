import { agendaItemsList } from "./agenda-items/columns.ts";
import { auditLogList } from "./audit-log/columns.ts";
import { bankHolidaysList } from "./bank-holidays/columns.ts";
import { bodiesList } from "./bodies/columns.ts";
import { consultationsList } from "./consultations/columns.ts";
import { deadlinesList } from "./deadlines/columns.ts";
import { decisionsList } from "./decisions/columns.ts";
import { declarationsList } from "./declarations/columns.ts";
import { followsList } from "./follows/columns.ts";
import { forwardPlanItemsList } from "./forward-plan-items/columns.ts";
import { forwardPlansList } from "./forward-plans/columns.ts";
import type { ListDeclaration } from "./list-declaration.ts";
import { meetingsList } from "./meetings/columns.ts";
import { minutesList } from "./minutes/columns.ts";
import { monitoringUpdatesList } from "./monitoring-updates/columns.ts";
import { noticesList } from "./notices/columns.ts";
import { peopleList } from "./people/columns.ts";
import { portfoliosList } from "./portfolios/columns.ts";
import { recommendationsList } from "./recommendations/columns.ts";
import { reportSectionsList } from "./report-sections/columns.ts";
import { reportTablesList } from "./report-tables/columns.ts";
import { reportsList } from "./reports/columns.ts";
import { settingsList } from "./settings/columns.ts";
import { standardSectionsList } from "./standard-sections/columns.ts";
import { wardsList } from "./wards/columns.ts";
import { workProgrammeItemsList } from "./work-programme-items/columns.ts";
import { workingGroupsList } from "./working-groups/columns.ts";

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
  portfoliosList,
  wardsList,
  consultationsList,
  minutesList,
  decisionsList,
  declarationsList,
  noticesList,
  deadlinesList,
  workProgrammeItemsList,
  workingGroupsList,
  recommendationsList,
  monitoringUpdatesList,
  settingsList,
  bankHolidaysList,
  followsList,
  auditLogList,
];
