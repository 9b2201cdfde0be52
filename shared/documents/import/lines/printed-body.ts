import { endsInBracket } from "./paper-lines.ts";

/** Words that say a meeting was held. */
export const held =
  /\bmeeting\s+(?:of\b.{0,140}?\b)?held\b|\bminutes of\b|\bproceedings of\b|\bat a meeting of\b/i;

/** Words in the names of bodies that meet. */
export const bodyWords =
  /\b(?:committee|cabinet|board|panel|executive|forum|commission|assembly|sub-committee|joint|council)\b/i;
/** “6.30 p.m.”, “18:30”. */
export const timePattern =
  /\b(\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?\s?m\.?|noon)|\d{1,2}[.:]\d{2}(?:\s*hours)?)(?=[\s,;)]|$)/i;

/** The body's name: after “meeting of the”, or the first line that is one. */
export function bodyOf(front: readonly string[]): string {
  const all = front.join(" ").replace(/\s+/g, " ");
  const named =
    /\b(?:minutes|proceedings)\s+of\s+(?:an?\s+|the\s+)?(?:(?:ordinary|annual|special|extraordinary|additional|virtual|previous|last)\s+)?(?:meeting\s+of\s+)?(?:the\s+)?(.{1,140}?)(?=,?\s+(?:(?:of\s+(?:the|an?)\s+)?meeting\s+)?held\b|,?\s+(?:which|convened)\b|\s*[-–,]?\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d{1,2}(?:st|nd|rd|th)?\s+\p{L}+\s+\d{4}))/iu.exec(
      all,
    )?.[1] ?? /\bmeeting\s+of\s+(?:the\s+)?(.{1,140}?)(?=,?\s+held\b)/i.exec(all)?.[1];
  const lines: string[] = [];
  for (const line of front) {
    const last = lines.at(-1);
    // The kind of body may stand alone below its name: “Housing and Safety Scrutiny” / “Commission”.
    const kindOnly = /^(?:sub-?\s?)?(?:commission|committee|panel|board|forum|executive)$/i.test(line);
    const open =
      last !== undefined &&
      last.length < 400 &&
      (endsInBracket(last) ||
        /\b(?:and|of|the|for)$|[-–&]$/i.test(last) ||
        (kindOnly &&
          /\b(?:scrutiny|overview|select|planning|licensing|audit|services?|health|skills|safety)$/i.test(
            last,
          )));
    if (open) lines[lines.length - 1] = `${last} ${line}`;
    else lines.push(line);
  }
  const candidates = lines.filter(
    (line) =>
      bodyWords.test(line) &&
      line.length < 160 &&
      !held.test(line) &&
      !/^(?:venue|place|location|date|time)\s*:|^(?:draft )?minutes$|^\(?draft\b/i.test(line) &&
      !/[.;]$/.test(line),
  );
  const cleaned = candidates.map((line) =>
    line
      .replace(/\s+(?:on|at|held)$/i, "")
      .replace(
        /^(?:draft\s+)?(?:minutes|notes|(?:record|summary) of (?:the )?(?:decisions?|proceedings)(?: (?:made|taken))?|decisions?(?: made| taken)?)\s*(?:(?:of|by|at)(?: the| a)?(?: meeting of)?(?: the)?\b|[-–:])?\s*/i,
        "",
      )
      .replace(
        /\s*[-–,|]\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*|\d{1,2}(?:st|nd|rd|th)?\s+\p{L}+\s+\d{4}.*)$/iu,
        "",
      )
      .replace(/\s*[-–—:]?\s*\b(?:draft\s+)?(?:minutes|record of decisions?|decision record)$/i, "")
      .replace(
        /^.{3,60}\b(?:council|authority)\s+[-–—|]\s+(?=.*\b(?:committee|cabinet|board|panel|executive|forum|commission)\b)/i,
        "",
      )
      .trim(),
  );
  const council = /\bcouncil$/i;
  const own =
    cleaned.find((line) => line !== "" && !council.test(line)) ?? cleaned.find((line) => line !== "");
  const said = named && bodyWords.test(named) && named.length < 140 ? named.trim() : undefined;
  return (said && (!own || !council.test(said) || council.test(own)) ? said : (own ?? said ?? "")).replace(
    /\s+/g,
    " ",
  );
}
