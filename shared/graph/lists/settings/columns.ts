import { declareList } from "../list-declaration.ts";

/** Key: body and setting, `CAB/CALL-IN-DAYS`; `ALL/…` holds for every body that has no row of its own. */
export const settingsList = declareList({
  name: "Settings",
  description: "What the council has settled for itself: offsets, call-in, cut-off hour, thresholds.",
  columns: {
    SettingValue: { type: "text", required: true },
    SettledBy: { type: "text" },
    Explanation: { type: "note" },
  },
});
