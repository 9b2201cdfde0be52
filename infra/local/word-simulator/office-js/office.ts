import type { BatchAnswer } from "./batch.ts";
import { isWordMessage, type PaneMessage, type Welcome } from "./host-messages.ts";
import { makeWordRun, OfficeExtensionError, RequestContext, type SendBatch } from "./request-context.ts";

/**
 * Office.js for the task pane, as far as the product uses it, spoken to the page that frames the pane. The
 * script's own address says who may answer. Outside a frame there is no host, as outside Office.
 */
const script = document.currentScript as HTMLScriptElement | null;
const wordOrigin = new URL(script?.src ?? location.href).origin;
const framed = window.parent !== window;

let theme = null as Welcome["theme"] | null;
let welcomed: (welcome: Welcome) => void = () => {};
const welcome = new Promise<Welcome>((resolve) => {
  welcomed = resolve;
});
const waiting = new Map<number, (answer: BatchAnswer) => void>();
let requests = 0;

window.addEventListener("message", (event) => {
  if (event.source !== window.parent || event.origin !== wordOrigin || !isWordMessage(event.data)) return;
  const message = event.data;
  if (message.clearDaysWord === "welcome") {
    theme = message.welcome.theme;
    welcomed(message.welcome);
  } else if (message.clearDaysWord === "theme") theme = message.theme;
  else if (message.clearDaysWord === "answer") {
    waiting.get(message.request)?.(message.answer);
    waiting.delete(message.request);
  }
});

function post(message: PaneMessage): void {
  window.parent.postMessage(message, wordOrigin);
}

const send: SendBatch = (batch) =>
  new Promise((resolve) => {
    const request = ++requests;
    waiting.set(request, resolve);
    post({ clearDaysWord: "batch", request, batch });
  });

const supported: Readonly<Record<string, number>> = { WordApi: 1.5 };

const host = { Word: "Word" } as const;
const platform = { PC: "PC", OfficeOnline: "OfficeOnline", Mac: "Mac" } as const;
let settings: Welcome | null = null;

const ready = framed
  ? welcome.then((given) => {
      settings = given;
      return { host: host.Word, platform: platform.OfficeOnline };
    })
  : Promise.resolve({ host: null, platform: null });

if (framed) post({ clearDaysWord: "hello" });

const Office = {
  HostType: host,
  PlatformType: platform,
  onReady: async (callback?: (info: unknown) => unknown) => {
    const info = await ready;
    callback?.(info);
    return info;
  },
  auth: {
    getAuthContext: async () => {
      await ready;
      return {
        userPrincipalName: settings?.user ?? "",
        userObjectId: "",
        tenantId: "",
        authorityType: "aad",
        authorityBaseUrl: "",
        loginHint: settings?.user ?? "",
      };
    },
  },
  context: {
    get host() {
      return settings ? host.Word : null;
    },
    get platform() {
      return settings ? platform.OfficeOnline : null;
    },
    displayLanguage: "en-GB",
    contentLanguage: "en-GB",
    get officeTheme() {
      return theme ?? undefined;
    },
    requirements: {
      isSetSupported: (name: string, version = "1.1") => {
        const highest = framed ? supported[name] : undefined;
        return highest !== undefined && Number(version) <= highest;
      },
    },
    document: {
      get url() {
        return settings?.address ?? "";
      },
    },
    ui: {
      openBrowserWindow: (address: string) => {
        window.open(address, "_blank", "noopener");
      },
    },
  },
};

Object.assign(window, { Office });
if (framed) {
  Object.assign(window, {
    Word: { run: makeWordRun(send), RequestContext },
    OfficeExtension: { Error: OfficeExtensionError, config: { extendedErrorLogging: false } },
  });
}
