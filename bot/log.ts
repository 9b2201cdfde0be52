/** One line of JSON an event: never a token, a text of a person, or anything from a report. */
export type Log = (event: string, facts?: Readonly<Record<string, string | number | boolean | null>>) => void;

/** Writes to standard output, where the host collects it. */
export const logToOutput: Log = (event, facts = {}) => {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...facts })}\n`);
};

/** An error as facts for the log: its kind and message, without the texts that caused it. */
export function errorFacts(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error };
  const cause = error.cause instanceof Error ? { cause: `${error.cause.name}: ${error.cause.message}` } : {};
  return { error: error.name, message: error.message.slice(0, 500), ...cause };
}
