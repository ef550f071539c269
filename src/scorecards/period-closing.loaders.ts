import { rows } from "../platform/database";
import { batchLoaderBy, inOrderOf } from "../platform/graphql/loader";
import { canonicalJson, type Json } from "../shared/canonical-hash";
import type { Day } from "../shared/day";
import { groupBy } from "../shared/group-by";
import type { PeriodKind } from "../shared/period";
import { inputsFingerprints } from "./fingerprint.queries";
import type { PeriodClosing } from "./period-closing.entity";
import type { ClosingDefinitions, ClosingWatermark } from "./period-closing.rules";

/** A closing as it was written, with what its documents hold. */
export interface ClosingRow extends Omit<PeriodClosing, "watermark" | "definitions"> {
  readonly watermark: ClosingWatermark;
  readonly definitions: ClosingDefinitions;
}

export interface ClosingKey {
  readonly contractId: string;
  readonly periodKind: PeriodKind;
  readonly periodFrom: Day;
}

const textOf = ({ contractId, periodKind, periodFrom }: ClosingKey): string =>
  `${contractId}/${periodKind}/${periodFrom}`;

/** The closing of a contract's period; undefined while it is open. */
export const closingOf = batchLoaderBy<ClosingKey, ClosingRow | undefined>(textOf, async (tx, viewer, keys) =>
  inOrderOf(
    keys.map(textOf),
    await rows<ClosingRow>(
      tx,
      CLOSINGS,
      [
        ...[viewer.clientIds, keys.map(({ contractId }) => contractId)],
        ...[keys.map(({ periodKind }) => periodKind), keys.map(({ periodFrom }) => periodFrom)],
      ],
      "closingsOfPeriods",
    ),
    textOf,
  ),
);

const CLOSINGS = `
  select c.client_id as "clientId", c.contract_id as "contractId", c.period_kind as "periodKind",
         c.period_from as "periodFrom", c.period_until as "periodUntil", c.closed_at as "closedAt",
         c.closed_by as "closedBy", c.inputs_fingerprint as "inputsFingerprint",
         c.results_fingerprint as "resultsFingerprint", c.watermark, c.definitions
    from unnest($2::uuid[], $3::text[], $4::date[]) as k(contract_id, kind, "from")
    join period_closing c on c.client_id = any($1) and c.contract_id = k.contract_id and c.period_kind = k.kind
     and c.period_from = k."from"`;

/** Whether the daily measures of a closed period are still those that its figures were made of. */
export const hasSameInputs = batchLoaderBy<ClosingRow, boolean>(textOf, async (tx, _viewer, closings) => {
  const prints = new Map<string, string>();
  for (const group of groupBy(closings, readBy).values()) {
    const { clientId, definitions } = group[0]!;
    const periods = group.map(({ periodKind: kind, periodFrom: from, periodUntil: until }) => ({ kind, from, until }));
    const found = await inputsFingerprints(tx, { clientId, ...definitions, periods });
    group.forEach((one, index) => prints.set(textOf(one), found[index]!));
  }
  return closings.map((one) => prints.get(textOf(one)) === one.inputsFingerprint);
});

/** Closings whose inputs are read by one statement: of the same services and measures. */
const readBy = ({ clientId, definitions: { serviceIds, slots } }: ClosingRow): string =>
  canonicalJson({ clientId, serviceIds, slots } as Json);

export interface ClosedThroughKey {
  readonly contractId: string;
  readonly kind: PeriodKind;
}

/** The last local day up to which every period of a kind is closed, from the first one on; null before that. */
export const closedThrough = batchLoaderBy<ClosedThroughKey, Day | null>(
  ({ contractId, kind }) => `${contractId}/${kind}`,
  async (tx, viewer, keys) => {
    const found = await rows<ClosedThroughKey & { day: Day }>(tx, CLOSED_THROUGH, [
      ...[viewer.clientIds, keys.map(({ contractId }) => contractId), keys.map(({ kind }) => kind)],
    ]);
    return keys.map(
      ({ contractId, kind }) => found.find((one) => one.contractId === contractId && one.kind === kind)?.day ?? null,
    );
  },
);

const CLOSED_THROUGH = `
  select r.contract_id as "contractId", r.period_kind as kind, max(r.period_until) - 1 as day
    from (
      select c.*, count(*) filter (where c.gap) over (partition by contract_id, period_kind order by period_from) as gaps
        from (
          select c.contract_id, c.period_kind, c.period_from, c.period_until,
                 lag(c.period_until) over (partition by c.contract_id, c.period_kind order by c.period_from)
                   <> c.period_from as gap
            from period_closing c
           where c.client_id = any($1)
             and (c.contract_id, c.period_kind) in (select * from unnest($2::uuid[], $3::text[]))) c) r
   where r.gaps = 0 group by r.contract_id, r.period_kind`;
