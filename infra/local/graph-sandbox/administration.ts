import type { GraphResponse } from "./exchange.ts";
import { type Faults, readFault } from "./faults.ts";
import type { Json } from "./json.ts";
import type { RequestLog } from "./request-log.ts";

/** Where the sandbox is steered from another process; Graph has nothing here. */
export const ADMINISTRATION_PATH = "/_sandbox/";
/** The header that carries the sandbox's administration key. */
export const ADMINISTRATION_HEADER = "x-sandbox-key";

/**
 * `POST faults` adds one, `GET faults` lists those waiting, `DELETE faults` clears them; `GET requests` and
 * `DELETE requests` read and empty the log. Errors are a sentence in plain text.
 */
export function administer(
  request: { method: string; path: string; key: string | undefined; body: Uint8Array },
  state: { key: string; faults: Faults; log: RequestLog },
): GraphResponse {
  if (request.key !== state.key) return sentence(403, `Send the sandbox's key in ${ADMINISTRATION_HEADER}.`);
  switch (`${request.method} ${request.path.slice(ADMINISTRATION_PATH.length)}`) {
    case "POST faults":
      try {
        state.faults.add(readFault(JSON.parse(Buffer.from(request.body).toString("utf8"))));
      } catch (error) {
        return sentence(400, error instanceof Error ? error.message : String(error));
      }
      return { status: 204 };
    case "GET faults":
      return { status: 200, body: state.faults.pending() as unknown as Json };
    case "DELETE faults":
      state.faults.clear();
      return { status: 204 };
    case "GET requests":
      return { status: 200, body: state.log.all() as unknown as Json };
    case "DELETE requests":
      state.log.reset();
      return { status: 204 };
    default:
      return sentence(404, "The sandbox has faults and requests here.");
  }
}

function sentence(status: number, text: string): GraphResponse {
  return { status, headers: { "Content-Type": "text/plain; charset=utf-8" }, body: Buffer.from(`${text}\n`) };
}
