import type { Ward } from "../../../rules/people/portfolio.ts";
import { held, joinDatedNames, splitDatedNames } from "../list-declaration.ts";
import type { ListMapping } from "../list-mapping.ts";
import { wardsList } from "./columns.ts";

export const wards: ListMapping<Ward, (typeof wardsList)["columns"]> = {
  list: wardsList,
  read: (row) => ({
    key: row.Key,
    name: row.WardName,
    aliases: splitDatedNames(row.Aliases),
    ...held({ town: row.Town }),
  }),
  write: (ward) => ({
    Key: ward.key,
    WardName: ward.name,
    ...held({ Town: ward.town, Aliases: joinDatedNames(ward.aliases) }),
  }),
};
