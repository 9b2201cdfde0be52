import { accessDenied } from "./graph-error.ts";

/** Somebody in the directory. The same objects serve the local issuer. */
export interface DirectoryUser {
  readonly oid: string;
  readonly name: string;
  readonly userPrincipalName: string;
  readonly mail?: string;
  readonly jobTitle?: string;
  /** Ids of the groups the person is in, for restricted lists and libraries. */
  readonly groups?: readonly string[];
}

export type DirectoryUsers =
  | readonly DirectoryUser[]
  | (() => readonly DirectoryUser[] | Promise<readonly DirectoryUser[]>);

/** Who a verified Graph token speaks for. */
export type VerifiedToken =
  | { readonly kind: "app"; readonly appId: string; readonly roles: readonly string[] }
  | {
      readonly kind: "user";
      readonly appId: string;
      readonly oid: string;
      readonly name: string;
      readonly userPrincipalName: string;
      readonly scopes: readonly string[];
    };

/** A caller, with the groups a person is in. */
export type Caller = VerifiedToken & { readonly groups: readonly string[] };

export type Right = "none" | "read" | "write";

/** What the site lets people and applications do, beyond what their tokens say. */
export interface SiteAccess {
  /** A person's rights on every list and library that is not restricted. */
  readonly people: { readonly lists: Right; readonly libraries: Right };
  /** Lists or libraries, by display name, that only these people or groups (ids) may use. */
  readonly restricted: readonly {
    readonly list: string;
    readonly readers: readonly string[];
    readonly writers?: readonly string[];
  }[];
  /** Grants to applications whose token carries Sites.Selected, by client id. */
  readonly selected: Readonly<Record<string, "read" | "write" | "fullcontrol">>;
}

/** People read lists and write in libraries; the service writes lists. Nothing is restricted. */
export const DEFAULT_ACCESS: SiteAccess = {
  people: { lists: "read", libraries: "write" },
  restricted: [],
  selected: {},
};

type Deed = "read" | "write" | "manage";

const SITE_PERMISSIONS: Readonly<Record<Deed, readonly string[]>> = {
  read: ["Sites.Read.All", "Sites.ReadWrite.All", "Sites.Manage.All", "Sites.FullControl.All"],
  write: ["Sites.ReadWrite.All", "Sites.Manage.All", "Sites.FullControl.All"],
  manage: ["Sites.Manage.All", "Sites.FullControl.All"],
};
const FILE_PERMISSIONS: Readonly<Record<Deed, readonly string[]>> = {
  read: ["Files.Read.All", "Files.ReadWrite.All", ...SITE_PERMISSIONS.read],
  write: ["Files.ReadWrite.All", ...SITE_PERMISSIONS.write],
  manage: SITE_PERMISSIONS.manage,
};
const SELECTED_DEEDS = {
  read: ["read"],
  write: ["read", "write"],
  fullcontrol: ["read", "write", "manage"],
} as const satisfies Record<string, readonly Deed[]>;

/** A list or library as far as rights go; undefined stands for the site as a whole. */
export interface Guarded {
  readonly displayName: string;
  readonly isLibrary: boolean;
}

/** May the caller do it? A person needs the scope and the site's own consent; an application needs a role. */
export function mayDo(caller: Caller, deed: Deed, thing: Guarded | undefined, access: SiteAccess): boolean {
  const permissions = thing?.isLibrary ? FILE_PERMISSIONS[deed] : SITE_PERMISSIONS[deed];
  if (caller.kind === "app") {
    if (caller.roles.some((role) => permissions.includes(role))) return true;
    const grant = caller.roles.includes("Sites.Selected") ? access.selected[caller.appId] : undefined;
    return grant !== undefined && (SELECTED_DEEDS[grant] as readonly Deed[]).includes(deed);
  }
  if (!caller.scopes.some((scope) => permissions.includes(scope))) return false;
  if (!thing) return deed === "read";
  if (deed === "manage") return false;
  return (
    rightOf(caller, thing, access) === "write" ||
    (deed === "read" && rightOf(caller, thing, access) === "read")
  );
}

/** @throws GraphError 403 accessDenied. */
export function demand(caller: Caller, deed: Deed, thing: Guarded | undefined, access: SiteAccess): void {
  if (mayDo(caller, deed, thing, access)) return;
  const where = thing ? `“${thing.displayName}”` : "this site";
  throw accessDenied(`The caller does not have the right to ${deed} ${where}.`);
}

/** @throws GraphError 403 when the token carries none of the permissions. */
export function demandPermission(caller: Caller, permissions: readonly string[]): void {
  const held = caller.kind === "app" ? caller.roles : caller.scopes;
  if (!held.some((permission) => permissions.includes(permission))) {
    throw accessDenied(`The token needs one of ${permissions.join(", ")}.`);
  }
}

function rightOf(caller: Caller & { kind: "user" }, thing: Guarded, access: SiteAccess): Right {
  const restriction = access.restricted.find((one) => sameName(one.list, thing.displayName));
  if (!restriction) return thing.isLibrary ? access.people.libraries : access.people.lists;
  const names = [caller.oid, ...caller.groups];
  if (restriction.writers?.some((id) => names.includes(id))) return "write";
  return restriction.readers.some((id) => names.includes(id)) ? "read" : "none";
}

function sameName(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
