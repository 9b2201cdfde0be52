/** A signed-in person, as the token of a request says. */
export interface Caller {
  readonly entraObjectId: string;
  readonly name: string;
  /** App roles: `ReportAuthor`, `CommitteeOfficer`. */
  readonly roles: readonly string[];
  /** The person’s token for our API, to ask Graph on their behalf. */
  readonly token: string;
}

/** Roles of our app registration. */
export const roles = { author: "ReportAuthor", committeeOfficer: "CommitteeOfficer" } as const;
