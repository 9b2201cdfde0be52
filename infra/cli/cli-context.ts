import type { Services } from "../../shared/services/compose.ts";

/** What a command may use. */
export interface CliContext {
  /** The services, started when they are first asked for. */
  services(): Promise<Services>;
  /** Writes to standard output, as it is. */
  out(text: string): void;
  /** Writes a line for a person to standard error. */
  err(text: string): void;
}

/** A command of the command line. */
export interface Command {
  readonly name: string;
  /** One line: the arguments it takes. */
  readonly usage: string;
  /** @throws {WrongUsage} {Failed} */
  run(args: string[], context: CliContext): Promise<void>;
}

/** The arguments are wrong: exit code 2. */
export class WrongUsage extends Error {
  override readonly name = "WrongUsage";
}

/** The command could not do its work; the message is a sentence for a person: exit code 1. */
export class Failed extends Error {
  override readonly name = "Failed";
}
