import type { CalendarDate } from "../../../shared/contracts/calendar-date.ts";
import { addDays } from "../../../shared/rules/dates/calendar-arithmetic.ts";
import { type StandardSection, standardSectionKey } from "../../../shared/rules/reports/standard-section.ts";

/** Three standard sections around a day, one of them in two versions: the second came into force ten weeks ago. */
export function sampleStandardSections(today: CalendarDate): readonly StandardSection[] {
  const renewed = addDays(today, -70);
  const long = addDays(today, -900);
  const version = (
    sectionKey: string,
    title: string,
    number: number,
    days: Pick<StandardSection, "inForceFrom" | "inForceTo">,
    html: string,
  ): StandardSection => ({
    key: standardSectionKey(sectionKey, number),
    sectionKey,
    title,
    version: number,
    html,
    kinds: ["cabinet-member-report", "covering-report"],
    ...days,
  });
  return [
    version(
      "STD/EQUALITY",
      "Equality implications",
      1,
      { inForceFrom: long, inForceTo: addDays(renewed, -1) },
      "<p>The council has had regard to its equality duty in preparing this report.</p>",
    ),
    version(
      "STD/EQUALITY",
      "Equality implications",
      2,
      { inForceFrom: renewed },
      "<p>The council has had due regard to the public sector equality duty in preparing this report. In particular:</p><ul><li>people with protected characteristics were among those consulted;</li><li>no proposal here was found to put them at a disadvantage.</li></ul>",
    ),
    version(
      "STD/CLIMATE",
      "Climate emergency implications",
      1,
      { inForceFrom: long },
      "<p>The recommendations in this report have a <strong>neutral</strong> impact on the council’s net zero target.</p>",
    ),
    version(
      "STD/CONTACT",
      "Contact and background papers",
      1,
      { inForceFrom: long },
      "<p>Questions about this report go to the officer named on its first page. There are no background papers other than those listed.</p>",
    ),
  ];
}
