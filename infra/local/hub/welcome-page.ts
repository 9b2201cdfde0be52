import { toCalendarDate } from "../../../shared/contracts/calendar-date.ts";
import type { ReportSummary } from "../../../shared/contracts/task-pane-api.ts";
import { writtenShort } from "../../../shared/rules/dates/written-dates.ts";
import { html, page } from "./page.ts";
import type { PostedRow } from "./posted.ts";
import { peopleToBe, personOf, type Who } from "./who.ts";

/** A report with the document in the library that Word opens. */
export interface ReportToOpen {
  readonly report: ReportSummary;
  readonly address: string;
}

export interface WelcomeFacts {
  readonly who: Who;
  readonly playground: string;
  readonly reports: readonly ReportToOpen[];
  /** Documents of the library that no report of the person is about. */
  readonly otherDocuments: readonly { readonly name: string; readonly address: string }[];
  readonly posted: readonly PostedRow[];
}

/** The first page a newcomer sees: who one is, what to do first, the reports, and what was posted where. */
export function welcomePage(facts: WelcomeFacts): string {
  const user = encodeURIComponent(personOf(facts.who).userPrincipalName);
  const tab = `/teams/?person=${facts.who}`;
  return page(
    "Clear Days",
    `<p class="quiet">A council’s reporting cycle in Teams, Word and SharePoint. Everything here is a sample council; nothing leaves this machine.</p>
${choice(facts.who)}
<h2 id="first">Three things to do first</h2>
<ul class="ways">
<li><h3>Ask the Forward Plan</h3><p>Type as a councillor would: “what’s coming to Cabinet?”, “what has changed?”, “anything in private?”, “tell me about the depot”.</p><a class="main-way" href="${html(facts.playground)}">Open Teams</a></li>
<li><h3>See the cards arrive</h3><p>In the team Democratic Services, the agenda card is in General for members and the deadline in Officers. Each is posted once.</p><a class="main-way" href="${html(facts.playground)}">Open the channels</a></li>
<li><h3>Look at the plan and the meetings</h3><p>The tab that members pin in Teams: the Forward Plan, the meetings and their agendas; officers see deadlines.</p><a class="main-way" href="${tab}">Open the tab</a></li>
</ul>
<h2 id="reports">Reports in Word</h2>
${reportsTable(facts, user)}
<h2 id="posted">What was posted where</h2>
${postedTable(facts.posted)}
<h2>More</h2>
<ul class="plain"><li><a href="/cards">Every card with all its examples</a></li><li><a href="/word/?user=${user}">Word, with any document of the library</a></li></ul>`,
  );
}

function choice(current: Who): string {
  const people = (Object.keys(peopleToBe) as Who[]).map((who) => {
    const { name } = personOf(who);
    const here = who === current ? ' aria-current="true"' : "";
    return `<li><a href="/?as=${who}"${here}><strong>${html(name)}</strong><span>${html(peopleToBe[who])}</span></a></li>`;
  });
  return `<nav aria-labelledby="who"><h2 id="who">You are</h2><ul class="people">${people.join("")}</ul></nav>`;
}

const stateWords: Readonly<Record<ReportSummary["state"], string>> = {
  draft: "Draft",
  "hos-signed-off": "Signed off by its head of service",
  "in-consultation": "With finance and legal",
  cleared: "Cleared",
  submitted: "With Democratic Services",
  published: "Published",
  considered: "Considered",
  closed: "Closed",
  returned: "Returned",
  "to-follow": "To follow",
  deferred: "Deferred",
  withdrawn: "Withdrawn",
};

function reportsTable({ who, reports, otherDocuments }: WelcomeFacts, user: string): string {
  const open = (address: string) => `/word/?document=${encodeURIComponent(address)}&amp;user=${user}`;
  const rows = reports.map(
    ({ report, address }) =>
      `<tr><th scope="row"><a href="${open(address)}">${html(report.subject)}</a><span class="quiet">${report.kind === "covering-report" ? "Covering report" : "Cabinet Member report"}</span></th>` +
      `<td data-label="Meeting">${meetingInWords(report)}</td><td data-label="State">${stateWords[report.state]}</td></tr>`,
  );
  const others =
    otherDocuments.length > 0
      ? `<p class="quiet">Other documents of the library:</p><ul class="plain">${otherDocuments.map(({ name, address }) => `<li><a href="${open(address)}">${html(name.replace(/\.docx$/, ""))}</a></li>`).join("")}</ul>`
      : "";
  if (rows.length > 0)
    return `<p class="quiet">A report opens in Word with the Clear Days pane beside it. There you insert a section, a table, or the whole report.</p>
<div class="sheet"><table class="stacking"><thead><tr><th scope="col">Report</th><th scope="col">Meeting</th><th scope="col">State</th></tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
  return `<div class="sheet"><p>${
    who === "councillor"
      ? "Reports are written by officers. Choose Strategic Support Officer above to write one."
      : "No report is yours yet. Import one: <code>npm run -s clear-days -- import FILE</code>, or begin one in Word."
  }</p>${others}</div>`;
}

function meetingInWords({ meeting }: ReportSummary): string {
  if (!meeting) return "None yet";
  return `${html(meeting.body)}, ${writtenShort(toCalendarDate(meeting.date))}`;
}

function postedTable(posted: readonly PostedRow[]): string {
  if (posted.length === 0)
    return `<div class="sheet"><p>Nothing is due yet. A card comes when an agenda is published, or three working days before one must be.</p></div>`;
  const rows = posted.map(
    ({ kind, words, where, state, when }) =>
      `<tr><th scope="row">${html(kind)}<span class="quiet">${html(words)}</span></th><td data-label="Where">${html(where)}</td>` +
      `<td data-label="State">${html(state)}</td><td data-label="When">${html(when)}</td></tr>`,
  );
  const hint = posted.some(({ state }) => state.startsWith("Waiting"))
    ? `<p class="quiet">What waits for a channel goes out when Teams is opened for the first time.</p>`
    : "";
  return `${hint}<div class="sheet"><table class="stacking"><thead><tr><th scope="col">What</th><th scope="col">Where</th><th scope="col">State</th><th scope="col">When</th></tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}
