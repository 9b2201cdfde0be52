import { useEffect, useRef } from "preact/hooks";

/** How long after the last change the words are read out, in milliseconds: not at every key typed. */
const pause = 700;

/** Has the count of what is shown read out, once, when a filter or a month has changed it. */
export function useAnnouncedCount(count: string, announce: (words: string) => void): void {
  const before = useRef(count);
  useEffect(() => {
    if (before.current === count) return;
    const timer = setTimeout(() => {
      before.current = count;
      announce(`${count}.`);
    }, pause);
    return () => clearTimeout(timer);
  }, [count, announce]);
}
