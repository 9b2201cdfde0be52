import { randomUUID } from "node:crypto";
import {
  AuthenticationHandler,
  Client,
  type Context,
  GraphError,
  HTTPMessageHandler,
  type Middleware,
  ResponseType,
} from "@microsoft/microsoft-graph-client";
import { GraphFailure } from "./graph-failure.ts";

/** A connection to Graph in one person's or the service's name. */
export interface GraphConnection {
  /** @throws {GraphFailure} */
  request<Answer>(request: GraphRequest): Promise<Answer>;
  /**
   * Several requests in one trip (at most 20), answered in their order. A request that Graph throttled is sent
   * again by itself; one that failed otherwise is a {@link GraphFailure} in its place.
   */
  batch(requests: readonly GraphRequest[]): Promise<readonly (unknown | GraphFailure)[]>;
  /** The bytes of a file. */
  download(path: string): Promise<Uint8Array>;
}

export interface GraphRequest {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** Path below `/v1.0`, or the whole address of a next or delta link. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface GraphAddress {
  /** `https://graph.microsoft.com` in production. */
  readonly baseAddress: string;
  /** A token for Graph; asked for before each request. */
  readonly token: () => Promise<string>;
  /** Waits between retries; a test may make time pass faster. Milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

const maxRetries = 4;
const longestWait = 60_000;
export const batchLimit = 20;

/**
 * Connects to Graph.
 *
 * The SDK's own retry is left out: it sends a POST again after a 504, which makes duplicates. Here a throttled
 * request (429, 503) waits as long as Graph asks; a gateway failure (504) is tried again only when repeating it
 * is harmless. Everything else is reported as it is.
 */
export function connectGraph({ baseAddress, token, wait = sleep }: GraphAddress): GraphConnection {
  const client = Client.initWithMiddleware({
    baseUrl: `${baseAddress}/`,
    defaultVersion: "v1.0",
    customHosts: new Set([new URL(baseAddress).hostname]),
    middleware: middlewareChain(token),
  });

  async function once(request: GraphRequest, responseType?: ResponseType): Promise<unknown> {
    let call = client
      .api(request.path)
      .header("client-request-id", randomUUID())
      .header("Accept-Language", "en-GB");
    for (const [name, value] of Object.entries(request.headers ?? {})) call = call.header(name, value);
    if (responseType) call = call.responseType(responseType);
    switch (request.method) {
      case "GET":
        return call.get();
      case "POST":
        return call.post(request.body);
      case "PATCH":
        return call.patch(request.body);
      case "PUT":
        return call.put(request.body);
      case "DELETE":
        return call.delete();
    }
  }

  async function withRetries(request: GraphRequest, responseType?: ResponseType): Promise<unknown> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await once(request, responseType);
      } catch (error) {
        const delay = retryDelay(error, request.method, attempt);
        if (delay === null) throw asFailure(request, error);
        await wait(delay);
      }
    }
  }

  async function batchOnce(requests: readonly GraphRequest[]): Promise<(BatchAnswer | undefined)[]> {
    const body = {
      requests: requests.map((request, index) => ({
        id: String(index),
        method: request.method,
        url: request.path,
        headers: {
          ...(request.body !== undefined ? { "Content-Type": "application/json" } : {}),
          ...request.headers,
        },
        ...(request.body !== undefined ? { body: request.body } : {}),
      })),
    };
    const answer = (await withRetries({ method: "POST", path: "/$batch", body })) as {
      responses?: BatchAnswer[];
    };
    const answers: (BatchAnswer | undefined)[] = requests.map(() => undefined);
    for (const response of answer.responses ?? []) answers[Number(response.id)] = response;
    return answers;
  }

  return {
    request: async <Answer>(request: GraphRequest) => (await withRetries(request)) as Answer,

    async batch(requests) {
      if (requests.length > batchLimit) throw new RangeError(`A batch holds ${batchLimit} requests at most.`);
      const results: (unknown | GraphFailure)[] = requests.map(() => undefined);
      let open = requests.map((_, index) => index);
      for (let attempt = 0; open.length > 0; attempt++) {
        const answers = await batchOnce(open.map((index) => requests[index] as GraphRequest));
        const again: number[] = [];
        let longest = 0;
        open.forEach((index, place) => {
          const request = requests[index] as GraphRequest;
          const answer = answers[place];
          if (!answer) {
            results[index] = new GraphFailure(describe(request), {
              status: 0,
              code: "noAnswer",
              message: "The batch held no answer to this request.",
            });
          } else if (answer.status < 300) {
            results[index] = answer.body;
          } else if ((answer.status === 429 || answer.status === 503) && attempt < maxRetries) {
            again.push(index);
            longest = Math.max(longest, secondsOf(header(answer.headers, "retry-after")) ?? backOff(attempt));
          } else {
            results[index] = failureOf(request, answer);
          }
        });
        open = again;
        if (open.length > 0) await wait(Math.min(longest, longestWait));
      }
      return results;
    },

    async download(path) {
      const bytes = (await withRetries({ method: "GET", path }, ResponseType.ARRAYBUFFER)) as ArrayBuffer;
      return new Uint8Array(bytes);
    },
  };
}

