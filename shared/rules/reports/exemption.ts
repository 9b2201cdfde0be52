import type { Finding } from "../finding.ts";

/** A paragraph of Schedule 12A to the Local Government Act 1972, in our own short words. */
export interface ExemptParagraph {
  readonly number: number;
  readonly meaning: string;
  /** Part 1 describes what may be exempt; Part 2 qualifies it, and is never a reason of its own. */
  readonly part: 1 | 2;
}

/** Schedule 12A as in force in England since SI 2006/88; paragraphs 8 to 10 qualify the others. */
const scheduleVersion = "Local Government Act 1972 Schedule 12A, as substituted by SI 2006/88";

export const exemptParagraphs: readonly ExemptParagraph[] = [
  { number: 1, part: 1, meaning: "about an individual" },
  { number: 2, part: 1, meaning: "likely to reveal who an individual is" },
  { number: 3, part: 1, meaning: "about somebody’s financial or business affairs" },
  { number: 4, part: 1, meaning: "about consultations or negotiations on labour relations" },
  { number: 5, part: 1, meaning: "covered by legal professional privilege" },
  { number: 6, part: 1, meaning: "about a notice, order or direction that the council means to give" },
  { number: 7, part: 1, meaning: "about preventing, investigating or prosecuting crime" },
  { number: 8, part: 2, meaning: "registrable elsewhere, so not exempt under paragraph 3" },
  { number: 9, part: 2, meaning: "the council’s own planning application, so not exempt" },
  { number: 10, part: 2, meaning: "exempt only while the public interest in that outweighs disclosure" },
];

/** What is said of a report's exemption. */
export interface ExemptionClaim {
  readonly subject: string;
  readonly exempt: boolean;
  readonly paragraphs: readonly number[];
  /** Why the public interest in keeping it exempt outweighs that in disclosing it. */
  readonly publicInterestReason?: string;
}

/** Whether an exemption rests on something (rule R18). */
export function exemptionFindings(claim: ExemptionClaim): Finding[] {
  const { subject: where, exempt, paragraphs, publicInterestReason = "" } = claim;
  if (!exempt) return [];
  const finding = (severity: Finding["severity"], message: string, fix: string): Finding => ({
    rule: "R18",
    severity,
    where,
    message,
    fix,
    provision: scheduleVersion,
  });
  const wrong = paragraphs.filter(
    (number) => exemptParagraphs.find((known) => known.number === number)?.part !== 1,
  );
  const findings: Finding[] = [];
  if (paragraphs.length === 0)
    findings.push(
      finding(
        "error",
        "It is exempt and names no paragraph.",
        "Name the paragraph, 1 to 7, that it rests on.",
      ),
    );
  for (const number of wrong) {
    const known = exemptParagraphs.find((paragraph) => paragraph.number === number);
    findings.push(
      finding(
        "error",
        known
          ? `Paragraph ${number} qualifies the others (${known.meaning}); it makes nothing exempt.`
          : `There is no paragraph ${number}.`,
        "Name a paragraph from 1 to 7.",
      ),
    );
  }
  if (publicInterestReason.trim() === "")
    findings.push(
      finding(
        "error",
        "No reason is given why the public interest asks for exemption.",
        "Write down the reason; paragraph 10 asks for it.",
      ),
    );
  if (paragraphs.includes(3))
    findings.push(
      finding(
        "info",
        "Paragraph 3 does not cover information that must be registered elsewhere (paragraph 8).",
        "Check whether it is registrable, at Companies House for one.",
      ),
    );
  return findings;
}
