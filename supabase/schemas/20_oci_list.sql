-- OCI Management's list: one row an OCI with all that the list shows, so that ten thousand of them
-- search, filter and sort like ten.

create table public.oci_list (
  id uuid primary key references public.ocis (id) on delete cascade,
  employer_id uuid not null,
  job_posting_id uuid,
  employer text not null default '',
  "position" text,
  name text,
  season text not null default '',
  archived_at timestamptz,
  search text not null default '',
  schedules int not null default 0,
  first_date date,
  last_date date,
  time_zones text[] not null default '{}',
  formats text[] not null default '{}',
  videos text[] not null default '{}',
  locations text[] not null default '{}',
  interviewers int not null default 0,
  without_interviewers int not null default 0,
  interviews int not null default 0,
  assigned int not null default 0,
  released int not null default 0,
  not_released int not null default 0,
  changed_since_release int not null default 0,
  without_meeting_url int not null default 0,
  to_send int not null default 0,
  sent int not null default 0,
  opened int not null default 0,
  needs_attention int not null default 0,
  to_notify int not null default 0
);
comment on table public.oci_list is
  'Derived by private.refresh_ocis: each OCI with the sums over its schedules that are not canceled. to_send, sent, opened, needs_attention count their interviewers; to_notify those who do not know yet what changed, canceled schedules included.';
create index oci_list_to_notify_idx on public.oci_list (id) where to_notify > 0;
create index oci_list_first_date_idx on public.oci_list (first_date, employer, id) where archived_at is null;
create index oci_list_last_date_idx on public.oci_list (last_date) where archived_at is null;
create index oci_list_employer_idx on public.oci_list (employer, id) where archived_at is null;
create index oci_list_season_idx on public.oci_list (season, first_date) where archived_at is null;
create index oci_list_interviewers_idx on public.oci_list (interviewers, employer, id) where archived_at is null;
create index oci_list_assigned_idx on public.oci_list (assigned, employer, id) where archived_at is null;
create index oci_list_search_idx on public.oci_list using gin (search extensions.gin_trgm_ops);
create index oci_list_latest_idx on public.oci_list (first_date desc nulls last, employer desc, id desc) where archived_at is null;
create index oci_list_counts_idx on public.oci_list (
  season, last_date, first_date, released, not_released, changed_since_release, to_send, sent, needs_attention, without_interviewers, without_meeting_url
) include (formats, videos) where archived_at is null;

select private.add_staff_policies('public.oci_list', '{}');
grant select on public.oci_list to authenticated;

create view public.seasons with (security_invoker = true) as
select x.season, max(x.last_date) as last_date from public.oci_list x where x.archived_at is null group by x.season;
comment on view public.seasons is 'The seasons there are OCIs of, each with its last day: what OCI Management filters by and new OCIs are put into.';
grant select on public.seasons to authenticated;

-- Functions --------------------------------------------------------------------------------------

create function private.refresh_ocis(p_oci_ids uuid[]) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  insert into public.oci_list (id, employer_id)
  select o.id, o.employer_id from public.ocis o where o.id = any (p_oci_ids) on conflict do nothing;
  -- Locked in one order, and in a statement of its own: the next one then sees what whoever held the lock has written.
  perform from public.oci_list x where x.id = any (p_oci_ids) order by x.id for no key update;
  update public.oci_list x set
    employer_id = o.employer_id, job_posting_id = o.job_posting_id, employer = e.name, "position" = p.title,
    name = o.name, season = o.season, archived_at = o.archived_at,
    search = lower(concat_ws(' ', e.name, p.title, o.name, o.season)),
    schedules = t.schedules, first_date = t.first_date, last_date = t.last_date, time_zones = t.time_zones,
    formats = t.formats, videos = t.videos, locations = t.locations,
    interviewers = t.interviewers, without_interviewers = t.without_interviewers,
    interviews = t.interviews, assigned = t.assigned, released = t.released, not_released = t.schedules - t.released,
    changed_since_release = t.changed_since_release, without_meeting_url = t.without_meeting_url,
    to_send = k.to_send, sent = k.sent, opened = k.opened, needs_attention = k.needs_attention, to_notify = n.to_notify
  from public.ocis o
  join public.employers e on e.id = o.employer_id
  left join public.job_postings p on p.id = o.job_posting_id
  cross join lateral (
    select count(*) as schedules, min(s.on_date) as first_date, max(s.on_date) as last_date,
      coalesce(array_agg(distinct s.time_zone), '{}') as time_zones, coalesce(array_agg(distinct s.format::text), '{}') as formats,
      coalesce(array_agg(distinct s.video::text) filter (where s.video is not null), '{}') as videos,
      coalesce(array_agg(distinct s.location) filter (where s.location is not null), '{}') as locations,
      coalesce(sum(c.interviewers), 0) as interviewers, coalesce(sum(c.interviews), 0) as interviews, coalesce(sum(c.assigned), 0) as assigned,
      count(*) filter (where 'interviewers' = any (c.release_gaps)) as without_interviewers,
      count(*) filter (where 'meeting_url' = any (c.release_gaps)) as without_meeting_url,
      count(s.released_at) as released, count(*) filter (where s.changed_since_release) as changed_since_release
    from public.schedules s join private.schedule_states c on c.schedule_id = s.id
    where s.oci_id = o.id and s.canceled_at is null
  ) t
  cross join lateral (
    select count(*) filter (where not l.up_to_date) as to_send, count(*) filter (where l.up_to_date) as sent,
      count(l.opened_at) as opened, count(*) filter (where private.needs_attention(l.status)) as needs_attention
    from public.schedules s join public.link_states l on l.schedule_id = s.id
    where s.oci_id = o.id and s.canceled_at is null
  ) k
  cross join lateral (
    select count(*) as to_notify from private.outstanding_notices n
    where n.schedule_id = any (array(select s.id from public.schedules s where s.oci_id = o.id))
  ) n
  where o.id = x.id and o.id = any (p_oci_ids);
end
$$;

create function public.ready_schedules(p_oci_ids uuid[]) returns table (oci_id uuid, ready int)
language sql stable set search_path = ''
as $$
  with live as (select s.id, s.oci_id from public.schedules s where s.oci_id = any (p_oci_ids) and s.canceled_at is null),
    judged as (select c.schedule_id, bool_and(c.met) as met from private.link_criteria(array(select l.id from live l), true) c group by 1)
  select l.oci_id, count(*) filter (where j.met)::int from live l join judged j on j.schedule_id = l.id group by 1
$$;
comment on function public.ready_schedules(uuid[]) is
  'How many schedules of each OCI meet every criterion of the bulk send. Not kept in oci_list, because it depends on the day: asked for the rows that are shown.';

create function public.schedules_to_notify() returns table (schedule_id uuid, people int)
language sql stable set search_path = ''
as $$
  select o.schedule_id, count(*)::int from private.outstanding_notices o
  where o.schedule_id = any (array(
    select s.id from public.oci_list x join public.schedules s on s.oci_id = x.id
    where x.to_notify > 0 and s.on_date >= (private.clock() - interval '1 day')::date))
  group by 1
$$;
comment on function public.schedules_to_notify() is
  'Every schedule, today or later, with people who do not know yet what changed, and how many. to_notify of oci_list may count days that are over by now; this does not.';

grant execute on function public.ready_schedules(uuid[]), public.schedules_to_notify() to authenticated;
grant execute on function public.schedules_to_notify() to service_role;
