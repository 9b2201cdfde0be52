import type { SiteAccess } from "./access.ts";
import type { Files } from "./files.ts";
import type { Items } from "./items.ts";
import type { Lists } from "./lists.ts";
import type { SitePeople } from "./site-people.ts";
import type { Uploads } from "./uploads.ts";

/** The one site the sandbox holds, with everything in it. */
export interface Site {
  /** `host,site collection guid,web guid` */
  readonly id: string;
  readonly host: string;
  /** Server-relative, such as `/sites/democratic-services`. */
  readonly path: string;
  readonly displayName: string;
  /** `https://localhost:{port}/v1.0` */
  readonly base: string;
  readonly lists: Lists;
  readonly items: Items;
  readonly people: SitePeople;
  readonly files: Files;
  readonly uploads: Uploads;
  readonly access: SiteAccess;
  /** The list view threshold: a filter may look through this many items. */
  readonly viewThreshold: number;
  /** Items a page when the request does not say. */
  readonly pageSize: number;
  /** Lenient: lets one filter name several indexed fields. */
  readonly severalFieldsInFilter: boolean;
}
