import { DRAFT, ONE, PARTS, SimulatedHouse, TWO } from "../../test-support/simulated-house.builder";

let house: SimulatedHouse;
beforeAll(async () => {
  house = await SimulatedHouse.open();
});
afterAll(() => house.close());

const input = (parts: object) => house.input(parts);
const asOurs = () => house.asOurs();

describe("a draft by its parts", () => {
  it("comes to what the same draft does as YAML", async () => {
    const ask = async (draft: object) =>
      (await asOurs()(ONE, { input: input({ draft }) })).data.simulateContract as { errors: []; simulation: object };

    const [parts, text] = [await ask(PARTS("80 %")), await ask({ yaml: DRAFT("80 %") })];

    expect(parts.errors).toEqual([]);
    expect(parts.simulation).toEqual(text.simulation);
  });

  it("stands beside one as YAML, and beside another by its parts", async () => {
    const ask = async (drafts: object[]) =>
      (await asOurs()(TWO, { input: input({ drafts }) })).data.simulateContracts as object;

    for (const other of [
      { name: "softer", yaml: DRAFT("75 %") },
      { name: "softer", ...PARTS("75 %") },
    ])
      expect(await ask([PARTS("80 %"), other])).toMatchObject({
        ...{ errors: [], netDifference: { value: "-1000.00" } },
        simulations: [{ name: "draft" }, { name: "softer" }],
      });
  });

  it("may say nothing but what money follows, for the objectives that there are", async () => {
    const { settlementTerms } = PARTS("80 %");
    const [terms] = settlementTerms;
    const clauses = terms!.clauses.map((one) => ({ ...one, objectives: ["SL"] }));

    const { data } = await asOurs()(ONE, { input: input({ draft: { settlementTerms: [{ ...terms, clauses }] } }) });

    expect(data.simulateContract).toMatchObject({
      errors: [],
      simulation: { credits: { value: "2000.00" }, objectives: [{ code: "SL" }] },
    });
  });

  it("is refused where it stands in the input", async () => {
    const errorsOf = async (drafts: object[]) =>
      (await asOurs()(TWO, { input: input({ drafts }) })).data.simulateContracts.errors as object[];

    expect(await errorsOf([{}, PARTS("80 banana")])).toMatchObject([
      { code: "INVALID_TARGET", path: ["drafts", "1", "objectives", "0", "versions", "0", "target"] },
    ]);
    expect(await errorsOf([PARTS("80 %", "1000 bananas"), {}])).toMatchObject([
      { path: ["drafts", "0", "settlementTerms", "0", "clauses", "0", "mechanism", "fixed", "amount"] },
    ]);
    expect(await errorsOf([{ yaml: DRAFT("80 %"), ...PARTS("80 %") }, {}])).toMatchObject([
      { code: "BAD_USER_INPUT", path: ["drafts", "0", "yaml"] },
    ]);
  });

  it("needs exactly one mechanism per clause", async () => {
    const draft = PARTS("80 %");
    Object.assign(draft.settlementTerms[0]!.clauses[0]!, { mechanism: {} });

    const { data } = await asOurs()(ONE, { input: input({ draft }) });

    expect(data.simulateContract.errors).toMatchObject([
      { path: ["draft", "settlementTerms", "0", "clauses", "0", "mechanism"] },
    ]);
  });
});
