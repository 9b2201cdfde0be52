/**
 * The states of a record and the steps between them: from each state, the states it may become.
 * The steps are those of the reporting cycle; what is not listed cannot be done.
 */
export type StateMachine<State extends string> = Readonly<Record<State, readonly State[]>>;

/** Whether a record in one state may be put into another. A record may always stay as it is. */
export function mayBecome<State extends string>(
  machine: StateMachine<State>,
  from: State,
  to: State,
): boolean {
  return from === to || machine[from].includes(to);
}

/** Says that a step cannot be taken, and which ones can. */
export class StepNotAllowed extends Error {
  override readonly name = "StepNotAllowed";
}

/**
 * Checks a step before it is taken.
 * @param what the record in words, for the message: “The minutes of Cabinet on 3 September 2026”.
 * @throws {StepNotAllowed} naming the steps that are open.
 */
export function checkStep<State extends string>(
  machine: StateMachine<State>,
  what: string,
  from: State,
  to: State,
): void {
  if (mayBecome(machine, from, to)) return;
  const open = machine[from];
  throw new StepNotAllowed(
    `${what} cannot go from “${from}” to “${to}”. ${open.length === 0 ? "That state is final." : `From “${from}” it can become: ${open.join(", ")}.`}`,
  );
}
