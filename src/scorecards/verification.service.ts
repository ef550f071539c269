import { rows, type Tx } from "../platform/database";
import type { Day } from "../shared/day";
import type { Period, PeriodKind } from "../shared/period";
import { basesOf } from "./drift/period-basis.queries";
import { resultChanges, type ResultChanges } from "./drift/result-changes";
import { resultsFingerprints } from "./fingerprint.queries";
import type { Place } from "./result-rows.queries";

/** How a closed period stands up to being computed again. */
export interface PeriodVerification {
  readonly kind: PeriodKind;
  readonly from: Day;
  /** Whether what was published at closing is still what was written then. */
  readonly isIntact: boolean;
  /** Scorecards, and objective results, in force that would come out differently. */
  readonly scorecards: number;
  readonly objectiveResults: number;
}

export const reproduces = ({ isIntact, scorecards, objectiveResults }: PeriodVerification): boolean =>
  isIntact && scorecards + objectiveResults === 0;

/** Holds what was published against what the daily measures give by the definitions of then. Writes nothing. */
export class VerificationService {
  /** The closed periods of a contract, oldest first. */
  closedPeriods(tx: Tx, { clientId, contractId }: Omit<Place, "periods">): Promise<Period[]> {
    return rows(
      tx,
      `select period_kind as kind, period_from as "from", period_until as until from period_closing
        where client_id = $1 and contract_id = $2 order by period_until, period_from desc`,
      [clientId, contractId],
    );
  }

  /** Computes closed periods again, by the definitions as they were believed when each was closed or last restated. */
  async verify(tx: Tx, { now, ...place }: Place & { readonly now: Date }): Promise<PeriodVerification[]> {
    const { clientId, contractId, periods } = place;
    const written = await writtenFingerprints(tx, place);
    const prints = await resultsFingerprints(tx, place);
    const bases = await basesOf(tx, place);
    const changed = countsOf(await resultChanges(tx, { clientId, contractId, bases, now }));
    return periods.map(({ kind, from }, index) => ({
      ...{ kind, from, isIntact: written.get(keyOf({ kind, from })) === prints[index] },
      ...(changed.get(keyOf({ kind, from })) ?? UNCHANGED),
    }));
  }
}

const keyOf = ({ kind, from }: Pick<Period, "kind" | "from">): string => `${kind}/${from}`;

const UNCHANGED = { scorecards: 0, objectiveResults: 0 };

function countsOf({ cards, objectives }: ResultChanges): ReadonlyMap<string, typeof UNCHANGED> {
  const counts = new Map<string, typeof UNCHANGED>();
  const count = (
    all: readonly ResultChanges["cards"][number][] | ResultChanges["objectives"],
    what: keyof typeof UNCHANGED,
  ) => {
    for (const { basis } of all) {
      const key = keyOf(basis.period);
      const sofar = counts.get(key) ?? UNCHANGED;
      counts.set(key, { ...sofar, [what]: sofar[what] + 1 });
    }
  };
  count(cards, "scorecards");
  count(objectives, "objectiveResults");
  return counts;
}

async function writtenFingerprints(tx: Tx, { clientId, contractId, periods }: Place): Promise<Map<string, string>> {
  const found = await rows<Pick<Period, "kind" | "from"> & { print: string }>(
    tx,
    `select c.period_kind as kind, c.period_from as "from", c.results_fingerprint as print
       from unnest($3::text[], $4::date[]) as p(kind, "from")
       join period_closing c on c.client_id = $1 and c.contract_id = $2 and c.period_kind = p.kind
        and c.period_from = p."from"`,
    [clientId, contractId, periods.map(({ kind }) => kind), periods.map(({ from }) => from)],
  );
  return new Map(found.map((one) => [keyOf(one), one.print]));
}
