import { affected, rows, type Tx } from "../platform/database";
import { addDays, dayOf, laterOf, type Day } from "../shared/day";
import { newId } from "../shared/ids";
import { sittings, type Sitting } from "./forum-cadence.rules";
import type { Forum } from "./forum.entity";

/** How far ahead sittings are put into the calendar. */
const DAYS_AHEAD = 92;

/** Turns the cadence of forums into reviews. */
export class ReviewService {
  /** Adds the sittings of a client's forums that are not there yet, until three months ahead. Repeating it adds nothing. */
  schedule(tx: Tx, clientId: string, now: Date): Promise<number> {
    return this.add(tx, { clientId, forumId: null }, now);
  }

  /** A forum with a new cadence: coming sittings that nobody prepared yet make way for the new ones. */
  async reschedule(tx: Tx, forum: Pick<Forum, "clientId" | "id">, now: Date): Promise<number> {
    await affected(tx, WITHDRAW, [forum.clientId, forum.id, now]);
    return this.add(tx, { clientId: forum.clientId, forumId: forum.id }, now);
  }

  private async add(tx: Tx, of: { clientId: string; forumId: string | null }, now: Date): Promise<number> {
    const { clientId } = of;
    const forums = await rows<ForumRow>(tx, FORUMS, [clientId, of.forumId, now]);
    const due = forums.flatMap((forum) => sittingsOf(forum, now));
    if (due.length === 0) return 0;
    const column = (name: keyof DueReview): unknown[] => due.map((one) => one[name]);
    const added = await rows(tx, ADD, [
      clientId,
      due.map(() => newId()),
      column("forumId"),
      column("on"),
      column("kind"),
      column("from"),
      column("until"),
    ]);
    return added.length;
  }
}

type ForumRow = Pick<Forum, "id" | "cadence" | "startsOn" | "reviewsKind"> & {
  readonly timeZone: string;
  readonly contractFrom: Day;
  readonly contractUntil: Day | null;
  /** The last that the cadence gave; a coming one that is prepared already may stem from another cadence. */
  readonly lastSitting: Day | null;
};

interface DueReview {
  readonly forumId: string;
  readonly on: Day;
  readonly kind: string;
  readonly from: Day;
  readonly until: Day;
}

/** Sittings about a period of the contract's term. */
function sittingsOf(forum: ForumRow, now: Date): DueReview[] {
  const from = forum.lastSitting ? laterOf(forum.startsOn, addDays(forum.lastSitting, 1)) : forum.startsOn;
  const until = addDays(dayOf(now, forum.timeZone), DAYS_AHEAD);
  const concerns = ({ period }: Sitting): boolean =>
    period.until > forum.contractFrom && (forum.contractUntil === null || period.from < forum.contractUntil);
  const found = sittings(forum, from, until).filter(concerns);
  return found.map(({ on, period }) => ({ forumId: forum.id, on, ...period }));
}

const FORUMS = `
  select f.id, f.cadence, f.starts_on as "startsOn", f.reviews_kind as "reviewsKind", k.time_zone as "timeZone",
         k.starts_on as "contractFrom", k.ends_on as "contractUntil",
         (select max(r.scheduled_for) from review r
           where r.client_id = f.client_id and r.forum_id = f.id
             and (r.state = 'scheduled' or r.scheduled_for <= ($3::timestamptz at time zone k.time_zone)::date)
         ) as "lastSitting"
    from forum f join contract k on k.client_id = f.client_id and k.id = f.contract_id
   where f.client_id = $1 and ($2::uuid is null or f.id = $2)
   order by f.id`;

const WITHDRAW = `
  delete from review r
   using forum f, contract k
   where r.client_id = $1 and r.forum_id = $2 and r.state = 'scheduled'
     and f.client_id = r.client_id and f.id = r.forum_id and k.client_id = f.client_id and k.id = f.contract_id
     and r.scheduled_for > ($3::timestamptz at time zone k.time_zone)::date`;

const ADD = `
  insert into review (client_id, id, forum_id, scheduled_for, period_kind, period_from, period_until, state)
  select $1, d.id, d.forum_id, d.scheduled_for, d.kind, d.period_from, d.period_until, 'scheduled'
    from unnest($2::uuid[], $3::uuid[], $4::date[], $5::text[], $6::date[], $7::date[])
      as d(id, forum_id, scheduled_for, kind, period_from, period_until)
  on conflict (client_id, forum_id, scheduled_for) do nothing
  returning id`;
