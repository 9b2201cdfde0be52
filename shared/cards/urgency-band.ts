/** How pressing what a card says is. */
export type Urgency = "calm" | "soon" | "late";

/** The band behind a card’s first line and the colour of its words: dark words on a tint, which every theme can tell. */
export function bandOf(urgency: Urgency): {
  readonly band: string;
  readonly colour: string;
  readonly gap: string;
} {
  switch (urgency) {
    case "calm":
      return { band: "default", colour: "Accent", gap: "None" };
    case "soon":
      return { band: "warning", colour: "Default", gap: "Medium" };
    case "late":
      return { band: "attention", colour: "Default", gap: "Medium" };
  }
}
