import type { Json } from "./json.ts";

/**
 * A refusal in Graph's form. `code` is what a client branches on; `message` is for a person.
 * Source: Graph, "Microsoft Graph error responses and resource types".
 */
export class GraphError extends Error {
  override readonly name = "GraphError";
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** The body of a refusal. The JavaScript SDK reads `innerError` in camel case only. */
export function errorBody(
  error: { code: string; message: string },
  exchange: { at: Date; requestId: string; clientRequestId: string },
): Json {
  return {
    error: {
      code: error.code,
      message: error.message,
      innerError: {
        date: exchange.at.toISOString().slice(0, 19),
        "request-id": exchange.requestId,
        "client-request-id": exchange.clientRequestId,
      },
    },
  };
}

export function badRequest(message: string): GraphError {
  return new GraphError(400, "invalidRequest", message);
}

export function notFound(what: string): GraphError {
  return new GraphError(404, "itemNotFound", `${what} could not be found.`);
}

export function accessDenied(why: string): GraphError {
  return new GraphError(403, "accessDenied", why);
}

export function nameTaken(message: string): GraphError {
  return new GraphError(409, "nameAlreadyExists", message);
}

export function changedElsewhere(): GraphError {
  return new GraphError(412, "resourceModified", "The item has changed since the version in If-Match.");
}

/** What the sandbox knows Graph can do and does not imitate: never answered as if it worked. */
export function notImitated(what: string): GraphError {
  return new GraphError(501, "notSupported", `The Graph sandbox does not imitate ${what}.`);
}
