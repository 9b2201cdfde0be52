import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toCalendarDate } from "../../shared/contracts/calendar-date.ts";
import { readPaper } from "../../shared/documents/import/read-paper.ts";
import type { Body } from "../../shared/rules/meetings/meeting.ts";
import { stoppedClock } from "../../shared/services/clock.ts";
import { individualDecisions } from "../../shared/services/individual-decisions.ts";
import { breaches, readSchema } from "../builders/json-schema.ts";
import { planPaper } from "../builders/papers.ts";
import { type RunningServices, startRunningServices } from "../builders/running-services.ts";

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

/** A page of ModernGov’s kind about one decision; a field that is null is left out. */
const page = (fields: Readonly<Record<string, string | null>> = {}, own = "", title = "Kiosk Lease") => {
  const all = {
    "Decision Maker": "Cabinet Member - Leisure",
    "Decision status": "Recommendations Approved",
    "Is Key decision?": "No",
    "Is subject to call in?": "Yes",
    "Publication date": "05/03/2026",
    "Date of decision": "04/03/2026",
    ...fields,
  };
  const labels = Object.entries(all)
    .filter(([, value]) => value !== null)
    .map(([label, value]) => `<p><span class="mgLabel">${label}: </span>${value}</p>`);
  return file(
    "decision.html",
    `<div id="modgov"><h2 class="mgSubTitleTxt">${title}</h2>${own}
<h3>Decision:</h3><div class="mgWordPara"><p>That the kiosk be let.</p></div>
<h3>Reason for the decision:</h3><div class="mgWordPara"><p>It stands empty.</p></div>
${labels.join("\n")}</div>`,
  );
};
const own = `<a href="ieDecisionDetails.aspx?ID=4832">Decision details</a>`;

const bodies: readonly Body[] = [
  { key: "CAB", name: "Cabinet", aliases: [], kind: "Cabinet", callInApplies: true },
  { key: "PLN", name: "Planning Committee", aliases: [], kind: "Regulatory", callInApplies: false },
  {
    key: "CM-ED",
    name: "Cabinet Member - Education",
    aliases: [],
    kind: "CabinetMember",
    callInApplies: true,
  },
];

/** What a page means for the records at noon on 9 March 2026. */
async function recordsOf({ bytes, name }: ReturnType<typeof page>) {
  const paper = await readPaper(bytes, name);
  if (paper.kind !== "register") throw new Error(`It was read as ${paper.kind}.`);
  return individualDecisions(paper, {
    bodies,
    plans: [],
    practice: { callInApplies: true },
    today: toCalendarDate("2026-03-09"),
  });
}

describe("decisions of a web register", () => {
  it.each([
    ["Head of Parks", "No", null, null, "NotSubject", "Effective"],
    ["Head of Parks", "Yes", null, null, "Subject", "InCallIn"],
    ["Head of Parks", "No", "Yes", "No", "Subject", "InCallIn"],
    ["Team Leader - Grounds", "No", null, null, "NotSubject", "Effective"],
    ["Cabinet Member - Education", "No", null, null, "Subject", "InCallIn"],
    ["Cabinet Member for Leisure", "No", null, null, "Subject", "InCallIn"],
    ["Leader of the Council", "No", null, null, "Subject", "InCallIn"],
    ["Leader of the Council", "No", null, "Yes", "Urgent", "Effective"],
    ["Leader of the Council", "No", "No", null, "NotSubject", "Effective"],
    ["Cllr A Board", "No", null, null, "Subject", "InCallIn"],
    [
      "Head of Parks in consultation with the Cabinet Member - Leisure",
      "No",
      null,
      null,
      "NotSubject",
      "Effective",
    ],
  ])(
    "can be called in as the page says, else by who took them: %s, key %s, call-in %s, urgent %s: %s",
    async (who, key, callIn, urgent, standing, state) => {
      const { decisions } = await recordsOf(
        page({
          "Decision Maker": who,
          "Is Key decision?": key,
          "Is subject to call in?": callIn,
          "Urgent item?": urgent,
        }),
      );
      expect(decisions.map((one) => [one.callIn, one.state])).toEqual([[standing, state]]);
    },
  );

  it.each([
    { page: "11/03/2026", expires: "2026-03-10", state: "InCallIn", status: "Recommendations Approved" },
    { page: "07/03/2026", expires: "2026-03-06", state: "Effective", status: "Recommendations Approved" },
    { page: null, expires: "2026-03-12", state: "CalledIn", status: "Called In" },
  ])("have effect from the day the page says ($page) and stand as it says: $status", async (given) => {
    const { decisions } = await recordsOf(
      page({ "Effective from": given.page, "Decision status": given.status }),
    );
    expect(decisions.map((one) => [one.callInExpires, one.state])).toEqual([[given.expires, given.state]]);
  });

  it.each(["Not urgent", "Non-urgent"])("are not urgent where their status says %s", async (status) => {
    const { decisions } = await recordsOf(
      page({ "Decision status": status, "Is subject to call in?": null }),
    );
    expect(decisions.map((one) => one.callIn)).toEqual(["Subject"]);
  });

  it.each(["2012", "2041"])(
    "are named and not written where the bank holidays of %s are not known",
    async (year) => {
      const { decisions, warnings } = await recordsOf(
        page({ "Date of decision": `04/03/${year}`, "Publication date": `05/03/${year}` }),
      );
      expect(decisions).toEqual([]);
      expect(warnings[0]?.message).toMatch(
        new RegExp(`^Not written: “Kiosk Lease”\\. .*bank holidays.*${year}`, "i"),
      );
    },
  );

  it.each([
    { fields: { "Decided at meeting": "04/03/2026 - Cabinet" }, why: "import the minutes that record it" },
    { fields: { "Decision Maker": "Cabinet" }, why: "import the minutes that record it" },
    { fields: { "Decision Maker": "Licensing Sub-Committee" }, why: "import the minutes that record it" },
    { fields: { "Decision Maker": "Area Committee North" }, why: "import the minutes that record it" },
    { fields: { "Decision Maker": "Licensing Sub-Committee B" }, why: "import the minutes that record it" },
    { fields: { "Decision Maker": "Cabinet Committee Highways" }, why: "import the minutes that record it" },
    { fields: { "Decision Maker": null }, why: "import the page of the decision itself" },
    { fields: { "Decision status": "For Determination" }, why: "nothing has been decided yet" },
    { fields: { "Decision status": "Draft" }, why: "nothing has been decided yet" },
    { fields: { "Decision status": "Awaiting decision" }, why: "nothing has been decided yet" },
    { fields: { "Publication date": null }, why: "the day of its publication" },
    { fields: { "Date of decision": null }, why: "the day of the decision" },
  ])("are named and not written where $why: $fields", async ({ fields, why }) => {
    const { decisions, warnings } = await recordsOf(page(fields));
    expect(decisions).toEqual([]);
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(new RegExp(`^Not written: “Kiosk Lease”\\. .*${why}`)),
    ]);
  });
});

