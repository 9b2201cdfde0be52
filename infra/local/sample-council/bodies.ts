import type { Body } from "../../../shared/rules/meetings/meeting.ts";

const scrutiny = (key: string, area: string, alias: string): Body => ({
  key,
  name: `Overview and Scrutiny Committee (${area})`,
  aliases: [area, alias],
  kind: "Scrutiny",
  callInApplies: false,
});

/** The bodies of the sample council: the structure of a metropolitan borough with four scrutiny committees. */
export const sampleBodies: readonly Body[] = [
  { key: "CNL", name: "Council", aliases: ["Full Council"], kind: "Council", callInApplies: false },
  { key: "CAB", name: "Cabinet", aliases: ["Executive"], kind: "Cabinet", callInApplies: true },
  scrutiny("OSAH", "Adult Social Care and Health", "Adult Social Care Scrutiny"),
  scrutiny("OSCS", "Children's Services and Safeguarding", "Children's Scrutiny"),
  scrutiny("OSRS", "Regeneration and Skills", "Regeneration Scrutiny"),
  scrutiny("OSRC", "Regulatory, Compliance and Corporate Services", "Corporate Services Scrutiny"),
];

/** The wards of the borough. */
export const sampleWards = [
  "Ainsdale",
  "Birkdale",
  "Blundellsands",
  "Cambridge",
  "Church",
  "Derby",
  "Dukes",
  "Ford",
  "Harington",
  "Kew",
  "Linacre",
  "Litherland",
  "Manor",
  "Meols",
  "Molyneux",
  "Netherton and Orrell",
  "Norwood",
  "Park",
  "Ravenmeols",
  "St Oswald",
  "Sudell",
  "Victoria",
] as const;
