import { useEffect, useRef } from "preact/hooks";

/**
 * Gives the focus back when the button that had it has gone, as it does once it has done its work: to the nearest
 * button of the same row or bar, else to the view's heading. It never takes the focus from Word.
 *
 * @param places Selector of the rows and bars that focus stays in.
 */
export function useKeptFocus(places: string): void {
  const last = useRef<{ readonly place: Element | null; readonly key: string | undefined } | null>(null);
  useEffect(() => {
    const remember = (event: FocusEvent): void => {
      const place = event.target instanceof Element ? event.target.closest<HTMLElement>(places) : null;
      last.current = { place, key: place?.dataset.key };
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, [places]);
  useEffect(() => {
    if (!last.current || !document.hasFocus() || document.activeElement !== document.body) return;
    const { place, key } = last.current;
    const again = key === undefined ? place : document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    const button = again?.isConnected
      ? again.querySelector<HTMLElement>(".row-actions fluent-button, fluent-button")
      : null;
    (button ?? document.querySelector<HTMLElement>("h1"))?.focus();
  });
}
