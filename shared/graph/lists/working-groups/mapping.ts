import type { WorkingGroup } from "../../../rules/work-programme/work-programme.ts";
import { held, joinLines, joinTexts, splitLines, splitTexts } from "../list-declaration.ts";
import type { ListMapping } from "../list-mapping.ts";
import { workingGroupsList } from "./columns.ts";

export const workingGroups: ListMapping<WorkingGroup, (typeof workingGroupsList)["columns"]> = {
  list: workingGroupsList,
  read: (row) => ({
    key: row.Key,
    title: row.GroupTitle,
    bodyKeys: splitTexts(row.BodyKeys),
    members: splitLines(row.Members) ?? [],
    lead: row.LeadMember,
    state: row.GroupState,
  }),
  write: (group) => ({
    Key: group.key,
    GroupTitle: group.title,
    BodyKeys: joinTexts(group.bodyKeys),
    LeadMember: group.lead,
    GroupState: group.state,
    ...held({ Members: joinLines(group.members) }),
  }),
};
