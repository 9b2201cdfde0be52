const ours = ["ServerRefusal", "NotInTeams", "SignInFailed"];

/** A failure in words for the person; the console has the rest. */
export function sentenceOf(failure: unknown): string {
  console.error(failure);
  if (failure instanceof Error && ours.includes(failure.name)) return failure.message;
  return "Something went wrong on this page. Open the tab again; nothing was changed that you have not been told of.";
}
