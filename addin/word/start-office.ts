import { WordError } from "./word-error.ts";

/** The Word around the pane. */
export interface WordAround {
  /** Address of the open document; empty before its first save. */
  readonly documentAddress: string;
  /** The person signed in to Office, to sign in without asking; null when Office does not say. */
  readonly loginHint: string | null;
}

export type HostTheme = "light" | "dark";

/**
 * Waits for Office and checks that this Word can do what the pane needs.
 * @throws {WordError} `not-in-word` or `too-old`.
 */
export async function startOffice(): Promise<WordAround> {
  if (typeof Office === "undefined")
    throw new WordError(
      "not-in-word",
      "Word’s add-in library did not load. Check the connection and open the pane again.",
    );
  const info = await Office.onReady();
  if (info.host !== Office.HostType.Word)
    throw new WordError(
      "not-in-word",
      "This page is not open in Word. Open it from the Clear Days button in Word.",
    );
  if (!Office.context.requirements.isSetSupported("WordApi", "1.5"))
    throw new WordError(
      "too-old",
      "This version of Word is too old for Clear Days. Update Word, or use Word on the web.",
    );
  return { documentAddress: Office.context.document.url ?? "", loginHint: await loginHint() };
}

async function loginHint(): Promise<string | null> {
  try {
    const context = await Office.auth?.getAuthContext?.();
    return context?.userPrincipalName || null;
  } catch (error) {
    // Older hosts have the method and refuse it; signing in then asks, which is no loss.
    console.info("Office does not say who is signed in.", error);
    return null;
  }
}

/** Calls back once Office knows its host, whatever that is; never without Office. */
export function whenOfficeIsReady(then: () => void): void {
  if (typeof Office !== "undefined") void Office.onReady().then(then);
}

/** Light or dark, as Office’s own colours say; null where Office has none (Word on the web). */
export function hostTheme(): HostTheme | null {
  const background =
    typeof Office === "undefined" ? undefined : Office.context?.officeTheme?.bodyBackgroundColor;
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(background ?? "");
  if (!match) return null;
  const [red, green, blue] = match.slice(1).map((part) => Number.parseInt(part, 16)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128 ? "dark" : "light";
}
