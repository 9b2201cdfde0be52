import type { Batch, BatchAnswer } from "./batch.ts";

/** What passes between the page in the task pane and the page that is Word. */
export type PaneMessage =
  | { readonly clearDaysWord: "hello" }
  | { readonly clearDaysWord: "batch"; readonly request: number; readonly batch: Batch };

export type WordMessage =
  | { readonly clearDaysWord: "welcome"; readonly welcome: Welcome }
  | { readonly clearDaysWord: "theme"; readonly theme: OfficeThemeColours }
  | { readonly clearDaysWord: "answer"; readonly request: number; readonly answer: BatchAnswer };

export interface Welcome {
  /** Address of the open document, `Office.context.document.url`. */
  readonly address: string;
  readonly theme: OfficeThemeColours;
  /** User principal name of the person signed in to Word, when there is one. */
  readonly user: string | null;
}

/** `Office.context.officeTheme`: colours as `#rrggbb`. */
export interface OfficeThemeColours {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
}

export function isWordMessage(data: unknown): data is WordMessage {
  return typeof data === "object" && data !== null && "clearDaysWord" in data;
}

export function isPaneMessage(data: unknown): data is PaneMessage {
  return typeof data === "object" && data !== null && "clearDaysWord" in data;
}
