-- Link readiness: may this schedule's Interview Link be sent, and how does each interviewer's stand?

create view public.link_states with (security_invoker = true) as
select si.schedule_id, s.oci_id, si.interviewer_id, i.full_name, i.email, i.title, i.is_recruiter,
  si.link_email_id as email_id, e.status, e.last_error, e.unsent_reason, coalesce(e.sent_at, e.created_at) as status_at,
  case when l.last_opened_at >= e.created_at then l.last_opened_at end as opened_at,
  e.id is not null and (es.revision is distinct from s.revision or e.to_email is distinct from i.email
    or (e.link_version is not null and e.link_version is distinct from l.version)) as outdated,
  e.to_email = i.email and e.link_version is distinct from l.version and e.link_version is not null as link_reset
from public.schedule_interviewers si
join public.schedules s on s.id = si.schedule_id
join public.interviewers i on i.id = si.interviewer_id
left join public.emails e on e.id = si.link_email_id
left join public.email_schedules es on es.email_id = e.id and es.schedule_id = si.schedule_id
left join public.access_links l on l.interviewer_id = si.interviewer_id;
comment on view public.link_states is
  'Each assigned interviewer''s Interview Link per schedule: the latest email and its status (null: not sent), when the link was last opened since, whether the email is out of date, and whether that is because its link was reset.';
grant select on public.link_states to authenticated;

create function private.link_criteria(p_schedule_ids uuid[], p_bulk boolean)
returns table (schedule_id uuid, criterion text, met boolean)
language sql stable set search_path = ''
as $$
  select s.id, c.criterion, c.met
  from public.schedules s
  cross join lateral (values
    ('in_app_video', s.format = 'virtual' and s.video is not distinct from 'in_app', true),
    ('interviewers', exists (
      select from public.schedule_interviewers si join public.interviewers i on i.id = si.interviewer_id
      where si.schedule_id = s.id and i.archived_at is null), true),
    ('interviews', s.interview_count > 0, true),
    ('not_cancelled', s.cancelled_at is null, true),
    ('day_not_over', s.on_date >= (private.clock() at time zone s.time_zone)::date, true),
    ('students', s.assigned_count > 0, p_bulk),
    ('released', s.released_at is not null, p_bulk)
  ) c (criterion, met, applies)
  where s.id = any (p_schedule_ids) and c.applies
$$;
comment on function private.link_criteria(uuid[], boolean) is
  'The one rule for who may be sent a link: used by the single send, the bulk send (p_bulk), their previews and the badge in the lists.';

create function public.link_readiness(p_schedule_ids uuid[], p_bulk boolean default false)
returns table (schedule_id uuid, criterion text, met boolean)
language sql stable set search_path = ''
as $$ select * from private.link_criteria(p_schedule_ids, p_bulk) $$;
comment on function public.link_readiness(uuid[], boolean) is
  'Each criterion of each schedule: in_app_video, interviewers, interviews, not_cancelled, day_not_over; in bulk also students, released.';

grant execute on function private.link_criteria(uuid[], boolean), public.link_readiness(uuid[], boolean)
  to authenticated;
