/** One thing measured, beside its target and, where there is one, its peer in the same run. */
export interface Figure {
  /** Stable, for programs: `bot-turn.alone.p50`. */
  readonly key: string;
  readonly what: string;
  readonly unit: string;
  readonly measured: number;
  /** What the peer took, in the same unit. */
  readonly peer?: { readonly name: string; readonly measured: number };
  /** Measured divided by the peer’s. */
  readonly ratio?: number;
  readonly target?: {
    readonly of: "measured" | "ratio";
    readonly atMost?: number;
    readonly atLeast?: number;
  };
  readonly verdict: "met" | "missed" | "no target";
}

type FigureFacts = Omit<Figure, "verdict" | "ratio">;

/** Judges a figure against its target. Figures are rounded to three significant digits. */
export function figure(facts: FigureFacts): Figure {
  const { peer, target } = facts;
  const ratio = peer ? facts.measured / peer.measured : undefined;
  const judged = target?.of === "ratio" ? ratio : facts.measured;
  let verdict: Figure["verdict"] = "no target";
  if (target) {
    if (judged === undefined) throw new Error(`${facts.key} has a target for its ratio, and no peer.`);
    const met = judged <= (target.atMost ?? Infinity) && judged >= (target.atLeast ?? -Infinity);
    verdict = met ? "met" : "missed";
  }
  return {
    ...facts,
    measured: rounded(facts.measured),
    ...(peer ? { peer: { ...peer, measured: rounded(peer.measured) } } : {}),
    ...(ratio === undefined ? {} : { ratio: rounded(ratio) }),
    verdict,
  };
}

function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(3));
}

/** The value that a part of all measurements (0 to 1) does not exceed. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
  if (value === undefined) throw new Error("Nothing was measured.");
  return value;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The figures as a table in plain text. */
export function figuresTable(figures: readonly Figure[]): string {
  const rows = [
    ["", "measured", "peer", "ratio", "target", "verdict"],
    ...figures.map((one) => [
      one.what,
      `${one.measured} ${one.unit}`,
      one.peer ? `${one.peer.measured} ${one.unit} (${one.peer.name})` : "",
      one.ratio === undefined ? "" : `${one.ratio}x`,
      targetInWords(one),
      one.verdict === "no target" ? "" : one.verdict,
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function targetInWords({ target, unit }: Figure): string {
  if (!target) return "";
  const of = target.of === "ratio" ? "x" : ` ${unit}`;
  return target.atMost === undefined ? `at least ${target.atLeast}${of}` : `at most ${target.atMost}${of}`;
}
