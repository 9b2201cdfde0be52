import { declareList } from "../list-declaration.ts";

/** Key: the portfolio's name as a key, `REGULATORY-COMPLIANCE`; a new holder is a new row with its own days. */
export const portfoliosList = declareList({
  name: "Portfolios",
  description: "Policy areas with the councillor who holds each, and the names they have had.",
  columns: {
    PortfolioName: { type: "text", required: true },
    Aliases: { type: "note" },
    HolderKey: { type: "text" },
    HeldFrom: { type: "text" },
    HeldTo: { type: "text" },
    ScrutinyBodyKey: { type: "text" },
  },
});
