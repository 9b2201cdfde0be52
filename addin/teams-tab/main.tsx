import { render } from "preact";
import "virtual:fluent-themes.css";
import "./teams-tab.css";
import { PlanPage } from "./plan-page.tsx";
import { enterTeams } from "./teams-host.ts";

const root = document.getElementById("tab");
if (root) render(<PlanPage enterTeams={enterTeams} />, root);
