import type { Calendar } from "../contracts/calendar.entity";
import type { ExpectedFeed } from "../facts/feed.queries";
import { outstandingRejects } from "../facts/outstanding-rejects";
import { STORED_STREAMS } from "../facts/streams/declared-streams";
import { rows, type Tx } from "../platform/database";
import type { ObjectiveResult } from "../scorecards/objective-result.entity";
import type { Scorecard, ScorecardItem } from "../scorecards/scorecard.entity";
import { feedsOfContracts } from "../scorecards/data-watermark.queries";
import type { PackageApproval } from "./package-adjustment";
import type { Day } from "../shared/day";
import type { Period, PeriodKind } from "../shared/period";
import { tableOf, type Stream } from "../shared/stream";

/** Everything a package is compiled from, as the store knows it now. A fixed number of statements. */
export interface PackageMaterial {
  readonly objectives: readonly ObjectiveMaterial[];
  readonly results: readonly ResultMaterial[];
  readonly dailyResults: readonly ResultMaterial[];
  readonly cards: readonly CardMaterial[];
  readonly rejects: readonly RejectMaterial[];
  readonly rejectedRows: number;
  readonly facts: readonly { readonly stream: Stream; readonly facts: number }[];
  readonly feeds: readonly ExpectedFeed[];
  readonly services: readonly ServiceMaterial[];
}

export interface ObjectiveMaterial {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly clause: string;
  readonly serviceId: string | null;
  readonly serviceName: string | null;
}
export interface ResultMaterial extends Pick<
  ObjectiveResult,
  "objectiveId" | "periodFrom" | "outcome" | "shortfall" | "state"
> {
  readonly item: ItemMaterial;
  /** What was excluded; left out: nothing. */
  readonly unadjusted?: ObjectiveResult["unadjusted"];
  readonly exclusions?: ObjectiveResult["exclusions"];
  /** Who approved what was excluded, by the id of the exclusion; null: nothing was. */
  readonly approvals?: Readonly<Record<string, readonly PackageApproval[]>> | null;
}
/** With the contract's currency, for amounts of money. */
export type ItemMaterial = ScorecardItem & { readonly currency?: string };
export interface CardMaterial extends Pick<
  Scorecard,
  "subjectKind" | "subjectId" | "periodFrom" | "state" | "score" | "level" | "rank" | "roleCode"
> {
  readonly items: readonly ItemMaterial[];
  /** Name of a contract, service or team; code of a position's person. */
  readonly subjectName: string;
  readonly teamName: string | null;
  readonly roleName: string | null;
}
export interface RejectMaterial {
  readonly code: string;
  readonly rows: number;
  readonly example: string;
}
export interface ServiceMaterial {
  readonly id: string;
  readonly name: string;
  readonly calendarId: Calendar["id"];
  readonly daysWithData: readonly Day[];
}

/** Which contract, and which periods: the reviewed one last. */
export interface MaterialScope {
  readonly clientId: string;
  readonly contractId: string;
  readonly currency: string;
  readonly now: Date;
  readonly periods: readonly Period[];
}

export async function loadMaterial(tx: Tx, scope: MaterialScope): Promise<PackageMaterial> {
  const reviewed = scope.periods.at(-1) as Period;
  const days = [scope.clientId, scope.contractId, reviewed.from, reviewed.until];
  const of = (kind: PeriodKind, from: readonly Day[]): unknown[] => [scope.clientId, scope.contractId, kind, from];
  const starts = scope.periods.map(({ from }) => from);
  const inCurrency = (item: ScorecardItem): ItemMaterial => ({ ...item, currency: scope.currency });
  const priced = (one: ResultMaterial): ResultMaterial => ({ ...one, item: inCurrency(one.item) });
  const rejects = await rows<RejectMaterial>(tx, REJECTS, [[scope.clientId], reviewed.from, reviewed.until]);
  return {
    objectives: await rows<ObjectiveMaterial>(tx, OBJECTIVES, days.slice(0, 2)),
    results: (await rows<ResultMaterial>(tx, RESULTS, of(reviewed.kind, starts))).map(priced),
    dailyResults: (await rows<ResultMaterial>(tx, DAILY_RESULTS, days)).map(priced),
    cards: (await rows<CardMaterial>(tx, CARDS, of(reviewed.kind, starts))).map((card) => {
      return { ...card, items: card.items.map(inCurrency) };
    }),
    rejects: rejects.slice(0, REASONS_SHOWN),
    rejectedRows: rejects.reduce((sum, one) => sum + one.rows, 0),
    facts: await rows<PackageMaterial["facts"][number]>(tx, FACTS, days),
    feeds: await feedsOfContracts(tx, [scope.clientId], [scope.contractId], scope.now),
    services: await rows<ServiceMaterial>(tx, SERVICES, days),
  };
}

