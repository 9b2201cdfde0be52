import { render } from "preact";
import "virtual:fluent-themes.css";
import "../ui/page.css";
import "./task-pane.css";
import "../ui/fluent-elements.ts";
import { hostTheme, whenOfficeIsReady } from "../word/start-office.ts";
import { App } from "./app.tsx";

const prefersDark = matchMedia("(prefers-color-scheme: dark)");

/** Follows Office’s theme; where Office has none, the system’s. */
function followTheme(): void {
  document.documentElement.dataset.theme = hostTheme() ?? (prefersDark.matches ? "dark" : "light");
}

followTheme();
prefersDark.addEventListener("change", followTheme);
// Word does not tell a pane that its theme has changed: it is read again when the person comes back to it.
window.addEventListener("focus", followTheme);
document.documentElement.addEventListener("pointerenter", followTheme);
whenOfficeIsReady(followTheme);

const root = document.getElementById("pane");
if (root) render(<App />, root);
