import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** The Bot Connector’s end of a conversation, on loopback: takes what a bot sends, and gives it an id. */
export interface LoopbackConnector {
  /** What an activity names as its `serviceUrl`. */
  readonly serviceUrl: string;
  /** Activities taken so far. */
  taken(): number;
  /** The last activity taken, as it came. */
  last(): unknown;
  close(): Promise<void>;
}

export async function openLoopbackConnector(): Promise<LoopbackConnector> {
  let taken = 0;
  let last = "null";
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      taken += 1;
      last = Buffer.concat(chunks).toString("utf8");
      const body = JSON.stringify({ id: `activity-${taken}` });
      response
        .writeHead(201, { "content-type": "application/json", "content-length": Buffer.byteLength(body) })
        .end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${port}`,
    taken: () => taken,
    last: () => JSON.parse(last),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
