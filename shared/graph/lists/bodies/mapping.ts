import type { Body } from "../../../rules/meetings/meeting.ts";
import { held, joinDatedNames, joinTexts, splitDatedNames, splitTexts } from "../list-declaration.ts";
import type { ListMapping } from "../list-mapping.ts";
import { bodiesList } from "./columns.ts";

export const bodies: ListMapping<Body, (typeof bodiesList)["columns"]> = {
  list: bodiesList,
  read: (row) => ({
    key: row.Key,
    name: row.BodyName,
    aliases: splitTexts(row.Aliases),
    kind: row.BodyKind,
    callInApplies: row.CallInApplies ?? false,
    ...(row.FormerNames !== undefined ? { formerNames: splitDatedNames(row.FormerNames) } : {}),
  }),
  write: (body) => ({
    Key: body.key,
    BodyName: body.name,
    BodyKind: body.kind,
    CallInApplies: body.callInApplies,
    ...held({ Aliases: joinTexts(body.aliases), FormerNames: joinDatedNames(body.formerNames) }),
  }),
};
