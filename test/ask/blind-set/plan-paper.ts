/** An item as the paper prints it: every field in the words of its cell. */
export interface PrintedItem {
  readonly title: string;
  readonly details?: string;
  /** “Cabinet”, “Cabinet; Council”. */
  readonly by: string;
  /** “9 Nov 2023”, “9 Nov 2023; 23 Nov 2023”, “Between 1 Dec 2023 and 31 Jan 2024”. */
  readonly on: string;
  /** Notes of changed dates, as printed after the date. */
  readonly notes?: readonly string[];
  /** Whether it is key for its money, and for its effect on communities: “YN”. */
  readonly key?: "YY" | "YN" | "NY" | "NN";
  readonly exempt?: string;
  readonly wards?: string;
  readonly area: string;
  readonly officers: string;
  readonly consulted?: string;
  readonly method?: string;
}

/** An item with the editions it stands in, and what those editions printed otherwise. */
export interface PlannedItem extends PrintedItem {
  /** Numbers of the editions that list it, “123” when all do. */
  readonly in?: string;
  readonly was?: Readonly<Record<string, Partial<PrintedItem>>>;
}

export interface PlanSeries {
  readonly council: string;
  readonly domain: string;
  /** “1 NOVEMBER 2023 - 29 FEBRUARY 2024”, oldest first. */
  readonly periods: readonly string[];
  readonly items: readonly PlannedItem[];
}

/** The editions of a plan as papers, oldest first, in the layout that text taken from a council’s plan has. */
export function planPapers(series: PlanSeries): string[] {
  return series.periods.map((period, place) => {
    const edition = String(place + 1);
    const items = series.items
      .filter((item) => (item.in ?? "123").includes(edition))
      .map((item) => ({ ...item, ...item.was?.[edition] }));
    return [
      `# ${series.council.toUpperCase()} FORWARD PLAN\n`,
      `#### FOR THE FOUR MONTH PERIOD ${period}\n`,
      "This Forward Plan lists the key decisions that the Cabinet, its Members and officers expect to take.\n",
      "# **FORWARD PLAN INDEX OF ITEMS**\n",
      "Item Heading\tOfficer Contact",
      ...items.map((item) => `${item.title}\t${officers(item.officers, series.domain)}`),
      ...items.map((item) => printed(item, series)),
    ].join("\n");
  });
}

function officers(names: string, domain: string): string {
  return names
    .split("; ")
    .map(
      (name, place) => `${name} ${addressOf(name, domain)} Tel: 0190 555 ${2000 + name.length * 37 + place}`,
    )
    .join(" ");
}

/** The address that an officer’s name is printed with. */
export function addressOf(name: string, domain: string): string {
  return `${name
    .toLowerCase()
    .replace(/[^a-z ]/g, "")
    .replace(/ /g, ".")}@${domain}`;
}

function printed(item: PrintedItem, { council, domain }: PlanSeries): string {
  const [financial, community] = [...(item.key ?? "NY")].map((letter) => (letter === "Y" ? "Yes" : "No"));
  return `
# ${council.toUpperCase()} FORWARD PLAN

Details of Decision to be taken\t${item.title} ${item.details ?? "To seek approval of the proposals set out in the report."}\t
Decision Maker\t${item.by}\t
Decision Expected\t${[item.on, ...(item.notes ?? [])].join(" ")}\t
Key Decision Criteria\tFinancial\t${financial}\tCommunity Impact\t${community}\t
Exempt Report\t${item.exempt ?? "Open"}\t
Wards Affected\t${item.wards ?? "All Wards"}\t
Scrutiny Committee Area\t${item.area}\t
Persons/Organisations to be Consulted\t${item.consulted ?? "Residents and partners"}\t
Method(s) of Consultation\t${item.method ?? "Meetings and correspondence"}\t
List of Background Documents to be Considered by Decision-maker\t${item.title}\t
Contact Officer(s) details\t${officers(item.officers, domain)}\t
`;
}
