import express, { type ErrorRequestHandler } from "express";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { day } from "../shared/day";
import { DomainError } from "../shared/errors";
import { globalId, newId } from "../shared/ids";
import { aViewer } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { aClause, MoneyHouse, someTerms } from "./money-house.builder";
import { linesCsv } from "./settlement-csv.rules";
import type { SettlementLine } from "./settlement-line.entity";
import { settlementRouter } from "./settlement.http";

let database: TestDatabase;
let server: Server;
beforeAll(async () => {
  database = await createTestDatabase();
  const authenticate = async ({ authorization = "" }) => {
    const [kind, clientId] = authorization.split(" ") as ["client" | "internal", string];
    return aViewer({ kind, clientIds: [clientId] });
  };
  const asCode: ErrorRequestHandler = (error, _request, response, _next) =>
    void response.status(error instanceof DomainError ? 404 : 500).json({ code: (error as DomainError).code });
  const app = express()
    .use("/settlements", settlementRouter({ db: database.db, authenticate }))
    .use(asCode);
  server = await new Promise<Server>((done) => {
    const opened = app.listen(0, "127.0.0.1", () => done(opened));
  });
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  await database.drop();
});

const get = (id: string, who: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/settlements/${id}/lines.csv`, {
    headers: { authorization: who },
  });

test("the lines of a settlement in yen have no decimals; the client gets them once they are issued", async () => {
  const mechanism = { kind: "fixed", pays: "money", amount: "12345" } as const;
  const at = await MoneyHouse.open(database.asInternal, someTerms({ clauses: [aClause({ mechanism })] }), {
    currency: "JPY",
  });
  await at.month("2026-01", { SL: [79, 100] });
  await at.settle();
  const id = globalId("Settlement", await at.idOf("2026-01"));

  const [ours, theirs, others] = await Promise.all([
    get(id, `internal ${at.clientId}`),
    get(id, `client ${at.clientId}`),
    get(id, `internal ${newId()}`),
  ]);

  const [header, line] = (await ours.text()).split("\r\n");
  expect(header).toBe(
    "settlement,contract,period,period_from,period_until,version,line,kind,clause,cites,objective,amount,currency," +
      "reason,origin,stretch_from,stretch_until,state,invoice",
  );
  expect(line).toContain(`${id},care,2026-01,2026-01-01,2026-02-01,1,1,credit,C1,"Schedule 3, § 2.1",SL,12345,JPY,`);
  expect([ours.status, theirs.status, others.status]).toEqual([200, 404, 404]);
  expect((await get("nonsense", `internal ${at.clientId}`)).status).toBe(404);
});

test("cells are quoted, and none is taken for a formula", () => {
  const of = {
    ...({ id: newId(), contract: "=care", kind: "month", from: day("2026-01-01"), until: day("2026-02-01") } as const),
    ...{ version: 1, state: "invoiced", currency: "EUR" },
  };
  const line = { no: 1, kind: "bonus", clause: "C1", cites: "§ 1", objectiveCode: null, amount: "-5" } as const;
  const rest = {
    reason: 'So "it" is',
    origin: null,
    stretchFrom: null,
    stretchUntil: null,
    state: "invoiced",
    invoiceReference: "CN-1",
  } as const;

  const [, written] = linesCsv(of, [{ ...line, ...rest } as unknown as SettlementLine]).split("\r\n");

  expect(written).toContain(
    `,'=care,2026-01,2026-01-01,2026-02-01,1,1,bonus,C1,§ 1,,-0.05,EUR,"So ""it"" is",,,,invoiced,CN-1`,
  );
});
