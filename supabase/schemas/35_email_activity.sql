-- Email Activity: counts over time, and whether anything has changed.

create function public.email_activity_version() returns text
language sql stable set search_path = ''
as $$
  select (select count(*) from public.emails e where private.is_in_flight(e.status)) || ':' ||
    coalesce((select max(v.id) from public.email_events v), 0)
$$;
comment on function public.email_activity_version() is
  'A text that changes whenever an email is queued, sent or reported on. Two indexes answer it, so that it may be asked every other second.';

create function public.email_counts(
  p_text text, p_recipient text, p_employer uuid default null, p_kind public.email_kind default null, p_batch uuid default null,
  p_status public.email_status default null, p_group public.email_status_group default null,
  p_after timestamptz default null, p_before timestamptz default null
) returns table (unit text, starts_at timestamptz, first_day date, last_day date, sent int, waiting int, attention int, canceled int)
-- A custom plan leaves out the filters that are not set, and with them what could not use an index.
language plpgsql stable set search_path = '' set plan_cache_mode = force_custom_plan
as $$
declare
  v_searched boolean := p_text <> '' or p_recipient <> '' or p_employer is not null;
  v_zone text := (select s.time_zone from public.settings s);
begin
  return query
  with listed as materialized (
    select l.created_at, l.status_group
    from (
      select e.* from public.email_list e where not v_searched
      union all
      select e.* from public.search_emails(p_text, p_recipient, p_employer) e where v_searched
    ) l
    where (p_kind is null or l.kind = p_kind) and (p_batch is null or l.batch_id = p_batch)
      and (p_status is null or l.status = p_status) and (p_group is null or l.status_group = p_group)
      and (p_after is null or l.created_at >= p_after) and (p_before is null or l.created_at < p_before)
  ), span as (
    select b.first_at, b.last_at, case when b.last_at - b.first_at <= interval '2 days' then 'hour'
      when b.last_at - b.first_at <= interval '92 days' then 'day'
      when b.last_at - b.first_at <= interval '2 years' then 'week' else 'month' end as unit
    from (select min(l.created_at) as first_at, max(l.created_at) as last_at from listed l) b
    where b.first_at is not null
  ), edges as (
    -- Hours last equally long over a clock change, days do not. The last edge is after the last email.
    select h.at, s.unit from span s
    cross join lateral generate_series(date_trunc('hour', s.first_at, v_zone), s.last_at + interval '1 hour', interval '1 hour') h (at)
    where s.unit = 'hour'
    union all
    select d.at at time zone v_zone, s.unit from span s
    cross join lateral generate_series(date_trunc(s.unit, s.first_at at time zone v_zone),
      (s.last_at at time zone v_zone) + ('1 ' || s.unit)::interval, ('1 ' || s.unit)::interval) d (at)
    where s.unit <> 'hour'
  ), buckets as (
    select e.at, e.unit, lead(e.at) over (order by e.at) as ends_at, (row_number() over (order by e.at))::int as n from edges e
  ), counts as (
    select width_bucket(l.created_at, (select array_agg(e.at order by e.at) from edges e)) as n, l.status_group, count(*)::int as emails
    from listed l group by 1, 2
  )
  select b.unit, b.at, (b.at at time zone v_zone)::date, (b.ends_at at time zone v_zone - interval '1 microsecond')::date,
    coalesce(sum(c.emails) filter (where c.status_group = 'sent'), 0)::int,
    coalesce(sum(c.emails) filter (where c.status_group = 'waiting'), 0)::int,
    coalesce(sum(c.emails) filter (where c.status_group = 'attention'), 0)::int,
    coalesce(sum(c.emails) filter (where c.status_group = 'canceled'), 0)::int
  from buckets b left join counts c on c.n = b.n
  where b.ends_at is not null
  group by b.unit, b.at, b.ends_at
  order by b.at;
end
$$;
comment on function public.email_counts(text, text, uuid, public.email_kind, uuid, public.email_status, public.email_status_group, timestamptz, timestamptz) is
  'How many of the emails that search_emails and these filters leave are in each status group, by hour, day, week or month of the office''s time zone, as wide as the time between the first and the last asks for. Empty ones in between included.';

grant execute on function public.email_activity_version(),
  public.email_counts(text, text, uuid, public.email_kind, uuid, public.email_status, public.email_status_group, timestamptz, timestamptz)
  to authenticated;
