import { contractByCode } from "../../contracts/contract.lookups";
import { clientOf } from "../../facts/client-of.queries";
import type { KpiInUse } from "../../kpis/kpi-definition";
import { requireMeasuredKpi } from "../../kpis/kpi-in-use.rules";
import { rows, type Tx } from "../../platform/database";
import { localId } from "../../platform/graphql/node";
import { periodNamed, type PeriodInput } from "../../platform/graphql/period.type";
import type { Viewer } from "../../platform/viewer";
import { dayOf } from "../../shared/day";
import { NotFound } from "../../shared/errors";
import type { Period } from "../../shared/period";
import { loadDefinitions, type ContractDefinitions } from "../definitions.queries";
import type { PlannedItem } from "../planned-item";
import { plannedObjectives } from "../objectives/objective-plan.rules";
import { plannedCards } from "../scorecard-plan.rules";
import { subjectsOf, type Subject } from "../subject.rules";
import { itemKey } from "../target-choice.rules";
import { visibility, visibleScorecard } from "../visible-results";
import { subjectsIn } from "../whole.rules";
import { KpiNotOnScorecard, PeriodToCome, SeveralDialects, SubjectNotNamed } from "./manual-value.errors";

/** Whose figure is meant, by code or id; none: the contract's own. */
export interface SubjectNamed {
  readonly service?: string | null | undefined;
  readonly team?: string | null | undefined;
  readonly person?: string | null | undefined;
  readonly position?: string | null | undefined;
}

/** A figure as somebody names it. */
export interface FigureNamed {
  readonly client?: string | null | undefined;
  readonly contract: string;
  readonly subject?: SubjectNamed | null | undefined;
  readonly kpi: string;
  readonly dialect?: string | null | undefined;
  readonly period: PeriodInput;
}

/** The figure that is meant: on a scorecard, or of an objective. */
export interface FoundFigure {
  readonly clientId: string;
  readonly definitions: ContractDefinitions;
  readonly subject: Subject;
  readonly period: Period;
  readonly kpi: KpiInUse;
}

export interface Asking {
  readonly viewer: Viewer;
  readonly now: Date;
}

/** Finds the figure that is named, for whoever may see it. */
export async function figureNamed(tx: Tx, named: FigureNamed, { viewer, now }: Asking): Promise<FoundFigure> {
  const clientId = await clientOf(tx, viewer, named.client ?? null);
  const contract = await contractByCode(tx, clientId, named.contract);
  const definitions = await loadDefinitions(tx, { clientId, contractId: contract.id });
  const period = periodNamed(named.period, now, contract.timeZone);
  const subject = await subjectNamed(tx, { definitions, period }, named.subject ?? {});
  await refuseUnseen(tx, viewer, { definitions, subject, named });
  if (period.from > dayOf(now, contract.timeZone)) throw new PeriodToCome(period);
  return { clientId, definitions, subject, period, kpi: kpiNamed(named, { clientId, definitions, subject, period }) };
}

interface Within {
  readonly definitions: ContractDefinitions;
  readonly period: Period;
}

async function subjectNamed(tx: Tx, { definitions, period }: Within, named: SubjectNamed): Promise<Subject> {
  const given = Object.entries(named).filter(([, value]) => value != null);
  if (given.length > 1) throw new SubjectNotNamed(given.map(([name]) => name));
  const [kind = "contract", key = ""] = (given[0] ?? []) as [string?, string?];
  const is = await IS_NAMED[kind]!(tx, definitions, key);
  const found = is && subjectsIn(subjectsOf(definitions), definitions.contract.id, period).find(is);
  if (!found) throw new NotFound(kind, key, ["subject", kind]);
  return found;
}

type IsNamed = (tx: Tx, all: ContractDefinitions, key: string) => Promise<((one: Subject) => boolean) | null>;

const byId =
  (kind: Subject["kind"], id: string | undefined) =>
  (one: Subject): boolean =>
    one.kind === kind && one.id === id;

const IS_NAMED: Readonly<Record<string, IsNamed>> = {
  contract: async (_tx, { contract }) => byId("contract", contract.id),
  service: async (_tx, { services }, key) => byId("service", services.find(({ code }) => code === key)?.id),
  team: async (_tx, { teams }, key) => byId("team", teams.find(({ code }) => code === key)?.id),
  position: async (_tx, _all, key) => byId("position", localId("Position", key, ["subject", "position"])),
  person: async (tx, _all, key) => {
    const [person] = await rows<{ id: string }>(tx, "select id from person where code = $1", [key]);
    return person ? (one) => one.kind === "person" && one.personId === person.id : null;
  },
};

interface Unseen {
  readonly definitions: ContractDefinitions;
  readonly subject: Subject;
  readonly named: FigureNamed;
}

/** By the one rule of who sees which scorecards; what is out of sight does not exist. */
async function refuseUnseen(tx: Tx, viewer: Viewer, { definitions, subject, named }: Unseen): Promise<void> {
  const { clientId, id } = definitions.contract;
  const { kind, serviceId, teamId, personId } = subject;
  const [seen] = await rows(
    tx,
    `select 1 from (select $4::uuid as client_id, $5::uuid as contract_id, $6::text as subject_kind,
                           $7::uuid as service_id, $8::uuid as team_id, $9::uuid as person_id, $10::uuid as subject_id) s
      where ${visibleScorecard("s")}`,
    [...visibility(viewer), clientId, id, kind, serviceId, teamId, personId, subject.id],
  );
  if (seen) return;
  const [[how = "contract", key = named.contract] = []] = Object.entries(named.subject ?? {}).filter(([, one]) => one);
  throw new NotFound(how, String(key), ["subject", how]);
}

/** The rule by which the KPI is on the subject's scorecard or, where it is not, in an objective about the subject. */
function kpiNamed(named: FigureNamed, found: Omit<FoundFigure, "kpi">): KpiInUse {
  const { definitions, subject, period, clientId } = found;
  const { code } = requireMeasuredKpi(named.kpi, clientId);
  const fitting = (items: readonly PlannedItem[]): KpiInUse[] => {
    const kpis = items.map(({ kpi }) => kpi).filter((one) => one.kpiCode === code);
    const meant = kpis.filter(({ dialect }) => !named.dialect || dialect === named.dialect);
    return [...new Map(meant.map((one) => [itemKey(one), one])).values()];
  };
  const shown = fitting(plannedCards(definitions, [subject], { period }).flatMap(({ items }) => items));
  const promised = (): KpiInUse[] =>
    fitting(plannedObjectives(definitions, [subject], { period }).map(({ item }) => item));
  const [only, ...others] = shown.length > 0 ? shown : promised();
  if (!only) throw new KpiNotOnScorecard(code, period);
  if (others.length > 0)
    throw new SeveralDialects(
      code,
      [only, ...others].map(({ dialect }) => dialect),
    );
  return only;
}
