import {
  allWards,
  type DateChange,
  type ExpectedDecision,
  type PublishedEdition,
  type PublishedItem,
} from "../../../shared/contracts/answer.ts";
import type { CalendarDate } from "../../../shared/contracts/calendar-date.ts";
import { addDays, endOfMonth, startOfMonth } from "../../../shared/rules/dates/calendar-arithmetic.ts";
import { calendarClearDays, lastPublicationDay } from "../../../shared/rules/dates/clear-days.ts";
import { workingDayOnOrBefore } from "../../../shared/rules/dates/working-days.ts";
import { editionKey, type ForwardPlan } from "../../../shared/rules/forward-plan/forward-plan.ts";
import { keyOfTitle } from "../../../shared/rules/forward-plan/item-identity.ts";
import type { Meeting } from "../../../shared/rules/meetings/meeting.ts";
import { contactOf, type SampleOfficer } from "./people.ts";

type Written = Omit<
  PublishedItem,
  "key" | "decisions" | "dateChanges" | "contacts" | "secrecy" | "exemptParagraphs"
> &
  Partial<Pick<PublishedItem, "secrecy" | "exemptParagraphs" | "dateChanges">> & {
    readonly decisions: readonly ExpectedDecision[];
    readonly officers: readonly SampleOfficer[];
  };

/**
 * The edition in force: published three to five weeks ago, at least 28 days before its four months begin.
 * Twelve items, dated by the meetings of Cabinet and Council in those months.
 */
export function sampleForwardPlan(today: CalendarDate, meetings: readonly Meeting[]): ForwardPlan {
  const periodFrom = startOfMonth(today, Number(today.slice(8)) <= 7 ? 0 : 1);
  const latest = lastPublicationDay(periodFrom, 28, calendarClearDays);
  const threeWeeksAgo = addDays(today, -22);
  const edition: PublishedEdition = {
    key: editionKey(periodFrom),
    periodFrom,
    periodTo: endOfMonth(periodFrom, 3),
    publishedOn: workingDayOnOrBefore(latest < threeWeeksAgo ? latest : threeWeeksAgo),
    address: `https://democracy.council.example/forward-plan/${periodFrom.slice(0, 7)}`,
  };
  const days = (body: string) => {
    const found = meetings
      .filter(({ bodyKey, date }) => bodyKey === body && date >= periodFrom)
      .map(({ date }) => date);
    return (place: number) => found[place] ?? addDays(periodFrom, 10 + place * 28);
  };
  /** The Cabinet recommends, then the Council decides: at its next meeting, or a special one a week later. */
  const councilAfter = (cabinet: CalendarDate) =>
    meetings.find(({ bodyKey, date }) => bodyKey === "CNL" && date > cabinet && date <= edition.periodTo)
      ?.date ?? addDays(cabinet, 7);
  return { edition, items: items(days("CAB"), councilAfter, periodFrom).map(published) };
}

function published({
  officers,
  decisions,
  dateChanges = [],
  secrecy = "open",
  exemptParagraphs = [],
  ...rest
}: Written): PublishedItem {
  return {
    key: keyOfTitle(rest.title),
    decisions,
    dateChanges,
    secrecy,
    exemptParagraphs,
    ...rest,
    contacts: officers.map(contactOf),
  };
}

const on = (decisionMaker: string, day: CalendarDate): ExpectedDecision => ({
  decisionMaker,
  from: day,
  to: day,
});
const changed = (
  decisionMaker: string,
  from: CalendarDate,
  to: CalendarDate,
  reason: string,
): DateChange => ({ decisionMaker, from, to, reason });

