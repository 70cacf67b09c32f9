-- Emails: who may be sent a link, the outbox, what happened to every message.

create type public.email_kind as enum ('interview_link', 'interview_link_request', 'student_link', 'student_link_request');
create type public.email_status as enum
  ('queued', 'sending', 'sent', 'delivered', 'delayed', 'bounced', 'complained', 'failed', 'uncertain');
create type public.email_event_type as enum
  ('queued', 'sending', 'deferred', 'sent', 'failed', 'uncertain', 'delivered', 'delayed', 'bounced', 'complained');

-- Tables -----------------------------------------------------------------------------------------

create table public.email_batches (
  id uuid primary key default gen_random_uuid(),
  request_id uuid not null unique,
  created_by uuid,
  summary jsonb not null default '{}',
  created_at timestamptz not null default now()
);
comment on table public.email_batches is
  'One press of Send. request_id makes asking twice harmless. summary: {queued, unchanged, not_ready: [{schedule_id, unmet}]}.';

create table public.emails (
  id uuid primary key default gen_random_uuid(),
  batch_id uuid references public.email_batches (id) on delete set null,
  kind public.email_kind not null,
  interviewer_id uuid references public.interviewers (id) on delete set null,
  student_id uuid references public.students (id) on delete set null,
  to_name text not null,
  to_email text not null,
  sent_from text,
  subject text not null,
  html text,
  body_text text,
  ics text,
  link_version int,
  provider_id text,
  created_by uuid,
  created_at timestamptz not null default now(),
  due_at timestamptz not null default private.clock(),
  attempts int not null default 0,
  lease_id uuid,
  leased_until timestamptz,
  -- Derived from email_events by private.email_event_added.
  status public.email_status not null default 'queued',
  last_error text,
  sent_at timestamptz,
  search text generated always as (lower(to_name || ' ' || to_email || ' ' || subject || ' ' || coalesce(body_text, ''))) stored
);
comment on table public.emails is
  'Every email: the outbox and Email Activity in one. html, body_text and ics are what was sent, with {{interview_link}} where the working link stood; null until the first attempt, like sent_from. link_version: which version of the link it held.';
create index emails_created_idx on public.emails (created_at desc, id);
create index emails_due_idx on public.emails (due_at) where status in ('queued', 'sending');
create index emails_status_idx on public.emails (status, created_at desc);
create index emails_requests_idx on public.emails (created_at) where kind in ('interview_link_request', 'student_link_request');
create index emails_batch_idx on public.emails (batch_id);
create index emails_interviewer_idx on public.emails (interviewer_id, created_at desc);
create index emails_student_idx on public.emails (student_id, created_at desc) where student_id is not null;
create index emails_provider_idx on public.emails (provider_id) where provider_id is not null;
create index emails_search_idx on public.emails using gin (search extensions.gin_trgm_ops);

create table public.email_schedules (
  email_id uuid not null references public.emails (id) on delete cascade,
  schedule_id uuid not null references public.schedules (id) on delete cascade,
  revision int not null,
  facts jsonb,
  primary key (email_id, schedule_id)
);
comment on table public.email_schedules is
  'Which schedules an email tells of, and at which revision. facts: what it told a student (private.student_facts); null when it took the interview back, and for interviewers.';
create index email_schedules_schedule_idx on public.email_schedules (schedule_id);

create table public.email_events (
  id bigint generated always as identity primary key,
  email_id uuid not null references public.emails (id) on delete cascade,
  type public.email_event_type not null,
  at timestamptz not null default now(),
  detail text,
  provider_event_id text unique
);
comment on table public.email_events is 'Append-only: what happened to an email, in the words of the mail server or provider.';
create index email_events_email_idx on public.email_events (email_id, id);

alter table public.schedule_interviewers add link_email_id uuid references public.emails (id) on delete set null;
comment on column public.schedule_interviewers.link_email_id is 'The latest email that told this person of this schedule.';
create index schedule_interviewers_email_idx on public.schedule_interviewers (link_email_id);

