import type { Body } from "../../../rules/meetings/meeting.ts";
import { joinTexts, splitTexts } from "../list-declaration.ts";
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
  }),
  write: (body) => ({
    Key: body.key,
    BodyName: body.name,
    BodyKind: body.kind,
    CallInApplies: body.callInApplies,
    ...(body.aliases.length > 0 ? { Aliases: joinTexts(body.aliases) } : {}),
  }),
};
