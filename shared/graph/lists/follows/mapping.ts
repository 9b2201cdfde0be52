import type { Follow } from "../../../rules/people/following.ts";
import { held } from "../list-declaration.ts";
import type { ListMapping } from "../list-mapping.ts";
import { followsList } from "./columns.ts";

export const follows: ListMapping<Follow, (typeof followsList)["columns"]> = {
  list: followsList,
  read: (row) => ({
    key: row.Key,
    person: row.PersonId,
    topic: row.Topic ?? "",
    kind: row.FollowKind,
    muted: row.Muted ?? false,
    since: row.Since,
  }),
  write: (follow) => ({
    Key: follow.key,
    PersonId: follow.person,
    FollowKind: follow.kind,
    Muted: follow.muted,
    Since: follow.since,
    ...held({ Topic: follow.topic }),
  }),
};
