import { CLOUD } from "./published-cloud.builder";
import { settledPeriods, type PublishedContract, type PublishedPeriod } from "./published-contract.builder";
import { OUTSOURCING } from "./published-outsourcing.builder";
import { PUBLIC } from "./published-public.builder";

const paid = (contract: PublishedContract) =>
  settledPeriods(contract).map(({ totals: { credits, bonuses, points, net } }) => ({
    ...{ credits: Number(credits), bonuses: Number(bonuses), points: Number(points), net: Number(net) },
  }));

const published = ({ periods }: PublishedContract) =>
  periods.map(({ credits, bonuses = 0, points = 0, net = credits - bonuses }: PublishedPeriod) => ({
    ...{ credits, bonuses, points, net },
  }));

describe("Contracts that others published", () => {
  it.each([...CLOUD, ...OUTSOURCING, ...PUBLIC].map((contract) => [contract.source, contract] as const))(
    "pay what they say they pay: %s",
    (_source, contract) => {
      expect(paid(contract)).toEqual(published(contract));
    },
  );
});
