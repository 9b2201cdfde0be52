import { workProgrammeSources, workProgrammeStates } from "../../../rules/work-programme/work-programme.ts";
import { declareList } from "../list-declaration.ts";

/**
 * Key: body, municipal year and title, `OSCS/2026-27/WP/LIBRARY-SERVICE`. `Slots` holds a line for each meeting the
 * item goes to: its key and its mark, `OSCS-2026-12-08 | X`.
 */
export const workProgrammeItemsList = declareList({
  name: "WorkProgrammeItems",
  description: "Work programmes of the committees: items by meeting.",
  columns: {
    BodyKey: { type: "text", required: true, indexed: true },
    MunicipalYear: { type: "text", required: true, indexed: true },
    ItemTitle: { type: "note" },
    Band: { type: "text" },
    LeadOfficer: { type: "text" },
    ItemSource: { type: "choice", choices: workProgrammeSources, required: true },
    ItemOrder: { type: "number", required: true },
    ItemState: { type: "choice", choices: workProgrammeStates, required: true },
    Slots: { type: "note" },
  },
});
