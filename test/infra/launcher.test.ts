import { execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { startPlatform } from "../builders/running-platform.ts";

const run = promisify(execFile);
const launcher = resolve("infra/local/main.ts");
const cli = resolve("infra/cli/main.ts");

async function listenOn(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
  return server;
}

async function isListening(address: string): Promise<boolean> {
  return fetch(address).then(
    () => true,
    () => false,
  );
}

describe("npm start", () => {
  it("says in a sentence which port is taken, and ends", async () => {
    const taken = await listenOn(0);
    const { port } = taken.address() as { port: number };
    const home = await mkdtemp(join(tmpdir(), "clear-days-"));
    try {
      const ended = run(process.execPath, [launcher], {
        env: { PATH: process.env["PATH"], CLEAR_DAYS_HOME: home, CLEAR_DAYS_PORT: String(port) },
      });
      await expect(ended).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringMatching(
          new RegExp(`^The port ${port} is taken by another program\\. .*CLEAR_DAYS_PORT`),
        ),
      });
    } finally {
      taken.close();
      await rm(home, { recursive: true, force: true });
    }
  });

  it("refuses an option it does not know, with the usage", async () => {
    await expect(run(process.execPath, [launcher, "--nonsense"])).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining("npm start -- [--empty]"),
    });
  });

  it("serves hub, Teams and Word, keeps its data, and leaves no process and no port behind on Ctrl-C", async () => {
    const platform = await startPlatform({ args: ["--empty"] });
    const environment = await platform.environment();
    const { pid } = JSON.parse(await readFile(join(platform.home, "bot.json"), "utf8")) as { pid: number };
    const addresses = [
      platform.address,
      platform.playground,
      `http://127.0.0.1:${environment["PORT"]}/health`,
      `${environment["GRAPH_ADDRESS"]}/`,
    ];
    expect(platform.output()).toContain(platform.address);
    for (const address of addresses.slice(0, 3)) expect(await isListening(address), address).toBe(true);
    expect(await platform.stop()).toBe(0);
    for (const address of addresses) expect(await isListening(address), address).toBe(false);
    expect(() => process.kill(pid, 0)).toThrow();
  });

  it("refuses pages of other names, so that no other site can reach in", async () => {
    const platform = await startPlatform({ args: ["--empty"] });
    try {
      const { hostname, port } = new URL(platform.address);
      const status = await new Promise<number | undefined>((answered, failed) => {
        import("node:http").then(({ request }) => {
          request({ host: hostname, port, path: "/", headers: { host: "evil.example" } }, (response) =>
            answered(response.resume().statusCode),
          )
            .on("error", failed)
            .end();
        }, failed);
      });
      expect(status).toBe(421);
    } finally {
      await platform.stop();
    }
  });
});

describe("the command line", () => {
  it("starts what it needs of the local platform, and stops it again", async () => {
    const home = await mkdtemp(join(tmpdir(), "clear-days-"));
    try {
      const env = { PATH: process.env["PATH"], CLEAR_DAYS_HOME: home };
      const { stdout } = await run(process.execPath, [cli, "ask", "when is the next cabinet?"], { env });
      expect(stdout).toMatch(/^The next meeting of Cabinet is on Thursday \d+ \w+ \d{4} at 10:00/);
      await expect(readFile(join(home, "platform.json"), "utf8")).rejects.toThrow("ENOENT");
      const { stdout: json } = await run(process.execPath, [cli, "ask", "what is coming up", "--json"], {
        env,
      });
      expect(JSON.parse(json)).toMatchObject({ intent: "forwardPlan.list", window: null });
      expect(JSON.parse(json).items.length).toBeGreaterThanOrEqual(40);
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  });

  it("answers a line of JSON with a line of JSON, and a bad line with what is wrong", async () => {
    const home = await mkdtemp(join(tmpdir(), "clear-days-"));
    try {
      const child = spawn(process.execPath, [cli, "ask", "--jsonl"], {
        env: { PATH: process.env["PATH"], CLEAR_DAYS_HOME: home },
        stdio: ["pipe", "pipe", "inherit"],
      });
      child.stdin.end(
        '{"id":1,"conversation":"a","text":"what is coming up"}\n{"id":2,"conversation":"a","text":"the second one"}\nnot json\n',
      );
      let output = "";
      for await (const chunk of child.stdout) output += String(chunk);
      const [first, second, third] = output
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
      expect(first).toMatchObject({ id: 1, intent: "forwardPlan.list", window: null });
      expect(second).toMatchObject({ id: 2, intent: "forwardPlan.detail", items: [first.items[1]] });
      expect(third.error).toContain("JSON");
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  });

  it.each([
    { args: [] as string[], code: 2, says: "npm run -s clear-days -- COMMAND" },
    { args: ["dance"], code: 2, says: "There is no command “dance”" },
    { args: ["dates"], code: 2, says: "dates --meeting" },
    { args: ["dates", "--meeting", "2031-03-04"], code: 1, says: "bank holidays of 2031" },
    { args: ["import", "/no/such/file.txt"], code: 1, says: "was not found" },
    { args: ["assemble", "--report", "X"], code: 2, says: "Name the report and the file" },
  ])("“$args” ends with $code and says why", async ({ args, code, says }) => {
    const ended = await run(process.execPath, [cli, ...args], { env: { PATH: process.env["PATH"] } }).then(
      () => ({ code: 0, stdout: "", stderr: "" }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    );
    expect(ended.code).toBe(code);
    expect(ended.stderr + ended.stdout).toContain(says);
  });
});
