import { touchedContracts } from "./touched-contracts.rules";

const contracts = ["northwind/care", "northwind/sales", "southwind/care"].map((path) => {
  const [clientCode = "", code = ""] = path.split("/");
  return { clientCode, code };
});
const all = ["northwind/care", "northwind/sales", "southwind/care"];

test.each([
  ["Contract", "northwind/care", ["northwind/care"]],
  ["Objective", "northwind/care/SL-1", ["northwind/care"]],
  ["Position", "northwind/sales/phone anna agent from 2026-01-01", ["northwind/sales"]],
  ["KpiAssignment", "agent CSAT at southwind/care/phone", ["southwind/care"]],
  ["KpiAssignment", "agent CSAT at northwind", ["northwind/care", "northwind/sales"]],
  ["KpiAssignment", "agent CSAT", all],
  ["Role", "agent", all],
  ["Role", "northwind", all],
  ["Kpi", "ANSWERED_SHARE", all],
  ["Feed", "northwind/contact/pbx", []],
  ["Person", "anna", []],
])("%s %s touches %j", (kind, key, expected) => {
  const touched = touchedContracts([{ kind, key, outcome: "changed" }], contracts);

  expect(touched.map(({ clientCode, code }) => `${clientCode}/${code}`)).toEqual(expected);
});

test("what stays as it is touches nothing", () => {
  expect(touchedContracts([{ kind: "Role", key: "agent", outcome: "unchanged" }], contracts)).toEqual([]);
});
