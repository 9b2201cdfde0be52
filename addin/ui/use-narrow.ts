import { useEffect, useState } from "preact/hooks";

/** As wide as a phone held upright, or a screen at 400 % zoom. */
const phone = matchMedia("(max-width: 640px)");

/** Whether the page is narrow, and follows it. */
export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(phone.matches);
  useEffect(() => {
    const follow = (): void => setNarrow(phone.matches);
    phone.addEventListener("change", follow);
    return () => phone.removeEventListener("change", follow);
  }, []);
  return narrow;
}
