/**
 * What Teams says to a tab, message by message, as @microsoft/teams-js 2.58 sends and expects it (see
 * conformance.md). Pure: a request in, an answer out.
 */

/** A request of the tab. */
export interface TabRequest {
  readonly id: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args?: readonly unknown[];
}

export interface HostState {
  readonly theme: string;
  /** What a deep link wants shown. */
  readonly subPage: string | undefined;
  /** Gives a token of the person for our API. @throws with Entra’s word for why not. */
  token(): Promise<string>;
}

/** Whether a message of the frame is a request of teams-js. */
export function isTabRequest(value: unknown): value is TabRequest {
  const { id, func } = (value ?? {}) as Partial<TabRequest>;
  return typeof id === "number" && typeof func === "string";
}

/** The arguments of the answer; null where Teams answers nothing. */
export async function answerTab(request: TabRequest, state: HostState): Promise<readonly unknown[] | null> {
  switch (request.func) {
    case "initialize":
      return [
        "content",
        "web",
        JSON.stringify({ apiVersion: 2, hostVersionsInfo: {}, isLegacyTeams: false, supports: {} }),
        "2.58.0",
      ];
    case "getContext":
      return [
        {
          theme: state.theme,
          locale: "en-gb",
          entityId: "forward-plan",
          hostName: "Teams",
          ...(state.subPage === undefined ? {} : { subEntityId: state.subPage }),
        },
      ];
    case "authentication.getAuthToken":
      try {
        return [true, await state.token()];
      } catch (error) {
        return [false, error instanceof Error ? error.message : String(error)];
      }
    default:
      return null;
  }
}
