import type { Portfolio } from "../../../rules/people/portfolio.ts";
import { held, joinDatedNames, readDay, splitDatedNames } from "../list-declaration.ts";
import type { ListMapping } from "../list-mapping.ts";
import { portfoliosList } from "./columns.ts";

export const portfolios: ListMapping<Portfolio, (typeof portfoliosList)["columns"]> = {
  list: portfoliosList,
  read: (row) => ({
    key: row.Key,
    name: row.PortfolioName,
    aliases: splitDatedNames(row.Aliases),
    ...held({
      holder: row.HolderKey,
      from: readDay(row.HeldFrom),
      to: readDay(row.HeldTo),
      scrutinyBody: row.ScrutinyBodyKey,
    }),
  }),
  write: (portfolio) => ({
    Key: portfolio.key,
    PortfolioName: portfolio.name,
    ...held({
      Aliases: joinDatedNames(portfolio.aliases),
      HolderKey: portfolio.holder,
      HeldFrom: portfolio.from,
      HeldTo: portfolio.to,
      ScrutinyBodyKey: portfolio.scrutinyBody,
    }),
  }),
};
