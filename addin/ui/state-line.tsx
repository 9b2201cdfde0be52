import { Icon, type IconName } from "./icon.tsx";

/** How a state is shown: word, picture, and the meaning that gives its colour. */
export interface StateShown {
  readonly word: string;
  readonly icon: IconName;
  readonly tone: "neutral" | "good" | "waiting" | "bad";
}

/** A state as a word, a picture and a colour. */
export function StateLine({ shown: { word, icon, tone } }: { readonly shown: StateShown }) {
  return (
    <span class={`state tone-${tone}`}>
      <Icon name={icon} />
      {word}
    </span>
  );
}
