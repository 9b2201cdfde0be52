import type { Services } from "../../shared/services/compose.ts";
import type { Settings } from "../../shared/settings/settings.ts";

/** What a command may use; services are put together only when one asks for them. */
export interface CliContext {
  services(): Promise<Services>;
  settings(): Promise<Settings>;
  /** Writes to standard output, as it is. */
  out(text: string): void;
  /** Writes a line for a person to standard error. */
  err(text: string): void;
}

/** One command of the command line: what each module of `commands/` exports. */
export interface Command {
  readonly name: string;
  /** One line: how it is called. */
  readonly usage: string;
  run(args: string[], context: CliContext): Promise<void>;
}

/** The command was called wrongly: exit 2. */
export class WrongUsage extends Error {
  override readonly name = "WrongUsage";
}

/** The command could not do its work, in a sentence: exit 1. */
export class Failed extends Error {
  override readonly name = "Failed";
}
