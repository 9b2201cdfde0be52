import { hasClass, type PageElement, pageElements, wordsOf } from "../content/page-elements.ts";
import type { RegisterPaper } from "./paper.ts";
import { readDay } from "./printed-dates.ts";
import { registerPage } from "./read-modern-gov.ts";
import type { RegisterMeeting } from "./register-paper.ts";

/** A page of CMIS: its calendar, or one meeting; null when the page is neither. */
export function readCmisPage(html: string): RegisterPaper | null {
  const all = pageElements(html);
  if (all.some((element) => hasClass(element, "MeetingCalendarListView"))) return calendar(all, html);
  if (all.some((element) => hasClass(element, "ModCMISMeetingsC"))) return meeting(all, html);
  return null;
}

function calendar(all: readonly PageElement[], html: string): RegisterPaper {
  const meetings = all
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
  return registerPage("CMIS", { meetings }, "Meetings from CMIS", html);
}

function meeting(all: readonly PageElement[], html: string): RegisterPaper {
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
  return registerPage("CMIS", { meetings: found }, "Meeting from CMIS", html);
}
