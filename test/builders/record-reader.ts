import { readFileSync } from "node:fs";
import * as tls from "node:tls";

interface SectionRow {
  readonly id: string;
  readonly fields: {
    readonly Key: string;
    readonly Heading: string;
    readonly SectionOrder: number;
    readonly Content?: string;
  };
}

/** The report that the journeys work on: the sample author’s Cabinet Member report. */
const ownReport = "CMR/REGULATORY-";

/** The sections of that report in the record of a running platform, read and changed as the service itself, with plain requests and none of the product’s code. */
async function openRecord(environment: Readonly<Record<string, string>>): Promise<{
  rows(): Promise<SectionRow[]>;
  change(row: SectionRow, fields: Readonly<Record<string, string>>): Promise<void>;
}> {
  const certificate = readFileSync(environment["NODE_EXTRA_CA_CERTS"] ?? "", "utf8");
  tls.setDefaultCACertificates([...new Set([...tls.getCACertificates("default"), certificate])]);
  const token = await fetch(`${environment["ENTRA_AUTHORITY"]}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: environment["API_CLIENT_ID"] ?? "",
      client_secret: environment["API_CLIENT_SECRET"] ?? "",
      scope: "https://graph.microsoft.com/.default",
    }),
  });
  const { access_token } = (await token.json()) as { access_token: string };
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${environment["GRAPH_ADDRESS"]}/v1.0${path}`, {
      ...init,
      headers: { authorization: `Bearer ${access_token}`, ...init.headers },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json();
  };
  const site = (await ask(`/sites/${environment["GRAPH_SITE"]}`)) as { id: string };
  const items = `/sites/${site.id}/lists/ReportSections/items`;
  return {
    async rows() {
      const page = (await ask(
        `${items}?$expand=fields($select=Key,Heading,SectionOrder,Content)&$top=500`,
      )) as { value: SectionRow[] };
      const own = page.value.filter(({ fields }) => fields.Key.startsWith(ownReport));
      return own.sort((a, b) => a.fields.SectionOrder - b.fields.SectionOrder);
    },
    async change({ id }, fields) {
      await ask(`${items}/${id}/fields`, {
        method: "PATCH",
        headers: { "content-type": "application/json", "if-match": "*" },
        body: JSON.stringify(fields),
      });
    },
  };
}

/** The HTML of every stored section. */
export async function readSections(environment: Readonly<Record<string, string>>): Promise<string[]> {
  return (await (await openRecord(environment)).rows()).map(({ fields }) => fields.Content ?? "");
}

/** Headings and HTML of the stored sections, in the order of the report. */
export async function readSectionsInOrder(
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly heading: string; readonly html: string }[]> {
  const rows = await (await openRecord(environment)).rows();
  return rows.map(({ fields }) => ({ heading: fields.Heading, html: fields.Content ?? "" }));
}

/** Changes a section’s text as somebody else would. */
export async function changeSection(
  environment: Readonly<Record<string, string>>,
  heading: string,
  change: (html: string) => string,
): Promise<void> {
  const record = await openRecord(environment);
  const row = (await record.rows()).find(({ fields }) => fields.Heading === heading);
  if (!row) throw new Error(`The record has no section ${heading}.`);
  await record.change(row, { Content: change(row.fields.Content ?? "") });
}
