-- Readiness: what a schedule still lacks, may its Interview Link be sent, and how does each interviewer's stand?

create view private.schedule_states with (security_invoker = true) as
select c.id as schedule_id, t.interviews, t.assigned, p.interviewers,
  array_remove(array[
    case when t.interviews = 0 then 'interviews' end,
    case when p.interviewers = 0 then 'interviewers' end,
    case when t.assigned < t.interviews then 'students' end,
    case when c.video = 'external' and c.meeting_url is null then 'meeting_url' end], null) as release_gaps
from public.schedules c
cross join lateral (
  select (count(*) filter (where s.kind = 'interview'))::int as interviews, count(s.student_id)::int as assigned
  from public.slots s where s.schedule_id = c.id) t
cross join lateral (
  select count(*)::int as interviewers
  from public.schedule_interviewers si join public.interviewers i on i.id = si.interviewer_id
  where si.schedule_id = c.id and i.archived_at is null) p;
comment on view private.schedule_states is
  'Counts of each schedule, and release_gaps: what it may be released without, but hardly should be: interviews, interviewers, students (a slot is open), meeting_url.';
grant select on private.schedule_states to authenticated;

create function public.interview_count(s public.schedules) returns int
language sql stable set search_path = ''
as $$ select x.interviews from private.schedule_states x where x.schedule_id = s.id $$;
comment on function public.interview_count(public.schedules) is 'Selected like a column of schedules: how many interviews it has room for.';

create function public.assigned_count(s public.schedules) returns int
language sql stable set search_path = ''
as $$ select x.assigned from private.schedule_states x where x.schedule_id = s.id $$;
comment on function public.assigned_count(public.schedules) is 'Selected like a column of schedules: how many of its interviews have a student.';

create function public.interviewer_count(s public.schedules) returns int
language sql stable set search_path = ''
as $$ select x.interviewers from private.schedule_states x where x.schedule_id = s.id $$;
comment on function public.interviewer_count(public.schedules) is 'Selected like a column of schedules: how many interviewers it has that are not archived.';

create function public.release_gaps(s public.schedules) returns text[]
language sql stable set search_path = ''
as $$ select x.release_gaps from private.schedule_states x where x.schedule_id = s.id $$;
comment on function public.release_gaps(public.schedules) is
  'Selected like a column of schedules: what it lacks for its release: interviews, interviewers, students, meeting_url.';

create view public.link_states with (security_invoker = true) as
select si.schedule_id, s.oci_id, si.interviewer_id, i.full_name, i.email, i.title, i.is_recruiter,
  si.link_email_id as email_id, e.status, e.last_error, e.unsent_reason, coalesce(e.sent_at, e.created_at) as status_at,
  case when l.last_opened_at >= e.created_at then l.last_opened_at end as opened_at,
  x.outdated, e.to_email = i.email and r.link_reset as link_reset,
  e.id is not null and not x.outdated and not private.needs_attention(e.status) as up_to_date, b.email is not null as suppressed
from public.schedule_interviewers si
join public.schedules s on s.id = si.schedule_id
join public.interviewers i on i.id = si.interviewer_id
left join public.emails e on e.id = si.link_email_id
left join public.email_schedules es on es.email_id = e.id and es.schedule_id = si.schedule_id
left join public.access_links l on l.interviewer_id = si.interviewer_id
left join public.suppressed_addresses b on b.email = lower(i.email)
cross join lateral (select e.link_version is not null and e.link_version is distinct from l.version as link_reset) r
cross join lateral (
  select e.id is not null and (e.to_email is distinct from i.email or r.link_reset or (e.status <> 'queued' and es.snapshot is distinct from
    case when private.takes_place(s, true) then private.person_facts(si.schedule_id, si.interviewer_id) end)) as outdated) x;
comment on view public.link_states is
  'Each assigned interviewer''s Interview Link per schedule: the latest email and its status (null: not sent), when the link was last opened since, whether the email is out of date, and whether that is because its link was reset. up_to_date: there is no reason to send it again. suppressed: nothing is sent to their address.';
grant select on public.link_states to authenticated;

create function private.is_schedule_sent(s public.schedules) returns boolean
language sql immutable set search_path = ''
as $$ select s.format = 'in_person' or s.video is not distinct from 'external' $$;
comment on function private.is_schedule_sent(public.schedules) is
  'Whether interviewers are sent a Schedule, with the location or the meeting URL, instead of an Interview Link to a room.';

create function private.link_criteria(p_schedule_ids uuid[], p_bulk boolean)
returns table (schedule_id uuid, criterion text, met boolean)
language sql stable set search_path = ''
as $$
  select s.id, c.criterion, c.met
  from public.schedules s
  join private.schedule_states x on x.schedule_id = s.id
  cross join lateral (values
    ('in_app_video', s.video is not distinct from 'in_app', not private.is_schedule_sent(s)),
    ('location', s.location is not null, s.format = 'in_person'),
    ('meeting_url', s.meeting_url is not null, s.video is not distinct from 'external'),
    ('interviewers', x.interviewers > 0, true),
    ('interviews', x.interviews > 0, true),
    ('not_canceled', s.canceled_at is null, true),
    ('day_not_over', not private.is_over(s.on_date, s.time_zone), true),
    ('students', x.assigned > 0, p_bulk),
    ('released', s.released_at is not null, p_bulk)
  ) c (criterion, met, applies)
  where s.id = any (p_schedule_ids) and c.applies
$$;
comment on function private.link_criteria(uuid[], boolean) is
  'The one rule for which schedules'' interviewers may be sent their email: used by the single send, the bulk send (p_bulk), their previews and the badge in the lists. An Interview Link needs In-App Video; a Schedule needs its location or meeting URL.';

create function public.link_readiness(p_schedule_ids uuid[], p_bulk boolean default false)
returns table (schedule_id uuid, criterion text, met boolean)
language sql stable set search_path = ''
as $$ select * from private.link_criteria(p_schedule_ids, p_bulk) $$;
comment on function public.link_readiness(uuid[], boolean) is
  'Each criterion of each schedule: in_app_video, location or meeting_url, interviewers, interviews, not_canceled, day_not_over; in bulk also students, released.';

grant execute on function public.interview_count(public.schedules), public.assigned_count(public.schedules),
  public.interviewer_count(public.schedules), public.release_gaps(public.schedules),
  private.is_schedule_sent(public.schedules), private.link_criteria(uuid[], boolean), public.link_readiness(uuid[], boolean) to authenticated;