const OBJECTIVES = `
  select o.id, o.code, o.name, o.clause, o.service_id as "serviceId", s.name as "serviceName"
    from objective o left join service s on s.client_id = o.client_id and s.id = o.service_id
   where o.client_id = $1 and o.contract_id = $2
   order by o.code`;

const RESULT_COLUMNS = `objective_id as "objectiveId", period_from as "periodFrom", outcome, shortfall::text,
  item, state`;

/** Who approved what was excluded from a result, by the id of the exclusion. */
const APPROVALS = `
  (select jsonb_object_agg(a.exclusion_id, a.approvals)
     from (select e.exclusion_id, jsonb_agg(jsonb_build_object('side', e.side, 'by', e.actor_name) order by e.ordinal) as approvals
             from exclusion_event e
            where e.client_id = $1 and e.step = 'approved'
              and e.exclusion_id::text in (select x ->> 'id' from jsonb_array_elements(r.exclusions) x)
            group by e.exclusion_id) a)`;

/** The latest version of each result. */
const RESULTS = `
  select distinct on (objective_id, period_from) ${RESULT_COLUMNS}, unadjusted, exclusions,
         case when exclusions <> '[]' then ${APPROVALS} end as approvals
    from objective_result r
   where client_id = $1 and contract_id = $2 and period_kind = $3 and period_from = any($4)
   order by objective_id, period_from, version desc`;

const DAILY_RESULTS = `
  select distinct on (objective_id, period_from) ${RESULT_COLUMNS}
    from objective_result
   where client_id = $1 and contract_id = $2 and period_kind = 'day' and period_from >= $3 and period_from < $4
   order by objective_id, period_from, version desc`;

const CARDS = `
  select distinct on (c.subject_kind, c.subject_id, c.period_from)
         c.subject_kind as "subjectKind", c.subject_id as "subjectId", c.period_from as "periodFrom", c.state,
         c.score::text, c.level, c.rank, c.role_code as "roleCode", c.items,
         coalesce(k.name, s.name, t.name, p.code) as "subjectName",
         case when c.subject_kind = 'position' then pt.name end as "teamName",
         ro.name as "roleName"
    from scorecard c
    left join contract k on c.subject_kind = 'contract' and k.client_id = c.client_id and k.id = c.subject_id
    left join service s on c.subject_kind = 'service' and s.client_id = c.client_id and s.id = c.subject_id
    left join team t on c.subject_kind = 'team' and t.client_id = c.client_id and t.id = c.subject_id
    left join person p on c.subject_kind = 'position' and p.id = c.person_id
    left join role ro on ro.code = c.role_code
    left join team pt on pt.client_id = c.client_id and pt.id = c.team_id
   where c.client_id = $1 and c.contract_id = $2 and c.period_kind = $3 and c.period_from = any($4)
     and c.subject_kind <> 'person'
   order by c.subject_kind, c.subject_id, c.period_from, c.version desc`;

const REJECTS = `
  select code, count(*) as rows, min(reason) as example
    from ${outstandingRejects("r.day >= $2 and r.day < $3")} as missing
   group by code
   order by count(*) desc, code`;

/** Reasons beyond these are counted, but not listed. */
const REASONS_SHOWN = 12;

/** The day that says to which period a fact belongs; of the others it is `day`. */
const FIRST_DAYS: Partial<Record<Stream, string>> = { contact: "offered_day", survey: "surveyed_day" };

/** Cases are counted where they were opened; their updates are part of them. */
const factsOf = (stream: Stream): string => {
  const [table, only] = stream === "case" ? ["case_moment", " and f.moment = 'opened'"] : [tableOf(stream), ""];
  const day = `f.${FIRST_DAYS[stream] ?? "day"}`;
  return `select '${stream}' as stream, count(*) as facts from ${table} f
    where f.client_id = $1 and f.service_id in (select id from of_contract) and ${day} >= $3 and ${day} < $4${only}`;
};

const FACTS = `
  with of_contract as (select id from service where client_id = $1 and contract_id = $2)
  select stream, facts from (
    ${STORED_STREAMS.filter((stream) => stream !== "case_event")
      .map(factsOf)
      .join(" union all ")}) counted
   where facts > 0 order by facts desc, stream`;

const SERVICES = `
  select s.id, s.name, coalesce(s.calendar_id, k.calendar_id) as "calendarId",
         array(select distinct d.day from daily_measures d
                where d.client_id = s.client_id and d.service_id = s.id and d.day >= $3 and d.day < $4
                order by d.day) as "daysWithData"
    from service s join contract k on k.client_id = s.client_id and k.id = s.contract_id
   where s.client_id = $1 and s.contract_id = $2
   order by s.code`;
