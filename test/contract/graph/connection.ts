import { Client } from "@microsoft/microsoft-graph-client";

/** A site to hold to the contract: the sandbox's, or a real tenant's. */
export interface GraphConnection {
  /** `https://graph.microsoft.com` or the sandbox's address; no version, no closing slash. */
  readonly address: string;
  readonly siteId: string;
  readonly siteHost: string;
  readonly sitePath: string;
  /** An application's token that may manage lists. */
  token(): Promise<string>;
  close(): Promise<void>;
}

export type Connect = () => Promise<GraphConnection>;

/** A JSON answer with its headers; `body` is undefined when there was none. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what the service sends is what the tests look into
  readonly body: any;
}

/** Plain fetch against a connection, so that nothing a client library does is in between. */
export class Caller {
  readonly connection: GraphConnection;
  readonly site: string;

  constructor(connection: GraphConnection) {
    this.connection = connection;
    this.site = `/sites/${connection.siteId}`;
  }

  /** `path` is after /v1.0, or a whole address that the service gave. */
  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const address = path.startsWith("https:") ? path : `${this.connection.address}/v1.0${path}`;
    const bytes = body instanceof Uint8Array;
    const response = await fetch(address, {
      method,
      redirect: "manual",
      headers: {
        Authorization: `Bearer ${await this.connection.token()}`,
        ...(body === undefined || bytes ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: bytes ? Buffer.from(body) : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === "" ? undefined : JSON.parse(text),
    };
  }

  get(path: string, headers?: Record<string, string>): Promise<Answer> {
    return this.send("GET", path, undefined, headers);
  }

  post(path: string, body: unknown): Promise<Answer> {
    return this.send("POST", path, body);
  }

  /** A list of its own for one test file; `path` is its address after /v1.0. */
  async makeList(
    columns: readonly object[],
  ): Promise<{ id: string; displayName: string; path: string; items: string }> {
    const displayName = `Contract ${Date.now().toString(36)} ${Math.random().toString(36).slice(2, 8)}`;
    const made = await this.post(`${this.site}/lists`, {
      displayName,
      columns,
      list: { template: "genericList" },
    });
    if (made.status !== 201) throw new Error(`The list was not made: ${JSON.stringify(made.body)}`);
    const path = `${this.site}/lists/${made.body.id}`;
    return { id: made.body.id, displayName, path, items: `${path}/items` };
  }

  async removeList(list: { path: string }): Promise<void> {
    await this.send("DELETE", list.path);
  }
}

/** Microsoft's own client, pointed at the connection. */
export function graphClient(connection: GraphConnection): Client {
  return Client.init({
    baseUrl: connection.address,
    defaultVersion: "v1.0",
    customHosts: new Set([new URL(connection.address).hostname]),
    authProvider: (done) => {
      connection.token().then(
        (token) => done(null, token),
        (error: unknown) => done(error, null),
      );
    },
  });
}

/** The columns that the contract's lists have. */
export const CONTRACT_COLUMNS = [
  { name: "Key", text: { maxLength: 40 }, indexed: true, enforceUniqueValues: true },
  { name: "ReportKey", text: {}, indexed: true },
  { name: "Position", number: {}, indexed: true },
  { name: "State", choice: { choices: ["Draft", "Cleared"] }, indexed: true },
  { name: "Loose", text: {} },
  { name: "Body", text: { allowMultipleLines: true, linesForEditing: 6, textType: "plain" } },
  { name: "Exempt", boolean: {} },
  { name: "RecordedAt", dateTime: { format: "dateTime" } },
  { name: "Address", hyperlinkOrPicture: { isPicture: false } },
] as const;
