/** Where one clause of a question ends and the next begins. */
const betweenClauses = /[.;:!?,\n]+|\s[-–—]+\s/;
const opensAQuestion =
  /^\s*(?:(?:and|so|but|ok|okay|right|then|please|anyway|just|now)\s+)*(?:which|what|whats|what's|what’s|wich|wat|who|whos|who's|who’s|when|whens|where|how|is|are|does|do|did|can|could|would|will|has|have|any|anything|list|show|give|tell|find|i want|i need|i would like|i'd like|i’d like)\b/i;
/** Somebody’s own story, and nothing of the plan. */
const tellsAStory =
  /\b(?:i|im|i'm|i’m|ive|i've|i’ve|we|weve|we've|my|our|us|me|he|she|someone|somebody|constituents?|colleagues?|residents?|neighbours?|people|mate)\b/i;
const namesThePlan = /\b(?:items?|decisions?|reports?|matters|plan|anything|everything|meetings?)\b/i;
const pointsBack = /\b(?:(?<!on )it|its|that|this|those|these|they|them|ours|us)\b/i;
const namesWho = /\b(?:scrutiny|committee|wards?|cabinet|council|portfolio)\b/i;

/**
 * A question without the story told before it: “I was in the market and people asked me about parking, so when is the
 * charges review decided?” The story stays where the rest cannot stand without it.
 * @param isKnown whether a word is one of a title or a name.
 * @param isWard whether it is one of a ward’s name: “I live in Kew” tells what is wanted, and stays.
 */
export function withoutLeadIn(
  text: string,
  isKnown: (word: string) => boolean,
  isWard: (word: string) => boolean,
): string {
  const clauses = text.split(betweenClauses);
  const main = clauses.findIndex((clause) => opensAQuestion.test(clause));
  if (main < 1) return text;
  const leadIn = clauses.slice(0, main);
  if (!leadIn.some((clause) => tellsAStory.test(clause))) return text;
  const start = text.indexOf(clauses[main] ?? "", leadIn.join(" ").length);
  const rest = text.slice(Math.max(start, 0));
  const namesWard = leadIn
    .join(" ")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .some(isWard);
  if (namesWard || /\b(?:my|our) (?:ward|area|patch|division)\b/i.test(rest)) return text;
  const knownIn = (part: string) =>
    part
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter((word) => word.length > 3 && isKnown(word)).length;
  const refersBack = pointsBack.test(rest);
  const stands =
    knownIn(rest) > (refersBack ? 1 : 0) ||
    (namesThePlan.test(rest) &&
      !refersBack &&
      !leadIn.some((clause) => namesWho.test(clause) || knownIn(clause) > 0));
  return stands ? rest : text;
}
