import { addDays, day, type Day } from "../shared/day";
import { newId } from "../shared/ids";
import { seeded } from "../test-support/seeded";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { SettledHouse, type AgentName } from "./settled-house.builder";

const SEED = 20_260_330;
/** Three weeks with the end of a quarter and a clock change in them. */
const FIRST = day("2026-03-16");
const DAYS = 21;

let database: TestDatabase;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.drop());

describe(`the figures of every scorecard (seed ${SEED})`, () => {
  const random = seeded(SEED);
  const upTo = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(from: readonly T[]): T => from[upTo(from.length)]!;
  const someDay = (): Day => addDays(FIRST, upTo(DAYS));
  const names: readonly AgentName[] = ["anna", "bruno", "carla", "dario"];

  it("equal those of one plain statement over the facts, and days add up to longer periods", async () => {
    const at = await SettledHouse.open(database.asInternal);
    await shuffleMemberships(at);
    await saveFacts(at);
    await at.settle();

    const compared = await at.sql<Compared>(COMPARISON);

    expect(compared.filter((one) => one.expected !== one.actual)).toEqual([]);
    expect(new Set(compared.map((one) => `${one.subject} ${one.kind}`)).size).toBe(25);
    expect(compared.length).toBeGreaterThan(500);
  });

  /**
   * Everybody leaves the team on some day and is in either team from some other day on, perhaps on one desk only: some
   * hold both positions for a while.
   */
  async function shuffleMemberships(at: SettledHouse): Promise<void> {
    const { agents, red, blue, phone, post } = at.house;
    for (const position of Object.values(agents)) {
      const [until, from] = [someDay(), someDay()];
      const again = { ...position, id: newId(), teamId: pick([red.id, blue.id, null]), validFrom: from };
      await at.sql("update position set valid_until = $3 where client_id = $1 and id = $2", position.id, until);
      await at.in((tx) => tx.insert("position", { ...again, serviceId: pick([phone.id, post.id, null]) }));
    }
  }

  async function saveFacts(at: SettledHouse): Promise<void> {
    const { phone, post } = at.house;
    const contacts = Array.from({ length: 1_500 }, () => {
      const on = someDay();
      return {
        by: pick(names),
        serviceId: pick([phone.id, post.id]),
        channel: pick(["phone", "phone", "mail"]),
        outcome: random() < 0.85 ? ("answered" as const) : ("abandoned" as const),
        waitSeconds: upTo(90),
        day: on,
        endedDay: addDays(on, random() < 0.1 ? 1 : 0),
      };
    });
    await at.calls(contacts);
    for (const name of names) {
      for (let count = 0; count < 40; count += 1) await at.surveys(name, [1 + upTo(5)], someDay());
    }
  }
});

interface Compared {
  readonly subject: string;
  readonly kind: string;
  readonly expected: string | null;
  readonly actual: string | null;
}

/**
 * Facts, counted for subjects and periods in the plainest way there is, beside the items of the scorecards. A person
 * counts where several own-work positions were held in the period, with the work in any of them, each fact once.
 */
const COMPARISON = `
  with fact as (
    select answered_day as day, service_id, person_id, 'ASA' as kpi, wait_seconds as numerator, 1 as denominator
      from contact where client_id = $1 and outcome = 'answered' and channel <> 'mail'
    union all
    select ended_day, service_id, person_id, 'CONTACTS_HANDLED', 1, null
      from contact where client_id = $1 and outcome = 'answered'
    union all
    select surveyed_day, service_id, person_id, 'CSAT', (rating >= 4)::integer, 1 from survey where client_id = $1),
  subject as (
    select 'contract' as kind, id as subject_id from contract where client_id = $1
    union all select 'service', id from service where client_id = $1
    union all select 'team', id from team where client_id = $1
    union all select 'position', id from position where client_id = $1 and role_code in ('agent', 'team-lead')
    union all select 'person', id from person),
  held as (
    select p.*, r.scope from position p join role r on r.code = p.role_code where p.client_id = $1),
  span as (
    select * from (values ('day', interval '1 day'), ('week', '7 days'), ('month', '1 month'), ('quarter', '3 months'),
                          ('year', '1 year')) as s(period, length)),
  counted as (
    select s.kind, s.subject_id, f.* from subject s cross join fact f
     where s.kind = 'contract'
        or s.kind = 'service' and f.service_id = s.subject_id
        or s.kind = 'team' and exists (
             select from held m where m.team_id = s.subject_id and m.person_id = f.person_id
                and f.service_id = coalesce(m.service_id, f.service_id)
                and f.day >= m.valid_from and f.day < coalesce(m.valid_until, 'infinity'))
        or s.kind = 'person' and exists (
             select from held p where p.scope = 'own' and p.person_id = s.subject_id and p.person_id = f.person_id
                and f.service_id = coalesce(p.service_id, f.service_id)
                and f.day >= p.valid_from and f.day < coalesce(p.valid_until, 'infinity'))
        or s.kind = 'position' and exists (
             select from held p where p.id = s.subject_id
                and f.service_id = coalesce(p.service_id, f.service_id)
                and f.day >= p.valid_from and f.day < coalesce(p.valid_until, 'infinity')
                and (p.scope = 'own' and p.person_id = f.person_id or p.scope = 'team' and exists (
                       select from held m where m.team_id = p.team_id and m.person_id = f.person_id
                          and f.service_id = coalesce(m.service_id, f.service_id)
                          and f.day >= m.valid_from and f.day < coalesce(m.valid_until, 'infinity'))))),
  expected as (
    select kind as subject, subject_id, period, date_trunc(period, day)::date as "from", kpi,
           sum(numerator) || ' / ' || coalesce(sum(denominator)::text, '-') as figure
      from counted cross join span
     where kind <> 'person' or 1 < (
             select count(*) from held p where p.scope = 'own' and p.person_id = subject_id
                and p.valid_from < date_trunc(period, day) + length
                and coalesce(p.valid_until, 'infinity') > date_trunc(period, day))
     group by kind, subject_id, period, date_trunc(period, day), kpi),
  actual as (
    select subject_kind as subject, case subject_kind when 'person' then person_id else subject_id end as subject_id,
           period_kind as period, period_from as "from", item ->> 'kpiCode' as kpi,
           (item ->> 'numerator') || ' / ' || coalesce(item ->> 'denominator', '-') as figure
      from scorecard cross join jsonb_array_elements(items) as item
     where client_id = $1 and (item ->> 'sample')::integer > 0
       and item ->> 'kpiCode' in ('ASA', 'CSAT', 'CONTACTS_HANDLED')
       and coalesce(role_code, 'agent') in ('agent', 'team-lead'))
  select subject, period as kind, e.figure as expected, a.figure as actual
    from expected e full join actual a using (subject, subject_id, period, "from", kpi)`;