interface BatchAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

function middlewareChain(token: () => Promise<string>): Middleware {
  const authentication = new AuthenticationHandler({ getAccessToken: token });
  const http = new HTTPMessageHandler();
  authentication.setNext({
    // The SDK throws away the headers of a failed answer when its body is not JSON: keep the wait it asked for.
    async execute(context: Context) {
      await http.execute(context);
      const response = context.response;
      if (response && !response.ok) {
        const retryAfter = response.headers.get("retry-after");
        const isJson = response.headers.get("content-type")?.includes("json");
        if (!isJson) {
          const body = {
            error: {
              code: "notJson",
              message: "The answer was not Graph’s own.",
              innerError: { "request-id": response.headers.get("request-id") ?? "" },
            },
          };
          await response.body?.cancel();
          context.response = new Response(JSON.stringify(body), {
            status: response.status,
            headers: {
              "content-type": "application/json",
              ...(retryAfter ? { "retry-after": retryAfter } : {}),
            },
          });
        }
      }
    },
  });
  return authentication;
}

function retryDelay(error: unknown, method: GraphRequest["method"], attempt: number): number | null {
  if (!(error instanceof GraphError) || attempt >= maxRetries) return null;
  const harmless = method === "GET";
  if (error.statusCode === 504 && !harmless) return null;
  if (![429, 503, 504].includes(error.statusCode)) return null;
  const asked = secondsOf((error.headers as Headers | undefined)?.get("retry-after") ?? undefined);
  return Math.min(asked ?? backOff(attempt), longestWait);
}

/** Half a second, doubling, with up to half of it added at random, in milliseconds. */
function backOff(attempt: number): number {
  return 500 * 2 ** attempt * (1 + Math.random() / 2);
}

function secondsOf(retryAfter: string | undefined): number | undefined {
  const seconds = Number(retryAfter);
  return retryAfter !== undefined && Number.isFinite(seconds) ? seconds * 1000 : undefined;
}

function header(headers: Readonly<Record<string, string>> | undefined, name: string): string | undefined {
  return Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
}

function describe(request: GraphRequest): string {
  return `${request.method} ${request.path.replace(/\?.*$/, "")}`;
}

function asFailure(request: GraphRequest, error: unknown): unknown {
  if (!(error instanceof GraphError)) return error;
  const status = error.statusCode > 0 ? error.statusCode : 0;
  return new GraphFailure(
    describe(request),
    {
      status,
      code: error.code ?? "unknown",
      message: status === 0 ? "Microsoft Graph could not be reached." : error.message,
      requestId: error.requestId ?? undefined,
    },
    error,
  );
}

function failureOf(request: GraphRequest, answer: BatchAnswer): GraphFailure {
  const error = (answer.body as { error?: { code?: string; message?: string } } | undefined)?.error;
  return new GraphFailure(describe(request), {
    status: answer.status,
    code: error?.code ?? "unknown",
    message: error?.message ?? "",
    requestId: header(answer.headers, "request-id"),
  });
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
