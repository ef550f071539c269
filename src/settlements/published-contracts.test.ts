import { CLOUD } from "./published-cloud.builder";
import { settledPeriods, type PublishedContract, type PublishedPeriod } from "./published-contract.builder";
import { OUTSOURCING } from "./published-outsourcing.builder";
import { PUBLIC } from "./published-public.builder";

const paid = (contract: PublishedContract) =>
  settledPeriods(contract).map(({ totals }) => ({
    ...{ credits: Number(totals.credits), bonuses: Number(totals.bonuses), points: Number(totals.points) },
  }));

const published = ({ periods }: PublishedContract) =>
  periods.map(({ credits, bonuses = 0, points = 0 }: PublishedPeriod) => ({ credits, bonuses, points }));

describe("Contracts that others published", () => {
  it.each([...CLOUD, ...OUTSOURCING, ...PUBLIC].map((contract) => [contract.source, contract] as const))(
    "pay what they say they pay: %s",
    (_source, contract) => {
      expect(paid(contract)).toEqual(published(contract));
    },
  );
});