create table private.link_requests (
  id bigint generated always as identity primary key,
  address text not null,
  client text not null,
  at timestamptz not null default now()
);
comment on table private.link_requests is 'Uses of the "email me my link" form, address and client hashed, kept for a day to limit its rate.';
create index link_requests_at_idx on private.link_requests (at);
alter table private.link_requests enable row level security;

-- Row-level security and grants ------------------------------------------------------------------

alter table public.email_batches enable row level security;
alter table public.emails enable row level security;
alter table public.email_schedules enable row level security;
alter table public.email_events enable row level security;
revoke all on public.email_batches, public.emails, public.email_schedules, public.email_events from anon, authenticated;
grant select on public.email_batches, public.emails, public.email_schedules, public.email_events to authenticated;
create policy "Staff read email batches" on public.email_batches for select to authenticated using ((select private.is_staff()));
create policy "Staff read emails" on public.emails for select to authenticated using ((select private.is_staff()));
create policy "Staff read which schedules an email tells of" on public.email_schedules for select to authenticated using ((select private.is_staff()));
create policy "Staff read what happened to emails" on public.email_events for select to authenticated using ((select private.is_staff()));

-- The status of an email -------------------------------------------------------------------------

create function private.email_status(p_email_id uuid) returns public.email_status
language sql stable security definer set search_path = ''
as $$
  -- Our own steps count in the order written; the provider's may arrive in any order, so the gravest wins.
  select coalesce(
    (select e.type::text::public.email_status from public.email_events e
     where e.email_id = p_email_id and e.type in ('delayed', 'delivered', 'bounced', 'complained')
       and own.type in ('sent', 'sending', 'uncertain')
     order by array_position(array['complained', 'bounced', 'delivered', 'delayed'], e.type::text) limit 1),
    case own.type when 'deferred' then 'queued' else own.type::text::public.email_status end)
  from (
    select e.type from public.email_events e
    where e.email_id = p_email_id and e.type in ('queued', 'sending', 'deferred', 'sent', 'failed', 'uncertain')
    order by e.id desc limit 1
  ) own
$$;
comment on function private.email_status(uuid) is 'The status that an email''s events add up to.';

create function private.email_event_added() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_status public.email_status := private.email_status(new.email_id);
begin
  update public.emails e set
    status = v_status,
    -- The words behind the status, when they are of trouble.
    last_error = (
      select v.detail from public.email_events v
      where v.email_id = e.id and v.type not in ('queued', 'sending', 'sent', 'delivered')
        and v.type::text = case when v_status in ('queued', 'sending') then 'deferred' else v_status::text end
      order by v.id desc limit 1),
    sent_at = case when new.type = 'sent' then new.at else e.sent_at end
  where e.id = new.email_id;
  return null;
end
$$;
create trigger email_events_added after insert on public.email_events
  for each row execute function private.email_event_added();

create function private.is_under_way(p_status public.email_status) returns boolean
language sql immutable set search_path = ''
as $$ select p_status in ('queued', 'sending', 'sent', 'delivered', 'delayed') $$;
comment on function private.is_under_way(public.email_status) is 'Sent or being sent, with no trouble known.';

-- Readiness: may this schedule's link be sent? ---------------------------------------------------

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

create view public.link_states with (security_invoker = true) as
select si.schedule_id, s.oci_id, si.interviewer_id, i.full_name, i.email, i.title, i.is_recruiter,
  si.link_email_id as email_id, e.status, e.last_error, coalesce(e.sent_at, e.created_at) as status_at,
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
  'Each assigned interviewer''s Interview Link per schedule: the latest email and its status (null: not sent), when the link was last opened since, whether the email no longer says the truth, and whether that is because its link was reset.';

