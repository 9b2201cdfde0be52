import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What goes wrong with a request, by the schedule. */
export const faultKinds = [
  "busy, with a time to wait",
  "busy, without one",
  "broken",
  "bad gateway",
  "gateway timeout",
  "reset",
  "slow",
  "accepted, answer lost",
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** A message that the connector accepted. */
export interface Accepted {
  readonly conversation: string;
  readonly text: string;
  /** Milliseconds of this process's clock. */
  readonly at: number;
  /** Whether the answer was kept from the sender on purpose. */
  readonly answerLost: boolean;
}

/** The Bot Connector's REST API as far as deliveries use it, misbehaving by a schedule that a seed fixes. */
export interface FaultyConnector {
  readonly serviceUrl: string;
  readonly accepted: readonly Accepted[];
  readonly faults: ReadonlyMap<FaultKind, number>;
  /** Requests that carried no bearer token. */
  readonly anonymous: number;
  close(): Promise<void>;
}

/** @param faulty part of the requests that meet a fault, 0 to 1. */
export async function startFaultyConnector(seed: number, faulty: number): Promise<FaultyConnector> {
  const accepted: Accepted[] = [];
  const faults = new Map<FaultKind, number>();
  const chance = randomFrom(seed);
  let anonymous = 0;
  let ids = 0;

  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const match = /^\/v3\/conversations\/([^/]+)\/activities/.exec(request.url ?? "");
    if (request.headers.authorization === undefined) anonymous += 1;
    if (request.method !== "POST" || !match?.[1]) {
      response.writeHead(404);
      response.end();
      return;
    }
    const { summary = "" } = JSON.parse(Buffer.concat(chunks).toString("utf8")) as { summary?: string };
    const conversation = decodeURIComponent(match[1]);
    const accept = (answerLost: boolean) =>
      void accepted.push({ conversation, text: summary, at: performance.now(), answerLost });
    const answer = (status: number, body: object, headers: Record<string, string> = {}) => {
      response.writeHead(status, { "content-type": "application/json", ...headers });
      response.end(JSON.stringify(body));
    };
    const take = () => {
      accept(false);
      answer(200, { id: `activity-${++ids}` });
    };
    const fault = chance() < faulty ? faultKinds[Math.floor(chance() * faultKinds.length)] : undefined;
    if (fault === undefined) return take();
    faults.set(fault, (faults.get(fault) ?? 0) + 1);
    const refused = (status: number, headers: Record<string, string> = {}) =>
      answer(status, { error: { code: "Fault", message: "By the schedule." } }, headers);
    switch (fault) {
      case "busy, with a time to wait":
        return refused(429, { "retry-after": "1" });
      case "busy, without one":
        return refused(429);
      case "broken":
        return refused(500);
      case "bad gateway":
        return refused(502);
      case "gateway timeout":
        return refused(504);
      case "reset":
        return void request.socket.destroy();
      case "slow":
        setTimeout(take, 400);
        return;
      case "accepted, answer lost":
        accept(true);
        request.socket.destroy();
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    accepted,
    faults,
    get anonymous() {
      return anonymous;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** Numbers from 0 to 1 that a seed fixes (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
