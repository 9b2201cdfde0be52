import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { answerQuestion } from "../../../shared/ask/answer-question.ts";
import type { Records } from "../../../shared/ask/ask-records.ts";
import { type ConversationMemory, nothingSaid } from "../../../shared/ask/conversation-memory.ts";
import { dateInLondon } from "../../../shared/rules/dates/calendar-arithmetic.ts";
import { type CliContext, WrongUsage } from "../cli-context.ts";
import { readPlans } from "../read-plans.ts";

export const name = "ask";
export const usage = 'ask "question" [--now ISO] [--plan FILE…] [--json] [--explain]   or   ask --jsonl';

export async function run(args: string[], context: CliContext): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      now: { type: "string" },
      plan: { type: "string", multiple: true },
      json: { type: "boolean" },
      explain: { type: "boolean" },
      jsonl: { type: "boolean" },
    },
  });
  if (values.jsonl) return answerLines(context);
  const question = positionals.join(" ").trim();
  if (question === "") throw new WrongUsage("Say what to ask.");
  const records = values.plan ? await recordsOf(values.plan) : await heldRecords(context);
  const { answer } = answerQuestion(question, records, dateInLondon(instant(values.now)));
  const words = values.explain ? [answer.text, "", ...answer.because].join("\n") : answer.text;
  context.out(`${values.json ? JSON.stringify(answer, null, 2) : words}\n`);
}

async function heldRecords(context: CliContext): Promise<Records> {
  const { published } = await context.services();
  await published.refresh();
  return { ...published.records(), business: published.business() };
}

async function recordsOf(plans: readonly string[]): Promise<Records> {
  return { plans: await readPlans(plans), meetings: [], bodies: [] };
}

function instant(text: string | undefined): Date {
  if (text === undefined) return new Date();
  const at = new Date(text);
  if (Number.isNaN(at.getTime()))
    throw new WrongUsage(`“${text}” is not a date. Write 2018-06-20 or 2018-06-20T09:00:00Z.`);
  return at;
}

/** A line in the loop: which conversation asks what, from which plans, when. */
interface Line {
  readonly id?: unknown;
  readonly conversation?: unknown;
  readonly now?: unknown;
  readonly plans?: unknown;
  readonly text?: unknown;
}

/** Answers line after line until the input ends; a line that cannot be read is answered with what is wrong with it. */
async function answerLines(context: CliContext): Promise<void> {
  const memories = new Map<string, ConversationMemory>();
  const known = new Map<string, Promise<Records>>();
  let held: Promise<Records> | undefined;
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (text.trim() === "") continue;
    try {
      const line = JSON.parse(text) as Line;
      const plans = Array.isArray(line.plans) ? line.plans.map(String) : [];
      const planKey = plans.join("\n");
      held ??= plans.length === 0 ? heldRecords(context) : undefined;
      if (plans.length > 0 && !known.has(planKey)) known.set(planKey, recordsOf(plans));
      const records = await (known.get(planKey) ?? held ?? heldRecords(context));
      const conversation = String(line.conversation ?? line.id ?? "");
      const { answer, memory } = answerQuestion(
        String(line.text ?? ""),
        records,
        dateInLondon(instant(line.now === undefined ? undefined : String(line.now))),
        {},
        memories.get(conversation) ?? nothingSaid,
      );
      memories.set(conversation, memory);
      context.out(
        `${JSON.stringify({
          id: line.id ?? null,
          intent: answer.intent,
          items: answer.items.map((item) => item.title),
          window: answer.window,
          text: answer.text,
        })}\n`,
      );
    } catch (error) {
      context.out(`${JSON.stringify({ error: error instanceof Error ? error.message : String(error) })}\n`);
    }
  }
}
