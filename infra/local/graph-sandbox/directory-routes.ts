import { type DirectoryUser, demandPermission } from "./access.ts";
import { type Condition, holds, parseFilter } from "./filter.ts";
import { badRequest, GraphError, notFound } from "./graph-error.ts";
import type { JsonObject } from "./json.ts";
import { linkTo, readOptions, selected } from "./query-options.ts";
import type { Routes } from "./route-table.ts";

const PAGE = 100;
const MOST_A_PAGE = 999;
const READ_ME = ["User.Read", "User.ReadWrite", "User.ReadBasic.All", "User.Read.All", "Directory.Read.All"];
const READ_OTHERS = ["User.ReadBasic.All", "User.Read.All", "Directory.Read.All"];
const COMPARABLE = ["id", "displayName", "userPrincipalName", "mail"];

/** The signed-in person and the directory's users, with the properties Graph gives by default. */
export const directoryRoutes: Routes = {
  "GET me": (request) => {
    const { caller } = request;
    if (caller.kind === "app") {
      throw new GraphError(400, "BadRequest", "/me is valid with a person's token only.");
    }
    demandPermission(caller, READ_ME);
    const { select } = readOptions(request.query, ["$select"]);
    return { status: 200, body: selected(userBody(userNamed(caller.oid, request.users)), select) };
  },

  "GET users": (request) => {
    demandPermission(request.caller, READ_OTHERS);
    const options = readOptions(request.query, ["$select", "$filter", "$top", "$skiptoken"]);
    const filter = options.filter === undefined ? undefined : parseFilter(options.filter);
    const size = Math.min(options.top ?? PAGE, MOST_A_PAGE);
    const found = request.users
      .map(userBody)
      .filter((user) => !filter || holds(filter, (condition) => compares(condition, user)));
    const start =
      options.skipToken === undefined ? 0 : found.findIndex((user) => user.id === options.skipToken) + 1;
    const page = found.slice(start, start + size);
    const last = page.at(-1);
    return {
      status: 200,
      body: {
        value: page.map((user) => selected(user, options.select)),
        ...(last && start + size < found.length
          ? { "@odata.nextLink": linkTo(request, { $skiptoken: String(last.id) }) }
          : {}),
      },
    };
  },

  "GET users/:user": (request, parts) => {
    demandPermission(request.caller, READ_OTHERS);
    const { select } = readOptions(request.query, ["$select"]);
    return { status: 200, body: selected(userBody(userNamed(parts.user ?? "", request.users)), select) };
  },
};

function userNamed(asked: string, users: readonly DirectoryUser[]): DirectoryUser {
  const wanted = asked.toLowerCase();
  const user = users.find(
    (one) => one.oid.toLowerCase() === wanted || one.userPrincipalName.toLowerCase() === wanted,
  );
  if (!user) throw new GraphError(404, "Request_ResourceNotFound", notFound(`The user ${asked}`).message);
  return user;
}

function userBody(user: DirectoryUser): JsonObject {
  const space = user.name.lastIndexOf(" ");
  return {
    businessPhones: [],
    displayName: user.name,
    givenName: space < 0 ? null : user.name.slice(0, space),
    jobTitle: user.jobTitle ?? null,
    mail: user.mail ?? null,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: "en-GB",
    surname: space < 0 ? user.name : user.name.slice(space + 1),
    userPrincipalName: user.userPrincipalName,
    id: user.oid,
  };
}

function compares(condition: Condition, user: JsonObject): boolean {
  if (condition.inFields || !COMPARABLE.includes(condition.field)) {
    throw badRequest(`Users cannot be filtered by ${condition.field} here.`);
  }
  const held = String(user[condition.field] ?? "").toLowerCase();
  const value = String(condition.value ?? "").toLowerCase();
  if (condition.operator === "eq") return held === value;
  if (condition.operator === "startswith") return held.startsWith(value);
  throw badRequest(`Users cannot be filtered with ${condition.operator} here.`);
}
