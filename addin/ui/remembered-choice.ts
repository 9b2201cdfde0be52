import { useState } from "preact/hooks";

/**
 * A choice that is kept on this machine. Where the browser keeps nothing for a framed page, it holds until the page
 * is left.
 *
 * @param name Under which it is kept.
 * @param choices The first is the one without a memory.
 */
export function useRememberedChoice<Choice extends string>(
  name: string,
  choices: readonly [Choice, ...Choice[]],
): [Choice, (choice: Choice) => void] {
  const [choice, setChoice] = useState<Choice>(() => {
    const held = kept()?.getItem(name);
    return choices.find((one) => one === held) ?? choices[0];
  });
  return [
    choice,
    (next) => {
      kept()?.setItem(name, next);
      setChoice(next);
    },
  ];
}

/** Reading `localStorage` throws where the browser blocks the storage of framed pages. */
function kept(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
