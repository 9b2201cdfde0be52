import type { IncomingMessage } from "node:http";
import { type LocalPerson, localPeople } from "../local-council.ts";

/** The people that one may be here, and what each comes for. */
export const peopleToBe = {
  author: "Writes Cabinet Member reports and covering reports in Word.",
  officer: "Sees every report, every deadline, and what was posted where.",
  councillor: "Asks the plan, reads agendas, follows a ward.",
  financeOfficer: "Writes reports, and is consulted on those of others.",
} as const satisfies Partial<Record<keyof typeof localPeople, string>>;

export type Who = keyof typeof peopleToBe;

const isWho = (text: string | null | undefined): text is Who =>
  text !== null && text !== undefined && Object.hasOwn(peopleToBe, text);

/** The cookie in which the choice is kept. */
const cookieName = "clear-days-who";

/**
 * Who opens a page: as the address says (`?as=officer`), else as chosen before, else the author.
 * @returns with the header that keeps a new choice, empty when there is none.
 */
export function whoAsks(request: IncomingMessage): {
  readonly who: Who;
  readonly headers: Readonly<Record<string, string>>;
} {
  const chosen = new URL(request.url ?? "/", "http://localhost").searchParams.get("as");
  if (isWho(chosen))
    return {
      who: chosen,
      headers: {
        "set-cookie": `${cookieName}=${chosen}; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000`,
      },
    };
  const kept = (request.headers.cookie ?? "")
    .split(/;\s*/)
    .find((pair) => pair.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1);
  return { who: isWho(kept) ? kept : "author", headers: {} };
}

export function personOf(who: Who): LocalPerson {
  return localPeople[who];
}
