import { render } from "preact";
import "virtual:fluent-themes.css";
import "../ui/page.css";
import "./teams-tab.css";
import "../ui/fluent-elements.ts";
import { App } from "./app.tsx";
import { enterTeams } from "./teams-host.ts";

const root = document.getElementById("tab");
if (root) render(<App enterTeams={enterTeams} />, root);
