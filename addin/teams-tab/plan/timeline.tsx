import { useMemo, useRef } from "preact/hooks";
import type { ExpectedDecision, PublishedEdition, PublishedItem } from "../../../shared/contracts/answer.ts";
import { toCalendarDate } from "../../../shared/contracts/calendar-date.ts";
import { writtenMonth } from "../../../shared/rules/dates/written-dates.ts";
import { Icon } from "../../ui/icon.tsx";
import { useArrowKeys } from "../../ui/use-arrow-keys.ts";
import { countOf, decisionDays, secrecyWords, shortDay } from "../words.ts";
import { decisionsByMonth, layOutTimeline, type TimelineMark } from "./timeline-layout.ts";

interface TimelineProps {
  readonly items: readonly PublishedItem[];
  readonly edition: PublishedEdition;
  readonly today: string;
  readonly onOpen: (itemKey: string) => void;
}

/** Months across, decision makers down; each decision a bar or a dot with its title. */
export function Timeline({ items, edition, today, onOpen }: TimelineProps) {
  const container = useRef<HTMLDivElement>(null);
  useArrowKeys(container, ".mark");
  const { months, makers, at } = useMemo(() => layOutTimeline(items, edition), [items, edition]);
  const now = at(toCalendarDate(today));
  return (
    <div class="timeline" ref={container}>
      <div class="axis" aria-hidden="true">
        {months.map(({ month, start, length }) => (
          <span key={month} class="axis-month" style={{ insetInlineStart: `${start}%`, width: `${length}%` }}>
            {months.length > 7 ? shortDay(month).slice(2) : writtenMonth(month)}
          </span>
        ))}
        {now !== null && (
          <span class="axis-today" style={{ insetInlineStart: `${now}%` }}>
            Today
          </span>
        )}
      </div>
      {makers.map(({ name, marks }) => (
        <section key={name} class="maker" aria-label={name}>
          <h2>
            {name} <span class="quiet">{countOf(marks.length, "decision")}</span>
          </h2>
          <div class="lanes">
            {months.slice(1).map(({ month, start }) => (
              <span
                key={month}
                class="month-line"
                aria-hidden="true"
                style={{ insetInlineStart: `${start}%` }}
              />
            ))}
            {now !== null && (
              <span class="today-line" aria-hidden="true" style={{ insetInlineStart: `${now}%` }} />
            )}
            <ul>
              {marks.map((mark) => (
                <li key={`${mark.item.key} ${mark.decision.from}`}>
                  <Mark mark={mark} onOpen={onOpen} />
                </li>
              ))}
            </ul>
          </div>
        </section>
      ))}
    </div>
  );
}

function Mark({ mark, onOpen }: { readonly mark: TimelineMark; readonly onOpen: TimelineProps["onOpen"] }) {
  const { item, decision, start, length, shape, title } = mark;
  return (
    <button
      type="button"
      class={`mark title-${title}`}
      data-item={item.key}
      onClick={() => onOpen(item.key)}
      style={{ "--start": `${start}%`, "--length": shape === "dot" ? "0px" : `${length}%` }}
    >
      <span class={`shape ${shape}`} aria-hidden="true" />
      <span class="mark-words">
        <span class="mark-title">{item.title}</span>
        <DecisionFacts item={item} decision={decision} />
      </span>
    </button>
  );
}

/** The day, and what stands out about the item. */
function DecisionFacts({
  item,
  decision,
}: {
  readonly item: PublishedItem;
  readonly decision: ExpectedDecision;
}) {
  const changed = item.dateChanges.some(({ decisionMaker }) => decisionMaker === decision.decisionMaker);
  return (
    <span class="mark-facts">
      <span>
        {decision.from === decision.to
          ? shortDay(decision.from)
          : `${shortDay(decision.from)} to ${shortDay(decision.to)}`}
      </span>
      {item.secrecy !== "open" && (
        <span class="fact">
          <Icon name="lock" />
          {secrecyWords[item.secrecy]}
        </span>
      )}
      {changed && (
        <span class="fact">
          <Icon name="moved" />
          Date changed
        </span>
      )}
    </span>
  );
}

/** The timeline for phones: the same decisions by month. */
export function MonthList({ items, onOpen }: Pick<TimelineProps, "items" | "onOpen">) {
  const container = useRef<HTMLDivElement>(null);
  useArrowKeys(container, ".entry");
  return (
    <div class="months" ref={container}>
      {decisionsByMonth(items).map(({ month, marks }) => (
        <section key={month} aria-label={writtenMonth(month)}>
          <h2>{writtenMonth(month)}</h2>
          <ul class="entries">
            {marks.map(({ item, decision }) => (
              <li key={`${item.key} ${decision.decisionMaker}`}>
                <button type="button" class="entry" data-item={item.key} onClick={() => onOpen(item.key)}>
                  <span class="mark-title">{item.title}</span>
                  <span class="mark-facts">
                    <span>{decision.decisionMaker}</span>
                    <span>{decisionDays(decision)}</span>
                    {item.secrecy !== "open" && (
                      <span class="fact">
                        <Icon name="lock" />
                        {secrecyWords[item.secrecy]}
                      </span>
                    )}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
