import { describe, expect, it } from "vitest";
import {
  linesWithoutHomes,
  mayHoldHome,
  withoutHomeAddresses,
} from "../../../shared/documents/import/lines/private-addresses.ts";

const gone = "[address left out]";

describe("a person's home", () => {
  it.each([
    ["Mr S Pike, 17 St. Mary's Road, Eastmere EM2 7QX", `Mr S Pike, ${gone}`],
    ["Mr S Pike, 17-19 Orchard Close, Newton le Willows, objects", `Mr S Pike, ${gone}, objects`],
    ["Mr S Pike, The Old Mill, 17 Orchard Close, Eastmere. EM2 7QX", `Mr S Pike, ${gone}`],
    ["Mr S Pike (applicant), 17 Orchard Close, Eastmere", `Mr S Pike (applicant), ${gone}`],
    ["**Mr S Pike**, 4 Elm Road", `Mr S Pike, ${gone}`],
    [
      "Dr N Sandoe, who lives at Thimble Cottage, Stow-cum-Eastmere, says so",
      `Dr N Sandoe, who lives at ${gone}, says so`,
    ],
    ["Sir Piers and Lady Lopp, Stanway Hall, Upper Eastmere", `Sir Piers and Lady Lopp, ${gone}`],
    ["the neighbour Mr Ivo ap Rhys of number 63 spoke", `the neighbour Mr Ivo ap Rhys of ${gone} spoke`],
    ["The occupier of No. 16 Quay Lane", `The occupier of ${gone}`],
    ["- Alan Fell (22A Quay Lane) – bats", `- Alan Fell (${gone}) – bats`],
    [
      "The driver, D. Vow, 118 Lower Ham Road, Eastmere, would keep it",
      `The driver, D. Vow, ${gone}, would keep it`,
    ],
    [
      "got up by Silas Cope, 40 Holme Street, Eastmere, and handed in",
      `got up by Silas Cope, ${gone}, and handed in`,
    ],
    ["P. & J. Wray, “Dunroamin”, Quay Lane", `P. & J. Wray, ${gone}`],
    ["with her daughter at 2 Church Hill, Eastmere. The land", `with her daughter at ${gone}. The land`],
    ["Miss F Gar (Flat 2b, 9 Heol-y-Groes, Powys LD0 9XX)", `Miss F Gar (${gone})`],
    [
      "Pascoe Trelidden of Mill Brook Cottages (No 3), Lower Sandling, wishes to speak.",
      `Pascoe Trelidden of ${gone}, wishes to speak.`,
    ],
    ["14 Hollow Way, Northmoor NM4 2BB (home)", gone],
    ["Jack Fold of 14 Hollow Way, Northmoor, wishes to sell", `Jack Fold of ${gone}, wishes to sell`],
  ])("“%s” is left out", (text, plain) => {
    expect(withoutHomeAddresses(text).text).toBe(plain);
  });
});

describe("an address that is nobody's home", () => {
  it.each([
    "Cllr J Smith, Town Hall, Bootle L20 7AE",
    "Councillor P Axe, c/o Civic Centre, 1 Mill Square, Eastmere EM1 1AA",
    "Mr S Pike, Head of Planning, 2 November 2026",
    "Councillor Bell, 14 November 2026",
    "Land rear of 12-18 Quay Lane, Eastmere EM4 6QT",
    "The nearest window at 14 Quay Lane is 19 metres away.",
    "The Copper Kettle, 51-53 Corn Street, Eastmere",
    "Hedgerow Planning Ltd, Unit 4 Sawmill Business Park, Eastmere EM2 9ZZ",
    "tenants may call at the Housing Shop, 12 Pride Hill Arcade",
    "a letter from St Wyn's School, Church Walk",
    "Councillor Blue\t104 - Mill Lane\tPersonal",
    "Dr Ames told the Committee that 40 Labour members, 12 Green",
  ])("“%s” stays", (text) => {
    expect(linesWithoutHomes([text])).toEqual({ lines: [text], held: [] });
  });
});

describe("a form that is not known", () => {
  it.each([
    ["Mrs Ames said that the place in question, as all know, is at Dunmore by the water, NM4 2BB", true],
    ["Cllr J Smith, Town Hall, Bootle L20 7AE", false],
    ["Mr S Pike, [address left out]", false],
  ])("“%s” is asked about: %s", (line, asked) => {
    expect(mayHoldHome(line)).toBe(asked);
  });
});

describe("an address over several lines", () => {
  it("is left out of each, and the lines stay lines", () => {
    expect(
      linesWithoutHomes([
        "Objector: **Winston Clode**",
        "**The Bothy**",
        "**Vicar Lane**",
        "**GA2 7RR**",
        "",
        "**Next item**",
      ]),
    ).toEqual({ lines: ["Objector: **Winston Clode**", gone, "", "", "", "**Next item**"], held: [1, 2, 3] });
  });

  it("stands in a column of a table that its head names, and an organisation's stays", () => {
    expect(
      linesWithoutHomes([
        "No.\tName\tAddress\tWhat is said",
        "1\tMr C Yapp\t55 Corn Street\tNoise",
        "2\tChamber of Trade\t8 Market Place\tIn favour",
      ]),
    ).toEqual({
      lines: [
        "No.\tName\tAddress\tWhat is said",
        `1\tMr C Yapp\t ${gone} \tNoise`,
        "2\tChamber of Trade\t8 Market Place\tIn favour",
      ],
      held: [1],
    });
  });
});
