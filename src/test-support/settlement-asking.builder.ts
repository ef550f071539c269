import { aClause, MoneyHouse, someTerms } from "../settlements/money-house.builder";
import type { Ask, TestApi } from "./api-client";
import type { TestDatabase } from "./test-database";

/** A contract whose January misses two objectives, settled; and both parties to it. */
export async function missedJanuary(database: TestDatabase, api: TestApi) {
  const clauses = [aClause(), aClause({ code: "C2", objectives: ["FCR"], cites: "Schedule 3, § 2.2" })];
  const at = await MoneyHouse.open(database.asInternal, someTerms({ clauses }));
  await at.month("2026-01", { SL: [79, 100], FCR: [60, 100] });
  await at.settle();
  const ours = api.as({ clientIds: [at.clientId], name: "Vesna" });
  const client = api.as({
    ...{ kind: "client", clientIds: [at.clientId], name: "Aurora" },
    rights: new Set(["settlements:dispute"]),
  });
  return { at, ours, client };
}

export const JANUARY = `period: { kind: MONTH, containing: "2026-01-10" }`;

export const LINES = `no kind clause objectiveCode state amount { value currency }`;

export const DISPUTE = `dispute { id state outcome lines decided { no amount { value } } events { step actorName }
  correction { version reason state totals { net { value } } lines { ${LINES} } } }`;

/** The settlement of January as somebody sees it. */
export const settlementOf = async (ask: Ask, fields = `id state lines { ${LINES} }`) => {
  const { data, errors } = await ask(`{ contract(code: "care") { settlement(${JANUARY}) { ${fields} } } }`);
  expect(errors).toEqual([]);
  return data.contract.settlement;
};

/** A mutation: its thing, the codes of what it refused, and errors above. */
export const act = async (
  ask: Ask,
  name: string,
  input: string,
  thing = `settlement { id state lines { no state } }`,
) => {
  const { data, errors } = await ask(`mutation { ${name}(input: { ${input} }) { ${thing} errors { code message } } }`);
  const payload = data?.[name];
  return { ...payload, refused: (payload?.errors ?? errors).map(({ code }: { code: string }) => code) };
};
