import type { PublishedContact } from "../../../shared/contracts/answer.ts";
import type { Person } from "../../../shared/rules/people/person.ts";
import { sampleWards } from "./bodies.ts";

/** The people who can sign in to the sample council, by the part they play. */
export type SampleRole = "author" | "officer" | "councillor" | "financeOfficer";
export type SamplePeople = Readonly<
  Record<SampleRole, { readonly entraObjectId: string; readonly name: string }>
>;

/** Fictional councillors, one a ward in this order, with their seats. */
const councillors: readonly (readonly [name: string, seats: string])[] = [
  ["Amara Holloway", "CNL OSCS"],
  ["Bernard Tew", "CNL OSRS"],
  ["Ceri Lanyon", "CNL CAB"],
  ["Dilip Varsani", "CNL OSAH"],
  ["Edith Pomfret", "CNL OSRC"],
  ["Farouk Demir", "CNL OSCS"],
  ["Gwen Attlebury", "CNL CAB"],
  ["Hal Winterbourne", "CNL OSRS OSRC"],
  ["Imogen Sparrow", "CNL OSAH"],
  ["Jonty Ferrisby", "CNL CAB"],
  ["Kezia Mould", "CNL OSCS"],
  ["Lachlan Threlfell", "CNL OSRC"],
  ["Mina Castellane", "CNL CAB"],
  ["Noor Jessamy", "CNL OSRS"],
  ["Osbert Quill", "CNL OSAH OSCS"],
  ["Petra Underhay", "CNL OSRC"],
  ["Quentin Marlpit", "CNL OSRS"],
  ["Rosalind Eggleshaw", "CNL CAB"],
  ["Silas Brackenbury", "CNL OSCS"],
  ["Tamsin Overdale", "CNL OSAH"],
  ["Ulric Penhallow", "CNL CAB"],
];

/** Officers of the sample council: a post, a fictional name, and the last digits of the telephone number. */
export const sampleOfficers = {
  legal: { name: "Vashti Coldwell", post: "Legal and Democratic Officer", extension: "101" },
  education: { name: "Wendell Harcastle", post: "Head of Education", extension: "102" },
  highways: { name: "Xanthe Loveridge", post: "Highways Manager", extension: "103" },
  housing: { name: "Yusuf Ormerod", post: "Head of Housing and Investment", extension: "104" },
  adultCare: { name: "Zelda Fairbrother", post: "Director of Adult Social Care", extension: "105" },
  property: { name: "Alban Skerritt", post: "Property and Estates Manager", extension: "106" },
  publicHealth: { name: "Bronwen Tallis", post: "Director of Public Health", extension: "107" },
  ict: { name: "Caspar Inglenook", post: "Head of ICT", extension: "108" },
  personnel: { name: "Dorcas Whitlow", post: "Head of Personnel", extension: "109" },
  audit: { name: "Emrys Garland", post: "Chief Internal Auditor", extension: "110" },
} as const;

export type SampleOfficer = keyof typeof sampleOfficers;

function addressOf(name: string): string {
  return `${name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z ]/g, "")
    .trim()
    .replace(/ +/g, ".")}@council.example`;
}

/** How the plan prints an officer. The numbers are of the range kept free for fiction. */
export function contactOf(officer: SampleOfficer): PublishedContact {
  const { name, extension } = sampleOfficers[officer];
  return { name, email: addressOf(name), telephone: `0151 496 0${extension}` };
}

/** Councillors with ward and seats, officers with post; those who sign in carry their Entra object id. */
export function samplePeople(signedIn: SamplePeople): readonly Person[] {
  const number = (place: number) => String(place + 1).padStart(2, "0");
  const known = (role: SampleRole) => ({
    name: signedIn[role].name,
    email: addressOf(signedIn[role].name),
    entraObjectId: signedIn[role].entraObjectId,
    active: true,
  });
  return [
    {
      key: "COUNCILLOR-01",
      kind: "Councillor",
      ward: sampleWards[10],
      seats: ["CNL", "OSRS"],
      ...known("councillor"),
    },
    ...councillors.map(([name, seats], place): Person => {
      const wards = sampleWards.filter((ward) => ward !== sampleWards[10]);
      const ward = wards[place];
      return {
        key: `COUNCILLOR-${number(place + 1)}`,
        name,
        kind: "Councillor",
        email: addressOf(name),
        ...(ward !== undefined ? { ward } : {}),
        seats: seats.split(" "),
        active: true,
      };
    }),
    { key: "OFFICER-01", kind: "Officer", post: "Committee Officer", seats: [], ...known("officer") },
    {
      key: "OFFICER-02",
      kind: "Officer",
      post: "Policy and Performance Officer",
      seats: [],
      ...known("author"),
    },
    {
      key: "OFFICER-03",
      kind: "Officer",
      post: "Finance Business Partner",
      seats: [],
      ...known("financeOfficer"),
    },
    ...Object.values(sampleOfficers).map(
      ({ name, post }, place): Person => ({
        key: `OFFICER-${number(place + 3)}`,
        name,
        kind: "Officer",
        post,
        email: addressOf(name),
        seats: [],
        active: true,
      }),
    ),
  ];
}
