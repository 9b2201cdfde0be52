import { bodyKinds } from "../../../rules/meetings/meeting.ts";
import { declareList } from "../list-declaration.ts";

/** Key: the body's short name, `CAB`. */
export const bodiesList = declareList({
  name: "Bodies",
  description: "The bodies of the council that meet or decide.",
  columns: {
    BodyName: { type: "text", required: true },
    Aliases: { type: "note" },
    FormerNames: { type: "note" },
    BodyKind: { type: "choice", choices: bodyKinds, required: true },
    CallInApplies: { type: "boolean" },
  },
});
