import { useMemo, useState } from "preact/hooks";
import type { PublishedPlan } from "../../../shared/contracts/forward-plan-api.ts";
import { useRememberedChoice } from "../../ui/remembered-choice.ts";
import { useNarrow } from "../../ui/use-narrow.ts";
import { PillSelect, ViewSwitch } from "../pill-select.tsx";
import { useAnnouncedCount } from "../use-announced-count.ts";
import { countOf, fullDay, shortDay } from "../words.ts";
import { ItemPanel } from "./item-panel.tsx";
import { filterChoices, filterItems, filtersSet, noFilters, type PlanFilters } from "./plan-filters.ts";
import { PlanTable } from "./plan-table.tsx";
import { MonthList, Timeline } from "./timeline.tsx";

interface PlanPageProps {
  readonly plan: PublishedPlan;
  readonly today: string;
  /** Key of the item whose details are open. */
  readonly open: string | undefined;
  readonly onOpen: (itemKey: string | undefined) => void;
  readonly announce: (words: string) => void;
}

/** The Forward Plan as published: a timeline or a table, narrowed by filters. */
export function PlanPage({ plan, today, open, onOpen, announce }: PlanPageProps) {
  const { edition, items, calendars } = plan;
  const [filters, setFilters] = useState<PlanFilters>(noFilters);
  const [view, setView] = useRememberedChoice("clear-days.plan-view", ["timeline", "table"]);
  const narrow = useNarrow();
  const choices = useMemo(() => filterChoices(items), [items]);
  const found = useMemo(() => filterItems(items, filters), [items, filters]);
  const set = filtersSet(filters);
  const count =
    set === 0 ? countOf(items.length, "item") : `${found.length} of ${countOf(items.length, "item")}`;
  useAnnouncedCount(count, announce);

  const heading = <h1 tabIndex={-1}>Forward Plan</h1>;
  if (edition === null)
    return (
      <>
        {heading}
        <p class="empty-words">
          No Forward Plan has been published yet. Once the committee office publishes one, the decisions of
          the coming months appear here.
        </p>
      </>
    );

  const narrowTo = (change: Partial<PlanFilters>): void => setFilters({ ...filters, ...change });
  const pairs = (texts: readonly string[]): [string, string][] => texts.map((text) => [text, text]);
  const named = [
    ["ward", "Ward", "Any ward", choices.wards],
    ["decisionMaker", "Decision maker", "Any decision maker", choices.decisionMakers],
    ["area", "Scrutiny area", "Any area", choices.areas],
  ] as const;
  const item = items.find(({ key }) => key === open);
  return (
    <>
      <header class="page-head">
        <div>
          {heading}
          <p class="quiet">
            {shortDay(edition.periodFrom)} to {shortDay(edition.periodTo)}, published{" "}
            {fullDay(edition.publishedOn)}. Expected dates may change.
          </p>
        </div>
        <ViewSwitch
          label="How the plan is shown"
          value={view}
          choices={[
            ["timeline", "Timeline"],
            ["table", "Table"],
          ]}
          onChoose={setView}
        />
      </header>
      {open !== undefined && item === undefined && (
        <p class="note" role="note">
          The item this link leads to is not in the plan in force. It may have been decided or withdrawn; ask
          the bot about it.
        </p>
      )}
      <search class="filters" aria-label="Narrow the plan">
        <input
          type="search"
          class="search-field"
          aria-label="Search the plan"
          placeholder="Search the plan"
          value={filters.words}
          onInput={(event) => narrowTo({ words: event.currentTarget.value })}
        />
        {named.map(([name, label, any, values]) => (
          <PillSelect
            key={name}
            label={label}
            any={any}
            value={filters[name]}
            choices={pairs(values)}
            onChoose={(chosen) => narrowTo({ [name]: chosen })}
          />
        ))}
        <PillSelect
          label="Report"
          any="Open and exempt"
          value={filters.secrecy}
          choices={[
            ["open", "Open"],
            ["exempt", "Part or fully exempt"],
          ]}
          onChoose={(secrecy) => narrowTo({ secrecy })}
        />
        {set > 0 && (
          <button type="button" class="link" onClick={() => setFilters(noFilters)}>
            Clear {countOf(set, "filter")}
          </button>
        )}
        <span class="count quiet">{count}</span>
      </search>
      {found.length === 0 ? (
        <p class="empty-words">No item of the plan fits. Remove a filter to see more.</p>
      ) : view === "table" ? (
        <PlanTable items={found} onOpen={onOpen} />
      ) : narrow ? (
        <MonthList items={found} onOpen={onOpen} />
      ) : (
        <Timeline items={found} edition={edition} today={today} onOpen={onOpen} />
      )}
      {edition.address !== undefined && (
        <p>
          <a href={edition.address} target="_blank" rel="noreferrer">
            The plan on the council’s website
          </a>
        </p>
      )}
      {item && (
        <ItemPanel
          item={item}
          edition={edition}
          calendar={calendars?.[item.key]}
          onClose={() => onOpen(undefined)}
        />
      )}
    </>
  );
}
