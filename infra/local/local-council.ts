/** Who and what the local platform is: one tenant, one site, a few people. Ids are made up and mean nothing else. */
export const localCouncil = {
  name: "Sefton Council (sample)",
  tenantId: "5e7f0a1c-3d2b-4c68-9a40-1b8d6f2e7c03",
  siteHost: "council.sharepoint.example",
  sitePath: "/sites/democratic-services",
  apiClientId: "8c1d7e52-6a0f-4b39-8e27-4f5a9d3b6c11",
  apiClientSecret: "the local API’s secret",
  paneClientId: "2f9b4c83-1e75-4d0a-b6c8-7a3e5d1f8b22",
  botAppId: "a4e6d2f0-9b18-4c57-8d3e-6c0f2b7a5e33",
  botAppSecret: "the local bot’s secret",
  channels: { members: "General", officers: "Officers" },
} as const;

export interface LocalPerson {
  readonly oid: string;
  readonly name: string;
  readonly userPrincipalName: string;
  /** App roles. */
  readonly roles: string[];
  /** Id in the Playground’s configuration. */
  readonly playgroundId: string;
  /** The 13-digit tail of the id that the Playground gives the person. */
  readonly playgroundTail: string;
}

function person(number: number, name: string, roles: string[]): LocalPerson {
  const short = name.toLowerCase().replace(/[^a-z]+/g, ".");
  return {
    oid: `00000000-0000-4000-8000-0000000000${String(number).padStart(2, "0")}`,
    name,
    userPrincipalName: `${short}@council.example`,
    roles,
    playgroundId: `person-${number}`,
    playgroundTail: String(number).padStart(13, "0"),
  };
}

/** The people who can be chosen locally; roles or plainly fictional names. */
export const localPeople = {
  councillor: person(20, "Councillor Ada Whitfield", []),
  author: person(21, "Strategic Support Officer", ["ReportAuthor"]),
  officer: person(22, "Committee Officer", ["CommitteeOfficer"]),
  financeOfficer: person(23, "Finance Officer", ["ReportAuthor"]),
  scrutinyChair: person(24, "Councillor Basil Thornley", []),
  legalOfficer: person(25, "Legal Officer", ["ReportAuthor"]),
} as const satisfies Record<string, LocalPerson>;
