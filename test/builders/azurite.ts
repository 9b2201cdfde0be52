import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** Microsoft’s own emulator of Azure Storage tables, in a process of its own on loopback. */
export interface Azurite {
  readonly connection: string;
  stop(): Promise<void>;
}

/** The account and key that every copy of the emulator has; they are published and open nothing else. */
const account = "devstoreaccount1";
const accountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

/** @see https://learn.microsoft.com/azure/storage/common/storage-use-azurite */
export async function startAzurite(): Promise<Azurite> {
  const folder = await mkdtemp(join(tmpdir(), "clear-days-azurite-"));
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [
      resolve("node_modules/azurite/dist/src/table/main.js"),
      ...["--tableHost", "127.0.0.1", "--tablePort", String(port)],
      ...["--inMemoryPersistence", "--disableTelemetry", "--skipApiVersionCheck"],
    ],
    { stdio: ["ignore", "pipe", "pipe"], cwd: folder },
  );
  let output = "";
  await new Promise<void>((ready, failed) => {
    const collect = (chunk: Buffer) => {
      output += chunk.toString().slice(0, 2_000);
      if (/successfully started/i.test(output)) ready();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("exit", () => failed(new Error(`The storage emulator did not start.\n${output}`)));
  });
  child.stdout.removeAllListeners("data");
  child.stdout.resume();
  return {
    connection: `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${accountKey};TableEndpoint=http://127.0.0.1:${port}/${account};`,
    async stop() {
      await new Promise<void>((ended) => {
        child.once("exit", () => ended());
        child.kill("SIGTERM");
      });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });
}
