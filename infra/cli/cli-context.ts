import type { Services } from "../../shared/services/compose.ts";
import type { Settings } from "../../shared/settings/settings.ts";

/** What a command may use; services are put together only when one asks for them. */
export interface CliContext {
  services(): Promise<Services>;
  settings(): Promise<Settings>;
  /** A line on standard output. */
  out(text: string): void;
  /** A line on standard error. */
  err(text: string): void;
}

/** One command of the command line. */
export interface Command {
  readonly name: string;
  /** One line: how it is called. */
  readonly usage: string;
  run(args: readonly string[], context: CliContext): Promise<void>;
}

/** The command was called wrongly: exit 2. */
export class WrongUsage extends Error {
  override readonly name = "WrongUsage";
}

/** The command could not do its work, in a sentence: exit 1. */
export class Failed extends Error {
  override readonly name = "Failed";
}
