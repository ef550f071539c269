import type { MigrationInterface, QueryRunner } from "typeorm";
import { secureByClient } from "./row-level-security";

/** Working time that statements over facts can count: calendars as windows between instants, and functions over them. */
export class BusinessTime0007 implements MigrationInterface {
  readonly name = "BusinessTime1795000000007";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WINDOWS);
    await runner.query(secureByClient("calendar_window"));
    for (const sql of [STALE, SERVICE_CALENDAR, COUNTING, IN_SPANS, DEADLINES]) await runner.query(sql);
    await runner.query(`grant select, insert, update, delete on calendar_window to regia_app;
      grant select on service_calendar to regia_app;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view service_calendar;
      drop trigger calendar_windows_are_stale on calendar_version;
      drop function calendar_windows_are_stale, business_day_end, business_add, calendar_in, business_in, business_between,
        business_seconds, calendar_window_missing;
      drop table calendar_window;`);
  }
}

const WINDOWS = `
  -- The versions of a calendar as open stretches of time, in order, each within one local day. Derived: deleting them
  -- and settling brings back the same, so there is no foreign key to slow their writing down.
  -- First row: empty, from when on they are known. Last row: ends_at null, from then on nothing is known; at infinity
  -- where the versions end for good.
  create table calendar_window (
    client_id uuid not null,
    calendar_id uuid not null,
    starts_at timestamptz not null,
    ends_at timestamptz,
    -- open seconds from the first row until starts_at
    seconds_before bigint not null,
    -- when its local day closes for the last time
    day_ends_at timestamptz,
    constraint calendar_window_pkey primary key (client_id, calendar_id, starts_at)
  );
  create index calendar_window_seconds_before_idx on calendar_window (client_id, calendar_id, seconds_before, starts_at);
  create unique index calendar_window_last_key on calendar_window (client_id, calendar_id) where ends_at is null;
`;

/** Whoever writes versions: windows of yesterday's versions are gone in the same transaction, and counting refuses. */
const STALE = `
  create function calendar_windows_are_stale() returns trigger language plpgsql set search_path = public as $$
  begin
    delete from calendar_window w where w.client_id = coalesce(new.client_id, old.client_id)
      and w.calendar_id = coalesce(new.calendar_id, old.calendar_id);
    return null;
  end $$;
  create trigger calendar_windows_are_stale after insert or update or delete on calendar_version
    for each row execute function calendar_windows_are_stale();
`;

const SERVICE_CALENDAR = `
  create view service_calendar with (security_invoker = true) as
  select s.client_id, s.id as service_id, coalesce(s.calendar_id, c.calendar_id) as calendar_id,
         coalesce(s.time_zone, c.time_zone) as time_zone
    from service s
    join contract c on c.client_id = s.client_id and c.id = s.contract_id;
`;

/**
 * Instants count by their whole second: parts of a second are cut off (src/contracts/business-time.rules.ts does the
 * same). Everything is named with its schema instead of setting a search path, which each call would pay for.
 */
const COUNTING = `
  create function calendar_window_missing(calendar uuid, instant timestamptz) returns void
  language plpgsql stable parallel safe set search_path = public as $$
  begin
    raise exception using errcode = 'no_data_found',
      message = format('calendar %s has no windows at %s', calendar, coalesce(instant::text, 'that distance')),
      hint = 'A settle lays them out; before 2000, and further ahead than some years, there are none.';
  end $$;

  -- Open seconds of a calendar until an instant, counted from a beginning of its own: only differences mean something.
  create function business_seconds(client uuid, calendar uuid, instant timestamptz) returns bigint
  language plpgsql stable strict parallel safe as $$
  declare
    found_start timestamptz; found_end timestamptz; found_before bigint;
  begin
    select w.starts_at, w.ends_at, w.seconds_before into found_start, found_end, found_before
      from public.calendar_window w
     where w.client_id = client and w.calendar_id = calendar and w.starts_at <= instant
     order by w.starts_at desc limit 1;
    if found_start is null or (found_end is null and instant > found_start) then
      perform public.calendar_window_missing(calendar, instant);
    end if;
    if found_end is null or instant >= found_end then
      return found_before + coalesce(extract(epoch from found_end - found_start), 0)::bigint;
    end if;
    return found_before + floor(extract(epoch from instant - found_start))::bigint;
  end $$;

  -- Open seconds from one instant until another; negative when the second is earlier.
  create function business_between(client uuid, calendar uuid, since timestamptz, until timestamptz) returns bigint
  language sql stable parallel safe
  return public.business_seconds(client, calendar, until) - public.business_seconds(client, calendar, since);
`;

