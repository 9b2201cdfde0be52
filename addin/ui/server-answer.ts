import type { Refusal } from "../../shared/contracts/task-pane-api.ts";

/** The server said no, in words for the person. */
export class ServerRefusal extends Error {
  override readonly name = "ServerRefusal";
  readonly code: Refusal["code"];
  constructor(refusal: Refusal, cause?: unknown) {
    super(refusal.message, { cause });
    this.code = refusal.code;
  }
}

/** Sends a request. @throws {ServerRefusal} as `unreachable` when nothing answers. */
export async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    const message = "Clear Days cannot be reached. Check the connection, then try again.";
    throw new ServerRefusal({ code: "unreachable", message }, error);
  }
}

/** What a good answer holds; a refusal is thrown. @throws {ServerRefusal} */
export async function body<T>(response: Response, is: (value: unknown) => value is T): Promise<T> {
  if (response.ok) return content(response, is);
  throw new ServerRefusal(await refusalOf(response));
}

/** What an answer holds, whatever its status. @throws {ServerRefusal} when it is not of that shape. */
export async function content<T>(response: Response, is: (value: unknown) => value is T): Promise<T> {
  let value: unknown;
  try {
    value = await response.json();
  } catch (error) {
    throw strange(error);
  }
  if (!is(value)) throw strange(value);
  return value;
}

function strange(cause: unknown): ServerRefusal {
  const message =
    "The server’s answer cannot be read. Close Clear Days and open it again to get its newest version.";
  return new ServerRefusal({ code: "unexpected", message }, cause);
}

async function refusalOf(response: Response): Promise<Refusal> {
  const text = await response.text();
  try {
    const value: unknown = JSON.parse(text);
    if (hasTexts(value, "code", "message")) return value as unknown as Refusal;
  } catch {
    // Not ours: a proxy’s page, say. The status decides below.
  }
  if (response.status === 401)
    return { code: "not-signed-in", message: "Your sign-in was not accepted. Sign in again." };
  const busy = response.status === 429 || response.status === 503;
  return busy
    ? { code: "busy", message: "Clear Days is busy. Try again in a minute." }
    : {
        code: "unexpected",
        message: `Something failed on the server (${response.status}). Try again; if it fails again, tell the committee office.`,
      };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Whether a value has a text under each of the names. */
export function hasTexts(value: unknown, ...names: string[]): boolean {
  return isRecord(value) && names.every((name) => typeof value[name] === "string");
}
