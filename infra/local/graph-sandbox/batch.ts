import { GraphError } from "./graph-error.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";

/** Source: "Combine multiple HTTP requests using JSON batching". */
const MOST_REQUESTS = 20;
const WITH_BODY = ["POST", "PATCH", "PUT"];

/** One request of a batch, read and checked. */
export interface BatchStep {
  readonly id: string;
  readonly method: string;
  /** With its query, beginning with a slash. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly dependsOn: readonly string[];
}

/** An inner answer, as the dispatcher gives it. */
export interface StepAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json | Uint8Array | undefined;
}

/**
 * Runs the steps one after another, a step only when all it depends on went well, and gives the responses in
 * another order than they were asked in, because Graph promises none.
 *
 * @throws GraphError 400 when the batch itself is malformed; nothing has run then.
 */
export async function runBatch(
  body: JsonObject,
  answer: (step: BatchStep) => Promise<StepAnswer>,
): Promise<{ body: JsonObject; statuses: ReadonlyMap<BatchStep, number> }> {
  const steps = readSteps(body);
  const statuses = new Map<BatchStep, number>();
  const byId = new Map(steps.map((step) => [step.id.toLowerCase(), step]));
  const responses: JsonObject[] = [];
  for (const step of inOrder(steps, byId)) {
    const failed = step.dependsOn.some((id) => {
      const needed = byId.get(id.toLowerCase());
      return !needed || (statuses.get(needed) ?? 0) >= 400;
    });
    const result: StepAnswer = failed ? failedDependency() : await answer(step);
    statuses.set(step, result.status);
    responses.push(responseOf(step, result));
  }
  return { body: { responses: responses.reverse() }, statuses };
}

function responseOf(step: BatchStep, answer: StepAnswer): JsonObject {
  const { status, headers, body } = answer;
  if (body === undefined) return { id: step.id, status, headers };
  return {
    id: step.id,
    status,
    headers,
    body: body instanceof Uint8Array ? Buffer.from(body).toString("base64") : body,
  };
}

function failedDependency(): StepAnswer {
  return {
    status: 424,
    headers: { "Content-Type": "application/json" },
    body: { error: { code: "FailedDependency", message: "A request that this one depends on failed." } },
  };
}

function readSteps(body: JsonObject): BatchStep[] {
  const { requests } = body;
  if (!Array.isArray(requests) || requests.length === 0) throw malformed("A batch needs requests.");
  if (requests.length > MOST_REQUESTS) {
    throw malformed(`A batch has at most ${MOST_REQUESTS} requests; this one has ${requests.length}.`);
  }
  const steps = requests.map(readStep);
  const ids = new Set<string>();
  for (const { id } of steps) {
    if (ids.has(id.toLowerCase())) throw malformed(`The id ${id} stands more than once (ids ignore case).`);
    ids.add(id.toLowerCase());
  }
  for (const step of steps) {
    const unknown = step.dependsOn.find((id) => !ids.has(id.toLowerCase()));
    if (unknown !== undefined)
      throw malformed(`${step.id} depends on ${unknown}, which is not in the batch.`);
  }
  return steps;
}

function readStep(value: Json): BatchStep {
  if (!isObject(value)) throw malformed("Each request of a batch is an object.");
  const { id, method, url, headers = {}, body, dependsOn = [] } = value;
  if (typeof id !== "string" || id === "") throw malformed("Each request of a batch needs an id, as text.");
  if (typeof method !== "string" || typeof url !== "string")
    throw malformed(`Request ${id} needs a method and a url.`);
  if (/^https?:/i.test(url)) throw malformed(`The url of request ${id} must be relative.`);
  if (url.replace(/^\//, "").startsWith("$batch")) throw malformed("A batch cannot hold a batch.");
  if (!isObject(headers)) throw malformed(`The headers of request ${id} must be an object.`);
  if (!Array.isArray(dependsOn) || !dependsOn.every((one) => typeof one === "string")) {
    throw malformed(`dependsOn of request ${id} must be a list of ids.`);
  }
  const lower = Object.fromEntries(
    Object.entries(headers).map(([name, held]) => [name.toLowerCase(), String(held)]),
  );
  const type = lower["content-type"];
  if (body !== undefined && type === undefined)
    throw malformed(`Request ${id} has a body and no Content-Type header.`);
  if (body === undefined && WITH_BODY.includes(method.toUpperCase())) {
    // Even an action that takes no body must be given an empty object.
    throw malformed(`Write request ${id} needs a body and a Content-Type header.`);
  }
  return {
    id,
    method: method.toUpperCase(),
    url: url.startsWith("/") ? url : `/${url}`,
    headers: lower,
    body: bytesOf(body, type),
    dependsOn: dependsOn as readonly string[],
  };
}

/** JSON travels as it is; anything else as base64 text. */
function bytesOf(body: Json | undefined, type: string | undefined): Uint8Array {
  if (body === undefined) return new Uint8Array();
  if (typeof body === "string" && !type?.startsWith("application/json")) return Buffer.from(body, "base64");
  return Buffer.from(JSON.stringify(body));
}

/** As given, but nothing before what it depends on. */
function inOrder(steps: readonly BatchStep[], byId: ReadonlyMap<string, BatchStep>): BatchStep[] {
  const placed = new Set<BatchStep>();
  const open = new Set<BatchStep>();
  const place = (step: BatchStep) => {
    if (placed.has(step)) return;
    if (open.has(step)) throw malformed(`Request ${step.id} depends on itself in the end.`);
    open.add(step);
    for (const id of step.dependsOn) {
      const needed = byId.get(id.toLowerCase());
      if (needed) place(needed);
    }
    placed.add(step);
  };
  for (const step of steps) place(step);
  return [...placed];
}

function malformed(message: string): GraphError {
  return new GraphError(400, "BadRequest", message);
}