create function private.plan_interview_links(p_schedule_ids uuid[], p_interviewer_ids uuid[], p_bulk boolean, p_include_unchanged boolean)
returns table (schedule_id uuid, interviewer_id uuid, outcome text, unmet text[])
language sql stable set search_path = ''
as $$
  with ready as (
    select c.schedule_id, coalesce(array_agg(c.criterion) filter (where not c.met), '{}') as unmet
    from private.link_criteria(p_schedule_ids, p_bulk) c group by c.schedule_id
  )
  select r.schedule_id, null, 'not_ready', r.unmet from ready r where r.unmet <> '{}'
  union all
  select r.schedule_id, x.interviewer_id,
    case when not p_include_unchanged and private.is_under_way(x.status) and not x.outdated then 'unchanged' else 'send' end,
    '{}'
  from ready r
  join public.link_states x on x.schedule_id = r.schedule_id
  join public.interviewers i on i.id = x.interviewer_id and i.archived_at is null
  where r.unmet = '{}' and (p_interviewer_ids is null or x.interviewer_id = any (p_interviewer_ids))
$$;
comment on function private.plan_interview_links(uuid[], uuid[], boolean, boolean) is
  'What a send would do: per schedule "not_ready" with the unmet criteria, or per person "send" or "unchanged" (they hold an email that still says the truth).';

create function public.preview_interview_links(
  p_schedule_ids uuid[], p_interviewer_ids uuid[] default null, p_bulk boolean default false, p_include_unchanged boolean default true
) returns table (
  schedule_id uuid, oci_id uuid, employer text, "position" text, on_date date, time_zone text, starts_at timestamptz,
  interviewer_id uuid, full_name text, email text, outcome text, unmet text[],
  last_status public.email_status, last_at timestamptz
)
language sql stable set search_path = ''
as $$
  select s.id, s.oci_id, e.name, jp.title, s.on_date, s.time_zone, s.starts_at,
    x.interviewer_id, x.full_name, x.email, p.outcome, p.unmet, x.status, x.status_at
  from private.plan_interview_links(p_schedule_ids, p_interviewer_ids, p_bulk, p_include_unchanged) p
  join public.schedules s on s.id = p.schedule_id
  join public.ocis o on o.id = s.oci_id
  join public.employers e on e.id = o.employer_id
  left join public.job_postings jp on jp.id = o.job_posting_id
  left join public.link_states x on x.schedule_id = s.id and x.interviewer_id = p.interviewer_id
  order by s.on_date, s.starts_at, s.id, x.full_name
$$;
comment on function public.preview_interview_links(uuid[], uuid[], boolean, boolean) is
  'What queue_interview_links would do, one row a person and schedule; interviewer_id is null for a schedule that is not_ready. Pass the same arguments to both.';

-- Queueing ---------------------------------------------------------------------------------------

create function private.queue_link_email(
  p_interviewer_id uuid, p_schedule_ids uuid[], p_kind public.email_kind, p_batch_id uuid
) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  v_id uuid := gen_random_uuid();
begin
  perform private.ensure_access_link(p_interviewer_id);
  insert into public.emails (id, batch_id, kind, interviewer_id, to_name, to_email, subject, created_by)
  select v_id, p_batch_id, p_kind, i.id, i.full_name, i.email,
    format('Your interview link: %s at %s, %s', e.name, g.school_name,
      case when t.days = 1 then to_char(t.first_day, 'FMDy FMDD Mon') else t.days || ' days from ' || to_char(t.first_day, 'FMDy FMDD Mon') end),
    private.user_id()
  from public.interviewers i
  join public.employers e on e.id = i.employer_id
  cross join public.settings g
  cross join (select count(distinct s.on_date) as days, min(s.on_date) as first_day from public.schedules s where s.id = any (p_schedule_ids)) t
  where i.id = p_interviewer_id;
  insert into public.email_schedules (email_id, schedule_id, revision)
  select v_id, s.id, s.revision from public.schedules s where s.id = any (p_schedule_ids);
  update public.schedule_interviewers si set link_email_id = v_id, invited_at = coalesce(si.invited_at, now())
  where si.interviewer_id = p_interviewer_id and si.schedule_id = any (p_schedule_ids);
  insert into public.email_events (email_id, type) values (v_id, 'queued');
  return v_id;
end
$$;

