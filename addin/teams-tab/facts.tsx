import type { ComponentChildren } from "preact";

interface FactsProps {
  /** A label and what is said of it; what is empty is left out. */
  readonly facts: readonly (readonly [label: string, value: ComponentChildren])[];
}

/** Facts with their labels, one below the other. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl class="facts-list">
      {facts
        .filter(([, value]) => value !== "" && value !== false && value !== undefined && value !== null)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
