import type { Person } from "../../../rules/people/person.ts";
import { joinTexts, splitTexts } from "../list-declaration.ts";
import type { ListMapping } from "../list-mapping.ts";
import { peopleList } from "./columns.ts";

export const people: ListMapping<Person, (typeof peopleList)["columns"]> = {
  list: peopleList,
  read: (row) => ({
    key: row.Key,
    name: row.DisplayName,
    kind: row.PersonKind,
    seats: splitTexts(row.Seats),
    active: row.Active ?? false,
    ...(row.Post !== undefined ? { post: row.Post } : {}),
    ...(row.Email !== undefined ? { email: row.Email } : {}),
    ...(row.EntraObjectId !== undefined ? { entraObjectId: row.EntraObjectId } : {}),
    ...(row.Ward !== undefined ? { ward: row.Ward } : {}),
  }),
  write: (person) => ({
    Key: person.key,
    DisplayName: person.name,
    PersonKind: person.kind,
    Active: person.active,
    ...(person.seats.length > 0 ? { Seats: joinTexts(person.seats) } : {}),
    ...(person.post !== undefined ? { Post: person.post } : {}),
    ...(person.email !== undefined ? { Email: person.email } : {}),
    ...(person.entraObjectId !== undefined ? { EntraObjectId: person.entraObjectId } : {}),
    ...(person.ward !== undefined ? { Ward: person.ward } : {}),
  }),
};
