import type { Services } from "../../shared/services/compose.ts";
import type { Settings } from "../../shared/settings/settings.ts";

/** What a command is given: the services and settings, made when first asked for, and where to write. */
export interface CliContext {
  services(): Promise<Services>;
  settings(): Settings | Promise<Settings>;
  out(text: string): void;
  err(text: string): void;
}

/** The command was written wrongly: exit 2, with its usage. */
export class WrongUsage extends Error {
  override readonly name = "WrongUsage";
}

/** The command could not be done, said in a sentence: exit 1. */
export class Failed extends Error {
  override readonly name = "Failed";
}
