/** Whom a label in the head of minutes introduces. */
export type HeadZone =
  | "present"
  | "added"
  | "substitutes"
  | "chair"
  | "vice"
  | "also"
  | "apologies"
  | "absent";

/** A label in the head of minutes, and what stands behind it on its line. */
export interface HeadLabel {
  readonly zone: HeadZone;
  /** “Co-opted members”: who they are, where they are no ordinary members. */
  readonly group?: string;
  readonly rest: string;
}

/** The words that such labels are made of; a person’s name holds others. */
const labelWord =
  /^(?:the|of|or|part|any|for|from|and|&|other|others|also|all|in|by|to|with|on|at|not|who|were|was|had|has|have|been|members?|memberships?|councillors?|cllrs?\.?|committee|sub-committee|cabinet|executive|panel|board|council|council’s|commission|forum|group|voting|non-voting|present|there|attending|attended|attendance|attendees?|absent|absence|absences|apology|apologies|received|sent|noted|given|submitted|officers?|officials?|staff|guests?|visitors?|observers?|witness(?:es)?|invitees?|invited|invitation|partners?|public|press|advis[eo]rs?|advisory|co-opted|co-optees?|coopted|added|lay|independent|persons?|people|representatives?|reps?|representing|parent|governors?|church|diocesan|faith|teacher|substitutes?|substituting|substitutions?|reserves?|named|chair(?:man|person|woman|ing)?|vice|vice-chair(?:man|person|woman)?|deputy|remotely|virtually|online|portfolio|holders?|ward|local|elected|appointed|additional|external|internal|support|clerk|democratic|services?|leave|business|presiding|lateness|non-attendance|meeting|committee’s|scrutiny)$/i;

const person = /\b(?:councillors?|cllrs?|mr|mrs|ms|miss|dr|the (?:lord )?mayor)\b/i;

/**
 * The label that a line of the head begins with, known by its words; null when it begins with none. It ends with a
 * colon or a dash, with the line, or where the first person is named.
 */
export function headLabel(printed: string): HeadLabel | null {
  const text = printed.replace(/\s+/g, " ");
  const whole = text.replace(/\([^)]{0,60}\)/g, (inside) => " ".repeat(inside.length));
  const sign = /\s*(?::\s*[-–—]?|\s[-–—](?=\s|$))\s*/.exec(whole);
  const named = person.exec(whole);
  const ends = [
    ...(sign ? [{ at: sign.index, after: sign.index + sign[0].length }] : []),
    ...(named && named.index > 0 ? [{ at: named.index, after: named.index }] : []),
    { at: whole.length, after: whole.length },
  ].sort((a, b) => a.at - b.at);
  for (const { at, after } of ends) {
    const words = whole.slice(0, at).trim();
    const zone = zoneOf(words);
    const rest = text
      .slice(after)
      .replace(/^[\s:–—-]+/, "")
      .trim();
    if (zone === null || (zone === "chair" && rest === "" && !/:\s*$/.test(text))) continue;
    return { zone, rest, ...(zone === "added" ? { group: words } : {}) };
  }
  // “Moorland Council: Councillors A and B”, in a joint committee.
  const joint = /^(\p{Lu}[^:.;]{3,60}):\s*(?=(?:councillors?|cllrs?)\b)(.+)$/iu.exec(text);
  return joint?.[1] && joint[2] && joint[1].split(/\s+/).length <= 8
    ? { zone: "present", rest: joint[2] }
    : null;
}

function zoneOf(label: string): HeadZone | null {
  const words = label.split(/[\s/,]+/).filter((word) => word !== "");
  if (words.length === 0 || words.length > 9 || !words.every((word) => labelWord.test(word))) return null;
  const has = (pattern: RegExp) => pattern.test(label);
  if (has(/\bapolog/i)) return "apologies";
  if (has(/\babsent\b|\bnot present\b|\babsences?$/i)) return "absent";
  if (has(/\bnon-voting\b|\bobserver|\badvis/i)) return "also";
  if (
    has(
      /\bco-?opt|\b(?:independent|added|lay)\s+(?:members?|persons?|people)|\b(?:parent|church|diocesan|faith|teacher)\b/i,
    )
  )
    return "added";
  if (
    has(
      /\b(?:also|others?|officers?|officials?|staff|guests?|visitors?|witness|invite|invitation|partners?|public|press|external|support|clerk|portfolio|ward|local|democratic|representatives?|representing)/i,
    )
  )
    return "also";
  if (has(/\bsubstitut|\breserves?\b/i)) return "substitutes";
  if (has(/^(?:vice|deputy)[\s-]chair/i)) return "vice";
  if (has(/^(?:(?:in )?the )?chair(?:man|person|woman|ing)?$|^presiding$/i)) return "chair";
  if (has(/^in attendance\b|^attendees?$|^(?:cabinet|executive)\b.*\battend/i)) return "also";
  if (has(/\bpresent\b|\bmembers?\b|\bmembership\b|\bcouncillors\b|\battend|^voting/i)) return "present";
  return null;
}

/** The labels of a row that heads columns of names; null when the row is none. */
export function headColumns(cells: readonly string[]): readonly string[] | null {
  const filled = cells.filter((cell) => cell !== "");
  return filled.length > 1 && filled.every((cell) => headLabel(cell)?.rest === "") ? cells : null;
}

/** “* denotes attendance”: only the names with a mark were there. */
export const presentMark =
  /^\*+\s*(?:(?:denotes?|indicates?|means|marks|shows|=|[-–:])\s*)?(?:members?\s+|councillors?\s+)?(?:denotes?\s+)?(?:attendance|attended|attending|present|in attendance)\b[^*]{0,30}$/i;
