import { rows } from "../platform/database";
import { batchLoader, batchLoaderBy } from "../platform/graphql/loader";
import { groupBy } from "../shared/group-by";
import { eachInstant, instantOf, type AsOf } from "./as-of";
import { scorecardsOfPeople, type PersonKey } from "./scorecard-reading.queries";
import { periodDescriber, scorecardView, type ScorecardView } from "./scorecard-view";

interface PlaceOfWork {
  readonly personId: string;
  readonly clientId: string;
  readonly contractId: string;
}

/** The contracts of the viewer's clients under which people hold or held a position, also one that was withdrawn. */
export const contractsWorkedUnder = batchLoader<readonly PlaceOfWork[]>(async (tx, viewer, personIds) => {
  const found = await rows<PlaceOfWork>(tx, WORKED_UNDER, [viewer.clientIds, personIds], "contractsWorkedUnder");
  const byPerson = groupBy(found, ({ personId }) => personId);
  return personIds.map((id) => byPerson.get(id) ?? []);
});

const WORKED_UNDER = `
  select distinct person_id as "personId", client_id as "clientId", contract_id as "contractId"
    from position where client_id = any($1) and person_id = any($2) order by 2, 3`;

const textOf = ({ personId, contractId, period }: PersonKey): string =>
  `${personId}/${contractId}/${period.kind}/${period.from}`;

/** The scorecards of a person's positions under a contract in a period, and of their whole where there is one. */
export const scorecardsOfPerson = batchLoaderBy<AsOf<PersonKey>, readonly ScorecardView[]>(
  (key) => `${textOf(key)}/${instantOf(key)}`,
  (tx, viewer, asked, now) =>
    eachInstant(asked, async (keys, asOf) => {
      const describe = periodDescriber(now);
      const found = await scorecardsOfPeople(tx, viewer, { keys, asOf });
      const byKey = groupBy(
        found.map((row) => scorecardView(row, describe)),
        ({ personId, contractId, period: { kind, from, until } }) =>
          textOf({ personId: personId ?? "", contractId, period: { kind, from, until } }),
      );
      return keys.map((key) => byKey.get(textOf(key)) ?? []);
    }),
);
