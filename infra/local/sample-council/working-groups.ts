import type { CalendarDate } from "../../../shared/contracts/calendar-date.ts";
import type { Meeting } from "../../../shared/rules/meetings/meeting.ts";
import { nextMonitoring } from "../../../shared/rules/work-programme/monitoring.ts";
import type {
  MonitoringUpdate,
  Recommendation,
  WorkingGroup,
} from "../../../shared/rules/work-programme/work-programme.ts";
import { membersOf } from "./people.ts";

const digitalInclusion = "WG/DIGITAL-INCLUSION";

/** What the group on digital inclusion recommended: its owner, how far it is, and what the committee was told of it. */
const recommended: readonly (readonly [
  text: string,
  owner: string,
  state: Recommendation["state"],
  progress: string,
])[] = [
  [
    "Tablets with a data plan be lent from every library.",
    "Head of Communities",
    "Complete",
    "All six libraries lend them; forty-four of sixty are out at any time.",
  ],
  [
    "Forms that people need most be short enough to fill in on a telephone.",
    "Head of ICT",
    "InProgress",
    "Nine of the twenty forms are rewritten; the rest follow by the summer.",
  ],
  [
    "Volunteers be trained to sit beside people who use a service online for the first time.",
    "Head of Communities",
    "Complete",
    "Thirty-one volunteers have been trained.",
  ],
  [
    "Every letter say how to do the same by telephone.",
    "Executive Director of Corporate Resources",
    "Complete",
    "All templates have been changed.",
  ],
  [
    "Connection of sheltered housing be asked of the registered landlords.",
    "Head of Housing and Investment",
    "InProgress",
    "Two landlords have agreed; a third is being met.",
  ],
];

/** Two working groups: one whose recommendations are monitored, one that finishes its report. */
export function sampleWorkingGroups(
  today: CalendarDate,
  meetings: readonly Meeting[],
): {
  readonly groups: readonly WorkingGroup[];
  readonly recommendations: readonly Recommendation[];
  readonly updates: readonly MonitoringUpdate[];
} {
  const told = meetings.find(({ bodyKey, date }) => bodyKey === "OSRS" && date < today);
  if (!told) throw new Error("The sample council has no committee that was told of the recommendations.");
  const group = (key: string, title: string, bodyKey: string, state: WorkingGroup["state"]): WorkingGroup => {
    const members = membersOf(bodyKey).slice(0, 4);
    return { key, title, bodyKeys: [bodyKey], members, lead: members[0] ?? "", state };
  };
  const recommendations = recommended.map(
    ([text, owner, state], place): Recommendation => ({
      key: `${digitalInclusion}/R${place + 1}`,
      workingGroupKey: digitalInclusion,
      part: String(place + 1),
      text,
      owner,
      firstReportDue: nextMonitoring(told.date).due,
      intervalMonths: 6,
      state,
    }),
  );
  return {
    groups: [
      group(digitalInclusion, "Digital Inclusion", "OSRS", "Monitoring"),
      group("WG/TRAVEL-ASSISTANCE", "Travel Assistance", "OSCS", "FinalReport"),
    ],
    recommendations,
    updates: recommended.map(([, , state, progress], place) => ({
      key: `${digitalInclusion}/R${place + 1}/${told.key}`,
      recommendationKey: `${digitalInclusion}/R${place + 1}`,
      meetingKey: told.key,
      progress,
      ...(state === "Complete" ? { outcome: "Complete" } : {}),
    })),
  };
}
