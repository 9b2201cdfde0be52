import type { Body } from "../../../shared/rules/meetings/meeting.ts";
import { portfolioNames } from "./portfolios.ts";

const scrutiny = (key: string, area: string, alias: string): Body => ({
  key,
  name: `Overview and Scrutiny Committee (${area})`,
  aliases: [area, alias],
  kind: "Scrutiny",
  callInApplies: false,
});

/** The bodies that meet: the structure of a metropolitan borough with four scrutiny committees. */
export const sampleMeetingBodies: readonly Body[] = [
  { key: "CNL", name: "Council", aliases: ["Full Council"], kind: "Council", callInApplies: false },
  { key: "CAB", name: "Cabinet", aliases: ["Executive"], kind: "Cabinet", callInApplies: true },
  scrutiny("OSAH", "Adult Social Care and Health", "Adult Social Care Scrutiny"),
  scrutiny("OSCS", "Children's Services and Safeguarding", "Children's Scrutiny"),
  scrutiny("OSRS", "Regeneration and Skills", "Regeneration Scrutiny"),
  scrutiny("OSRC", "Regulatory, Compliance and Corporate Services", "Corporate Services Scrutiny"),
  {
    key: "OSMB",
    name: "Overview and Scrutiny Management Board",
    aliases: ["Management Board"],
    kind: "Board",
    callInApplies: false,
  },
  { key: "PLN", name: "Planning Committee", aliases: ["Planning"], kind: "Regulatory", callInApplies: false },
  {
    key: "LIC",
    name: "Licensing and Regulatory Committee",
    aliases: ["Licensing"],
    kind: "Regulatory",
    callInApplies: false,
  },
  {
    key: "AUD",
    name: "Audit and Governance Committee",
    aliases: ["Audit", "Audit and Governance"],
    kind: "Regulatory",
    callInApplies: false,
  },
];

/** Every body of the sample council, Cabinet Members who decide alone included. */
export const sampleBodies: readonly Body[] = [
  ...sampleMeetingBodies,
  ...portfolioNames.map(
    ({ key, name }): Body => ({
      key: `CM-${key}`.slice(0, 20).replace(/-+$/, ""),
      name: `Cabinet Member - ${name}`,
      aliases: [],
      kind: "CabinetMember",
      callInApplies: true,
    }),
  ),
];
