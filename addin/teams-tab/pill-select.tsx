import { Icon } from "../ui/icon.tsx";

interface PillSelectProps<Value extends string> {
  /** What is chosen, for who cannot see: “Ward”. */
  readonly label: string;
  /** Shown for the empty value: “Any ward”; without it one of the choices is always taken. */
  readonly any?: string;
  readonly value: Value;
  readonly choices: readonly (readonly [value: Value, words: string])[];
  readonly onChoose: (value: Value) => void;
}

/** A filter as a chip: press it to choose, press the cross to let it go. */
export function PillSelect<Value extends string>(props: PillSelectProps<Value>) {
  const { label, any, value, choices, onChoose } = props;
  const set = any !== undefined && value !== "";
  return (
    <span class={`pill${set ? " set" : ""}`}>
      <select
        aria-label={label}
        value={value}
        onChange={(event) => onChoose(event.currentTarget.value as Value)}
      >
        {any !== undefined && <option value="">{any}</option>}
        {choices.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
      {set && (
        <button
          type="button"
          class="pill-off"
          aria-label={`Remove the filter ${label}`}
          title="Remove"
          onClick={() => onChoose("" as Value)}
        >
          <Icon name="close" />
        </button>
      )}
    </span>
  );
}

interface SwitchProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly (readonly [value: Value, words: string])[];
  readonly onChoose: (value: Value) => void;
}

/** Two or three ways to look at the same thing. */
export function ViewSwitch<Value extends string>({ label, value, choices, onChoose }: SwitchProps<Value>) {
  return (
    <fieldset class="switch">
      <legend class="read-out">{label}</legend>
      {choices.map(([one, words]) => (
        <button key={one} type="button" aria-pressed={one === value} onClick={() => onChoose(one)}>
          {words}
        </button>
      ))}
    </fieldset>
  );
}
