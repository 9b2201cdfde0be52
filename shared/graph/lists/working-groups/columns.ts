import { workingGroupStates } from "../../../rules/work-programme/work-programme.ts";
import { declareList } from "../list-declaration.ts";

/** Key: the group's title as a key, `WG/HOME-ADAPTATIONS`. */
export const workingGroupsList = declareList({
  name: "WorkingGroups",
  description: "Task-and-finish groups of members.",
  columns: {
    GroupTitle: { type: "text", required: true },
    BodyKeys: { type: "text", required: true },
    Members: { type: "note" },
    LeadMember: { type: "text", required: true },
    GroupState: { type: "choice", choices: workingGroupStates, required: true, indexed: true },
  },
});