describe("importing decisions of a web register", () => {
  let running: RunningServices;
  beforeEach(async () => {
    running = await startRunningServices({ clock: stoppedClock(new Date("2026-03-09T12:00:00Z")) });
    await running.services.records.addBodies(bodies);
  });
  afterEach(() => running.close());
  const write = async (...files: readonly ReturnType<typeof file>[]) =>
    (await running.services.importing.importFiles(files, { dryRun: false })).documents;
  const decided = async () => {
    await running.services.published.refresh();
    return running.services.published.business().decisions;
  };
  const notes = (documents: Awaited<ReturnType<typeof write>>) =>
    documents.flatMap(({ warnings }) => warnings.map(({ message }) => message)).join("\n");

  it("are written with who took them, when, and until when they can be called in; a second time nothing is", async () => {
    const [first] = await write(page({ Reference: "CM/L/7" }, own));
    expect(first).toMatchObject({ key: "IND/4832", counts: { decisions: 1, added: 1 } });
    expect(breaches(first, readSchema("register"))).toEqual([]);
    expect(notes(first ? [first] : [])).not.toContain("ritten");
    const expected = [
      {
        key: "IND/4832",
        title: "Kiosk Lease",
        decisionMaker: "Cabinet Member - Leisure",
        decidedOn: "2026-03-04",
        reference: "CM/L/7",
        part: "",
        text: "That the kiosk be let.",
        reasons: "It stands empty.",
        keyDecision: false,
        callIn: "Subject",
        publishedOn: "2026-03-05",
        callInExpires: "2026-03-12",
        effectiveFrom: "2026-03-13",
        state: "InCallIn",
      },
    ];
    expect(await decided()).toEqual(expected);
    const [second] = await write(page({ Reference: "CM/L/7" }, own));
    expect(second).toMatchObject({ key: "IND/4832", counts: { added: 0 } });
    expect(await decided()).toEqual(expected);
  });

  it("are known by day and title where the page carries no number; another of the same is told of", async () => {
    const [first, other] = await write(page(), page({ "Decision Maker": "Head of Parks" }));
    expect([first?.key, other?.key, first?.counts.added, other?.counts.added]).toEqual([
      "IND/2026-03-04/KIOSK-LEASE",
      "IND/2026-03-04/KIOSK-LEASE",
      1,
      0,
    ]);
    expect(other ? notes([other]) : "").toContain(
      "“Kiosk Lease” is in the records already as IND/2026-03-04/KIOSK-LEASE and differs from this page.",
    );
  });

  it("count the days of call-in as the council’s own rules for its Cabinet do", async () => {
    await running.services.records.addSettings([{ key: "CAB/CALL-IN-DAYS", value: "3" }]);
    await write(page());
    expect((await decided()).map(({ callInExpires }) => callInExpires)).toEqual(["2026-03-10"]);
  });

  const plans = async () => {
    await running.services.published.refresh();
    return running.services.published.records().plans;
  };

  it("are joined to the Forward Plan item of the same title", async () => {
    await write(
      page({}, own, "SEA WALL REPAIRS: award of contract"),
      page({}, "", "Sea Wall Repairs"),
      file("plan.txt", planPaper()),
    );
    const [item] = (await plans())[0]?.items ?? [];
    expect(item?.title).toBe("Sea Wall Repairs - Award of Contract");
    expect((await decided()).map(({ key, forwardPlanItemKey }) => [key, forwardPlanItemKey])).toEqual([
      ["IND/4832", item?.key],
      ["IND/2026-03-04/SEA-WALL-REPAIRS", undefined],
    ]);
  });

  it("write nothing on a dry run", async () => {
    const { documents } = await running.services.importing.importFiles([page({}, own)], { dryRun: true });
    expect(documents[0]).toMatchObject({ key: null, counts: { decisions: 1, added: 0 } });
    expect(await decided()).toEqual([]);
  });
});
