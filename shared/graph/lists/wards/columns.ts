import { declareList } from "../list-declaration.ts";

/** Key: the ward's name as a key, `LINACRE`. */
export const wardsList = declareList({
  name: "Wards",
  description: "Wards of the borough, the town of each, and the names they have had.",
  columns: {
    WardName: { type: "text", required: true },
    Town: { type: "text" },
    Aliases: { type: "note" },
  },
});
