import type { CouncilSetting } from "../../../rules/meetings/council-setting.ts";
import { held } from "../list-declaration.ts";
import type { ListMapping } from "../list-mapping.ts";
import { settingsList } from "./columns.ts";

export const councilSettings: ListMapping<CouncilSetting, (typeof settingsList)["columns"]> = {
  list: settingsList,
  read: (row) => ({
    key: row.Key,
    value: row.SettingValue,
    ...held({ settledBy: row.SettledBy, explanation: row.Explanation }),
  }),
  write: (setting) => ({
    Key: setting.key,
    SettingValue: setting.value,
    ...held({ SettledBy: setting.settledBy, Explanation: setting.explanation }),
  }),
};
