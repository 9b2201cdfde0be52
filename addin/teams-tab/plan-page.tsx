import { useCallback, useEffect, useState } from "preact/hooks";
import { allWards, type PublishedItem, type Secrecy } from "../../shared/contracts/answer.ts";
import type { PublishedPlan } from "../../shared/contracts/forward-plan-api.ts";
import { writtenShort, writtenWithoutWeekday } from "../../shared/rules/dates/written-dates.ts";
import { readPublishedPlan } from "./plan-server.ts";
import type { TeamsHost } from "./teams-host.ts";

type View =
  | { readonly at: "loading" }
  | { readonly at: "failed"; readonly message: string }
  | { readonly at: "plan"; readonly plan: PublishedPlan };

interface PlanPageProps {
  readonly enterTeams: () => Promise<TeamsHost>;
}

/** The Forward Plan as published, for reading in Teams. */
export function PlanPage({ enterTeams }: PlanPageProps) {
  const [view, setView] = useState<View>({ at: "loading" });

  const load = useCallback(async () => {
    setView({ at: "loading" });
    let host: TeamsHost | null = null;
    try {
      host = await enterTeams();
      const token = await host.token();
      setView({ at: "plan", plan: await readPublishedPlan(token) });
    } catch (error) {
      console.error(error);
      setView({ at: "failed", message: sentenceOf(error) });
    } finally {
      host?.ready();
    }
  }, [enterTeams]);
  useEffect(() => void load(), [load]);

  return (
    <main aria-busy={view.at === "loading"}>
      <h1>Forward Plan</h1>
      {view.at === "loading" && <p role="status">Opening the Forward Plan…</p>}
      {view.at === "failed" && (
        <>
          <p role="alert">{view.message}</p>
          <button type="button" onClick={() => void load()}>
            Try again
          </button>
        </>
      )}
      {view.at === "plan" && <Plan plan={view.plan} />}
    </main>
  );
}

function Plan({ plan: { edition, items } }: { readonly plan: PublishedPlan }) {
  if (edition === null) return <p role="status">No Forward Plan has been published yet.</p>;
  return (
    <>
      <p role="status">
        {writtenWithoutWeekday(edition.periodFrom)} to {writtenWithoutWeekday(edition.periodTo)}, published{" "}
        {writtenWithoutWeekday(edition.publishedOn)}. {items.length} {items.length === 1 ? "item" : "items"}.
        Expected dates may change.
      </p>
      {edition.address !== undefined && (
        <p>
          <a href={edition.address} target="_blank" rel="noreferrer">
            The plan on the council’s website
          </a>
        </p>
      )}
      {/* A region that scrolls sideways has to be reached by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keyboard users scroll it */}
      <section class="scroll" aria-label="Items of the plan" tabIndex={0}>
        <table>
          <caption>Decisions expected, in the order of their dates</caption>
          <thead>
            <tr>
              <th scope="col">Item</th>
              <th scope="col">Decision</th>
              <th scope="col">Report</th>
              <th scope="col">Wards</th>
              <th scope="col">Contact</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <Row key={item.key} item={item} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

const secrecyWords: Readonly<Record<Secrecy, string>> = {
  open: "Open",
  "part-exempt": "Part exempt",
  "fully-exempt": "Fully exempt",
};

function Row({ item }: { readonly item: PublishedItem }) {
  return (
    <tr>
      <th scope="row">{item.title}</th>
      <td>
        {item.decisions.map(({ decisionMaker, from, to }) => (
          <p key={decisionMaker}>
            {decisionMaker},{" "}
            <span class="date">
              {from === to ? writtenShort(from) : `${writtenShort(from)} to ${writtenShort(to)}`}
            </span>
          </p>
        ))}
        {item.dateChanges.length > 0 && <p>Date changed</p>}
      </td>
      <td>{secrecyWords[item.secrecy]}</td>
      <td>{item.wards.includes(allWards) ? "All wards" : item.wards.join(", ")}</td>
      <td>
        {item.contacts.map(({ name, email }) => (
          <p key={name}>{email === undefined ? name : <a href={`mailto:${email}`}>{name}</a>}</p>
        ))}
      </td>
    </tr>
  );
}

function sentenceOf(error: unknown): string {
  if (error instanceof Error && (error.name === "NotInTeams" || error.name === "PlanNotRead"))
    return error.message;
  return "Teams could not sign you in to Clear Days. Try again; if it fails again, ask the council’s Teams administrator to approve the app.";
}
