import type { PublishedPlan } from "../../shared/contracts/forward-plan-api.ts";
import type { Refusal } from "../../shared/contracts/task-pane-api.ts";

/** The plan could not be had, in words for the person. */
export class PlanNotRead extends Error {
  override readonly name = "PlanNotRead";
}

/** @param token A token for our API. @throws {PlanNotRead} */
export async function readPublishedPlan(token: string): Promise<PublishedPlan> {
  let response: Response;
  try {
    response = await fetch("/api/forward-plan", {
      headers: { authorization: `Bearer ${token}`, accept: "application/json" },
    });
  } catch (cause) {
    throw new PlanNotRead("Clear Days cannot be reached. Check the connection, then try again.", { cause });
  }
  const answer = await contentOf(response);
  if (response.ok && isPlan(answer)) return answer;
  throw new PlanNotRead(
    isRefusal(answer)
      ? answer.message
      : `The server’s answer (${response.status}) cannot be read. Try again; if it fails again, tell the committee office.`,
  );
}

async function contentOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    // A proxy’s page, say: not an answer of ours, and handled as such.
    return null;
  }
}

function isPlan(value: unknown): value is PublishedPlan {
  if (typeof value !== "object" || value === null) return false;
  const { edition, items } = value as Partial<PublishedPlan>;
  return (
    edition !== undefined && Array.isArray(items) && items.every((item) => Array.isArray(item.decisions))
  );
}

function isRefusal(value: unknown): value is Refusal {
  return typeof (value as Partial<Refusal> | null)?.message === "string";
}
