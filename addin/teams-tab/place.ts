/** The pages of the tab, in the order of the navigation. */
export const pages = ["plan", "meetings", "deadlines", "deliveries", "calendar"] as const;
export type PageName = (typeof pages)[number];

/** What is open in the tab. */
export interface Place {
  readonly page: PageName;
  /** The key of an item of the plan whose details are open. */
  readonly item?: string;
  /** The key of a meeting whose details are open. */
  readonly meeting?: string;
}

/**
 * Where a link leads: `?item=KEY`, `?meeting=KEY` or `?page=NAME` in the address, or the same in a Teams deep link’s
 * sub-page: `KEY` of an item, `meeting:KEY`, `page:NAME`. What is not understood leads to the plan.
 *
 * @param search The query of the page’s address.
 * @param subPage What Teams hands on.
 */
export function readPlace(search: string, subPage?: string): Place {
  const query = new URLSearchParams(search);
  const [, kind = "item", key = ""] = /^(?:(item|meeting|page):)?(.+)$/s.exec(subPage?.trim() ?? "") ?? [];
  const wanted = (name: string): string | undefined =>
    (kind === name && key !== "" ? key : query.get(name)) || undefined;
  const item = wanted("item");
  if (item !== undefined) return { page: "plan", item };
  const meeting = wanted("meeting");
  if (meeting !== undefined) return { page: "meetings", meeting };
  return { page: pages.find((page) => page === wanted("page")) ?? "plan" };
}
