import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { breaches, readSchema } from "../../builders/json-schema.ts";

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "clear-days-cli-"));
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** Runs the command line as people do, in a folder of its own. */
async function run(
  args: readonly string[],
  input = "",
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [resolve("infra/cli/main.ts"), ...args], {
    env: { PATH: process.env["PATH"] ?? "", CLEAR_DAYS_HOME: home, CLEAR_DAYS_NOW: "2026-11-23T10:00:00Z" },
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    err += chunk.toString();
  });
  child.stdin.end(input);
  const code = await new Promise<number | null>((ended) => child.once("close", ended));
  return { code, out, err };
}

describe("What a command prints with --json", () => {
  test.each([
    { schema: "dates", args: ["dates", "--meeting", "2018-07-10", "--json"] },
    { schema: "dates", args: ["dates", "--meeting", "2018-07-10,2018-12-06", "--json"] },
    { schema: "notice", args: ["notice", "--decision", "2026-12-17", "--on", "2026-12-01", "--json"] },
    { schema: "notice", args: ["notice", "--warnings", "--json"] },
    { schema: "answer", args: ["ask", "what is coming to Cabinet", "--json"] },
    { schema: "answer", args: ["ask", "when is the next cabinet", "--json"] },
    { schema: "answer", args: ["ask", "write me a poem", "--json"] },
  ])("fits the published schema “$schema”: $args", async ({ schema, args }) => {
    const { code, out, err } = await run(args);
    expect(err).toBe("");
    expect(code).toBe(0);
    expect(breaches(JSON.parse(out), readSchema(schema))).toEqual([]);
  });

  it("fits line by line for a conversation on standard input", async () => {
    const ask = (id: string, text: string) =>
      JSON.stringify({ id, conversation: "c", now: "2026-11-23T10:00:00Z", plans: [], text });
    const { code, out } = await run(["ask", "--jsonl"], `${ask("1", "what can you do")}\n${ask("2", "x")}\n`);
    expect(code).toBe(0);
    const lines = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { id: string });
    expect(lines.map(({ id }) => id)).toEqual(["1", "2"]);
    for (const line of lines) expect(breaches(line, readSchema("answer-line"))).toEqual([]);
  });

  it("fits for the certificate of a meeting whose agenda is out, and a wrong key is a sentence", async () => {
    const { out } = await run(["ask", "when is the next cabinet", "--json"]);
    const { meeting } = JSON.parse(out) as { meeting: { key: string } | null };
    const certificate = await run(["certificate", "--meeting", meeting?.key ?? "", "--json"]);
    if (certificate.code === 0)
      expect(breaches(JSON.parse(certificate.out), readSchema("certificate"))).toEqual([]);
    else expect(certificate.err).toContain("no recorded publication");
    const wrong = await run(["certificate", "--meeting", "NOPE", "--json"]);
    expect(wrong).toMatchObject({ code: 1, out: "" });
    expect(wrong.err).toBe("There is no meeting NOPE in the records.\n");
  });
});
