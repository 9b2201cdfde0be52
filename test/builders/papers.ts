/** A Forward Plan of two items as extraction leaves it: labels and values parted by tabs. Own text. */
export function planPaper(
  given: { from?: string; to?: string; officer?: string; secondTitle?: string } = {},
): string {
  const {
    from = "1 JULY 2026",
    to = "31 OCTOBER 2026",
    officer = "Robin Marsh",
    secondTitle = "Beach Huts at Ainsdale - Approval",
  } = given;
  const month = from.split(" ")[1] ?? "";
  const address = `${officer.toLowerCase().replace(" ", ".")}@council.example`;
  return `# SAMPLE COUNCIL FORWARD PLAN

#### FOR THE FOUR MONTH PERIOD ${from} - ${to}

Anyone may write to the officer named against an item.

# **FORWARD PLAN INDEX OF ITEMS**

Item Heading\tOfficer Contact
Sea Wall Repairs - Award of Contract\t${officer} ${address} Tel: 0151 496 0001
${secondTitle}\tTess Hall tess.hall@council.example Tel: 0151 496 0002

# SAMPLE COUNCIL FORWARD PLAN

Details of Decision to be taken\tSea Wall Repairs - Award of Contract To award the contract for the repairs.\t
Decision Maker\tCabinet; Council
Decision Expected\t${month === "JULY" ? "23 Jul 2026; 17 Sep 2026" : "20 Aug 2026; 17 Sep 2026"}
Key Decision Criteria\tFinancial Yes Community Yes Impact
Exempt Report\tPart exempt (Paragraph 3)
Wards Affected\tHarington; Netherton and Orrell
Scrutiny Committee Area\tRegeneration and Skills
Persons/Organisations to be Consulted\tResidents
Method(s) of Consultation\tLetters
List of Background Documents\tCondition survey

to be Considered by Decision-maker\t
Contact Officer(s) details\t${officer} ${address} Tel: 0151 496 0001

# SAMPLE COUNCIL FORWARD PLAN

Details of Decision to be taken\t${secondTitle} To approve the plan for the huts.
Decision Maker\tCabinet Member - Communities
Decision Expected\tBetween 1 Sep 2026 and 30 Sep 2026
Key Decision Criteria\tFinancial\tNo\tCommunity Impact\tYes\t
Exempt Report\tOpen
Wards Affected\tAll Wards
Scrutiny Committee Area\tRegeneration and Skills
Persons/Organisations to be Consulted\tNone
Method(s) of Consultation\tNone
List of Background Documents to be Considered by Decision-maker\tNone
Contact Officer(s) details\tTess Hall tess.hall@council.example Tel: 0151 496 0002
`;
}

/** A Cabinet Member report as extraction leaves it. Own text. */
export function reportPaper(given: { meeting?: string; period?: string } = {}): string {
  const { meeting = "9 June 2026", period = "May 2026" } = given;
  return `
CABINET MEMBER REPORT\t\t
Overview and Scrutiny Committee (Parks and Beaches) - ${meeting}\t\t
Councillor\tPortfolio\tPeriod of Report
Robin Marsh\tParks and Beaches\t${period}

GREEN SPACES

Playgrounds

Four playgrounds were mended before the summer. The work was finished on time and within its budget.

- The swings at the north end were replaced.
 - Two of them carry a wheelchair.
- The sand was sieved.

Internal Audit

Audits finished in the period:

Audit Title\tAudit Opinion\tRecommendations\t\t
\t\tHigh\tMedium\tLow
2025/2026\t\t\t\t
Car park takings\tModerate\t0\t2\t1
<i>Deck chair hire</i>\tMajor\t3\t1\t0

Audit Title\tAudit Opinion\tRecommendations\t\t
\t\tHigh\tMedium\tLow
Kiosk rents - draft\tMinor\t0\t0\t2
Lifeguard grant\tAssurance given for the claim\t\t\t

Rows in italics are drafts.

BEACHES

Nothing was washed ashore that the rangers could not remove. Visitors were many, and the bins were emptied daily.

Cleaning.

The beach was cleaned [every week](https://www.council.example/beach) and after each storm.
`;
}
