/** Small pictures, drawn on a 16 by 16 grid in the colour of the words beside them. */
const drawings = {
  circle: "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11",
  pencil: "M3 13l.7-3L10.5 3.2a1.2 1.2 0 0 1 1.7 0l.6.6a1.2 1.2 0 0 1 0 1.7L6 12.3 3 13M9.3 4.4l2.3 2.3",
  tick: "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M5.5 8.2l1.8 1.8 3.3-3.7",
  back: "M6 4 2.8 7.2 6 10.4M3 7.2h6.2a3.4 3.4 0 0 1 0 6.8H7",
  nothing: "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M5.5 8h5",
  table: "M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 6.5v6",
  up: "M8 13V3.5M4 7.5l4-4 4 4",
  down: "M8 3v9.5M4 8.5l4 4 4-4",
  chevron: "M10 3.5 5.5 8l4.5 4.5",
  close: "M4 4l8 8M12 4l-8 8",
  warning: "M8 2.5 14 13H2zM8 6.5v3M8 11.2v.3",
  clock: "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M8 5v3.2l2.2 1.6",
  lock: "M4 7.5h8v6H4zM5.8 7.5V5.2a2.2 2.2 0 0 1 4.4 0v2.3",
  moved: "M2.5 8h10M9 4.5 12.5 8 9 11.5",
  paper: "M4 2.5h5l3 3v8H4zM9 2.5v3h3M6 8.5h4M6 11h4",
  here: "M3.5 8.2l3 3 6-6.4",
} as const;

export type IconName = keyof typeof drawings;

/** A picture that says nothing the words beside it do not say. */
export function Icon({ name, slot }: { readonly name: IconName; readonly slot?: string }) {
  return (
    <svg
      class="icon"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.3"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      {...(slot === undefined ? {} : { slot })}
    >
      <path d={drawings[name]} />
    </svg>
  );
}
