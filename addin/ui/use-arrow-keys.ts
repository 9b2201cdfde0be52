import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Makes a group of controls one stop of the Tab key, with the arrow keys, Home and End moving inside it.
 * The controls themselves carry no `tabIndex`.
 *
 * @param selector of the controls within the container.
 * @param current of the one to stop at first; the first one without it.
 */
export function useArrowKeys(
  container: RefObject<HTMLElement | null>,
  selector: string,
  current = "[aria-selected=true]",
): void {
  useLayoutEffect(() => {
    const element = container.current;
    if (!element) return;
    const controls = [...element.querySelectorAll<HTMLElement>(selector)];
    const stop =
      controls.find((one) => one === document.activeElement) ??
      controls.find((one) => one.matches(current)) ??
      controls[0];
    for (const one of controls) one.tabIndex = one === stop ? 0 : -1;
  });
  useLayoutEffect(() => {
    const element = container.current;
    if (!element) return;
    const move = (event: KeyboardEvent): void => {
      const controls = [...element.querySelectorAll<HTMLElement>(selector)];
      const at = controls.indexOf(document.activeElement as HTMLElement);
      if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
      const step = steps[event.key];
      const to =
        event.key === "Home"
          ? 0
          : event.key === "End"
            ? controls.length - 1
            : step === undefined
              ? -1
              : (at + step + controls.length) % controls.length;
      const next = controls[to];
      if (!next) return;
      event.preventDefault();
      for (const one of controls) one.tabIndex = one === next ? 0 : -1;
      next.focus();
    };
    element.addEventListener("keydown", move);
    return () => element.removeEventListener("keydown", move);
  }, [container, selector]);
}
