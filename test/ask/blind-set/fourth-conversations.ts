import {
  anyWindow,
  area,
  boroughWide,
  both,
  broughtForward,
  by,
  type Conversation,
  cabinet,
  candidates,
  changes,
  closed,
  comment,
  community,
  contact,
  count,
  deferred,
  detail,
  either,
  financial,
  fully,
  isGone,
  isNew,
  laterThanLastPlan,
  list,
  next,
  none,
  not,
  officer,
  open,
  paragraph,
  part,
  topic,
  unknown,
  ward,
  within,
} from "./turns.ts";

const place = area("Place and Environment");
const health = area("Health and Adult Wellbeing");
const wexChildren = area("Children and Families");
const december = ["2023-12-01", "2023-12-31"] as const;
const november = ["2023-11-01", "2023-11-30"] as const;
const january = ["2024-01-01", "2024-01-31"] as const;
const on = (day: string) => [day, day] as const;
const culture = by("Cabinet Member - Culture and Leisure");
const transport = by("Cabinet Member - Transport and Highways");

/** Short, pointed, and mixed: a last look at Wexmoor. */
export const wexmoorFourth: readonly Conversation[] = [
  [list("which items has Nadia Okoro got", officer("Nadia Okoro"))],
  [
    list(
      "list everything Amelia Stone leads on that goes to Cabinet",
      both(officer("Amelia Stone"), cabinet),
    ),
  ],
  [list("anything confidential affecting Bellfield", both(closed, ward("Bellfield")))],
  [
    list(
      "can I have the December decisions affecting Harbour or Eastcliff",
      both(within(...december), ward("Harbour", "Eastcliff")),
      december,
    ),
  ],
  [list("items that are exempt and financial", both(closed, financial))],
  [list("which key decisions are both financial and community", both(financial, community))],
  [anyWindow(list("is there anything on in the run up to Christmas", within("2023-10-18", "2023-12-24")))],
  [
    list(
      "what decisions will be taken on the 12th of December?",
      within("2023-12-12", "2023-12-12"),
      on("2023-12-12"),
    ),
  ],
  [
    list("anything in the last week of November", within("2023-11-24", "2023-11-30"), [
      "2023-11-24",
      "2023-11-30",
    ]),
  ],
  [
    list(
      "cabinet meeting 7 dec - what's on it",
      within("2023-12-07", "2023-12-07", "Cabinet"),
      on("2023-12-07"),
    ),
  ],
  [anyWindow(list("what is the plan for 2024", within("2024-01-01", "2024-12-31")))],
  [list("Which items aren't exempt?", open)],
  [list("decisions that don't affect all wards", not(boroughWide))],
  [list("anything for scrutiny on health", health)],
  [list("what's on the plan for the Culture and Leisure portfolio", culture)],
  [list("Highways cabinet member", transport)],
  [list("anything about the museum or the library", topic(/museum/i, /librar/i))],
  [list("taxi fees", topic(/taxi licensing fees/i))],
  [list("anything on special needs transport", topic(/SEND home/i))],
  [list("everything to do with food waste", topic(/food waste/i))],
  [list("rough sleepers", topic(/rough sleeping/i, /homeless/i))],
  [list("bus", topic(/\bbus\b/i))],
  [list("who's deciding what in January?", within(...january), january)],
  [
    list(
      "Which items going to Cabinet in November are fully open to the public?",
      both(within(...november, "Cabinet"), open),
      november,
    ),
  ],
  [list("exempt under para 1 or 2", either(paragraph(1), paragraph(2)))],
  [list("part-exempt items in Nov", both(part, within(...november)), november)],
  [
    list(
      "non-cabinet items in Nov",
      both(
        within(...november),
        either(
          transport,
          culture,
          by("Cabinet Member - Children and Families", "Executive Director - People"),
        ),
      ),
      november,
    ),
  ],
  [count("how many are going to the November Cabinet", within(...november, "Cabinet"), november)],
  [count("How many items does Helen Bright look after?", officer("Helen Bright"))],
  [count("how many fully exempt reports are there for place scrutiny", both(fully, place))],
  [count("how many have been added since last month", isNew)],
  [count("how many have dropped off", isGone)],
  [
    detail(
      "When's the council tax support scheme going to full council",
      topic(/council tax support/i),
      /18 January 2024/,
    ),
  ],
  [
    detail(
      "which committee does the tree strategy come under",
      topic(/tree and woodland/i),
      /Place and Environment/,
    ),
  ],
  [
    detail(
      "is selective licensing only for Lower Wex?",
      topic(/selective licensing/i),
      /Lower Wex/,
      /Upper Wex/,
    ),
  ],
  [detail("has the youth justice plan got a date", topic(/youth justice/i), /9 November 2023/)],
  [candidates("what about the care home fees", topic(/care home fees/i))],
  [detail("what does the domestic abuse item cover", topic(/domestic abuse/i))],
  [detail("Is the Markets Review a Cabinet decision?", topic(/markets review/i), /Culture and Leisure/)],
  [
    contact(
      "Who is responsible for the tree and woodland strategy?",
      topic(/tree and woodland/i),
      /simon\.ashgate@/,
    ),
  ],
  [contact("who do I email re: bus service improvement plan", topic(/bus service/i), /leon\.whitfield@/)],
  [contact("Officer contact for Museum Collections Policy", topic(/museum/i), /amelia\.stone@/)],
  [
    comment(
      "Where can people send comments on the library service strategy?",
      topic(/library service/i),
      /amelia\.stone@/,
    ),
  ],
  [
    comment(
      "is it too late to object to the waste collection changes",
      topic(/waste collection/i),
      /nadia\.okoro@/,
    ),
  ],
  [changes("which place scrutiny items have slipped?", both(deferred, place))],
  [changes("items brought forward since the last plan", broughtForward)],
  [changes("has anything been dropped?", isGone)],
  [changes("what's come on since the October edition", isNew)],
  [changes("anything new and exempt for cabinet members or officers", both(isNew, closed))],
  [changes("Which items have been delayed since the last edition?", laterThanLastPlan)],
  [next("when's the next meeting of full council", none, /23 November 2023/)],
  [next("next cabinet date?", none, /9 November 2023/)],
  [unknown("what's the legal advice on the Kingsmead library sale")],
  [unknown("give me the private appendix")],
  [unknown("how much will the refuge cost")],
  [unknown("sing me a song about potholes")],
  [
    list("what's on for children and families scrutiny", wexChildren),
    list("any in private?", both(wexChildren, closed)),
    detail("when is it?", topic(/SEND home/i), /30 November 2023/),
    contact("and who's the officer?", topic(/SEND home/i), /grace\.castle@/),
  ],
  [
    count("how many items are exempt", closed),
    list("show them", closed),
    list("only those in December", both(closed, within(...december)), december),
    list("not cabinet", both(closed, within(...december), not(cabinet)), december),
  ],
  [
    list("cabinet in december", within(...december, "Cabinet"), december),
    changes("any of those deferred?", both(deferred, within(...december, "Cabinet")), december),
    detail("tell me about that one", topic(/harbour wall/i)),
  ],
];
