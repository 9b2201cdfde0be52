import { asShown, type Card, type CardKind, fillTemplate, shortened } from "../card.ts";
import template from "./template.json" with { type: "json" };

/** Something the bot says that is no answer about the plan: what it has done, or why it has not. */
export interface SpokenInputs {
  readonly heading: string;
  readonly text: string;
}

export const spokenCard: CardKind<SpokenInputs> = {
  name: "spoken",
  draw: ({ heading, text }): Card =>
    fillTemplate(template, { heading: asShown(heading), text: asShown(shortened(text, 2_500)) }, text),
  examples: {
    following: {
      heading: "Following the plan",
      text: "You follow “Linacre”. 3 items of the plan match it today. When an edition of the Forward Plan is published, you are told once what has changed. Say “stop Linacre” to end it, or “mute” for a pause.",
    },
    "hostile words": {
      heading: "Following the plan",
      text: "You follow “[press](https://evil.example) <b>script</b>”.",
    },
  },
};
