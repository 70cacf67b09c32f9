-- What is sent without anyone pressing Send: reminders, and notices where the office wants them to be automatic.

create type public.reminder_kind as enum ('day_before', 'same_day');

create table public.reminders (
  email_id uuid primary key references public.emails (id) on delete cascade,
  person_id uuid not null,
  on_date date not null,
  kind public.reminder_kind not null,
  unique (person_id, on_date, kind)
);
comment on table public.reminders is 'The emails that remind a person of a day, each once. They are queued up to two days ahead, so that the office sees them and may call them off.';

select private.add_staff_policies('public.reminders', '{}');
grant select on public.reminders to authenticated;

create function private.reminder_due(p_kind public.reminder_kind, p_on_date date, p_time_zone text, p_starts_at timestamptz) returns timestamptz
language sql stable set search_path = ''
as $$
  select case p_kind
    when 'day_before' then (p_on_date - 1 + time '16:00') at time zone p_time_zone
    else p_starts_at - interval '2 hours' end
$$;
comment on function private.reminder_due(public.reminder_kind, date, text, timestamptz) is
  'When a reminder leaves: at 4 PM of the day before in the schedule''s zone, or two hours before the first interview.';

create view private.due_reminders with (security_invoker = true) as
select n.person_id, n.is_interviewer, c.on_date, k.kind, min(d.due_at) as due_at, array_agg(c.id order by c.starts_at) as schedule_ids
from public.schedules c
cross join public.settings o
join lateral (
  select x.* from private.notification_states x where x.schedule_id = c.id and x.state in ('up_to_date', 'changed') and x.last_facts is not null) n on true
left join public.interviewers i on i.id = n.person_id
left join public.students st on st.id = n.person_id
cross join unnest(enum_range(null::public.reminder_kind)) k (kind)
cross join lateral (
  select private.reminder_due(k.kind, c.on_date, c.time_zone, to_timestamp((n.facts #>> '{slots,0,0}')::bigint)) as due_at) d
where c.on_date between (private.clock() - interval '1 day')::date and (private.clock() + interval '3 days')::date
  and c.reminders and case k.kind when 'day_before' then o.remind_day_before else o.remind_same_day end
  and coalesce(i.archived_at, st.archived_at) is null and d.due_at is not null
group by n.person_id, n.is_interviewer, c.on_date, k.kind;
comment on view private.due_reminders is
  'Every reminder of the next days that the office wants: for whoever was notified of an interview and still has it, one a person, date and kind.';
grant select on private.due_reminders to service_role;

create function private.queue_reminders() returns int
language plpgsql set search_path = ''
as $$
declare
  v record;
  v_id uuid;
  v_count int := 0;
begin
  -- A day that moved takes its reminders along.
  update public.emails e set due_at = d.due_at
  from public.reminders r join private.due_reminders d on (d.person_id, d.on_date, d.kind) = (r.person_id, r.on_date, r.kind)
  where e.id = r.email_id and e.status = 'queued' and e.attempts = 0 and e.due_at > private.clock() and e.due_at <> d.due_at;
  for v in
    select d.* from private.due_reminders d
    where d.due_at between private.clock() and private.clock() + interval '2 days'
      and not exists (select from public.reminders r where (r.person_id, r.on_date, r.kind) = (d.person_id, d.on_date, d.kind))
  loop
    v_id := private.queue_email(v.person_id, v.schedule_ids, 'reminder', null, v.due_at);
    insert into public.reminders (email_id, person_id, on_date, kind) values (v_id, v.person_id, v.on_date, v.kind);
    v_count := v_count + 1;
  end loop;
  return v_count;
end
$$;

create function private.settle_reminder(p_email public.emails) returns text
language plpgsql set search_path = ''
as $$
declare
  v_reminder public.reminders;
  v_due timestamptz;
begin
  select * into v_reminder from public.reminders r where r.email_id = p_email.id;
  select d.due_at into v_due from private.due_reminders d
  where d.person_id = v_reminder.person_id and d.on_date = v_reminder.on_date and d.kind = v_reminder.kind;
  if v_due is null then
    return 'nothing_to_send';
  end if;
  if exists (select from public.email_events v where v.email_id = p_email.id and v.type = 'queued' and v.params ? 'by') then
    return 'send';
  end if;
  if v_due > private.clock() then
    update public.emails set due_at = v_due where id = p_email.id;
    return 'later';
  end if;
  if exists (
    select from public.emails e
    where (e.interviewer_id = p_email.interviewer_id or e.student_id = p_email.student_id) and e.id <> p_email.id
      and private.has_notified(e.status) and coalesce(e.sent_at, e.due_at) between private.clock() - interval '3 hours' and private.clock()
  ) then
    return 'recently_notified';
  end if;
  return 'send';
end
$$;
comment on function private.settle_reminder(public.emails) is
  'What becomes of a reminder whose time has come, or that staff sent before it: send | later (the day moved) | nothing_to_send | recently_notified (another email went to them within three hours).';

create function private.queue_automatic_notices() returns int
language plpgsql set search_path = ''
as $$
declare
  v_schedules uuid[];
  v_count int;
begin
  if not (select o.notify_automatically from public.settings o) then
    return 0;
  end if;
  v_schedules := array(
    select c.id from public.schedules_to_notify() n join public.schedules c on c.id = n.schedule_id
    where not exists (
        select from public.activity a where a.schedule_id = c.id and a.at > private.clock() - interval '5 minutes')
      -- Nobody is woken for what is days away.
      and (c.starts_at < private.clock() + interval '24 hours'
        or extract(hour from private.clock() at time zone c.time_zone) between 7 and 20));
  select count(*) into v_count from private.queue_emails(
    (select coalesce(jsonb_agg(jsonb_build_object('schedule_id', p.schedule_id, 'person_id', p.person_id, 'outcome', 'send')), '[]')
      from private.plan_notices(v_schedules, null) p where not p.suppressed), 'change', null);
  return v_count;
end
$$;
comment on function private.queue_automatic_notices() is
  'Where the office wants it: notices of what changed, after five quiet minutes, and between 7 AM and 9 PM in the schedule''s zone unless it is within a day.';

create table private.job_runs (
  job text primary key,
  at timestamptz not null
);
comment on table private.job_runs is 'When a job that every delivery asks for was last done.';
alter table private.job_runs enable row level security;
grant select, insert, update on private.job_runs to service_role;

create function public.queue_scheduled_emails() returns int
language plpgsql set search_path = ''
as $$
begin
  insert into private.job_runs as j (job, at) values ('queue_scheduled_emails', private.clock())
  on conflict (job) do update set at = excluded.at where j.at <= excluded.at - interval '30 seconds';
  if not found then
    return 0;
  end if;
  return private.queue_reminders() + private.queue_automatic_notices();
end
$$;
comment on function public.queue_scheduled_emails() is
  'Service only. Queues the reminders of the next two days and, where the office wants them, notices of changes; at most twice a minute. How many it queued.';

grant insert on public.reminders to service_role;
grant execute on function private.reminder_due(public.reminder_kind, date, text, timestamptz) to authenticated, service_role;
grant execute on function private.queue_reminders(), private.settle_reminder(public.emails), private.queue_automatic_notices(),
  public.queue_scheduled_emails() to service_role;
