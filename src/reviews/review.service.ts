import { rows, type Tx } from "../platform/database";
import { addDays, dayOf, laterOf, type Day } from "../shared/day";
import { newId } from "../shared/ids";
import { sittings } from "./forum-cadence.rules";
import type { Forum } from "./forum.entity";

/** How far ahead sittings are put into the calendar. */
const DAYS_AHEAD = 92;

/** Turns the cadence of forums into reviews. */
export class ReviewService {
  /** Adds the sittings of a client's forums that are not there yet, until three months ahead. Repeating it adds nothing. */
  async schedule(tx: Tx, clientId: string, now: Date): Promise<number> {
    const forums = await rows<ForumRow>(tx, FORUMS, [clientId]);
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
  readonly lastSitting: Day | null;
};

interface DueReview {
  readonly forumId: string;
  readonly on: Day;
  readonly kind: string;
  readonly from: Day;
  readonly until: Day;
}

function sittingsOf(forum: ForumRow, now: Date): DueReview[] {
  const from = forum.lastSitting ? laterOf(forum.startsOn, addDays(forum.lastSitting, 1)) : forum.startsOn;
  const until = addDays(dayOf(now, forum.timeZone), DAYS_AHEAD);
  return sittings(forum, from, until).map(({ on, period }) => ({ forumId: forum.id, on, ...period }));
}

const FORUMS = `
  select f.id, f.cadence, f.starts_on as "startsOn", f.reviews_kind as "reviewsKind", k.time_zone as "timeZone",
         (select max(r.scheduled_for) from review r where r.client_id = f.client_id and r.forum_id = f.id) as "lastSitting"
    from forum f join contract k on k.client_id = f.client_id and k.id = f.contract_id
   where f.client_id = $1
   order by f.id`;

const ADD = `
  insert into review (client_id, id, forum_id, scheduled_for, period_kind, period_from, period_until, state)
  select $1, d.id, d.forum_id, d.scheduled_for, d.kind, d.period_from, d.period_until, 'scheduled'
    from unnest($2::uuid[], $3::uuid[], $4::date[], $5::text[], $6::date[], $7::date[])
      as d(id, forum_id, scheduled_for, kind, period_from, period_until)
  on conflict (client_id, forum_id, scheduled_for) do nothing
  returning id`;
