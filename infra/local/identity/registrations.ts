/**
 * What the issuer knows: the applications registered in the tenant and the people in its directory.
 * The words are Entra's (client id, app role, scope); the values come from whoever starts the issuer.
 */

/** An application registration. One client id may appear once per kind, when one registration plays two parts. */
export interface Client {
  readonly clientId: string;
  /** Confidential clients have one; a single-page application has none. */
  readonly secret?: string;
  /** `api`: our service, exchanges tokens and acts as itself. `spa`: pages in a browser. `bot`: the Teams bot. */
  readonly kind: "api" | "spa" | "bot";
  /** Where an authorisation answer may be sent, compared as exact text. */
  readonly redirectUris?: readonly string[];
}

/** A person who can sign in. */
export interface IssuerUser {
  /** The Entra object id, a GUID. */
  readonly oid: string;
  readonly name: string;
  readonly userPrincipalName: string;
  /** App roles assigned to the person for our API. */
  readonly roles: readonly string[];
}

/** People given as a list, or as a question asked each time (they may live in the records). */
export type IssuerUsers =
  | readonly IssuerUser[]
  | (() => readonly IssuerUser[] | Promise<readonly IssuerUser[]>);

/** Lookups over the registrations of one tenant. */
export interface Registrations {
  readonly tenantId: string;
  readonly graphAppRoles: readonly string[];
  readonly graphScopes: readonly string[];
  /** The registration of that id playing that part, if there is one. */
  client(clientId: string, kind?: Client["kind"]): Client | undefined;
  /** The registration a scope such as `api://…/access_as_user` belongs to, if it is one of ours. */
  apiOfScope(scope: string): Client | undefined;
  userByOid(oid: string): Promise<IssuerUser | undefined>;
  /** By object id or user principal name, ignoring case, as a sign-in hint is read. */
  userByHint(hint: string): Promise<IssuerUser | undefined>;
  users(): Promise<readonly IssuerUser[]>;
  /** True when a page at that origin belongs to a registered single-page application. */
  isPageOrigin(origin: string): boolean;
}

/** The only scope our API exposes. */
export const API_SCOPE = "access_as_user";

/** Builds the lookups. `graphScopes` are the delegated Graph permissions the tenant has consented to. */
export function registrationsOf(given: {
  tenantId: string;
  clients: readonly Client[];
  users: IssuerUsers;
  graphAppRoles: readonly string[];
  graphScopes: readonly string[];
}): Registrations {
  const same = (left: string, right: string) => left.toLowerCase() === right.toLowerCase();
  const users = async () => (typeof given.users === "function" ? await given.users() : given.users);
  const pageOrigins = new Set(
    given.clients
      .filter((client) => client.kind === "spa")
      .flatMap((client) => client.redirectUris ?? [])
      .map((uri) => new URL(uri).origin),
  );
  return {
    tenantId: given.tenantId,
    graphAppRoles: given.graphAppRoles,
    graphScopes: given.graphScopes,
    client: (clientId, kind) =>
      given.clients.find(
        (client) => same(client.clientId, clientId) && (kind === undefined || client.kind === kind),
      ),
    apiOfScope: (scope) => {
      const separator = scope.lastIndexOf("/");
      const name = scope.slice(separator + 1);
      if (name !== API_SCOPE && name !== ".default") return undefined;
      // api://{client id}, api://{host}/{client id} (a Teams tab's form) or the bare client id.
      const resource = scope.slice(0, separator).replace(/^api:\/\//, "");
      const id = resource.slice(resource.lastIndexOf("/") + 1);
      return given.clients.find((client) => client.kind === "api" && same(client.clientId, id));
    },
    users,
    userByOid: async (oid) => (await users()).find((user) => same(user.oid, oid)),
    userByHint: async (hint) =>
      (await users()).find((user) => same(user.userPrincipalName, hint) || same(user.oid, hint)),
    isPageOrigin: (origin) => pageOrigins.has(origin),
  };
}