/** Callers take pauses out: \`tstzmultirange(tstzrange(a, b)) - pauses\`. */
const IN_SPANS = `
  -- Open seconds within spans, which must have two ends.
  create function business_in(client uuid, calendar uuid, spans tstzmultirange) returns bigint
  language plpgsql stable strict parallel safe as $$
  declare
    total bigint; is_missing boolean;
  begin
    if isempty(spans) then return 0; end if;
    if lower_inf(spans) or upper_inf(spans) then
      raise exception using errcode = 'data_exception', message = format('spans %s have no end', spans);
    end if;
    if spans = multirange(range_merge(spans)) then
      return public.business_seconds(client, calendar, upper(spans))
        - public.business_seconds(client, calendar, lower(spans));
    end if;
    select sum(edge.sign * (w.seconds_before
             + floor(extract(epoch from least(edge.instant, w.ends_at) - w.starts_at))::bigint)),
           bool_or(w.starts_at is null or (w.ends_at is null and edge.instant > w.starts_at))
      into total, is_missing
      from unnest(spans) as one
     cross join lateral (values (-1, lower(one)), (1, upper(one))) as edge(sign, instant)
      left join lateral (
        select w.starts_at, w.ends_at, w.seconds_before from public.calendar_window w
         where w.client_id = client and w.calendar_id = calendar and w.starts_at <= edge.instant
         order by w.starts_at desc limit 1) w on true;
    if is_missing then perform public.calendar_window_missing(calendar, upper(spans)); end if;
    return total;
  end $$;

  -- Seconds within spans on the clock on the wall, whatever the calendar.
  create function calendar_in(spans tstzmultirange) returns bigint
  language plpgsql stable strict parallel safe as $$
  declare
    total bigint;
  begin
    if lower_inf(spans) or upper_inf(spans) then
      raise exception using errcode = 'data_exception', message = format('spans %s have no end', spans);
    end if;
    select coalesce(sum(floor(extract(epoch from upper(one))) - floor(extract(epoch from lower(one)))), 0)::bigint
      into total from unnest(spans) as one;
    return total;
  end $$;
`;

const DEADLINES = `
  -- When so many open seconds have passed. The last second of a day ends at its close, not at the next opening; going
  -- back, the first second of a day begins at its opening. Nothing added, nothing moved. Null: the calendar ends before.
  create function business_add(client uuid, calendar uuid, since timestamptz, seconds bigint) returns timestamptz
  language plpgsql stable strict parallel safe as $$
  declare
    goal bigint; found_start timestamptz; found_end timestamptz; found_before bigint;
  begin
    if seconds = 0 then return date_trunc('second', since, 'UTC'); end if;
    goal := public.business_seconds(client, calendar, since) + seconds;
    if seconds > 0 then
      select w.starts_at, w.ends_at, w.seconds_before into found_start, found_end, found_before
        from public.calendar_window w
       where w.client_id = client and w.calendar_id = calendar and w.seconds_before < goal
       order by w.seconds_before desc, w.starts_at desc limit 1;
    else
      select w.starts_at, w.ends_at, w.seconds_before into found_start, found_end, found_before
        from public.calendar_window w
       where w.client_id = client and w.calendar_id = calendar and w.seconds_before <= goal
       order by w.seconds_before desc, w.starts_at desc limit 1;
    end if;
    if found_start = 'infinity' then return null; end if;
    if found_end is null or found_end = found_start then
      perform public.calendar_window_missing(calendar, null);
    end if;
    return found_start + make_interval(secs => goal - found_before);
  end $$;

  -- When the business day of an instant closes: that of its local day, or after its close that of the next day that
  -- opens. Null: no day opens any more.
  create function business_day_end(client uuid, calendar uuid, instant timestamptz) returns timestamptz
  language plpgsql stable strict parallel safe as $$
  declare
    found_start timestamptz; found_end timestamptz; found_day_end timestamptz;
  begin
    select w.ends_at, w.day_ends_at into found_end, found_day_end
      from public.calendar_window w
     where w.client_id = client and w.calendar_id = calendar and w.starts_at <= instant
     order by w.starts_at desc limit 1;
    if found and found_end > instant then return found_day_end; end if;
    if not found or found_end is null then perform public.calendar_window_missing(calendar, instant); end if;
    select w.starts_at, w.day_ends_at into found_start, found_day_end
      from public.calendar_window w
     where w.client_id = client and w.calendar_id = calendar and w.starts_at > instant
     order by w.starts_at limit 1;
    if found_day_end is null and found_start < 'infinity' then perform public.calendar_window_missing(calendar, instant); end if;
    return found_day_end;
  end $$;
`;
