import { followKinds } from "../../../rules/people/following.ts";
import { declareList } from "../list-declaration.ts";

/** Key: person and topic, `<Entra object id>/T-LINACRE`. */
export const followsList = declareList({
  name: "Follows",
  description: "What people have asked to be told of when the Forward Plan changes.",
  columns: {
    PersonId: { type: "text", required: true, indexed: true },
    Topic: { type: "text" },
    FollowKind: { type: "choice", choices: followKinds, required: true },
    Muted: { type: "boolean" },
    Since: { type: "text", required: true },
  },
});
