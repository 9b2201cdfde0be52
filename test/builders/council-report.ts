import type { ReportSummary, TableOutline } from "../../shared/contracts/task-pane-api.ts";
import type { RecordSection } from "./council-server.ts";
import { testHash, testHtml } from "./fragments.ts";

/** A Cabinet Member report as tests of the pane use it. */
export const councilReport: ReportSummary = {
  key: "CMR/REG/2026-12-08",
  subject: "Cabinet Member Update Report: Regulatory, Compliance and Corporate Services",
  kind: "cabinet-member-report",
  state: "draft",
  meeting: {
    key: "OSCR-2026-12-08",
    body: "Overview and Scrutiny Committee (Regulatory)",
    date: "2026-12-08",
  },
  portfolio: "Regulatory",
};

const section = (
  order: number,
  heading: string,
  text: string,
  rest: Partial<RecordSection> = {},
): RecordSection => ({
  key: `CMR/REG/2026-12-08/${order * 10}`,
  heading,
  level: 1,
  order,
  state: text === "" ? "open" : "contributed",
  length: text.length,
  opening: text.slice(0, 120),
  version: "1",
  hash: testHash(testHtml(text)),
  tag: `cd-s${order}`,
  text,
  ...rest,
});

export const councilSections: readonly RecordSection[] = [
  section(
    1,
    "Corporate Finance",
    "The second quarter forecast is an overspend of £0.9m, mainly in home-to-school transport.",
    {
      contributor: "Sam Finance",
      state: "accepted",
    },
  ),
  section(2, "Budget Monitoring", "Budget holders have agreed recovery plans with their accountants.", {
    level: 2,
    contributor: "Sam Finance",
  }),
  section(3, "ICT", "The move to the new telephone system is complete in all libraries.", {
    contributor: "Robin Okafor-Featherstonehaugh",
    state: "returned",
    due: { date: "2026-11-26", workingDaysLeft: 3 },
  }),
  section(4, "Cyber Security", "", {
    level: 2,
    contributor: "Jo Reynolds",
    due: { date: "2026-11-19", workingDaysLeft: -1 },
  }),
  section(5, "Internal Audit", "", { due: { date: "2026-11-23", workingDaysLeft: 0 } }),
  section(6, "Customer Services", "", { state: "nil" }),
];

export const councilTables: readonly TableOutline[] = [
  {
    key: "CMR/REG/2026-12-08/T1",
    sectionKey: "CMR/REG/2026-12-08/20",
    title: "Revenue budget by service",
    kind: "budget",
    rows: 12,
    version: "1",
    hash: testHash(testHtml("Figures in £000.")),
  },
];
