import type { Faults } from "../model/insert-file.ts";
import {
  nodesOf,
  type OpenDocument,
  OpenDocument as OpenedDocument,
  type Stretch,
} from "../model/open-document.ts";
import { isElement, wordAttribute, wordChild, type XmlTools } from "../model/xml.ts";
import { isPaneMessage, type OfficeThemeColours, type WordMessage } from "../office-js/host-messages.ts";
import { WordHost } from "../office-js/word-host.ts";
import { commentOnSelection, letEdit, type Page } from "./edit-document.ts";
import { Shown } from "./render-document.ts";
import { makeSplitter } from "./splitter.ts";

const prefix = document.body.dataset.prefix ?? "/word/";
const query = new URLSearchParams(location.search);
const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const xmlTools: XmlTools = {
  parse: (text) => {
    const parsed = new DOMParser().parseFromString(text, "application/xml");
    if (parsed.querySelector("parsererror")) throw new SyntaxError("The XML is not well-formed.");
    return parsed;
  },
  serialize: (node) => new XMLSerializer().serializeToString(node),
};

function byId<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found as T;
}

const main = byId("main");
const address = query.get("document");

try {
  if (address) await openDocument(address);
  else await listDocuments();
} catch (error) {
  const trouble = document.createElement("p");
  trouble.className = "trouble";
  trouble.setAttribute("role", "alert");
  trouble.textContent = `The document did not open. ${error instanceof Error ? error.message : String(error)}`;
  main.replaceChildren(trouble);
}

async function listDocuments(): Promise<void> {
  const response = await fetch(`${prefix}documents.json`);
  const documents = (await response.json()) as { name: string; address: string }[];
  byId("name").textContent = "Documents";
  main.className = "list";
  if (documents.length === 0) {
    const none = document.createElement("p");
    none.textContent = "No document is in the library yet. Reports made in Clear Days appear here.";
    main.replaceChildren(none);
    return;
  }
  const list = document.createElement("ul");
  for (const { name, address: target } of documents) {
    const link = document.createElement("a");
    const to = new URLSearchParams(query);
    to.set("document", target);
    link.href = `${prefix}?${to}`;
    link.textContent = name;
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  main.replaceChildren(list);
}

async function openDocument(target: string): Promise<void> {
  const fileAddress = `${prefix}document?address=${encodeURIComponent(target)}`;
  const [file, settings] = await Promise.all([fetch(fileAddress), fetch(`${prefix}settings.json`)]);
  if (!file.ok) throw new Error(await file.text());
  const given = (await settings.json()) as { paneAddress: string };
  // Another page of the add-in, such as the probe: only ever one from where the pane itself comes from.
  const wanted = query.get("pane");
  const paneAddress =
    wanted !== null && /^[\w-]+\.html$/.test(wanted)
      ? new URL(wanted, new URL(given.paneAddress, location.href)).href
      : given.paneAddress;
  const faults = Object.fromEntries(query.getAll("fault").map((name) => [name, true])) as Faults;
  const open = await OpenedDocument.open(new Uint8Array(await file.arrayBuffer()), xmlTools, faults);
  const name = decodeURIComponent(target.split(/[?#]/)[0]?.split("/").pop() ?? target);
  document.title = `${name} – Word simulator`;
  byId("name").textContent = name;

  const { surface, desk, frame } = layOut(paneAddress, open);
  const saved = byId("saved");
  let unsaved = false;
  const markUnsaved = (): void => {
    unsaved = true;
    saved.textContent = "Not saved";
  };

  let shown = new Shown(open);
  const undoStack: Element[] = [];
  let lastTyping = 0;
  const snapshot = (): Element => open.body.cloneNode(true) as Element;
  const showAll = (): void => {
    const { scrollTop } = desk;
    shown = new Shown(open);
    surface.replaceChildren(shown.body());
    desk.scrollTop = scrollTop;
  };
  const page: Page = {
    open,
    surface,
    shown: () => shown,
    keep: (typing) => {
      const now = Date.now();
      if (!(typing && now - lastTyping < 1500)) undoStack.push(snapshot());
      lastTyping = typing ? now : 0;
      if (undoStack.length > 100) undoStack.shift();
    },
    show: (paragraph) => {
      open.settle();
      if (paragraph) shown.refresh(paragraph);
      else showAll();
    },
    undo: () => {
      const before = undoStack.pop();
      if (!before) return;
      open.root.replaceChild(before, open.body);
      lastTyping = 0;
      markUnsaved();
      showAll();
    },
  };
  open.onChange = markUnsaved;
  open.onSelect = (stretch) => reveal(shown, stretch);
  showAll();
  const header = shown.runningHeader();
  if (header) byId("running").append(header);
  letEdit(page);

  const host = new WordHost(open);
  const syncs = byId("syncs");
  syncs.hidden = false;
  syncs.textContent = "No calls to Word yet";
  connectPane(
    frame,
    host,
    target,
    (changed, before) => {
      syncs.textContent = `${host.syncs} ${host.syncs === 1 ? "call" : "calls"} to Word`;
      // A custom XML part is no part of the text: writing one is nothing to undo.
      if (!changed || before.isEqualNode(open.body)) return;
      undoStack.push(before);
      showAll();
    },
    snapshot,
  );

  const save = async (): Promise<void> => {
    saved.textContent = "Saving";
    const response = await fetch(fileAddress, {
      method: "PUT",
      headers: { "content-type": wordType },
      body: new Blob([new Uint8Array(await open.save())]),
    });
    if (response.ok) {
      unsaved = false;
      saved.textContent = "Saved";
    } else saved.textContent = `Not saved: ${await response.text()}`;
  };
  byId("buttons").hidden = false;
  byId("save").addEventListener("click", () => void save());
  byId("undo").addEventListener("click", page.undo);
  open.author = query.get("user") ?? open.author;
  const track = byId<HTMLButtonElement>("track");
  track.addEventListener("click", () => {
    open.trackChanges = !open.trackChanges;
    track.setAttribute("aria-pressed", String(open.trackChanges));
  });
  const dialog = byId<HTMLDialogElement>("comment-dialog");
  const words = byId<HTMLInputElement>("comment-words");
  byId("comment").addEventListener("click", () => {
    words.value = "";
    dialog.showModal();
  });
  dialog.addEventListener("close", () => {
    if (dialog.returnValue !== "add" || words.value.trim() === "") return;
    if (commentOnSelection(page, words.value.trim())) markUnsaved();
  });
  byId("download").addEventListener("click", async () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([new Uint8Array(await open.save())], { type: wordType }));
    link.download = name.endsWith(".docx") ? name : `${name}.docx`;
    link.click();
    URL.revokeObjectURL(link.href);
  });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    void save();
  });
  window.addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
}

