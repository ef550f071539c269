import type { Tx } from "../platform/database";
import type { Viewer } from "../platform/viewer";
import { shiftPeriod, type Period, type PeriodKind } from "../shared/period";
import type { Recognition } from "./recognition";
import { settledFigures } from "./recognition.queries";
import { recognitionsIn } from "./recognition.rules";
import { seriesOf } from "./series.rules";

/** How many earlier periods are looked at. */
export const LOOK_BACK: Readonly<Record<PeriodKind, number>> = { day: 90, week: 52, month: 24, quarter: 12, year: 10 };

export interface AskedRecognitions {
  readonly clientId: string;
  readonly contractId: string;
  /** One that is over: a part of a period is compared with nothing (semantics R11). */
  readonly period: Period;
}

/** What people and teams of a contract deserve to be recognised for. One statement, whatever there is. */
export class RecognitionService {
  async inPeriod(tx: Tx, viewer: Viewer, { clientId, contractId, period }: AskedRecognitions): Promise<Recognition[]> {
    const { from } = shiftPeriod(period, -LOOK_BACK[period.kind]);
    const found = await settledFigures(tx, viewer, {
      clientId,
      contractId,
      kind: period.kind,
      from,
      last: period.from,
    });
    const items = found.map(({ periodFrom, periodUntil, ...one }) => ({
      ...one,
      period: { kind: period.kind, from: periodFrom, until: periodUntil },
    }));
    const seen = new Set(items.flatMap((one) => (one.isVisible ? [one.scorecardId] : [])));
    return recognitionsIn(period, seriesOf(items)).filter(({ evidence }) => seen.has(evidence.at(-1)!.scorecardId));
  }
}
