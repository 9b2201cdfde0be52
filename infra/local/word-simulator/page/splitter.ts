const narrowest = 270;
const widest = 700;

/** A bar between document and pane that sets the pane’s width: dragged, or moved with the arrow keys. */
export function makeSplitter(pane: HTMLElement): HTMLElement {
  const splitter = document.createElement("div");
  splitter.className = "splitter";
  splitter.tabIndex = 0;
  splitter.setAttribute("role", "separator");
  splitter.setAttribute("aria-orientation", "vertical");
  splitter.setAttribute("aria-label", "Width of the task pane");
  splitter.setAttribute("aria-valuemin", String(narrowest));
  splitter.setAttribute("aria-valuemax", String(widest));
  let width = 350;
  const setWidth = (wanted: number): void => {
    width = Math.min(Math.max(Math.round(wanted), narrowest), widest);
    pane.style.setProperty("--pane-width", `${width}px`);
    splitter.setAttribute("aria-valuenow", String(width));
  };
  setWidth(width);
  splitter.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") setWidth(width + 10);
    else if (event.key === "ArrowRight") setWidth(width - 10);
    else if (event.key === "Home") setWidth(narrowest);
    else if (event.key === "End") setWidth(widest);
    else return;
    event.preventDefault();
  });
  splitter.addEventListener("pointerdown", (event) => {
    splitter.setPointerCapture(event.pointerId);
    // The frame would swallow the pointer as soon as it is over it.
    pane.style.pointerEvents = "none";
    const move = (moved: PointerEvent): void => setWidth(window.innerWidth - moved.clientX);
    splitter.addEventListener("pointermove", move);
    splitter.addEventListener(
      "pointerup",
      () => {
        splitter.removeEventListener("pointermove", move);
        pane.style.pointerEvents = "";
      },
      { once: true },
    );
  });
  return splitter;
}
