import type { RecordsPlatform } from "./records-platform.ts";

/** The library’s documents as Word opens them: by their web address. */
export interface WordDocuments {
  list(): Promise<{ name: string; address: string }[]>;
  read(address: string): Promise<Uint8Array>;
  save(address: string, bytes: Uint8Array): Promise<void>;
}

/** Reads and writes the site’s library for the Word simulator, as Word itself would. */
export function openWordDocuments({ sandbox, issuer }: RecordsPlatform): WordDocuments {
  const root = `${sandbox.siteAddress}/drive/root`;

  async function call(path: string, init: RequestInit = {}): Promise<Response> {
    const token = await issuer.issueGraphAppToken();
    const response = await fetch(`${root}${path}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${token}` },
    });
    if (!response.ok) throw new Error(`The document could not be reached (${response.status}).`);
    return response;
  }

  function contentOf(address: string): string {
    const name = decodeURIComponent(new URL(address).pathname.split("/").at(-1) ?? "");
    return `:/${encodeURIComponent(name)}:/content`;
  }

  return {
    async list() {
      const { value } = (await (await call("/children")).json()) as {
        value: { name: string; webUrl: string; file?: unknown }[];
      };
      return value
        .filter((item) => item.file !== undefined && item.name.endsWith(".docx"))
        .map((item) => ({ name: item.name, address: item.webUrl }));
    },
    read: async (address) => new Uint8Array(await (await call(contentOf(address))).arrayBuffer()),
    async save(address, bytes) {
      await call(contentOf(address), {
        method: "PUT",
        body: new Uint8Array(bytes),
        headers: {
          "content-type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        },
      });
    },
  };
}
