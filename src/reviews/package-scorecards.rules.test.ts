import { day } from "../shared/day";
import { periodContaining, shiftPeriod } from "../shared/period";
import { aCard, aLevel } from "./package-material.builder";
import { packageRankings, packageScorecards } from "./package-scorecards.rules";

const OCTOBER = periodContaining("month", day("2026-10-01"));
const PERIODS = [-3, -2, -1, 0].map((count) => shiftPeriod(OCTOBER, count));
const MIN_SAMPLE = 30;

describe("rankings of a package", () => {
  const rankingsOf = (cards: Parameters<typeof packageRankings>[0]) => packageRankings(cards, OCTOBER, MIN_SAMPLE);
  const scores = (all: readonly (string | null)[]) => all.map((score, i) => aCard(`P${i + 10}`, score));
  const shownOf = (all: readonly { rank: number; subject: { name: string } }[]) =>
    all.map(({ rank, subject }) => `${rank} ${subject.name}`);

  it("list five at each end, best first and lowest first", () => {
    const [ranking] = rankingsOf(scores(["10", "20", "30", "40", "50", "60", "70", "80", "90", "95", "99", "100"]));

    expect(shownOf(ranking?.best ?? [])).toEqual(["1 P21", "2 P20", "3 P19", "4 P18", "5 P17"]);
    expect(shownOf(ranking?.worst ?? [])).toEqual(["12 P10", "11 P11", "10 P12", "9 P13", "8 P14"]);
  });

  it.each([
    [["90", "80", "70"], ["1 P10", "2 P11"], ["3 P12"]],
    [["90", "80"], ["1 P10"], ["2 P11"]],
    [["90", "90.0"], ["1 P10", "1 P11"], []],
    [["90", "80", "80", "70"], ["1 P10", "2 P11", "2 P12"], ["4 P13"]],
    [["100", "100", "100", "100", "100", "100", "100"], ["1 P10", "1 P11", "1 P12", "1 P13", "1 P14"], []],
  ])("of scores %p never put anybody into both lists", (all, best, worst) => {
    const [ranking] = rankingsOf(scores(all));

    expect([shownOf(ranking?.best ?? []), shownOf(ranking?.worst ?? [])]).toEqual([best, worst]);
  });

  it("rank nobody whose weighted figure rests on too few facts, however good", () => {
    const thin = aCard("Thin", "100", { items: [aLevel(29, 29), aLevel(90, 100)] });
    const silent = aCard("Silent", "99", { items: [aLevel(0, 0, { score: null }), aLevel(90, 100)] });
    const light = aCard("Light", "98", { items: [aLevel(29, 29, { weight: "0" }), aLevel(90, 100)] });
    const enough = aCard("Enough", "97", { items: [aLevel(30, 30)] });

    const [ranking] = rankingsOf([thin, silent, light, enough]);

    expect(ranking).toMatchObject({ ranked: 2, unranked: 2, minSample: 30 });
    expect(shownOf([...(ranking?.best ?? []), ...(ranking?.worst ?? [])])).toEqual(["1 Light", "2 Enough"]);
  });

  it("say so when nobody can be ranked", () => {
    const few = [aCard("A", "90", { items: [aLevel(2, 2)] }), aCard("B", "80", { items: [aLevel(1, 2)] })];

    expect(rankingsOf(few)).toMatchObject([{ ranked: 0, unranked: 2, best: [], worst: [] }]);
  });

  it("compare teams with teams, people within their role, and only in the reviewed period", () => {
    const team = { subjectKind: "team" as const, roleCode: null, roleName: null };
    const lead = { roleCode: "team-lead", roleName: "Team lead" };
    const cards = [
      ...[aCard("L1", "70", lead), aCard("L2", "60", lead)],
      ...[aCard("A1", "90"), aCard("A2", "80"), aCard("Old", "99", { periodFrom: day("2026-09-01") })],
      ...[aCard("Red", "50", team), aCard("Blue", "40", team), aCard("Alone", "90", { roleCode: "trainer" })],
    ];

    const found = rankingsOf(cards).map(({ of, roleName, ranked }) => [of, roleName, ranked]);

    expect(found).toEqual([
      ["teams", null, 2],
      ["people", "Agent", 2],
      ["people", "Team lead", 2],
    ]);
  });

  it("show the figures that made the score", () => {
    const items = [aLevel(75, 100), aLevel(90, 100, { weight: "0" }), aLevel(90, 100, { target: null })];
    const [ranking] = rankingsOf([aCard("A", "90", { items }), aCard("B", "80")]);

    expect(ranking?.best[0]?.highlights).toEqual([{ kpi: "Service level", display: "75.0 %", isMet: false }]);
  });
});

describe("scorecards of a package", () => {
  it("go through the periods, contract first, without people", () => {
    const at = (from: string, good: number) => ({ periodFrom: day(from), items: [aLevel(good, 100)] });
    const service = { subjectKind: "service" as const };
    const cards = [
      aCard("A person", "90"),
      aCard("Voice", "90", { ...service, ...at("2026-08-01", 81) }),
      aCard("Voice", "95", { ...service, ...at("2026-10-01", 79) }),
      aCard("Care", null, { subjectKind: "contract", ...at("2026-10-01", 80) }),
      aCard("Gone", "90", { ...service, ...at("2026-09-01", 80) }),
    ];

    const found = packageScorecards(cards, PERIODS);

    expect(found.map(({ subject }) => subject.name)).toEqual(["Care", "Voice"]);
    expect(found[1]?.items[0]).toMatchObject({ targetDisplay: "≥ 80.0 %", isMet: false });
    expect(found[1]?.items[0]?.figures.map((one) => one?.display ?? null)).toEqual([null, "81.0 %", null, "79.0 %"]);
  });

  it("compare only the same formula with the same parameters", () => {
    const other = aLevel(81, 100, { parameters: { thresholdSeconds: 30 } });
    const of = { subjectKind: "contract" as const };
    const cards = [
      aCard("Care", "9", of),
      aCard("Care", "9", { ...of, periodFrom: day("2026-09-01"), items: [other] }),
    ];

    expect(packageScorecards(cards, PERIODS)[0]?.items[0]?.figures.slice(2)).toMatchObject([null, { sample: 100 }]);
  });
});