create function private.begin_batch(p_request_id uuid, out batch_id uuid, out answer jsonb)
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_admin();
  insert into public.email_batches (request_id, created_by) values (p_request_id, private.user_id())
  on conflict (request_id) do nothing returning id into batch_id;
  if batch_id is null then
    select b.id, jsonb_build_object('ok', true, 'batch_id', b.id, 'repeated', true) || b.summary into batch_id, answer
    from public.email_batches b where b.request_id = p_request_id;
  end if;
end
$$;
comment on function private.begin_batch(uuid) is 'A batch for a request; with what was answered before, if it is the same request again.';

create function private.finish_batch(p_batch_id uuid, p_plan jsonb, p_person text, p_counted text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_summary jsonb;
begin
  perform private.log_activity('emails.queue', s.oci_id, s.id, p_batch_id, jsonb_build_object(p_counted, count(*)))
  from jsonb_to_recordset(p_plan) as p (schedule_id uuid, outcome text) join public.schedules s on s.id = p.schedule_id
  where p.outcome = 'send' group by s.id;

  update public.email_batches b set summary = jsonb_build_object(
    'queued', (select count(*) from public.emails e where e.batch_id = b.id),
    'unchanged', (select count(distinct p ->> p_person) from jsonb_array_elements(p_plan) p where p ->> 'outcome' = 'unchanged'),
    'not_ready', (select coalesce(jsonb_agg(jsonb_build_object('schedule_id', p -> 'schedule_id', 'unmet', p -> 'unmet')), '[]')
      from jsonb_array_elements(p_plan) p where p ->> 'outcome' = 'not_ready'))
  where b.id = p_batch_id returning b.summary into v_summary;
  return jsonb_build_object('ok', true, 'batch_id', p_batch_id, 'repeated', false) || v_summary;
end
$$;
comment on function private.finish_batch(uuid, jsonb, text, text) is
  'Notes what came of a plan [{schedule_id, outcome: send|unchanged|not_ready, unmet, …}] and answers it. p_person: the plan''s key of the person; p_counted: how the activity names them.';

create function private.queue_interview_links(
  p_request_id uuid, p_schedule_ids uuid[], p_interviewer_ids uuid[], p_bulk boolean, p_include_unchanged boolean
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v record;
  v_plan jsonb;
begin
  select * into v from private.begin_batch(p_request_id);
  if v.answer is not null then
    return v.answer;
  end if;
  -- Whoever sends for the same schedules at the same time waits here, then finds them unchanged.
  perform from public.schedules s where s.id = any (p_schedule_ids) order by s.id for update;
  perform private.lock_oci_list(array(select s.oci_id from public.schedules s where s.id = any (p_schedule_ids)));
  select coalesce(jsonb_agg(to_jsonb(p)), '[]') into v_plan
  from private.plan_interview_links(p_schedule_ids, p_interviewer_ids, p_bulk, p_include_unchanged) p;

  perform private.queue_link_email(p.interviewer_id, array_agg(p.schedule_id), 'interview_link', v.batch_id)
  from jsonb_to_recordset(v_plan) as p (schedule_id uuid, interviewer_id uuid, outcome text)
  where p.outcome = 'send' group by p.interviewer_id;
  return private.finish_batch(v.batch_id, v_plan, 'interviewer_id', 'people');
end
$$;

create function public.queue_interview_links(
  p_request_id uuid, p_schedule_ids uuid[], p_interviewer_ids uuid[] default null,
  p_bulk boolean default false, p_include_unchanged boolean default true
) returns jsonb
language sql set search_path = ''
as $$ select private.queue_interview_links(p_request_id, p_schedule_ids, p_interviewer_ids, p_bulk, p_include_unchanged) $$;
comment on function public.queue_interview_links(uuid, uuid[], uuid[], boolean, boolean) is
  'Queues one email a person for all ready schedules given, all or nothing; the same request id queues once. p_interviewer_ids null: everyone assigned. {ok, batch_id, repeated, queued, unchanged, not_ready: [{schedule_id, unmet}]}. Admins only (42501).';

create function private.retry_emails(p_email_ids uuid[]) returns int
language plpgsql security definer set search_path = ''
as $$
declare
  v_count int;
begin
  perform private.require_admin();
  with again as (
    update public.emails e set attempts = 0, due_at = private.clock(), lease_id = null, leased_until = null
    where e.id = any (p_email_ids) and e.status in ('failed', 'uncertain') returning e.id
  ), noted as (
    insert into public.email_events (email_id, type, detail)
    select id, 'queued', 'Retried by ' || (select s.full_name from public.staff s where s.user_id = private.user_id()) from again
    returning 1
  )
  select count(*) into v_count from noted;
  return v_count;
end
$$;

create function public.retry_emails(p_email_ids uuid[]) returns int
language sql set search_path = ''
as $$ select private.retry_emails(p_email_ids) $$;
comment on function public.retry_emails(uuid[]) is
  'Queues failed and uncertain emails again; others are left alone. How many it queued. Admins only (42501).';

create function public.request_interview_link(p_email text, p_client text) returns int
language plpgsql set search_path = ''
as $$
declare
  v_address text := encode(sha256(convert_to(lower(btrim(p_email)), 'UTF8')), 'hex');
  v_client text := encode(sha256(convert_to(p_client, 'UTF8')), 'hex');
  v_queued int := 0;
  v_person record;
begin
  -- One at a time, so that the counts below hold.
  perform pg_advisory_xact_lock(hashtextextended('request_interview_link', 0));
  delete from private.link_requests where at < now() - interval '1 day';
  if (select count(*) filter (where r.address = v_address and r.at > now() - interval '1 hour') >= 3
        or count(*) filter (where r.client = v_client and r.at > now() - interval '1 hour') >= 20
      from private.link_requests r)
    or (select count(*) from public.emails m
        where m.kind in ('interview_link_request', 'student_link_request') and m.created_at > now() - interval '1 hour') >= 500 then
    return 0;
  end if;
  insert into private.link_requests (address, client) values (v_address, v_client);
  for v_person in
    select i.id, array_agg(s.id) as schedules
    from public.interviewers i
    join public.schedule_interviewers si on si.interviewer_id = i.id
    join public.schedules s on s.id = si.schedule_id
    where lower(i.email) = lower(btrim(p_email)) and i.archived_at is null
      and private.interviewer_knows(s, si) and s.cancelled_at is null
      and s.on_date >= (private.clock() at time zone s.time_zone)::date
    group by i.id
  loop
    perform private.queue_link_email(v_person.id, v_person.schedules, 'interview_link_request', null);
    v_queued := v_queued + 1;
  end loop;
  for v_person in
    select st.id, array_agg(distinct s.id) as schedules
    from public.students st
    join public.slots t on t.student_id = st.id
    join public.schedules s on s.id = t.schedule_id
    where lower(st.email) = lower(btrim(p_email)) and st.archived_at is null
      and s.released_at is not null and s.cancelled_at is null
      and s.on_date >= (private.clock() at time zone s.time_zone)::date
    group by st.id
  loop
    perform private.queue_student_email(v_person.id, v_person.schedules, 'student_link_request', null);
    v_queued := v_queued + 1;
  end loop;
  return v_queued;
end
$$;
comment on function public.request_interview_link(text, text) is
  'Service only. Queues an interviewer''s or a student''s link again for the schedules they know of, today or later; how many emails it queued. At most 3 an hour for one address, 20 for one client, and 500 such emails in all; beyond that nothing happens.';

-- Delivery: service only -------------------------------------------------------------------------

create function private.email_payload(p_email_id uuid) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'email_id', m.id, 'kind', m.kind, 'subject', m.subject, 'created_at', m.created_at,
    'to', jsonb_build_object('name', m.to_name, 'email', m.to_email),
    'school', (select to_jsonb(x) from (
      select school_name, office_name, sender_name, sender_email, reply_to, support_email, support_phone from public.settings) x),
    'employer', e.name,
    'link', (select jsonb_build_object('id', l.id, 'version', l.version) from public.access_links l where l.interviewer_id = i.id),
    'schedules', (
      select jsonb_agg(jsonb_build_object(
        'id', s.id, 'position', p.title, 'posting_id', p.id, 'posting_url', p.url,
        'on_date', s.on_date, 'time_zone', s.time_zone, 'starts_at', s.starts_at, 'ends_at', s.ends_at,
        'format', s.format, 'video', s.video, 'room', s.room, 'revision', s.revision,
        'slots', (select jsonb_agg(jsonb_build_object('kind', t.kind, 'label', t.label, 'starts_at', t.starts_at, 'ends_at', t.ends_at) order by t.starts_at)
          from public.slots t where t.schedule_id = s.id
            and (not exists (select from public.slot_interviewers o where o.slot_id = t.id)
              or exists (select from public.slot_interviewers o where o.slot_id = t.id and o.interviewer_id = i.id)))
        ) order by s.on_date, s.starts_at)
      from public.email_schedules es
      join public.schedules s on s.id = es.schedule_id
      join public.schedule_interviewers si on si.schedule_id = s.id and si.interviewer_id = i.id
      join public.ocis o on o.id = s.oci_id
      left join public.job_postings p on p.id = o.job_posting_id
      where es.email_id = m.id and s.cancelled_at is null))
  from public.emails m
  join public.interviewers i on i.id = m.interviewer_id and i.email = m.to_email and i.archived_at is null
  join public.employers e on e.id = i.employer_id
  where m.id = p_email_id
$$;
comment on function private.email_payload(uuid) is 'All that an email is rendered from, as it stands now; schedules is null when none is left to tell of.';

create function public.claim_emails(p_limit int default 20, p_lease_seconds int default 120)
returns table (email_id uuid, lease_id uuid, payload jsonb)
language plpgsql set search_path = ''
as $$
declare
  v_email public.emails;
  v_payload jsonb;
  v_claimed int := 0;
begin
  while v_claimed < p_limit loop
    select * into v_email from public.emails m
    where (m.status = 'queued' and m.due_at <= private.clock())
       or (m.status = 'sending' and m.leased_until <= private.clock())
    order by m.due_at, m.id limit 1 for update skip locked;
    exit when not found;

    v_payload := coalesce(private.email_payload(v_email.id), private.student_email_payload(v_email.id));
    if coalesce(v_payload -> 'schedules', v_payload -> 'interviews', 'null') = 'null' then
      insert into public.email_events (email_id, type, detail) values
        (v_email.id, 'failed', 'Not sent: the schedule was cancelled or is no longer released, the person was taken off it or archived, or the address was changed in the meantime.');
      continue;
    end if;
    if v_email.attempts >= 5 then
      insert into public.email_events (email_id, type, detail) values
        (v_email.id, 'failed', 'Given up after ' || v_email.attempts || ' attempts. Last: ' || coalesce(v_email.last_error, 'no answer'));
      continue;
    end if;
    update public.emails m set attempts = m.attempts + 1, lease_id = gen_random_uuid(),
      leased_until = private.clock() + make_interval(secs => p_lease_seconds),
      link_version = (v_payload #>> '{link,version}')::int,
      sent_from = format('%s <%s>', v_payload #>> '{school,sender_name}', v_payload #>> '{school,sender_email}')
    where m.id = v_email.id returning m.id, m.lease_id into email_id, lease_id;
    update public.email_schedules es set revision = s.revision, facts = private.student_facts(s.id, v_email.student_id)
    from public.schedules s where es.email_id = v_email.id and s.id = es.schedule_id;
    insert into public.email_events (email_id, type, detail) values (v_email.id, 'sending', 'Attempt ' || v_email.attempts + 1);
    payload := v_payload;
    v_claimed := v_claimed + 1;
    return next;
  end loop;
end
$$;
comment on function public.claim_emails(int, int) is
  'Service only. Takes due emails for sending, oldest first, for p_lease_seconds; two callers never get the same. After that time an email whose result was not recorded is taken up again, five times at most.';

create function public.record_email_result(
  p_email_id uuid, p_lease_id uuid, p_result text, p_detail text default null, p_provider_id text default null,
  p_html text default null, p_body_text text default null, p_ics text default null
) returns public.email_status
language plpgsql set search_path = ''
as $$
declare
  v_email public.emails;
begin
  select * into v_email from public.emails where id = p_email_id for update;
  if not found then
    return null;
  end if;
  -- A late answer of a lost lease is news only if the email went out.
  if v_email.lease_id is distinct from p_lease_id and p_result <> 'sent' then
    return v_email.status;
  end if;
  update public.emails set
    html = coalesce(p_html, html), body_text = coalesce(p_body_text, body_text), ics = coalesce(p_ics, ics),
    provider_id = coalesce(p_provider_id, provider_id), lease_id = null, leased_until = null,
    due_at = private.clock() + (array['30 seconds', '2 minutes', '10 minutes', '1 hour', '1 hour']::interval[])[greatest(attempts, 1)]
  where id = p_email_id;
  insert into public.email_events (email_id, type, detail) values (p_email_id,
    case
      when p_result = 'sent' then 'sent'
      when p_result = 'uncertain' then 'uncertain'
      when p_result = 'retry' and v_email.attempts < 5 then 'deferred'
      else 'failed'
    end::public.email_event_type, p_detail);
  return private.email_status(p_email_id);
end
$$;
comment on function public.record_email_result(uuid, uuid, text, text, text, text, text, text) is
  'Service only. p_result: sent | retry (temporary; again after 30 s, 2 min, 10 min, 1 h, then failed) | refused (final) | uncertain (perhaps sent: never retried by itself). p_detail: the server''s words. The new status.';

create function public.record_email_event(
  p_email_id uuid, p_provider_id text, p_type public.email_event_type, p_at timestamptz, p_detail text, p_provider_event_id text
) returns boolean
language plpgsql set search_path = ''
as $$
declare
  v_id uuid := (select e.id from public.emails e where e.id = p_email_id or e.provider_id = p_provider_id limit 1);
begin
  if v_id is null then
    return false;
  end if;
  insert into public.email_events (email_id, type, at, detail, provider_event_id)
  values (v_id, p_type, p_at, p_detail, p_provider_event_id) on conflict (provider_event_id) do nothing;
  return true;
end
$$;
comment on function public.record_email_event(uuid, text, public.email_event_type, timestamptz, text, text) is
  'Service only. What the provider reports (delivered, delayed, bounced, complained); the same report twice counts once. False: no such email.';

-- For the dashboard ------------------------------------------------------------------------------

create function public.email_problems() returns int
language sql stable set search_path = ''
as $$
  select count(*)::int from public.emails e
  where e.status in ('bounced', 'complained', 'failed', 'uncertain') and e.created_at > now() - interval '30 days'
    and not exists (select from public.emails n where (n.interviewer_id = e.interviewer_id or n.student_id = e.student_id) and n.created_at > e.created_at and private.is_under_way(n.status))
$$;
comment on function public.email_problems() is 'How many emails of the last 30 days went wrong and were not followed by a good one to the same person.';

grant select on public.link_states to authenticated;
revoke all on public.link_states from anon;
grant execute on function private.link_criteria(uuid[], boolean),
  private.plan_interview_links(uuid[], uuid[], boolean, boolean), private.is_under_way(public.email_status),
  private.queue_interview_links(uuid, uuid[], uuid[], boolean, boolean), private.retry_emails(uuid[]) to authenticated;
grant execute on function public.link_readiness(uuid[], boolean),
  public.preview_interview_links(uuid[], uuid[], boolean, boolean),
  public.queue_interview_links(uuid, uuid[], uuid[], boolean, boolean),
  public.retry_emails(uuid[]), public.email_problems() to authenticated;
grant execute on function private.email_status(uuid), private.email_payload(uuid), private.ensure_access_link(uuid),
  private.interviewer_knows(public.schedules, public.schedule_interviewers),
  private.queue_link_email(uuid, uuid[], public.email_kind, uuid) to service_role;
grant select, insert, delete on private.link_requests to service_role;
grant execute on function public.request_interview_link(text, text), public.claim_emails(int, int),
  public.record_email_result(uuid, uuid, text, text, text, text, text, text),
  public.record_email_event(uuid, text, public.email_event_type, timestamptz, text, text) to service_role;
