import {
  BrowserAuthError,
  type Configuration,
  createNestablePublicClientApplication,
  InteractionRequiredAuthError,
  type IPublicClientApplication,
} from "@azure/msal-browser";
import type { PaneSettings } from "../../shared/contracts/task-pane-api.ts";

/** Says that a person has to sign in before going on. */
export class SignInNeeded extends Error {
  override readonly name = "SignInNeeded";
}

/** Signing in did not work, in words for the person. */
export class SignInFailed extends Error {
  override readonly name = "SignInFailed";
}

/** The person’s way to tokens for our API. */
export interface SignIn {
  /** Signs in without asking, where that can be done. */
  silently(): Promise<boolean>;
  /** Signs in by asking, in a window of its own. Call it from a click. @throws {SignInFailed} */
  byAsking(): Promise<void>;
  /** A token for our API. @throws {SignInNeeded} when the person has to sign in again. */
  token(): Promise<string>;
}

/**
 * Prepares signing in: through Office where Office offers it (nested app authentication), otherwise as any
 * page does, with the redirect page beside the pane.
 *
 * @param loginHint The person’s user principal name, when Office says who they are.
 */
export async function prepareSignIn(settings: PaneSettings, loginHint: string | null): Promise<SignIn> {
  const configuration: Configuration = {
    auth: {
      clientId: settings.clientId,
      authority: settings.authority,
      knownAuthorities: [...settings.knownAuthorities],
      redirectUri: new URL("/addin/sign-in-redirect.html", location.origin).href,
      ...(settings.authorityMetadata === "" ? {} : { authorityMetadata: settings.authorityMetadata }),
    },
    cache: { cacheLocation: "localStorage" },
  };
  const application = await createNestablePublicClientApplication(configuration);
  return signInWith(application, [settings.apiScope], loginHint);
}

function signInWith(
  application: IPublicClientApplication,
  scopes: string[],
  loginHint: string | null,
): SignIn {
  const hint = loginHint === null ? {} : { loginHint };
  const account = () => {
    const known = application.getAllAccounts();
    const hinted = known.find((one) => one.username.toLowerCase() === loginHint?.toLowerCase());
    return application.getActiveAccount() ?? (loginHint === null ? (known[0] ?? null) : (hinted ?? null));
  };
  return {
    async silently() {
      try {
        const known = account();
        const result = known
          ? await application.acquireTokenSilent({ scopes, account: known })
          : await application.ssoSilent({ scopes, ...hint });
        application.setActiveAccount(result.account);
        return true;
      } catch (error) {
        // Whatever the reason, the remedy is the same: ask the person.
        console.info("Signing in without asking did not work.", error);
        return false;
      }
    },
    async byAsking() {
      try {
        const result = await application.acquireTokenPopup({ scopes, ...hint });
        application.setActiveAccount(result.account);
      } catch (error) {
        throw new SignInFailed(sentenceFor(error), { cause: error });
      }
    },
    async token() {
      const known = account();
      if (!known) throw new SignInNeeded("Sign in to go on.");
      try {
        return (await application.acquireTokenSilent({ scopes, account: known })).accessToken;
      } catch (error) {
        if (error instanceof InteractionRequiredAuthError)
          throw new SignInNeeded("Your sign-in has run out. Sign in again to go on.", { cause: error });
        throw new SignInFailed(sentenceFor(error), { cause: error });
      }
    },
  };
}

function sentenceFor(error: unknown): string {
  const code = error instanceof BrowserAuthError ? error.errorCode : "";
  switch (code) {
    case "user_cancelled":
      return "The sign-in window was closed before you were signed in. Choose Sign in to try again.";
    case "popup_window_error":
    case "empty_window_error":
      return "The sign-in window was blocked. Allow pop-ups for this site, then choose Sign in again.";
    case "interaction_in_progress":
      return "A sign-in window is open already. Finish there, or close it and try again.";
    default:
      return "You could not be signed in. Check the connection, then choose Sign in again.";
  }
}
