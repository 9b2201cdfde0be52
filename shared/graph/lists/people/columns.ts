import { personKinds } from "../../../rules/people/person.ts";
import { declareList } from "../list-declaration.ts";

/** Key: kind and number, `COUNCILLOR-12`; a person is found by the Entra object id. */
export const peopleList = declareList({
  name: "People",
  description: "Councillors, co-opted members and officers.",
  columns: {
    DisplayName: { type: "text", required: true },
    PersonKind: { type: "choice", choices: personKinds, required: true },
    Post: { type: "text" },
    Email: { type: "text" },
    EntraObjectId: { type: "text", indexed: true },
    Ward: { type: "text" },
    Seats: { type: "text" },
    Active: { type: "boolean" },
  },
});
