import "virtual:fluent-themes.css";
import "./probe.css";
import { startOffice } from "../word/start-office.ts";
import { probeReport, runProbe } from "./run-probe.ts";

const run = document.querySelector<HTMLButtonElement>("#run");
const copy = document.querySelector<HTMLButtonElement>("#copy");
const progress = document.querySelector("#progress");
const result = document.querySelector<HTMLElement>("#result");

run?.addEventListener("click", async () => {
  if (!copy || !progress || !result) return;
  run.disabled = true;
  try {
    await startOffice();
    const outcomes = await runProbe((done, all) => {
      progress.textContent = `${done} of ${all}`;
    });
    result.textContent = probeReport(outcomes);
    result.hidden = false;
    copy.hidden = false;
    progress.textContent = "Done";
  } catch (error) {
    progress.textContent = error instanceof Error ? error.message : String(error);
  } finally {
    run.disabled = false;
  }
});
copy?.addEventListener("click", async () => {
  if (!progress || !result) return;
  try {
    await navigator.clipboard.writeText(result.textContent ?? "");
    progress.textContent = "Copied";
  } catch (error) {
    // Word on some platforms gives a pane no clipboard: the text is selected, to be copied by hand.
    console.info("The clipboard cannot be written.", error);
    window.getSelection()?.selectAllChildren(result);
    progress.textContent = "Selected: copy with Ctrl+C";
  }
});
