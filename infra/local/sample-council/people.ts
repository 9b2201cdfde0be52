import type { PublishedContact } from "../../../shared/contracts/answer.ts";
import type { Person } from "../../../shared/rules/people/person.ts";
import { sampleWards } from "./wards.ts";

/** The people who can sign in to the sample council, by the part they play. */
export type SampleRole = "author" | "officer" | "councillor" | "financeOfficer";
export type SamplePeople = Readonly<
  Record<SampleRole, { readonly entraObjectId: string; readonly name: string }>
>;

/** The ward of the councillor who signs in. */
const ownWard = "Linacre";

/** Fictional councillors, one a ward in this order, with their seats. */
const councillors: readonly (readonly [name: string, seats: string])[] = [
  ["Amara Holloway", "CNL OSCS PLN"],
  ["Bernard Tew", "CNL OSRS LIC"],
  ["Ceri Lanyon", "CNL CAB"],
  ["Dilip Varsani", "CNL OSAH OSMB AUD"],
  ["Edith Pomfret", "CNL OSRC OSMB PLN"],
  ["Farouk Demir", "CNL OSCS OSMB LIC"],
  ["Gwen Attlebury", "CNL CAB"],
  ["Hal Winterbourne", "CNL OSRS OSRC OSMB"],
  ["Imogen Sparrow", "CNL OSAH PLN"],
  ["Jonty Ferrisby", "CNL CAB"],
  ["Kezia Mould", "CNL OSCS AUD"],
  ["Lachlan Threlfell", "CNL OSRC LIC PLN"],
  ["Mina Castellane", "CNL CAB"],
  ["Noor Jessamy", "CNL OSRS AUD PLN"],
  ["Osbert Quill", "CNL CAB"],
  ["Petra Underhay", "CNL CAB"],
  ["Quentin Marlpit", "CNL OSRS OSAH PLN"],
  ["Rosalind Eggleshaw", "CNL CAB"],
  ["Silas Brackenbury", "CNL OSCS OSRC LIC"],
  ["Tamsin Overdale", "CNL OSAH AUD"],
  ["Ulric Penhallow", "CNL CAB"],
];

/** Co-opted members of the committee for children’s services. */
const coOpted: readonly (readonly [name: string, post: string])[] = [
  ["Verity Oldroyd", "Parent governor"],
  ["Alaric Penn", "Church representative"],
];

const councillorNumber = (place: number) => `COUNCILLOR-${String(place + 2).padStart(2, "0")}`;

/** The key of a councillor in the People list. @throws when the council has nobody of that name. */
export function councillorKey(name: string): string {
  const place = councillors.findIndex(([known]) => known === name);
  if (place < 0) throw new Error(`The sample council has no councillor ${name}.`);
  return councillorNumber(place);
}

/** The members of a body as its minutes print them, in the order of its seats; the first is in the chair. */
export function membersOf(bodyKey: string): readonly string[] {
  return councillors
    .filter(([, seats]) => seats.split(" ").includes(bodyKey))
    .map(([name]) => `Councillor ${name.split(" ").at(-1)}`);
}

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
  finance: { name: "Fenella Brisk", post: "Executive Director of Corporate Resources", extension: "111" },
  children: { name: "Gideon Hartsop", post: "Director of Children's Services", extension: "112" },
  communities: { name: "Hester Lowbridge", post: "Head of Communities", extension: "113" },
  planning: { name: "Ivo Stannard", post: "Chief Planning Officer", extension: "114" },
  greenSpaces: { name: "Juno Applegarth", post: "Head of Locality Services", extension: "115" },
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
      ward: ownWard,
      seats: ["CNL", "OSRS"],
      ...known("councillor"),
    },
    ...councillors.map(([name, seats], place): Person => {
      const wards = sampleWards.filter((ward) => ward !== ownWard);
      const ward = wards[place];
      return {
        key: councillorNumber(place),
        name,
        kind: "Councillor",
        email: addressOf(name),
        ...(ward !== undefined ? { ward } : {}),
        seats: seats.split(" "),
        active: true,
      };
    }),
    ...coOpted.map(
      ([name, post], place): Person => ({
        key: `CO-OPTED-${number(place)}`,
        name,
        kind: "CoOpted",
        post,
        email: addressOf(name),
        seats: ["OSCS"],
        active: true,
      }),
    ),
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

/** The post of an officer by name. @throws when nobody has the name. */
export function sampleOfficerPost(name: string): string {
  const officer = Object.values(sampleOfficers).find((known) => known.name === name);
  if (!officer) throw new Error(`The sample council has no officer ${name}.`);
  return officer.post;
}
