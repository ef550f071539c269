import type { PeriodClock, PeriodType } from "../../platform/graphql/period.type";
import { describePeriod } from "../../platform/graphql/period.type";
import { moneyOf } from "../../kpis/money.rules";
import type { Viewer } from "../../platform/viewer";
import { seesMoneyOf } from "../visible-settlements";
import type { ContractOutlook, ObjectiveOutlook } from "./contract-outlook";
import type { ObjectiveStakes, Stakes } from "./open-money.rules";
import type {
  ContractOutlookType,
  ObjectiveOutlookMoneyType,
  ObjectiveOutlookType,
  OutlookMoneyType,
} from "./outlook.type";

export type ObjectiveOutlookView = ObjectiveOutlookType & {
  readonly objectiveId: string;
  readonly period: ContractOutlook["period"];
};

export type ContractOutlookView = Omit<ContractOutlookType, "objectives"> & {
  readonly period: PeriodType;
  readonly objectives: readonly ObjectiveOutlookView[];
};

/** Whose outlook is shown to whom, when. */
export interface OutlookReading {
  readonly viewer: Viewer;
  readonly clock: PeriodClock;
  readonly now: Date;
}

/** What a viewer may see: its objectives; money only for our own people who answer for the whole contract. */
export function contractOutlookView(
  outlook: ContractOutlook,
  { viewer, clock, now }: OutlookReading,
): ContractOutlookView {
  const { period, objectives, stakes, currency } = outlook;
  const seesMoney = viewer.kind === "internal" && seesMoneyOf(viewer, outlook);
  const visible = objectives.filter(({ serviceId }) => seesPromise(viewer, outlook.contractId, serviceId));
  return {
    period: describePeriod(period, clock, now),
    objectives: visible.map((one) => objectiveView(one, outlook, seesMoney)),
    money: seesMoney && stakes ? moneyView(stakes, currency) : null,
  };
}

/** As `visiblePromise` says it of rows. */
const seesPromise = ({ sight }: Viewer, contractId: string, serviceId: string | null): boolean =>
  sight === null ||
  sight.contractIds.includes(contractId) ||
  (serviceId !== null && sight.serviceIds.includes(serviceId));

function objectiveView(one: ObjectiveOutlook, outlook: ContractOutlook, seesMoney: boolean): ObjectiveOutlookView {
  const { objectiveId, prospects, stakes } = one;
  const { period, currency } = outlook;
  return {
    ...{ objectiveId, period },
    expectedVolume: prospects?.expected.volume ?? null,
    volumeBasis: prospects?.expected.basis ?? null,
    needed: prospects?.needed ?? null,
    neededForMinimum: prospects?.neededForMinimum ?? null,
    projection: prospects?.projection ?? null,
    chanceOfTarget: prospects?.chanceOfTarget ?? null,
    chanceOfMinimum: prospects?.chanceOfMinimum ?? null,
    money: seesMoney && stakes ? objectiveMoneyView(stakes, currency) : null,
  };
}

const moneyView = ({ now, projected, better, worse }: Stakes, currency: string): OutlookMoneyType => ({
  now: moneyOf(now, currency),
  projected: moneyOf(projected, currency),
  atBetterEnd: moneyOf(better, currency),
  atWorseEnd: moneyOf(worse, currency),
});

const objectiveMoneyView = (stakes: ObjectiveStakes, currency: string): ObjectiveOutlookMoneyType => ({
  ...moneyView(stakes, currency),
  savable: moneyOf(stakes.savable, currency),
});
