import type { PublishedItem } from "../../../shared/contracts/answer.ts";
import { secrecyWords, shortDay, wardWords } from "../words.ts";

interface PlanTableProps {
  readonly items: readonly PublishedItem[];
  readonly onOpen: (itemKey: string) => void;
}

/**
 * The items of the plan as a table. On a narrow page each row becomes a block, by style alone: the roles are written
 * out because browsers forget them then.
 */
export function PlanTable({ items, onOpen }: PlanTableProps) {
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: kept where a style takes the table’s own away
    <table class="plan-table" role="table">
      <caption class="read-out">Decisions expected, in the order of their dates</caption>
      <thead role="rowgroup">
        <tr role="row">
          {["Item", "Decision", "Report", "Wards", "Scrutiny", "Contact"].map((name) => (
            <th key={name} scope="col" role="columnheader">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {items.map((item) => (
          <tr key={item.key} role="row">
            <th scope="row" role="rowheader">
              <button type="button" class="link" data-item={item.key} onClick={() => onOpen(item.key)}>
                {item.title}
              </button>
            </th>
            <td role="cell" data-label="Decision">
              {item.decisions.map(({ decisionMaker, from, to }) => (
                <p key={decisionMaker}>
                  {decisionMaker},{" "}
                  <span class="date">
                    {from === to ? shortDay(from) : `${shortDay(from)} to ${shortDay(to)}`}
                  </span>
                </p>
              ))}
              {item.dateChanges.length > 0 && <p class="quiet">Date changed</p>}
            </td>
            <td role="cell" data-label="Report">
              {secrecyWords[item.secrecy]}
            </td>
            <td role="cell" data-label="Wards">
              {wardWords(item.wards)}
            </td>
            <td role="cell" data-label="Scrutiny">
              {item.scrutinyArea}
            </td>
            <td role="cell" data-label="Contact">
              {item.contacts.map(({ name, email }) => (
                <p key={name}>{email === undefined ? name : <a href={`mailto:${email}`}>{name}</a>}</p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: kept where a style takes the table’s own away
  );
}
