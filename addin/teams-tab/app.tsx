import type { FunctionComponent } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { PublishedPlan } from "../../shared/contracts/forward-plan-api.ts";
import type { CouncilMeetings } from "../../shared/contracts/meetings-api.ts";
import { Notice } from "../ui/notice.tsx";
import { useArrowKeys } from "../ui/use-arrow-keys.ts";
import { useWork } from "../ui/use-work.ts";
import { WorkingBar } from "../ui/working-bar.tsx";
import { type CouncilServer, connectCouncilServer } from "./council-server.ts";
import { sentenceOf } from "./failure-sentence.ts";
import { MeetingsPage } from "./meetings/meetings-page.tsx";
import { type PageName, type Place, pages, readPlace } from "./place.ts";
import { PlanPage } from "./plan/plan-page.tsx";
import type { TeamsHost } from "./teams-host.ts";

interface Council {
  readonly server: CouncilServer;
  readonly plan: PublishedPlan;
  readonly meetings: CouncilMeetings;
}

/** What a page that is loaded when it is first opened needs. */
export interface LatePageProps {
  readonly server: CouncilServer;
  readonly meetings: CouncilMeetings;
  readonly announce: (words: string) => void;
}
type LatePage = FunctionComponent<LatePageProps>;

/** Pages that most people do not open: fetched when they are. */
const latePages: Readonly<Partial<Record<PageName, () => Promise<LatePage>>>> = {
  deadlines: async () => (await import("./deadlines/deadlines-page.tsx")).DeadlinesPage,
  deliveries: async () => (await import("./deliveries/deliveries-page.tsx")).DeliveriesPage,
  calendar: async () => (await import("./my-calendar/my-calendar-page.tsx")).MyCalendarPage,
};

const pageTitles: Readonly<Record<PageName, string>> = {
  plan: "Forward Plan",
  meetings: "Meetings",
  deadlines: "Deadlines",
  deliveries: "Deliveries",
  calendar: "My calendar",
};
const forOfficers: readonly PageName[] = ["deadlines", "deliveries"];

interface AppProps {
  readonly enterTeams: () => Promise<TeamsHost>;
}

/** The whole tab. */
export function App({ enterTeams }: AppProps) {
  const worker = useWork();
  const { run } = worker;
  const [council, setCouncil] = useState<Council | null>(null);
  const [place, setPlace] = useState<Place>(() => readPlace(location.search));
  const [late, setLate] = useState<Readonly<Partial<Record<PageName, LatePage>>>>({});
  const [announcement, setAnnouncement] = useState("");
  const panel = useRef<HTMLElement>(null);

  const start = useCallback(() => {
    void run("Opening Clear Days", async ({ signal }) => {
      let host: TeamsHost | null = null;
      try {
        host = await enterTeams();
        const server = connectCouncilServer(host.token);
        const [plan, meetings] = await Promise.all([server.plan(signal), server.meetings(signal)]);
        const wanted = readPlace(location.search, host.subPage);
        setPlace(meetings.officer || !forOfficers.includes(wanted.page) ? wanted : { page: "plan" });
        setCouncil({ server, plan, meetings });
      } finally {
        host?.ready();
      }
    });
  }, [enterTeams, run]);
  useEffect(start, [start]);

  const { page } = place;
  const Late = late[page];
  const fetchPage = latePages[page];
  const opened = council !== null;
  const idle = worker.work === null && worker.failure === null;
  const bring = useCallback(() => {
    if (fetchPage)
      void run(`Opening ${pageTitles[page]}`, async () => {
        const found = await fetchPage();
        setLate((before) => ({ ...before, [page]: found }));
      });
  }, [fetchPage, page, run]);
  useEffect(() => {
    if (opened && !Late && idle) bring();
  }, [opened, Late, idle, bring]);

  // Where the eye goes, the focus goes: each page begins at its heading, unless something opened over it.
  const shown = opened && (!fetchPage || Late !== undefined);
  useEffect(() => {
    if (!shown) return;
    document.title = `${pageTitles[page]}: Clear Days`;
    if (!document.querySelector("dialog[open]")) panel.current?.querySelector<HTMLElement>("h1")?.focus();
    window.scrollTo(0, 0);
  }, [shown, page]);

  // What a link opened over a page leaves the focus nowhere when it closes.
  useEffect(() => {
    if (shown && document.activeElement === document.body && !document.querySelector("dialog[open]"))
      panel.current?.querySelector<HTMLElement>("h1")?.focus();
  }, [shown, place]);

  if (council === null)
    return (
      <main aria-busy={worker.work !== null} class="opening-page">
        <h1 tabIndex={-1}>Clear Days</h1>
        {worker.failure !== null && (
          <>
            <p role="alert">{sentenceOf(worker.failure)}</p>
            <fluent-button onClick={start}>Try again</fluent-button>
          </>
        )}
        {worker.work ? (
          <WorkingBar work={worker.work} />
        ) : (
          worker.failure === null && <fluent-button onClick={start}>Open Clear Days</fluent-button>
        )}
      </main>
    );

  const { server, plan, meetings } = council;
  const seen = pages.filter((name) => meetings.officer || !forOfficers.includes(name));
  return (
    <>
      <Navigation pages={seen} page={page} onPage={(name) => setPlace({ page: name })} />
      <main aria-busy={worker.work !== null} ref={panel}>
        <div id="page" role="tabpanel" aria-labelledby={`tab-${page}`} class="page">
          {worker.failure !== null && (
            <Notice
              intent="error"
              message={sentenceOf(worker.failure)}
              onDismiss={worker.dismiss}
              {...(fetchPage && !Late ? { action: { label: "Try again", onClick: bring } } : {})}
            />
          )}
          {page === "plan" && (
            <PlanPage
              plan={plan}
              today={meetings.today}
              open={place.item}
              onOpen={(item) => setPlace(item === undefined ? { page } : { page, item })}
              announce={setAnnouncement}
            />
          )}
          {page === "meetings" && (
            <MeetingsPage
              council={meetings}
              server={server}
              open={place.meeting}
              onOpen={(meeting) => setPlace(meeting === undefined ? { page } : { page, meeting })}
              onItem={(item) => setPlace({ page: "plan", item })}
              announce={setAnnouncement}
            />
          )}
          {fetchPage &&
            (Late ? (
              <Late server={server} meetings={meetings} announce={setAnnouncement} />
            ) : (
              <h1 tabIndex={-1}>{pageTitles[page]}</h1>
            ))}
          {worker.work && <WorkingBar work={worker.work} />}
        </div>
      </main>
      <div class="read-out" role="status">
        {announcement}
      </div>
    </>
  );
}

interface NavigationProps {
  readonly pages: readonly PageName[];
  readonly page: PageName;
  readonly onPage: (page: PageName) => void;
}

/** The pages as a list of tabs: arrow keys move along it, Enter or Space opens. */
function Navigation({ pages: names, page, onPage }: NavigationProps) {
  const list = useRef<HTMLDivElement>(null);
  useArrowKeys(list, "[role=tab]");
  return (
    <div class="navigation" role="tablist" aria-label="Clear Days" ref={list}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-selected={name === page}
          aria-controls="page"
          onClick={() => onPage(name)}
        >
          {pageTitles[name]}
        </button>
      ))}
    </div>
  );
}
