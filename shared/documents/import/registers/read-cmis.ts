import { hasClass, type PageElement, wordsOf } from "../../content/page-elements.ts";
import { PageAccount } from "../forms/page-account.ts";
import { readDay } from "../lines/printed-dates.ts";
import type { RegisterPaper } from "../paper.ts";
import type { RegisterMeeting } from "./register-paper.ts";

/** A page of CMIS: its calendar, or one meeting; null when the page is neither. */
export function readCmisPage(html: string): RegisterPaper | null {
  const is = (name: string) => (element: PageElement) => hasClass(element, name);
  const list = new PageAccount(html, is("MeetingCalendarListView"));
  if (list.elements.some(is("MeetingCalendarListView"))) return calendar(list);
  if (list.elements.some(is("ModCMISMeetingsC")))
    return meeting(new PageAccount(html, is("ModCMISMeetingsC")));
  return null;
}

function calendar(account: PageAccount): RegisterPaper {
  const meetings = account.elements
    .filter((element) => element.tagName === "tr")
    .flatMap((row): RegisterMeeting[] => {
      const [first, second] = row.childNodes.filter(
        (node): node is PageElement => "tagName" in node && node.tagName === "td",
      );
      if (!first) return [];
      const match = /^(\d{1,2} \p{L}+ \d{4})\s*(\d{1,2}:\d{2})?\s*[-–]\s*(.+)$/u.exec(wordsOf(first));
      const date = readDay(match?.[1] ?? "");
      if (!match?.[3] || !date) return [];
      const venue = second ? wordsOf(second) : "";
      return [
        {
          body: match[3].trim(),
          date,
          ...(match[2] ? { time: match[2] } : {}),
          ...(venue !== "" ? { venue } : {}),
          documents: [],
        },
      ];
    });
  return account.register("CMIS", "Meetings from CMIS", { meetings });
}

function meeting(account: PageAccount): RegisterPaper {
  const all = account.elements;
  const labels = all.filter((element) => element.tagName === "label").map(wordsOf);
  const values = all.filter((element) => hasClass(element, "Value")).map(wordsOf);
  const value = (label: RegExp) => values[labels.findIndex((text) => label.test(text))] ?? "";
  const when = /^(.+?)\s*[-–]\s*(\d{1,2}:\d{2})$/.exec(value(/^date/i));
  const date = readDay(when?.[1] ?? value(/^date/i));
  const [venue, status] = [value(/^venue/i), value(/^status/i)];
  const found: RegisterMeeting[] = date
    ? [
        {
          body: value(/^committee/i),
          date,
          ...(when?.[2] ? { time: when[2] } : {}),
          ...(venue !== "" ? { venue } : {}),
          ...(status !== "" ? { status } : {}),
          documents: all.filter((element) => hasClass(element, "TitleLink")).map(wordsOf),
        },
      ]
    : [];
  return account.register("CMIS", "Meeting from CMIS", { meetings: found });
}
