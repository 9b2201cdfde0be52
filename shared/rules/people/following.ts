/** What somebody wants to be told of, without asking each time. */
export interface Follow {
  /** {@link followKey}: the person and what is followed. */
  readonly key: string;
  /** Entra object id. */
  readonly person: string;
  /** What is followed, as the person put it: “Linacre”, “housing”; empty for the Sunday message. */
  readonly topic: string;
  readonly kind: FollowKind;
  /** Nothing is sent while it is muted; it is kept. */
  readonly muted: boolean;
  /** ISO instant. */
  readonly since: string;
}

export const followKinds = ["topic", "sunday"] as const;
export type FollowKind = (typeof followKinds)[number];

/** The key of a follow: `<person>/<TOPIC>`, or `<person>/SUNDAY`. */
export function followKey(person: string, kind: FollowKind, topic: string): string {
  const name = topic
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 120);
  return `${person}/${kind === "sunday" ? "SUNDAY" : `T-${name || "ALL"}`}`.toUpperCase();
}
