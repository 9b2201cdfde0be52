import { type BusinessEntry, noted } from "./business-entry.ts";

/** How a scrutiny committee dealt with the matter that was called in. */
export const callInHearing: BusinessEntry = {
  title: "Call-in: Charges for Green Waste Collections",
  reportOf: "Legal and Democratic Officer",
  said: [
    "Four members had called in the decision and spoke to their reasons: the effect on households without a car had not been looked at.",
    "The Cabinet Member for Locality Services answered questions.",
  ],
  decided: [
    [
      "",
      "the decision be referred back to the Cabinet, to look again at households that cannot reach a tip.",
    ],
  ],
};

/** What the four committees and their board dealt with, the newest first. */
export const scrutinyBusiness: Readonly<Record<string, readonly BusinessEntry[]>> = {
  OSCS: [
    {
      title: "School Attendance: Summer Figures",
      reportOf: "Head of Education",
      said: [
        "Attendance in secondary schools was still two points below what it was before the pandemic.",
        "Members asked about pupils taught at home, and about holidays in term.",
      ],
      decided: [
        ["(1)", "the report be noted; and"],
        ["(2)", "head teachers of three schools be asked to the next meeting but one."],
      ],
    },
    noted(
      "Safeguarding Partnership: Annual Report",
      "Director of Children's Services",
      "The independent scrutineer spoke to the report and praised the work with hospitals.",
    ),
    {
      title: "Foster Carers: Recruitment and Support",
      reportOf: "Director of Children's Services",
      said: ["Eleven households had been approved in the year and fourteen had retired."],
      decided: [["", "the Cabinet Member be asked to look at a support line at night."]],
    },
    noted(
      "Children Missing from Education",
      "Head of Education",
      "Every name on the list had been followed up within ten days.",
    ),
    {
      title: "Travel Assistance Working Group: Interim Report",
      reportOf: "Legal and Democratic Officer",
      said: ["The lead member said that the group had met parents, drivers and two special schools."],
      decided: [["", "the group finish its report by the spring."]],
    },
    noted(
      "Youth Justice Plan",
      "Director of Children's Services",
      "First-time entrants fell for a third year.",
    ),
    noted("Nursery Places", "Head of Education", "There were places enough, but not where they were wanted."),
  ],
  OSRS: [
    {
      title: "Town Centre Works in Crosby: What Traders Say",
      reportOf: "Head of Housing and Investment",
      said: ["Forty traders had answered; deliveries were what worried them most."],
      decided: [["", "the designers be asked to show loading bays on the next drawing."]],
    },
    noted(
      "Winter Gritting: Lessons of Last Year",
      "Highways Manager",
      "Members asked how footways to schools were chosen.",
    ),
    {
      title: "Digital Inclusion Working Group: Progress on Recommendations",
      reportOf: "Legal and Democratic Officer",
      said: ["Three of the five recommendations were complete."],
      decided: [["", "progress be reported again in six months."]],
    },
    noted(
      "Skills Plan: First Year",
      "Head of Communities",
      "Eight hundred adults had gained a qualification.",
    ),
    noted(
      "Homelessness Strategy",
      "Head of Housing and Investment",
      "Numbers in hotels had fallen from ninety to fifty-two.",
    ),
    {
      title: "Coastal Gateway Car Parks",
      reportOf: "Highways Manager",
      said: ["On nine Sundays in the summer every space was taken by eleven."],
      decided: [["", "a park-and-ride trial be suggested to the Cabinet Member."]],
    },
    noted(
      "Tree Planting",
      "Head of Locality Services",
      "Two thousand trees were planted; nine in ten lived.",
    ),
  ],
  OSAH: [
    {
      title: "Waiting Times for Care Assessments",
      reportOf: "Director of Adult Social Care",
      said: ["The longest wait had fallen from thirty weeks to eleven."],
      decided: [["", "figures for each locality be sent to members every quarter."]],
    },
    noted(
      "Winter Plan of the Health Service",
      "Legal and Democratic Officer",
      "Representatives of the hospital trust answered questions on beds and ambulances.",
    ),
    noted(
      "Dentistry in the North of the Borough",
      "Director of Public Health",
      "Two practices would open lists.",
    ),
    {
      title: "Care Homes: Quality",
      reportOf: "Director of Adult Social Care",
      said: ["Nine homes in ten were rated good or better."],
      decided: [["", "members visit three homes before the next report."]],
    },
    noted(
      "Adult Safeguarding: Annual Report",
      "Director of Adult Social Care",
      "Concerns rose by four per cent.",
    ),
    noted(
      "Vaccination",
      "Director of Public Health",
      "Uptake of the childhood vaccines was lowest in three wards.",
    ),
    noted("Carers' Strategy", "Director of Adult Social Care", "Young carers had written the first page."),
  ],
  OSRC: [
    {
      title: "Revenue and Capital Budget Monitoring",
      reportOf: "Executive Director of Corporate Resources",
      said: [
        "The forecast was an overspend of £1.2 million.",
        "Members asked which savings were late and who answered for each.",
      ],
      decided: [
        ["(1)", "the report be noted; and"],
        ["(2)", "the director of each late saving be asked to the next meeting."],
      ],
    },
    noted(
      "Sickness Absence",
      "Head of Personnel",
      "Absence fell for the third quarter running; stress remained the main cause.",
    ),
    noted("Cyber Security", "Head of ICT", "Part of the report was considered in private."),
    {
      title: "Customer Contact: Waiting Times",
      reportOf: "Head of Communities",
      said: ["Callers waited six minutes on average and twenty on the Monday after bills go out."],
      decided: [["", "bills be sent in four batches next year."]],
    },
    noted("Corporate Complaints", "Legal and Democratic Officer", "One complaint in five was upheld."),
    noted("Property Disposals", "Property and Estates Manager", "Eleven sales had been completed."),
    noted(
      "Trading Standards",
      "Legal and Democratic Officer",
      "Unsafe toys worth £9,000 were taken off sale.",
    ),
  ],
  OSMB: [
    {
      title: "Working Groups: Which Come Next",
      reportOf: "Legal and Democratic Officer",
      said: ["Each chair spoke for the topics of their committee."],
      decided: [["", "one working group a committee be set up in the year, no more."]],
    },
    noted("Call-ins in the Year", "Legal and Democratic Officer", "There was one, and it was referred back."),
  ],
};
