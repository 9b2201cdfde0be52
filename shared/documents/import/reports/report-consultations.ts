import type { PaperLine } from "../lines/paper-lines.ts";

/** A consultation reference, proof that finance or legal cleared the report (rule R27). */
export interface PrintedConsultation {
  readonly kind: "FD" | "LD";
  readonly number: string;
  readonly year: string;
  /** `FD.5191/18`. */
  readonly reference: string;
  readonly printed: string;
}

const reference = /(?<![A-Za-z])([FL])D[.,: ]*(?:no\.?\s*)?(\d{3,5})\s*\/\s*(\d{2}(?:\d{2})?)/g;

/** The references of consultations that the lines cite, each once (rule R27). */
export function consultationsOf(lines: readonly PaperLine[]): PrintedConsultation[] {
  const text = lines.map((line) => line.text).join(" ");
  const found = [...text.matchAll(reference)].map((match): PrintedConsultation => {
    const kind = `${match[1]}D` as "FD" | "LD";
    const [, , number = "", year = ""] = match;
    return {
      kind,
      number,
      year: year.slice(-2),
      reference: `${kind}.${number}/${year.slice(-2)}`,
      printed: match[0].trim(),
    };
  });
  return [...Map.groupBy(found, (one) => one.reference).values()].flatMap(([first]) => first ?? []);
}
