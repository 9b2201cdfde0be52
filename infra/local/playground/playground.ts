import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type LocalPerson, localCouncil, localPeople } from "../local-council.ts";

/** Microsoft’s Agents Playground, running. */
export interface Playground {
  readonly address: string;
  readonly process: ChildProcess;
}

/** Says that the Playground could not be started where it should. */
class PlaygroundNotStarted extends Error {
  override readonly name = "PlaygroundNotStarted";
}

/**
 * Starts the Agents Playground: offline, without a browser, sending its activities to the front door. Its memory
 * lives as long as its process.
 */
export async function startPlayground(options: {
  readonly port: number;
  /** Where activities go: the front door. */
  readonly botAddress: string;
  readonly folder: string;
}): Promise<Playground> {
  const { port, botAddress, folder } = options;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, ".m365agentsplayground.yml"), playgroundConfiguration());
  const main = createRequire(import.meta.url).resolve("@microsoft/m365agentsplayground/package.json");
  const child = spawn(
    process.execPath,
    [join(dirname(main), "cli.js"), "-e", botAddress, "-c", "msteams", "-p", String(port), "--dt"],
    {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        PATH: process.env["PATH"] ?? "",
        HOME: folder,
        TEAMSAPPTESTER_BROWSER: "none",
        M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, "playground.log"),
      },
    },
  );
  const listening = await new Promise<number>((resolve, reject) => {
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /Listening on (\d+)/.exec(output);
      if (found) resolve(Number(found[1]));
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    child.once("exit", () =>
      reject(new PlaygroundNotStarted(`The Playground did not start. ${output.trim()}`)),
    );
  });
  if (listening !== port) {
    child.kill();
    throw new PlaygroundNotStarted(`The port ${port} is taken by another program.`);
  }
  return { address: `http://localhost:${port}`, process: child };
}

/** The Playground’s own configuration: five users besides the current one, one channel besides General. */
function playgroundConfiguration(): string {
  const everyone = Object.values(localPeople);
  const others = everyone.filter((person) => person !== localPeople.councillor);
  const spare = {
    ...localPeople.legalOfficer,
    playgroundId: "person-26",
    playgroundTail: "0000000000026",
    name: "Guest",
  };
  return [
    'version: "0.1.1"',
    `tenantId: ${localCouncil.tenantId}`,
    "bot:",
    `  id: ${localCouncil.botAppId}`,
    "  name: Clear Days",
    "currentUser:",
    ...userLines(localPeople.councillor, "  "),
    "users:",
    ...[...others, spare].slice(0, 5).flatMap((person) => {
      const [first = "", ...rest] = userLines(person, "    ");
      return [`  - ${first.trim()}`, ...rest];
    }),
    "personalChat:",
    "  id: chat-with-councillor",
    "groupChat:",
    "  id: chat-of-members",
    "  name: Members of the Scrutiny Committee",
    "team:",
    "  id: team-democratic-services",
    "  name: Democratic Services",
    "  aadGroupId: 00000000-0000-4000-8000-000000000031",
    "  channels:",
    "    - id: channel-officers",
    `      name: ${localCouncil.channels.officers}`,
    "",
  ].join("\n");
}

function userLines(person: LocalPerson, indent: string): string[] {
  return [
    `id: ${person.playgroundId}`,
    `name: "${person.name}"`,
    `userPrincipleName: ${person.userPrincipalName}`,
    `aadObjectId: 00000000-0000-0000-0000-${person.playgroundTail}`,
    `givenName: "${person.name.split(" ").slice(0, -1).join(" ")}"`,
    `surname: "${person.name.split(" ").at(-1)}"`,
    `email: ${person.userPrincipalName}`,
  ].map((line) => indent + line);
}

/** The person whom the Playground means by its id; the real Teams always sends a GUID. */
export function personOfPlayground(aadObjectId: string): LocalPerson | null {
  return Object.values(localPeople).find((person) => aadObjectId.endsWith(person.playgroundTail)) ?? null;
}
