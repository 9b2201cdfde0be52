import {
  type Issuer,
  type IssuerOptions,
  type IssuerUser,
  startIssuer,
} from "../../infra/local/identity/issuer.ts";

/** Ids of a tenant that exists only in tests. */
export const TENANT_ID = "6f1d3c5a-2b84-4c39-9d0e-7a51c8f2b6e4";
export const API_CLIENT = {
  clientId: "b2d5a8c1-4f60-4e7b-8a93-1c6e0d9f5b37",
  secret: "the api's secret",
  kind: "api",
} as const;
export const BOT_CLIENT = {
  clientId: "d81f6e2a-9c47-4b05-a3e8-5f0b7c4d1962",
  secret: "the bot's secret",
  kind: "bot",
} as const;
export const PAGE_CLIENT = {
  clientId: "0c9e7b34-6d12-4a8f-b5c0-e2f8a1d73946",
  kind: "spa",
  redirectUris: ["http://localhost:3978/task-pane/signed-in.html"],
} as const;

export const OFFICER: IssuerUser = {
  oid: "3a7c1e90-5b2d-4f68-8e14-9d0b6c2a7f51",
  name: "Priya Shah",
  userPrincipalName: "priya.shah@council.example",
  roles: ["CommitteeOfficer"],
};
export const AUTHOR: IssuerUser = {
  oid: "e4b80d27-1f96-4c3a-a7d5-60c2f9e8b134",
  name: "Tom O'Brien",
  userPrincipalName: "tom.obrien@council.example",
  roles: ["ReportAuthor"],
};

/** The application permissions the service has in production. */
export const SERVICE_ROLES = ["Sites.Manage.All", "User.Read.All"] as const;

export function startTestIssuer(
  tls: { cert: string; key: string },
  more: Partial<IssuerOptions> = {},
): Promise<Issuer> {
  return startIssuer({
    port: 0,
    tls,
    tenantId: TENANT_ID,
    clients: [API_CLIENT, BOT_CLIENT, PAGE_CLIENT],
    users: [OFFICER, AUTHOR],
    graphAppRoles: SERVICE_ROLES,
    ...more,
  });
}
