import { answerTab, type HostState, isTabRequest } from "./host-protocol.ts";

function byId<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found as T;
}

const frame = byId<HTMLIFrameElement>("tab");
const person = byId<HTMLSelectElement>("person");
const theme = byId<HTMLSelectElement>("theme");
const width = byId<HTMLSelectElement>("width");
const query = new URLSearchParams(location.search);

const people = (await (await fetch("/teams/people.json")).json()) as { id: string; name: string }[];
for (const { id, name } of people) person.add(new Option(name, id));
const subPage = query.get("subPage") ?? undefined;
// A card of the officers’ channel leads where only officers may go.
choose(
  person,
  query.get("person") ?? (/^page:(?:deadlines|deliveries)$/.test(subPage ?? "") ? "officer" : null),
);
choose(theme, query.get("theme"));
choose(width, query.get("width"));

const state: HostState = {
  get theme() {
    return theme.value;
  },
  subPage,
  async token() {
    const response = await fetch(`/teams/token?person=${encodeURIComponent(person.value)}`);
    if (!response.ok) throw new Error("resourceRequiresConsent");
    return response.text();
  },
};

addEventListener("message", ({ data, source }) => {
  if (source !== frame.contentWindow || !isTabRequest(data)) return;
  const { id, uuidAsString } = data;
  answerTab(data, state).then((args) => {
    if (args) frame.contentWindow?.postMessage({ id, uuidAsString, args }, location.origin);
  }, console.error);
});

person.addEventListener("change", () => {
  remember("person", person.value);
  openTab();
});
theme.addEventListener("change", () => {
  remember("theme", theme.value);
  dress();
  frame.contentWindow?.postMessage({ func: "themeChange", args: [theme.value] }, location.origin);
});
width.addEventListener("change", () => {
  remember("width", width.value);
  dress();
});

function choose(field: HTMLSelectElement, value: string | null): void {
  if (value !== null && [...field.options].some((option) => option.value === value)) field.value = value;
}

function remember(name: string, value: string): void {
  const address = new URL(location.href);
  address.searchParams.set(name, value);
  history.replaceState(null, "", address);
}

function dress(): void {
  document.documentElement.dataset.theme = theme.value;
  frame.style.width = width.value === "" ? "100%" : `${width.value}px`;
}

/** Opens the tab anew; what of the address is the tab's own goes on to it. */
function openTab(): void {
  const address = new URL("/addin/teams-tab.html", location.origin);
  for (const name of ["item", "meeting", "page"]) {
    const value = query.get(name);
    if (value !== null) address.searchParams.set(name, value);
  }
  frame.src = address.href;
}

dress();
openTab();
