/** Somebody the council knows: a councillor, a co-opted member or an officer. */
export interface Person {
  readonly key: string;
  readonly name: string;
  readonly kind: PersonKind;
  /** Post of an officer, or office of a councillor. */
  readonly post?: string;
  readonly email?: string;
  /** Entra object id: who the person is when signed in. */
  readonly entraObjectId?: string;
  /** Ward of a councillor. */
  readonly ward?: string;
  /** Keys of the bodies a member sits on. */
  readonly seats: readonly string[];
  readonly active: boolean;
}

export const personKinds = ["Councillor", "CoOpted", "Officer"] as const;
export type PersonKind = (typeof personKinds)[number];
