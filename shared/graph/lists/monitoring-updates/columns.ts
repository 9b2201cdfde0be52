import { declareList } from "../list-declaration.ts";

/** Key: recommendation and meeting, `WG/HOME-ADAPTATIONS/R1/OSCS-2026-12-08`. */
export const monitoringUpdatesList = declareList({
  name: "MonitoringUpdates",
  description: "What committees were told of each recommendation, meeting by meeting.",
  columns: {
    RecommendationKey: { type: "text", required: true, indexed: true },
    MeetingKey: { type: "text", required: true, indexed: true },
    Progress: { type: "note" },
    Outcome: { type: "note" },
  },
});
