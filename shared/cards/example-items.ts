import * as v from "valibot";
import { type Answer, allWards, type PublishedEdition, type PublishedItem } from "../contracts/answer.ts";
import { toCalendarDate as day } from "../contracts/calendar-date.ts";
import { type PlanQuery, planQuerySchema } from "../contracts/plan-query.ts";

/** Items and an edition for the examples of cards: written for the product, about no real council. */
export const exampleEdition: PublishedEdition = {
  key: "FP/2026-12",
  periodFrom: day("2026-12-01"),
  periodTo: day("2027-03-31"),
  publishedOn: day("2026-10-30"),
  address: "https://council.example/forward-plan/december-2026",
};

export const libraryItem: PublishedItem = {
  key: "LIBRARY-OPENING-HOURS",
  title: "Library Opening Hours from April 2027",
  details: "To agree which libraries open in the evening and at weekends.",
  decisions: [{ decisionMaker: "Cabinet", from: day("2026-12-10"), to: day("2026-12-10") }],
  dateChanges: [],
  financialImpact: false,
  communityImpact: true,
  secrecy: "open",
  exemptParagraphs: [],
  wards: [allWards],
  scrutinyArea: "Regeneration and Skills",
  consultees: "Library users and staff",
  consultationMethod: "Survey and drop-in sessions",
  backgroundDocuments: ["Results of the summer survey"],
  contacts: [
    { name: "Head of Communities", email: "communities@council.example", telephone: "0151 496 0101" },
  ],
};

export const depotItem: PublishedItem = {
  ...libraryItem,
  key: "DOCK-ROAD-DEPOT",
  title: "Disposal of the Former Dock Road Depot",
  details: "To agree the terms on which the depot is sold.",
  decisions: [
    { decisionMaker: "Cabinet", from: day("2027-01-14"), to: day("2027-01-14") },
    { decisionMaker: "Council", from: day("2027-01-28"), to: day("2027-01-28") },
  ],
  dateChanges: [
    {
      decisionMaker: "Cabinet",
      from: day("2026-11-05"),
      to: day("2027-01-14"),
      reason: "The valuation was received later than expected",
    },
  ],
  financialImpact: true,
  secrecy: "part-exempt",
  exemptParagraphs: [3],
  wards: ["Derby", "Linacre"],
  contacts: [
    { name: "Head of Property", email: "property@council.example", telephone: "0151 496 0102" },
    { name: "Senior Surveyor", email: "surveyor@council.example" },
  ],
};

export const longItem: PublishedItem = {
  ...libraryItem,
  key: "LONG",
  title:
    "Procurement of a Framework for the Supply, Installation, Maintenance and Eventual Replacement of Street Lighting, Illuminated Signs and Feeder Pillars across the Borough for a Period of Four Years with an Option to Extend for a Further Two",
  decisions: [
    {
      decisionMaker:
        "Executive Director of Place in consultation with the Cabinet Member for Locality Services",
      from: day("2027-02-01"),
      to: day("2027-02-28"),
    },
  ],
};

/** A query that asks for everything. */
export const exampleQuery: PlanQuery = v.parse(planQuerySchema, {});

/** An answer that holds these items. */
export function answerWith(items: readonly PublishedItem[], given: Partial<Answer> = {}): Answer {
  return {
    intent: "forwardPlan.list",
    items,
    window: null,
    text: `${items.length} items in the Forward Plan (published 30 October 2026): ${items.map((item) => item.title).join("; ")}.`,
    edition: exampleEdition,
    filters: [],
    chips: [],
    query: null,
    because: [],
    changes: [],
    meeting: null,
    nearest: [],
    ...given,
  };
}
