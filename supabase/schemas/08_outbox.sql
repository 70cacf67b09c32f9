-- The outbox: every email, the batch it was queued in, and what happened to it.

create type public.email_kind as enum
  ('interview_link', 'interview_link_request', 'schedule', 'student_link', 'student_link_request', 'change', 'cancellation', 'reminder', 'overview');
create type public.email_status as enum
  ('queued', 'sending', 'sent', 'delivered', 'delayed', 'bounced', 'complained', 'failed', 'uncertain', 'canceled');
create type public.email_status_group as enum ('sent', 'waiting', 'attention', 'canceled');
create type public.email_event_type as enum
  ('queued', 'sending', 'deferred', 'sent', 'failed', 'uncertain', 'canceled', 'delivered', 'delayed', 'bounced', 'complained');
create type public.unsent_reason as enum ('nothing_to_send', 'gave_up', 'called_off', 'recently_notified', 'suppressed');

create function private.needs_attention(p_status public.email_status) returns boolean
language sql immutable set search_path = ''
as $$ select p_status in ('bounced', 'complained', 'failed', 'uncertain') $$;
comment on function private.needs_attention(public.email_status) is 'Whether the person may not have this email, and nothing more happens by itself.';

create function private.is_in_flight(p_status public.email_status) returns boolean
language sql immutable set search_path = ''
as $$ select p_status in ('queued', 'sending') $$;
comment on function private.is_in_flight(public.email_status) is 'Whether an email is still to be sent.';

create function private.email_status_group(p_status public.email_status) returns public.email_status_group
language sql immutable set search_path = ''
as $$
  select case when private.needs_attention(p_status) then 'attention'
    when p_status in ('sent', 'delivered') then 'sent'
    when p_status = 'canceled' then 'canceled'
    else 'waiting' end::public.email_status_group
$$;
comment on function private.email_status_group(public.email_status) is 'What Email Activity counts together. waiting: more will happen by itself.';

create function private.has_notified(p_status public.email_status) returns boolean
language sql immutable set search_path = ''
as $$ select p_status not in ('failed', 'bounced', 'canceled') $$;
comment on function private.has_notified(public.email_status) is 'Whether the person knows what this email says, or soon will: it is not known to have gone nowhere.';

