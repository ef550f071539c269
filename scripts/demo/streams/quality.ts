import { noon, type Day } from "../../../src/shared/day";
import { Chance } from "../chance";
import { LEADS, type Agent } from "../house";
import { fact, localTime, type DemoFact, type DeskWork } from "./demo-row";

/** The form: what is looked at, how much it weighs, and what fails the whole. */
const ITEMS = [
  { code: "greeting", section: "contact", weight: 1, maximum: 10 },
  { code: "identification", section: "compliance", weight: 1, maximum: 10, isCritical: true },
  { code: "understanding", section: "solution", weight: 2, maximum: 10 },
  { code: "solution", section: "solution", weight: 3, maximum: 10 },
  { code: "documentation", section: "compliance", weight: 2, maximum: 10 },
  { code: "closing", section: "contact", weight: 1, maximum: 10 },
] as const;

const CAUSES = ["training", "training", "process", "tool", "knowledge"] as const;

/** Of each agent one or two contacts a week are listened to. */
export function* evaluationsOf({ desk, day, contacts }: DeskWork): Generator<DemoFact> {
  const evaluator = evaluatorOf(desk.client);
  for (const agent of desk.agents) {
    const chance = new Chance(`evaluation ${agent.code} ${day}`);
    if (!chance.happens(0.3)) continue;
    const heard = contacts.find((one) => one.agent === agent.code);
    if (!heard) continue;
    const items = ITEMS.map((item) => judged(item, agent, chance));
    const weak = items.filter((one) => !one.notApplicable && one.points < 8);
    yield fact("evaluation", {
      external_id: `Q-${heard.id}`,
      service: desk.service,
      channel: desk.channel,
      person: agent.code,
      evaluator,
      evaluated_at: localTime(day, 17 * 3600 + Math.round(chance.unit() * 1800)),
      form_code: `${desk.channel}-conversation`,
      form_version: "3",
      contact_external_id: heard.id,
      items,
      errors: weak.map(({ code }) => errorOf(code, chance)),
    });
  }
}

const evaluatorOf = (client: string): string =>
  LEADS.find((one) => one.role === "quality-specialist" && one.contract.startsWith(client))?.code ?? "QS-01";

function judged(item: (typeof ITEMS)[number], agent: Agent, chance: Chance) {
  const { code, section, weight, maximum } = item;
  const isCritical = "isCritical" in item;
  const notApplicable = !isCritical && chance.happens(0.06);
  const fails = isCritical && chance.happens(0.012);
  const points = fails ? 0 : Math.max(2, Math.min(10, Math.round(8.9 + agent.charm * 14 + 1.3 * chance.normal())));
  return { code, section, weight, maximum, points, notApplicable, autoFail: fails };
}

function errorOf(code: string, chance: Chance) {
  const kind = code === "solution" ? "product" : code === "documentation" ? "process" : "other";
  const isAnalysed = chance.happens(0.93);
  return { kind, code, ...(isAnalysed ? { rootCause: chance.oneOf(CAUSES), rootCauseApproved: true } : {}) };
}

/** Every Thursday the specialists score the same four recordings as the reference. */
export function* calibrationsOf(client: string, service: string, day: Day): Generator<DemoFact> {
  if (noon(day).weekday !== 4) return;
  const evaluator = evaluatorOf(client);
  const strictness = evaluator === "QS-01" ? 2 : -3;
  for (const recording of [1, 2, 3, 4]) {
    const chance = new Chance(`calibration ${evaluator} ${day} ${recording}`);
    const reference = Math.round(Math.min(100, 84 + 9 * chance.normal()));
    const score = Math.round(Math.max(0, Math.min(100, reference - strictness + 5 * chance.normal())));
    yield fact("calibration", {
      external_id: `${evaluator}-${day}-${recording}`,
      service,
      person: evaluator,
      calibrated_at: localTime(day, 15 * 3600 + recording * 600),
      form_code: "phone-conversation",
      score,
      reference,
      passed: score >= 80,
      reference_passed: reference >= 80,
    });
  }
}
