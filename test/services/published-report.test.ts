import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerQuestion } from "../../shared/ask/answer-question.ts";
import { toCalendarDate as day } from "../../shared/contracts/calendar-date.ts";
import { corpusIsHere, corpusPaper, whyNotRun } from "../builders/corpus.ts";
import { libreOfficeMissing, openXmlFaults, textInLibreOffice } from "../builders/judges.ts";
import { type RunningServices, startRunningServices } from "../builders/running-services.ts";

const needed = corpusIsHere ? "" : ` (${whyNotRun})`;
const noOffice = libreOfficeMissing();
const reportKey = "CMR/REGULATORY-COMPLIANCE-AND-CORPORATE-SERVICES/2020-01";

describe.skipIf(!corpusIsHere)(`real papers in empty records${needed}`, () => {
  let running: RunningServices;

  beforeAll(async () => {
    running = await startRunningServices();
    await running.services.importing.importFiles([corpusPaper("pack"), corpusPaper("report2020")], {
      dryRun: false,
    });
    await running.services.published.refresh();
  });
  afterAll(() => running?.close());

  it.each([
    { question: "what is going to Cabinet in July 2018?", finds: ["Kew Woods", "Special Educational Needs"] },
    { question: "tell me about the academy conversions", finds: ["Kew Woods"] },
    { question: "SEND", finds: ["Special Educational Needs"] },
    { question: "anything in private?", finds: [] },
  ])("“$question” finds $finds", ({ question, finds }) => {
    const { answer } = answerQuestion(question, running.services.published.records(), day("2018-06-20"));
    expect(answer.items).toHaveLength(finds.length);
    for (const [place, words] of finds.entries()) expect(answer.items[place]?.title).toContain(words);
    expect(answer.text).toContain("published 1 June 2018");
  });

  it("the changed date is told from, to and why", () => {
    const { answer } = answerQuestion(
      "tell me about SEND",
      running.services.published.records(),
      day("2018-06-20"),
    );
    expect(answer.text).toMatch(/changed from 5 April 2018 to 26 July 2018: .*still considering evidence/);
  });

  it("the report of January 2020 is written, and the Open XML validator accepts it", async () => {
    const bytes = await running.services.reports.assemble(reportKey);
    expect(await openXmlFaults(bytes)).toEqual([]);
  });

  it.skipIf(noOffice !== null)(
    `the report of January 2020 is printed by LibreOffice with its headings and its audit table${noOffice ? ` (${noOffice})` : ""}`,
    async () => {
      const text = await textInLibreOffice(await running.services.reports.assemble(reportKey));
      for (const words of [
        "CORPORATE SUPPORT SERVICES",
        "PERSONNEL DEPARTMENT",
        "Internal Audit",
        "Recommendations",
        "ICT Leavers",
        "(draft)",
        "2019/2020",
      ]) {
        expect(text).toContain(words);
      }
    },
    120_000,
  );
});
