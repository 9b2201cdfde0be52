import type { WorkProgrammeItem } from "../../../rules/work-programme/work-programme.ts";
import { held, joinLines, splitLines } from "../list-declaration.ts";
import type { ListMapping } from "../list-mapping.ts";
import { workProgrammeItemsList } from "./columns.ts";

export const workProgrammeItems: ListMapping<WorkProgrammeItem, (typeof workProgrammeItemsList)["columns"]> =
  {
    list: workProgrammeItemsList,
    read: (row) => ({
      key: row.Key,
      bodyKey: row.BodyKey,
      municipalYear: row.MunicipalYear,
      title: row.ItemTitle ?? "",
      source: row.ItemSource,
      order: row.ItemOrder,
      state: row.ItemState,
      slots: (splitLines(row.Slots) ?? []).map((line) => {
        const [meetingKey = "", mark = "X"] = line.split("|").map((part) => part.trim());
        return { meetingKey, mark };
      }),
      ...held({ band: row.Band, leadOfficer: row.LeadOfficer }),
    }),
    write: (item) => ({
      Key: item.key,
      BodyKey: item.bodyKey,
      MunicipalYear: item.municipalYear,
      ItemTitle: item.title,
      ItemSource: item.source,
      ItemOrder: item.order,
      ItemState: item.state,
      ...held({
        Slots: joinLines(item.slots.map(({ meetingKey, mark }) => `${meetingKey} | ${mark}`)),
        Band: item.band,
        LeadOfficer: item.leadOfficer,
      }),
    }),
  };
