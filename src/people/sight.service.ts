import { rows, type Tx } from "../platform/database";
import { isBoundToPositions, type Sight, type Viewer } from "../platform/viewer";

/** Finds out whose results somebody's positions let them see. */
export class SightService {
  /**
   * A viewer who is bound to positions reaches the clients it ever worked for, and sees the results of what the positions
   * held today (in the contract's zone) answer for; other viewers stay as they are. The transaction's scope must hold the
   * viewer's clients. One statement.
   */
  async narrowed(tx: Tx, viewer: Viewer, now: Date): Promise<Viewer> {
    if (!isBoundToPositions(viewer)) return viewer;
    const [seen] = await rows<Seen>(tx, SEEN, [viewer.clientIds, viewer.personId, now], "sightOfPositions");
    const { clientIds, ...sight } = seen ?? { clientIds: [], ...NOTHING };
    return { ...viewer, clientIds, sight };
  }
}

type Seen = Sight & { readonly clientIds: readonly string[] };

const NOTHING: Sight = { contractIds: [], serviceIds: [], teamIds: [], traineeIds: [], roleCodes: [], knownIds: [] };

const TODAY = (dated: string): string => `cross join lateral (
      select ($3::timestamptz at time zone c.time_zone)::date as today) local
     where ${dated}.client_id = any($1) and ${dated}.superseded_at is null`;
const HOLDS = (dated: string): string =>
  `${dated}.valid_from <= local.today and (${dated}.valid_until is null or ${dated}.valid_until > local.today)`;

/** How much a role answers for. */
const BREADTH = (scope: string): string => `array_position(array['own', 'team', 'service', 'contract', 'all'],
  case ${scope} when 'trained' then 'team' else ${scope} end)`;

const SEEN = `
  with held as (
    select p.client_id, r.scope, p.contract_id, p.service_id, p.team_id, ${HOLDS("p")} as is_held
      from position p
      join role r on r.code = p.role_code
      join contract c on c.client_id = p.client_id and c.id = p.contract_id ${TODAY("p")} and p.person_id = $2),
  now_held as (select * from held where is_held),
  contracts as (
    select contract_id as id from now_held where scope = 'contract' or (scope = 'service' and service_id is null)
     union
    select c.id from contract c
     where c.client_id = any($1) and c.client_id in (select client_id from now_held where scope = 'all')),
  services as (select distinct service_id as id from now_held where scope = 'service' and service_id is not null),
  teams as (select distinct team_id as id from now_held where scope = 'team' and team_id is not null),
  trainees as (
    select distinct t.trainee_id as id
      from training t
      join contract c on c.client_id = t.client_id and c.id = t.contract_id ${TODAY("t")}
       and t.trainer_id = $2 and ${HOLDS("t")} and exists (select from now_held where scope = 'trained')),
  known as (
    select id from trainees
     union
    select p.person_id from position p
     where p.client_id = any($1) and p.superseded_at is null
       and (p.contract_id in (select id from contracts) or p.service_id in (select id from services)
         or p.team_id in (select id from teams)))
  select array(select distinct client_id from held) as "clientIds", array(select id from contracts) as "contractIds",
         array(select id from services) as "serviceIds", array(select id from teams) as "teamIds",
         array(select id from trainees) as "traineeIds",
         array(select code from role where ${BREADTH("scope")} < (select max(${BREADTH("scope")}) from now_held)) as "roleCodes",
         array(select id from known) as "knownIds"`;
