import type { CouncilSetting } from "../../../shared/rules/meetings/council-setting.ts";

/** What the sample council has settled for itself; both channels have had their first card looked at. */
export const sampleSettings: readonly CouncilSetting[] = [
  {
    key: "ALL/CHANNEL-MEMBERS-APPROVED",
    value: "yes",
    settledBy: "Committee Officer",
    explanation: "The first card to this channel was looked at and let go.",
  },
  {
    key: "ALL/CHANNEL-OFFICERS-APPROVED",
    value: "yes",
    settledBy: "Committee Officer",
    explanation: "The first card to this channel was looked at and let go.",
  },
  {
    key: "CAB/CALL-IN-CLOSES",
    value: "17:00",
    settledBy: "Monitoring Officer",
    explanation: "Requests are taken until the offices close.",
  },
  {
    key: "CAB/CALL-IN-SIGNATORIES",
    value: "3",
    settledBy: "Council",
    explanation: "As the scrutiny procedure rules say.",
  },
];
