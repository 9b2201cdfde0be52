import { readFileSync } from "node:fs";
import * as tls from "node:tls";

/**
 * Reads the HTML of every stored section of a running platform, as the service itself, with plain requests: what
 * the record holds is asked without the product’s own code.
 */
export async function readSections(environment: Readonly<Record<string, string>>): Promise<string[]> {
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
  const get = async (path: string) => {
    const response = await fetch(`${environment["GRAPH_ADDRESS"]}/v1.0${path}`, {
      headers: { authorization: `Bearer ${access_token}` },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json();
  };
  const site = (await get(`/sites/${environment["GRAPH_SITE"]}`)) as { id: string };
  const page = (await get(
    `/sites/${site.id}/lists/ReportSections/items?$expand=fields($select=Key,Content)&$top=500`,
  )) as { value: { fields: { Content?: string } }[] };
  return page.value.map((item) => item.fields.Content ?? "");
}