function layOut(
  paneAddress: string,
  open: OpenDocument,
): { surface: HTMLElement; desk: HTMLElement; frame: HTMLIFrameElement } {
  const desk = document.createElement("div");
  desk.className = "desk";
  const sheet = document.createElement("div");
  sheet.className = "sheet";
  const section = wordChild(open.body, "sectPr");
  const width = Number(wordAttribute(wordChild(section, "pgSz"), "w") ?? 11906);
  const margins = wordChild(section, "pgMar");
  const margin = (side: string): string => `${Number(wordAttribute(margins, side) ?? 1440) / 20}pt`;
  sheet.style.width = `${width / 20}pt`;
  sheet.style.padding = `${margin("top")} min(${margin("right")}, 8vw) ${margin("bottom")} min(${margin("left")}, 8vw)`;
  const running = document.createElement("div");
  running.id = "running";
  running.className = "running";
  const surface = document.createElement("div");
  surface.id = "document";
  surface.contentEditable = "true";
  surface.tabIndex = 0;
  surface.setAttribute("role", "textbox");
  surface.setAttribute("aria-multiline", "true");
  surface.setAttribute("aria-label", "Document");
  surface.spellcheck = false;
  sheet.append(running, surface);
  desk.append(sheet);

  const pane = document.createElement("section");
  pane.className = "pane";
  pane.setAttribute("aria-labelledby", "pane-name");
  const heading = document.createElement("h2");
  heading.id = "pane-name";
  heading.textContent = "Clear Days";
  const frame = document.createElement("iframe");
  frame.title = "Clear Days task pane";
  frame.id = "pane";
  pane.append(heading, frame);
  main.replaceChildren(desk, makeSplitter(pane), pane);
  frame.src = new URL(paneAddress, location.href).href;
  return { surface, desk, frame };
}

/** Shows a stretch of the document: scrolls to it and marks it for a moment. */
function reveal(shown: Shown, stretch: Stretch): void {
  requestAnimationFrame(() => {
    const element = nodesOf(stretch).find((node) => isElement(node) && shown.htmlOf(node));
    const target = element && isElement(element) ? shown.htmlOf(element) : undefined;
    if (!target) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    target.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
    for (const one of document.querySelectorAll(".shown")) one.classList.remove("shown");
    target.classList.add("shown");
    window.getSelection()?.selectAllChildren(target);
  });
}

/** Answers the pane: greets it, carries out its batches, tells it of theme changes. */
function connectPane(
  frame: HTMLIFrameElement,
  host: WordHost,
  documentAddress: string,
  afterBatch: (changed: boolean, before: Element) => void,
  snapshot: () => Element,
): void {
  const paneOrigin = new URL(frame.src).origin;
  const post = (message: WordMessage): void => frame.contentWindow?.postMessage(message, paneOrigin);
  const { onChange } = host.document;
  window.addEventListener("message", async (event) => {
    if (event.source !== frame.contentWindow || event.origin !== paneOrigin || !isPaneMessage(event.data))
      return;
    const message = event.data;
    if (message.clearDaysWord === "hello") {
      post({
        clearDaysWord: "welcome",
        welcome: { address: documentAddress, theme: themeColours(), user: query.get("user") },
      });
      return;
    }
    const before = snapshot();
    let changed = false;
    host.document.onChange = () => {
      changed = true;
      onChange();
    };
    const answer = await host.run(message.batch);
    host.document.onChange = onChange;
    afterBatch(changed, before);
    post({ clearDaysWord: "answer", request: message.request, answer });
  });
  const button = byId<HTMLButtonElement>("theme");
  const setTheme = (dark: boolean): void => {
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    button.setAttribute("aria-pressed", String(dark));
    post({ clearDaysWord: "theme", theme: themeColours() });
  };
  button.addEventListener("click", () => setTheme(button.getAttribute("aria-pressed") !== "true"));
  document.documentElement.dataset.theme = "light";
  if (query.get("theme") === "dark") setTheme(true);
}

function themeColours(): OfficeThemeColours {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    bodyBackgroundColor: colour("colorNeutralBackground1"),
    bodyForegroundColor: colour("colorNeutralForeground1"),
    controlBackgroundColor: colour("colorNeutralBackground3"),
    controlForegroundColor: colour("colorNeutralForeground1"),
  };
}