create table public.email_batches (
  id uuid primary key default gen_random_uuid(),
  request_id uuid not null unique,
  created_by uuid,
  summary jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create index email_batches_created_idx on public.email_batches (created_at desc);
comment on table public.email_batches is
  'One press of Send. request_id makes asking twice harmless. summary: {queued, unchanged, not_ready: [{schedule_id, unmet}]}.';

create table public.email_bodies (
  id uuid primary key,
  html text not null,
  body_text text not null
);
comment on table public.email_bodies is
  'What emails said, each wording once: {{interview_link}}, {{recipient_name}}, {{recipient_first_name}} and {{recipient_email}} stand where it differs from person to person. id: its MD5.';

create function private.is_subject(p_text text) returns boolean
language sql immutable set search_path = ''
as $$ select p_text <> '' and length(p_text) <= 200 and p_text !~ '[[:cntrl:]]' $$;
comment on function private.is_subject(text) is 'Whether this is a line that the office may have as a subject; null for null.';

create function private.is_passage(p_text text) returns boolean
language sql immutable set search_path = ''
as $$ select p_text <> '' and length(p_text) <= 2000 $$;
comment on function private.is_passage(text) is 'Whether the office may have this as an introduction or a closing; null for null.';

create table public.email_words (
  kind public.email_kind primary key,
  subject text check (private.is_subject(subject)),
  introduction text check (private.is_passage(introduction)),
  closing text check (private.is_passage(closing)),
  constraint words_of_its_own check (num_nonnulls(subject, introduction, closing) > 0)
);
comment on table public.email_words is
  'The office''s own words for a kind of email, with fields such as {{first_name}}; null is the standard one. Written by save_email_words and reset_email_words alone.';

create function private.email_words(p_kind public.email_kind) returns jsonb
language plpgsql stable set search_path = ''
as $$ begin return (select to_jsonb(w) - 'kind' from public.email_words w where w.kind = p_kind); end $$;
comment on function private.email_words(public.email_kind) is 'The office''s words {subject, introduction, closing}; null where it has none.';

create table public.emails (
  id uuid primary key default gen_random_uuid(),
  batch_id uuid references public.email_batches (id) on delete set null,
  kind public.email_kind not null,
  interviewer_id uuid references public.interviewers (id) on delete set null,
  student_id uuid references public.students (id) on delete set null,
  to_name text not null,
  to_email text not null,
  sent_from text,
  subject text,
  body_id uuid references public.email_bodies (id),
  ics text,
  link_version int,
  provider_id text,
  created_by uuid,
  created_at timestamptz not null default now(),
  due_at timestamptz not null default private.clock(),
  attempts int not null default 0,
  lease_id uuid,
  leased_until timestamptz,
  -- Derived from email_events by private.apply_email_events.
  status public.email_status not null default 'queued',
  last_error text,
  unsent_reason public.unsent_reason,
  sent_at timestamptz,
  about text,
  status_group public.email_status_group not null generated always as (private.email_status_group(status)) stored,
  search text generated always as (lower(to_name || ' ' || to_email || ' ' || coalesce(subject, '') || ' ' || coalesce(about, ''))) stored
);
comment on table public.emails is
  'Every email: the outbox and Email Activity in one. subject, body_id and ics are what was sent, null until the first attempt, like sent_from. about: what else it is found by: employers, positions, locations. link_version: which version of the link it held.';
create index emails_created_idx on public.emails (created_at desc, id);
create index emails_due_idx on public.emails (due_at) where private.is_in_flight(status);
create index emails_status_idx on public.emails (status, created_at desc) include (status_group);
create index emails_status_group_idx on public.emails (status_group, created_at desc);
create index emails_requests_idx on public.emails (created_at) where kind in ('interview_link_request', 'student_link_request');
create index emails_batch_idx on public.emails (batch_id);
create index emails_interviewer_idx on public.emails (interviewer_id, created_at desc);
create index emails_student_idx on public.emails (student_id, created_at desc) where student_id is not null;
create index emails_provider_idx on public.emails (provider_id) where provider_id is not null;
create index emails_search_idx on public.emails using gin (search extensions.gin_trgm_ops);
create index emails_kind_idx on public.emails (kind, created_at desc) include (status_group);

create table public.email_schedules (
  email_id uuid not null references public.emails (id) on delete cascade,
  schedule_id uuid not null references public.schedules (id) on delete cascade,
  person_id uuid not null,
  is_interviewer boolean not null,
  snapshot jsonb,
  sequence int not null default 0,
  events jsonb not null default '[]',
  at timestamptz not null default clock_timestamp(),
  primary key (email_id, schedule_id)
);
comment on table public.email_schedules is
  'What an email said to its person about each of its schedules, as of its latest attempt. snapshot: the facts (private.person_facts); null when it said that they have no part in it any more. sequence: 0 before the first attempt, then higher with every change of what they were notified of. events: the calendar entries [[key, start, end]].';
create index email_schedules_schedule_idx on public.email_schedules (schedule_id, person_id, at);
create index email_schedules_person_idx on public.email_schedules (person_id);

create table public.email_events (
  id bigint generated always as identity primary key,
  email_id uuid not null references public.emails (id) on delete cascade,
  type public.email_event_type not null,
  at timestamptz not null default private.clock(),
  detail text,
  reason public.unsent_reason,
  params jsonb not null default '{}',
  provider_event_id text unique
);
comment on table public.email_events is 'Append-only: what happened to an email. detail: in the words of the mail server or provider. reason: why we stopped. params: {attempt, may_repeat} of sending (true where the attempt before was cut off, so that this may be a second copy), {attempts} of giving up, {unanswered} of a delay: the provider may have taken it, {by} of a retry, {suppresses: false} of a bounce that is not the address''s fault.';
create index email_events_email_idx on public.email_events (email_id, id);

create table public.suppressed_addresses (
  email text primary key check (email = lower(email)),
  reason public.email_event_type not null check (reason in ('bounced', 'complained')),
  email_id uuid references public.emails (id) on delete set null,
  detail text,
  at timestamptz not null default private.clock()
);
comment on table public.suppressed_addresses is
  'Addresses that refused mail for good or called it spam: nothing is sent there until an admin lifts it. detail: in the words of the provider.';
create index suppressed_addresses_email_idx on public.suppressed_addresses (email_id);

-- Row-level security and grants ------------------------------------------------------------------

select private.add_staff_policies(t, '{}')
from unnest(array['public.email_batches', 'public.email_bodies', 'public.emails', 'public.email_schedules', 'public.email_events',
  'public.suppressed_addresses', 'public.email_words']::regclass[]) t;
grant select on public.email_batches, public.email_bodies, public.emails, public.email_schedules, public.email_events,
  public.suppressed_addresses, public.email_words to authenticated;

create view public.email_list with (security_invoker = true) as
select e.id, e.kind, e.batch_id, e.to_name, e.to_email, e.subject, e.status, e.created_at, e.status_group
from public.emails e;
comment on view public.email_list is 'Emails without their contents, which need not be read to list them.';
grant select on public.email_list to authenticated;

-- Functions --------------------------------------------------------------------------------------

create function private.apply_email_events() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update public.emails e set status = d.status, last_error = d.last_error, unsent_reason = d.unsent_reason, sent_at = d.sent_at
  from (
    select c.email_id, s.status, bad.detail as last_error, bad.reason as unsent_reason, (
        select v.at from public.email_events v where v.email_id = c.email_id and v.type = 'sent' order by v.id desc limit 1) as sent_at
    -- What is queued already stays so: thousands of emails may be queued at once.
    from (select distinct a.email_id from added a join public.emails m on m.id = a.email_id where a.type <> 'queued' or m.status <> 'queued') c
    -- Our own steps count in the order written; the provider's may arrive in any order, so the gravest wins.
    cross join lateral (
      select v.type from public.email_events v
      where v.email_id = c.email_id and v.type in ('queued', 'sending', 'deferred', 'sent', 'failed', 'uncertain', 'canceled')
      order by v.id desc limit 1) own
    left join lateral (
      select v.type from public.email_events v
      where v.email_id = c.email_id and v.type in ('delayed', 'delivered', 'bounced', 'complained')
        and own.type in ('sent', 'sending', 'uncertain')
      order by array_position(array['complained', 'bounced', 'delivered', 'delayed'], v.type::text) limit 1) reported on true
    cross join lateral (
      select case coalesce(reported.type, own.type) when 'deferred' then 'queued'
        else coalesce(reported.type, own.type)::text::public.email_status end as status) s
    -- The mail server's words, or our reason, when the status is not a good one.
    left join lateral (
      select v.detail, v.reason from public.email_events v
      where v.email_id = c.email_id and v.type not in ('queued', 'sending', 'sent', 'delivered')
        and v.type::text = case when private.is_in_flight(s.status) then 'deferred' else s.status::text end
      order by v.id desc limit 1) bad on true
  ) d
  where e.id = d.email_id
    and (e.status, e.last_error, e.unsent_reason, e.sent_at) is distinct from (d.status, d.last_error, d.unsent_reason, d.sent_at);
  return null;
end
$$;
create trigger email_events_added after insert on public.email_events referencing new table as added
  for each statement execute function private.apply_email_events();

create function private.suppress_addresses() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into public.suppressed_addresses as s (email, reason, email_id, detail, at)
  select distinct on (lower(m.to_email)) lower(m.to_email), a.type, a.email_id, a.detail, a.at
  from added a join public.emails m on m.id = a.email_id
  where a.type in ('bounced', 'complained') and a.params ->> 'suppresses' is distinct from 'false'
  order by lower(m.to_email), a.type desc, a.id
  on conflict (email) do update set reason = excluded.reason, email_id = excluded.email_id, detail = excluded.detail, at = excluded.at
  where s.reason = 'bounced' and excluded.reason = 'complained';
  return null;
end
$$;
comment on function private.suppress_addresses() is 'A complaint weighs more than a bounce, whichever comes first.';
create trigger email_events_suppress after insert on public.email_events referencing new table as added
  for each statement execute function private.suppress_addresses();

create function private.is_suppressed(p_email text) returns boolean
language plpgsql stable security definer set search_path = ''
as $$ begin return exists (select from public.suppressed_addresses s where s.email = lower(p_email)); end $$;
comment on function private.is_suppressed(text) is 'Whether nothing is sent to this address: the one rule for plans, previews and what is about to leave.';

create function private.lift_suppression(p_email text) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_admin();
  delete from public.suppressed_addresses s where s.email = lower(p_email);
  if found then
    perform private.log_activity('emails.lift_suppression', null, null, null, jsonb_build_object('email', lower(p_email)));
  end if;
end
$$;

create function public.lift_suppression(p_email text) returns void
language sql set search_path = ''
as $$ select private.lift_suppression(p_email) $$;
comment on function public.lift_suppression(text) is 'Lets mail to an address that bounced or complained leave again. Admins only (42501).';

grant execute on function private.email_words(public.email_kind) to service_role;
grant execute on function private.is_subject(text), private.is_passage(text) to authenticated;
grant execute on function private.is_suppressed(text) to authenticated, service_role;
grant execute on function private.lift_suppression(text), public.lift_suppression(text) to authenticated;

create function public.emails_needing_attention() returns int
language sql stable set search_path = ''
as $$
  select count(*)::int from public.emails e
  where e.status_group = 'attention' and e.created_at > now() - interval '30 days'
    and not exists (select from public.emails n where n.interviewer_id = e.interviewer_id and n.created_at > e.created_at and n.status_group <> 'attention')
    and not exists (select from public.emails n where n.student_id = e.student_id and n.created_at > e.created_at and n.status_group <> 'attention')
$$;
comment on function public.emails_needing_attention() is 'How many emails of the last 30 days need attention: none that does not has since been queued for the same person.';

create function private.begin_batch(p_request_id uuid, out batch_id uuid, out answer jsonb)
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_admin();
  insert into public.email_batches (request_id, created_by) values (p_request_id, private.user_id())
  on conflict (request_id) do nothing returning id into batch_id;
  if batch_id is null then
    select b.id, jsonb_build_object('batch_id', b.id, 'repeated', true) || b.summary into batch_id, answer
    from public.email_batches b where b.request_id = p_request_id;
  end if;
end
$$;
comment on function private.begin_batch(uuid) is 'A batch for a request; with what was answered before, if it is the same request again.';

create function private.finish_batch(p_batch_id uuid, p_plan jsonb, p_counted text) returns jsonb
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
    'unchanged', (select count(distinct p ->> 'person_id') from jsonb_array_elements(p_plan) p where p ->> 'outcome' = 'unchanged'),
    'not_ready', (select coalesce(jsonb_agg(jsonb_build_object('schedule_id', p -> 'schedule_id', 'unmet', p -> 'unmet')), '[]')
      from jsonb_array_elements(p_plan) p where p ->> 'outcome' = 'not_ready'))
  where b.id = p_batch_id returning b.summary into v_summary;
  return jsonb_build_object('batch_id', p_batch_id, 'repeated', false) || v_summary;
end
$$;
comment on function private.finish_batch(uuid, jsonb, text) is
  'Notes what came of a plan [{schedule_id, person_id, outcome: send|unchanged|not_ready, unmet, …}] and answers it. p_counted: how the activity names the people.';

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
    insert into public.email_events (email_id, type, params)
    select id, 'queued', jsonb_build_object('by', (select s.full_name from public.staff s where s.user_id = private.user_id())) from again
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

grant execute on function private.needs_attention(public.email_status), private.is_in_flight(public.email_status),
  private.email_status_group(public.email_status), private.has_notified(public.email_status) to authenticated, service_role;
grant execute on function public.emails_needing_attention(), private.retry_emails(uuid[]), public.retry_emails(uuid[])
  to authenticated;
