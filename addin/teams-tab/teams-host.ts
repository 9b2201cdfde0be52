import { app, authentication } from "@microsoft/teams-js";

/** Says that the page is open outside Teams, in words for the person. */
export class NotInTeams extends Error {
  override readonly name = "NotInTeams";
}

/** What the tab needs of the host around it. */
export interface TeamsHost {
  /** What a deep link wants shown, as Teams hands it on: see {@link readPlace}. */
  readonly subPage: string | undefined;
  /** A token of the signed-in person for our API. @throws {SignInFailed} when Teams or Entra refuses. */
  token(): Promise<string>;
  /** Takes the host’s loading picture away: the page shows something of its own. */
  ready(): void;
}

/** Teams or Entra did not give a token, in words for the person. */
export class SignInFailed extends Error {
  override readonly name = "SignInFailed";
}

/** Teams answers within this time, in milliseconds, or the page is open on its own. */
const patience = 5_000;

/**
 * Greets Teams and follows its theme.
 * @throws {NotInTeams} when nothing around the page answers as Teams does.
 */
export async function enterTeams(): Promise<TeamsHost> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("Nothing answered.")), patience);
  });
  try {
    await Promise.race([app.initialize(), tooLate]);
  } catch (cause) {
    throw new NotInTeams(
      "This page belongs in Teams. Open Clear Days in Teams and choose the Forward Plan tab.",
      { cause },
    );
  } finally {
    clearTimeout(timer);
  }
  const context = await app.getContext();
  follow(context.app.theme);
  app.registerOnThemeChangeHandler(follow);
  return {
    subPage: context.page.subPageId,
    async token() {
      try {
        return await authentication.getAuthToken();
      } catch (cause) {
        throw new SignInFailed(
          "Teams could not sign you in to Clear Days. Try again; if it fails again, ask the council’s Teams administrator to approve the app.",
          { cause },
        );
      }
    },
    ready() {
      app.notifyAppLoaded();
      app.notifySuccess();
    },
  };
}

function follow(theme: string): void {
  document.documentElement.dataset.theme = theme === "default" ? "light" : theme;
}