function items(
  cabinet: (place: number) => CalendarDate,
  councilAfter: (cabinet: CalendarDate) => CalendarDate,
  periodFrom: CalendarDate,
): readonly Written[] {
  return [
    {
      title: "Medium Term Financial Plan: Savings for the Coming Year",
      details: "To agree the savings that will be put to consultation and to recommend them to Council.",
      decisions: [on("Cabinet", cabinet(1)), on("Council", councilAfter(cabinet(1)))],
      financialImpact: true,
      communityImpact: true,
      wards: [allWards],
      scrutinyArea: "Regulatory, Compliance and Corporate Services",
      consultees: "Residents, trade unions, partner bodies",
      consultationMethod: "Questionnaire and public meetings",
      backgroundDocuments: ["Budget Monitoring Report, second quarter"],
      officers: ["legal", "audit"],
    },
    {
      title: "Linacre Lane Depot: Sale of the Site",
      details: "To decide whether the site is sold and on what terms.",
      decisions: [on("Cabinet", cabinet(0))],
      financialImpact: true,
      communityImpact: false,
      secrecy: "part-exempt",
      exemptParagraphs: [3],
      wards: ["Linacre", "Derby"],
      scrutinyArea: "Regeneration and Skills",
      consultees: "Ward councillors",
      consultationMethod: "Letter",
      backgroundDocuments: ["Asset Management Strategy"],
      officers: ["property"],
    },
    {
      title: "Residents' Parking around Southport Hospital",
      details: "To approve the order for permit parking in the streets around the hospital.",
      decisions: [on("Cabinet Member - Locality Services", addDays(periodFrom, 16))],
      financialImpact: false,
      communityImpact: true,
      wards: ["Kew", "Norwood"],
      scrutinyArea: "Regeneration and Skills",
      consultees: "Households in the streets concerned",
      consultationMethod: "Letters and a notice in the streets",
      backgroundDocuments: ["Petition received in the spring"],
      officers: ["highways"],
    },
    {
      title: "Special School Places: Expansion of Two Schools",
      details: "To approve the building work that adds forty places and the money for it.",
      decisions: [on("Cabinet", cabinet(1))],
      dateChanges: [
        changed("Cabinet", cabinet(0), cabinet(1), "The governors asked for time to look at the drawings."),
      ],
      financialImpact: true,
      communityImpact: true,
      wards: [allWards],
      scrutinyArea: "Children's Services and Safeguarding",
      consultees: "Parents, governors and staff",
      consultationMethod: "Meetings at both schools",
      backgroundDocuments: ["Forecast of pupil numbers", "Condition surveys"],
      officers: ["education"],
    },
    {
      title: "Home Care: Contracts from Next April",
      details: "To award the contracts for care at home in the three localities.",
      decisions: [on("Cabinet", cabinet(2))],
      financialImpact: true,
      communityImpact: true,
      secrecy: "part-exempt",
      exemptParagraphs: [3],
      wards: [allWards],
      scrutinyArea: "Adult Social Care and Health",
      consultees: "People who receive care, carers, providers",
      consultationMethod: "Interviews and workshops",
      backgroundDocuments: ["Market Position Statement"],
      officers: ["adultCare", "legal"],
    },
    {
      title: "Coastal Path between Hightown and Formby",
      details: "To accept the grant and begin the repair of the path and its boardwalks.",
      decisions: [on("Cabinet Member - Health and Wellbeing", addDays(periodFrom, 44))],
      financialImpact: false,
      communityImpact: true,
      wards: ["Harington", "Ravenmeols", "Manor"],
      scrutinyArea: "Regeneration and Skills",
      consultees: "Landowners and walking groups",
      consultationMethod: "Site visits",
      backgroundDocuments: ["Grant offer letter"],
      officers: ["highways"],
    },
    {
      title: "Pay and Grading of Residential Care Staff",
      details: "To agree the position that the council takes in the talks with the trade unions.",
      decisions: [on("Cabinet", cabinet(2))],
      financialImpact: true,
      communityImpact: false,
      secrecy: "fully-exempt",
      exemptParagraphs: [4],
      wards: [allWards],
      scrutinyArea: "Regulatory, Compliance and Corporate Services",
      consultees: "Trade unions",
      consultationMethod: "Joint meetings",
      backgroundDocuments: [],
      officers: ["personnel"],
    },
    {
      title: "Replacement of the Customer Telephone System",
      details: "To award the contract for telephones and webchat at the contact centre.",
      decisions: [
        {
          decisionMaker: "Executive Director of Corporate Resources",
          from: addDays(periodFrom, 30),
          to: addDays(periodFrom, 60),
        },
      ],
      financialImpact: true,
      communityImpact: false,
      wards: [allWards],
      scrutinyArea: "Regulatory, Compliance and Corporate Services",
      consultees: "Staff of the contact centre",
      consultationMethod: "Trials with three systems",
      backgroundDocuments: ["Digital Strategy"],
      officers: ["ict"],
    },
    {
      title: "Licensing Policy for Taxis and Private Hire",
      details: "To recommend the revised policy to Council after the consultation with the trade.",
      decisions: [on("Cabinet", cabinet(2)), on("Council", councilAfter(cabinet(2)))],
      financialImpact: false,
      communityImpact: true,
      wards: [allWards],
      scrutinyArea: "Regulatory, Compliance and Corporate Services",
      consultees: "Drivers, operators, disability groups",
      consultationMethod: "Questionnaire",
      backgroundDocuments: ["National standards for taxi licensing"],
      officers: ["legal"],
    },
    {
      title: "Affordable Homes at Buckley Hill",
      details: "To approve the partner and the mix of homes on the council's land.",
      decisions: [on("Cabinet", cabinet(3))],
      financialImpact: true,
      communityImpact: true,
      wards: ["Netherton and Orrell", "Ford", "St Oswald"],
      scrutinyArea: "Regeneration and Skills",
      consultees: "Neighbours of the site",
      consultationMethod: "Exhibition at the library",
      backgroundDocuments: ["Housing Need Assessment", "Site appraisal"],
      officers: ["housing", "property"],
    },
    {
      title: "Stop Smoking Service: Next Contract",
      details: "To agree what the service must do and how it will be bought.",
      decisions: [on("Cabinet Member - Health and Wellbeing", addDays(periodFrom, 72))],
      financialImpact: false,
      communityImpact: true,
      wards: [allWards],
      scrutinyArea: "Adult Social Care and Health",
      consultees: "People who used the service, general practices",
      consultationMethod: "Interviews",
      backgroundDocuments: ["Public Health Annual Report"],
      officers: ["publicHealth"],
    },
    {
      title: "Crosby Village: Streets and Public Space",
      details: "To approve the design for wider pavements, trees and bus stops in the village centre.",
      decisions: [on("Cabinet", cabinet(3))],
      dateChanges: [
        changed(
          "Cabinet",
          cabinet(2),
          cabinet(3),
          "The traffic counts must be repeated outside the school holidays.",
        ),
      ],
      financialImpact: true,
      communityImpact: true,
      wards: ["Victoria", "Church", "Blundellsands"],
      scrutinyArea: "Regeneration and Skills",
      consultees: "Traders, residents, bus operators",
      consultationMethod: "Drop-in sessions and an online map",
      backgroundDocuments: ["Town Centre Investment Plan"],
      officers: ["highways", "housing"],
    },
  ];
}
