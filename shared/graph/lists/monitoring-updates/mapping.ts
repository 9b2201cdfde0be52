import type { MonitoringUpdate } from "../../../rules/work-programme/work-programme.ts";
import { held } from "../list-declaration.ts";
import type { ListMapping } from "../list-mapping.ts";
import { monitoringUpdatesList } from "./columns.ts";

export const monitoringUpdates: ListMapping<MonitoringUpdate, (typeof monitoringUpdatesList)["columns"]> = {
  list: monitoringUpdatesList,
  read: (row) => ({
    key: row.Key,
    recommendationKey: row.RecommendationKey,
    meetingKey: row.MeetingKey,
    progress: row.Progress ?? "",
    ...held({ outcome: row.Outcome }),
  }),
  write: (update) => ({
    Key: update.key,
    RecommendationKey: update.recommendationKey,
    MeetingKey: update.meetingKey,
    Progress: update.progress,
    ...held({ Outcome: update.outcome }),
  }),
};
