import type { PublishedEdition, PublishedItem } from "../../../shared/contracts/answer.ts";
import { moveInWords, movesInWords } from "../../../shared/rules/forward-plan/moves.ts";
import { SlideOver } from "../../ui/slide-over.tsx";
import { Facts } from "../facts.tsx";
import { decisionDays, fullDay, secrecyInFull, shortDay, wardWords } from "../words.ts";

interface ItemPanelProps {
  readonly item: PublishedItem;
  readonly edition: PublishedEdition;
  readonly calendar: string | undefined;
  readonly onClose: () => void;
}

/** Everything that the published plan says about an item. */
export function ItemPanel({ item, edition, calendar, onClose }: ItemPanelProps) {
  const moves = movesInWords(item);
  const criteria = [
    ...(item.financialImpact ? ["Financial"] : []),
    ...(item.communityImpact ? ["Community impact"] : []),
  ];
  return (
    <SlideOver title={item.title} onClose={onClose}>
      {item.details !== "" && <p>{item.details}</p>}
      <Facts
        facts={[
          [
            "Decision",
            <ul key="decisions" class="plain">
              {item.decisions.map((decision) => (
                <li key={decision.decisionMaker}>
                  {decision.decisionMaker}, {decisionDays(decision)}
                </li>
              ))}
            </ul>,
          ],
          [
            "Dates changed",
            item.dateChanges.length > 0 && (
              <>
                {moves !== null && <p>{moves}.</p>}
                <ul class="plain" key="changes">
                  {item.dateChanges.map(({ decisionMaker, from, to, reason }) => (
                    <li key={`${decisionMaker} ${from} ${to}`}>
                      {decisionMaker}: {shortDay(from)} to {shortDay(to)}, {moveInWords(from, to)}. {reason}
                    </li>
                  ))}
                </ul>
              </>
            ),
          ],
          ["Report", secrecyInFull(item)],
          ["Wards", wardWords(item.wards)],
          ["Criteria", criteria.join(" and ")],
          ["Scrutiny", item.scrutinyArea],
          ["Consulted", item.consultees],
          ["How", item.consultationMethod],
          ["Background", item.backgroundDocuments.join("; ")],
          [
            "Contact",
            item.contacts.length > 0 && (
              <ul class="plain">
                {item.contacts.map(({ name, email, telephone }) => (
                  <li key={name}>
                    {name}
                    {email !== undefined && (
                      <>
                        , <a href={`mailto:${email}`}>{email}</a>
                      </>
                    )}
                    {telephone !== undefined && (
                      <>
                        , <a href={`tel:${telephone.replace(/\s/g, "")}`}>{telephone}</a>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            ),
          ],
        ]}
      />
      <p class="links">
        {calendar !== undefined && (
          <a href={calendar} target="_blank" rel="noreferrer">
            Add to calendar
          </a>
        )}
        {edition.address !== undefined && (
          <a href={edition.address} target="_blank" rel="noreferrer">
            The plan on the council’s website
          </a>
        )}
      </p>
      <p class="quiet">
        From the edition published on {fullDay(edition.publishedOn)}. Expected dates may change.
      </p>
    </SlideOver>
  );
}
