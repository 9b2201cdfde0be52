import type { Caller } from "./access.ts";
import { type JsonObject, withoutAbsent } from "./json.ts";
import type { Store } from "./store.ts";

/** The site's own numbering of whoever has written in it, as SharePoint's User Information List keeps it. */
export interface SitePeople {
  /**
   * The caller's number, given the first time the caller writes. Not kept in memory: the write that gave it
   * may yet be undone.
   */
  numberOf(caller: Caller): number;
  /** createdBy or lastModifiedBy: an identity set. */
  identitySet(number: number): JsonObject;
}

interface PersonRow {
  id: number;
  kind: string;
  principal: string;
  name: string;
  mail: string;
}

export function openSitePeople(store: Store): SitePeople {
  const find = store.prepare<PersonRow>("SELECT * FROM site_people WHERE identity = ?");
  const byId = store.prepare<PersonRow>("SELECT * FROM site_people WHERE id = ?");
  const insert = store.prepare(
    "INSERT INTO site_people (identity, kind, principal, name, mail) VALUES (?, ?, ?, ?, ?)",
  );
  const identitySets = new Map<number, JsonObject>();
  return {
    numberOf: (caller) => {
      const principal = caller.kind === "app" ? caller.appId : caller.oid;
      const identity = `${caller.kind} ${principal}`;
      let row = find.one(identity);
      if (!row) {
        const [name, mail] =
          caller.kind === "app" ? ["SharePoint App", ""] : [caller.name, caller.userPrincipalName];
        insert.run(identity, caller.kind, principal, name, mail);
        row = find.one(identity);
      }
      if (!row) throw new Error(`The site could not number ${identity}.`);
      return row.id;
    },
    identitySet: (number) => {
      let known = identitySets.get(number);
      if (!known) {
        const row = byId.one(number);
        if (!row) throw new Error(`Nobody on the site has the number ${number}.`);
        known = {
          [row.kind === "app" ? "application" : "user"]: withoutAbsent({
            id: row.principal,
            displayName: row.name,
            email: row.mail === "" ? undefined : row.mail,
          }),
        };
        identitySets.set(number, known);
      }
      return known;
    },
  };
}
