-- Delivery: links asked for again, due emails, and what became of them, for the service alone; what admins do about emails that wait,
-- and those they send themselves to try them.

create table private.link_requests (
  id bigint generated always as identity primary key,
  email_hash text not null,
  client_hash text not null,
  at timestamptz not null default now()
);
comment on table private.link_requests is 'Uses of the "email me my link" form, email address and client hashed, kept for a day to limit its rate.';
create index link_requests_at_idx on private.link_requests (at);

alter table private.link_requests enable row level security;
grant select, insert, delete on private.link_requests to service_role;

create function public.request_interview_link(p_email text, p_client text) returns int
language plpgsql set search_path = ''
as $$
declare
  v_email_hash text := encode(sha256(convert_to(lower(btrim(p_email)), 'UTF8')), 'hex');
  v_client_hash text := encode(sha256(convert_to(p_client, 'UTF8')), 'hex');
  v_queued int := 0;
  v_person record;
begin
  -- One at a time, so that the counts below hold.
  perform pg_advisory_xact_lock(hashtextextended('request_interview_link', 0));
  delete from private.link_requests where at < now() - interval '1 day';
  if (select count(*) filter (where r.email_hash = v_email_hash and r.at > now() - interval '1 hour') >= 3
        or count(*) filter (where r.client_hash = v_client_hash and r.at > now() - interval '1 hour') >= 20
      from private.link_requests r)
    or (select count(*) from public.emails m
        where m.kind in ('interview_link_request', 'student_link_request') and m.created_at > now() - interval '1 hour') >= 500 then
    return 0;
  end if;
  insert into private.link_requests (email_hash, client_hash) values (v_email_hash, v_client_hash);
  for v_person in
    select i.id, array_agg(s.id) filter (where s.id is not null) as schedules
    from public.interviewers i
    left join (public.schedule_interviewers si
      join public.schedules s on s.id = si.schedule_id and private.is_visible_to_interviewer(s, si)
        and s.canceled_at is null and not private.is_over(s.on_date, s.time_zone)) on si.interviewer_id = i.id
    where lower(i.email) = lower(btrim(p_email)) and not private.is_suppressed(i.email) and i.archived_at is null and (s.id is not null or i.sees_overview)
    group by i.id
  loop
    if v_person.schedules is null then
      perform private.queue_overview(v_person.id);
    else
      perform private.queue_email(v_person.id, v_person.schedules, 'interview_link_request', null);
    end if;
    v_queued := v_queued + 1;
  end loop;
  for v_person in
    select st.id, array_agg(distinct s.id) as schedules
    from public.students st
    join public.slots t on t.student_id = st.id
    join public.schedules s on s.id = t.schedule_id
    where lower(st.email) = lower(btrim(p_email)) and not private.is_suppressed(st.email) and st.archived_at is null
      and private.is_visible_to_student(s) and not private.is_over(s.on_date, s.time_zone)
    group by st.id
  loop
    perform private.queue_email(v_person.id, v_person.schedules, 'student_link_request', null);
    v_queued := v_queued + 1;
  end loop;
  return v_queued;
end
$$;
comment on function public.request_interview_link(text, text) is
  'Service only. Queues an interviewer''s or a student''s link again for the schedules they know of, today or later, and that of a recruiter who sees the overview; how many emails it queued. At most 3 an hour for one email address, 20 for one client, and 500 such emails in all; beyond that nothing happens.';

create function private.email_bodies_in(p_bodies jsonb) returns table (n int, id uuid, html text, body_text text)
language sql immutable set search_path = ''
as $$
  select (b.n - 1)::int, md5((b.body ->> 'html') || (b.body ->> 'body_text'))::uuid, b.body ->> 'html', b.body ->> 'body_text'
  from jsonb_array_elements(p_bodies) with ordinality b (body, n)
$$;
comment on function private.email_bodies_in(jsonb) is 'Bodies as record_email_results gets them, numbered from 0.';

create table private.send_rate_limit (
  id boolean primary key default true check (id),
  next_at timestamptz not null default 'epoch',
  held_until timestamptz not null default 'epoch'
);
comment on table private.send_rate_limit is
  'One row, shared by all who send. next_at: when the next email may leave where the mail provider limits their rate. held_until: when it will take any again, as it said itself.';

create table private.delivery_runs (
  id uuid primary key,
  ends_at timestamptz not null
);
comment on table private.delivery_runs is 'Who sends at the moment. ends_at: when a run that was killed is over at the latest.';

alter table private.send_rate_limit enable row level security;
alter table private.delivery_runs enable row level security;
grant select, insert, update on private.send_rate_limit to service_role;
grant select, insert, delete on private.delivery_runs to service_role;

create function private.is_sending_paused() returns boolean
language sql stable set search_path = ''
as $$ select exists (select from public.settings s where s.sending_paused_at is not null) $$;

create function private.is_due(m public.emails, p_at timestamptz default private.clock()) returns boolean
language plpgsql stable set search_path = ''
as $$ begin return case m.status when 'queued' then m.due_at when 'sending' then m.leased_until end <= p_at; end $$;
comment on function private.is_due(public.emails, timestamptz) is 'Whether at that time an email''s own time has come, or its lease has run out.';

create function public.begin_delivery(p_run_id uuid) returns boolean
language plpgsql set search_path = ''
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('delivery_runs', 0));
  delete from private.delivery_runs r where r.ends_at <= private.clock();
  if (select count(*) from private.delivery_runs) >= 4 then
    return false;
  end if;
  insert into private.delivery_runs (id, ends_at) values (p_run_id, private.clock() + interval '150 seconds');
  return true;
end
$$;
comment on function public.begin_delivery(uuid) is
  'Service only. Whether this run may send: four at once do, and each of them hands over for as long as anything is due.';

create function public.end_delivery(p_run_id uuid) returns int
language plpgsql set search_path = ''
as $$
declare
  v_rate private.send_rate_limit := (select p from private.send_rate_limit p);
  v_next timestamptz := greatest(private.clock(), v_rate.next_at - interval '5 seconds', v_rate.held_until);
begin
  delete from private.delivery_runs r where r.id = p_run_id;
  if private.is_sending_paused() or not exists (
    select from public.emails m where private.is_in_flight(m.status) and private.is_due(m, greatest(private.clock(), v_rate.held_until))) then
    return null;
  end if;
  return ceil(extract(epoch from v_next - private.clock()) * 1000);
end
$$;
comment on function public.end_delivery(uuid) is
  'Service only. Ends a run. In how many ms the next has something to send; null: nothing is due, nor when the provider takes any again.';

create function private.reserve_send_times(p_count int, p_per_second numeric) returns timestamptz
language plpgsql set search_path = ''
as $$
declare
  v_first timestamptz;
begin
  update private.send_rate_limit p set next_at = greatest(p.next_at, p.held_until, private.clock()) + make_interval(secs => p_count / p_per_second)
  returning p.next_at - make_interval(secs => p_count / p_per_second) into v_first;
  return v_first;
end
$$;
comment on function private.reserve_send_times(int, numeric) is 'Reserves the next times for so many emails: when the first of them may be sent.';

create function private.may_be_taken(m public.emails) returns boolean
language plpgsql stable set search_path = ''
as $$ begin return m.attempts > 0 and (m.status = 'sending' and m.leased_until <= private.clock() or exists (
  select from public.email_events v
  where v.email_id = m.id and v.params ?| array['unanswered', 'may_repeat'] and v.id > coalesce((
    select max(q.id) from public.email_events q where q.email_id = m.id and q.type = 'queued'), 0)));
end $$;
comment on function private.may_be_taken(public.emails) is
  'Whether an attempt since the email was last queued ended in a way that nobody knows: it may have arrived, so it does not end as failed.';

create function public.claim_emails(p_limit int default 20, p_lease_seconds int default 120, p_per_second numeric default null)
returns table (email_id uuid, lease_id uuid, payload jsonb, wait_ms int)
language plpgsql set search_path = ''
as $$
#variable_conflict use_column
declare
  v_now timestamptz := private.clock();
  v_due uuid[];
  v_left uuid[];
  v_unsaid uuid[];
  v_reminder public.emails;
  v_settled text;
  v_claimed jsonb;
  v_rate private.send_rate_limit;
  v_first timestamptz := v_now;
  v_limit int := p_limit;
begin
  insert into private.send_rate_limit default values on conflict do nothing;
  select * into v_rate from private.send_rate_limit;
  if private.is_sending_paused() or v_rate.held_until > v_now then
    return;
  end if;
  if p_per_second is not null then
    -- Whoever claims at the same time waits here, and goes on behind.
    select * into v_rate from private.send_rate_limit for update;
    if v_rate.next_at > v_now + interval '5 seconds' then
      return;
    end if;
    v_limit := least(p_limit, ceil(5 * p_per_second));
  end if;
  loop
    v_due := array(
      select m.id from public.emails m
      where private.is_in_flight(m.status) and private.is_due(m)
      order by m.due_at, m.id limit v_limit for update skip locked);
    exit when v_due = '{}';

    v_left := '{}';
    for v_reminder in select m.* from public.emails m where m.id = any (v_due) and m.kind = 'reminder' and m.attempts = 0 order by m.due_at, m.id loop
      v_settled := private.settle_reminder(v_reminder);
      continue when v_settled = 'send';
      v_left := v_left || v_reminder.id;
      if v_settled <> 'later' then
        perform private.call_off_email(v_reminder.id, v_settled::public.unsent_reason);
      end if;
    end loop;
    perform private.call_off_email(m.id, 'suppressed') from public.emails m where m.id = any (v_due) and private.is_suppressed(m.to_email);
    v_due := array(
      select m.id from public.emails m where m.id = any (v_due) and m.id <> all (v_left) and private.is_in_flight(m.status)
      order by m.due_at, m.id);

    select coalesce(jsonb_agg(jsonb_build_object('id', p.email_id, 'payload', p.payload)), '[]') into v_claimed
    from private.email_payloads(v_due) p where p.payload -> 'schedules' <> 'null';
    v_unsaid := array(
      select x from unnest(v_due) x where x not in (select c.id from jsonb_to_recordset(v_claimed) as c (id uuid)));
    perform private.call_off_email(x, 'nothing_to_send') from unnest(v_unsaid) x;

    insert into public.email_events (email_id, type, detail, reason, params)
    select m.id, case when private.may_be_taken(m) then 'uncertain' else 'failed' end::public.email_event_type, m.last_error, 'gave_up',
      jsonb_build_object('attempts', m.attempts)
    from public.emails m where m.id = any (v_due) and m.id <> all (v_unsaid) and m.attempts >= 5;

    if p_per_second is not null then
      v_first := private.reserve_send_times(jsonb_array_length(v_claimed), p_per_second);
    end if;
    return query
    with claimed as materialized (
      -- A lease that was never given back: how that attempt ended, nobody knows.
      select c.id, c.payload, m.lease_id is not null as may_repeat from jsonb_to_recordset(v_claimed) as c (id uuid, payload jsonb)
      join public.emails m on m.id = c.id where m.attempts < 5
    ), said as materialized (
      select c.id as email_id, i.* from claimed c, jsonb_to_recordset(c.payload -> 'schedules')
        as i (id uuid, employer text, "position" text, location text, facts jsonb, sequence int, events jsonb)
    ), leased as (
      update public.emails m set kind = (c.payload ->> 'kind')::public.email_kind, attempts = m.attempts + 1, lease_id = gen_random_uuid(),
        leased_until = v_now + make_interval(secs => p_lease_seconds), status = 'sending',
        link_version = (c.payload #>> '{link,version}')::int,
        sent_from = format('%s <%s>', c.payload #>> '{school,sender_name}', c.payload #>> '{school,sender_email}'),
        about = coalesce((select string_agg(distinct concat_ws(' ', i.employer, i."position", i.location), ' ') from said i where i.email_id = c.id),
          c.payload ->> 'employer')
      from claimed c where m.id = c.id returning m.id, m.lease_id, m.kind, m.interviewer_id, m.attempts, c.payload, c.may_repeat
    ), stated as (
      update public.email_schedules es set snapshot = nullif(i.facts, 'null'), sequence = i.sequence, events = i.events, at = clock_timestamp()
      from said i where es.email_id = i.email_id and es.schedule_id = i.id
    ), removed as (
      -- What needed saying when it was queued, and no longer does.
      delete from public.email_schedules es using claimed c
      where es.email_id = c.id and not exists (select from said i where i.email_id = es.email_id and i.id = es.schedule_id)
    ), reminded as (
      update public.schedule_interviewers si set link_email_id = l.id from leased l join said i on i.email_id = l.id
      where l.kind = 'reminder' and si.schedule_id = i.id and si.interviewer_id = l.interviewer_id
    ), noted as (
      insert into public.email_events (email_id, type, params)
      select l.id, 'sending', jsonb_strip_nulls(jsonb_build_object('attempt', l.attempts, 'may_repeat', nullif(l.may_repeat, false)))
      from leased l
    )
    select l.id, l.lease_id, l.payload,
      case when p_per_second is null then 0
        else ceil(extract(epoch from v_first - v_now) * 1000 + (row_number() over () - 1) * 1000 / p_per_second)::int end
    from leased l;
    exit when found;
  end loop;
end
$$;
comment on function public.claim_emails(int, int, numeric) is
  'Service only. Takes due emails for sending, at most p_limit of the oldest, for p_lease_seconds; two callers never get the same. p_per_second: how many the mail provider takes, for all callers together: each email leaves after its wait_ms. None: nothing is due, sending is paused, or the next five seconds are reserved. After that time an email whose result was not recorded is taken up again, five times at most.';

create function public.record_email_results(p_results jsonb, p_bodies jsonb default '[]')
returns table (email_id uuid, status public.email_status)
language plpgsql set search_path = ''
as $$
#variable_conflict use_column
begin
  perform from public.emails e where e.id in (select (r ->> 'email_id')::uuid from jsonb_array_elements(p_results) r) order by e.id for update;
  insert into public.email_bodies (id, html, body_text)
  select distinct on (b.id) b.id, b.html, b.body_text from private.email_bodies_in(p_bodies) b order by b.id on conflict do nothing;

  with given as materialized (
    select r.*, e.attempts, b.id as body_id, private.may_be_taken(e) as may_be_taken
    from jsonb_to_recordset(p_results) as r (email_id uuid, lease_id uuid, result text, detail text, retry_after numeric, provider_id text, subject text, body int, ics text)
    join public.emails e on e.id = r.email_id
    left join private.email_bodies_in(p_bodies) b on b.n = r.body
    -- A late answer of a lost lease is news only if the email went out.
    where e.lease_id is not distinct from r.lease_id or r.result = 'sent'
  ), kept as (
    update public.emails e set
      subject = coalesce(g.subject, e.subject), body_id = coalesce(g.body_id, e.body_id), ics = coalesce(g.ics, e.ics),
      provider_id = coalesce(g.provider_id, e.provider_id), lease_id = null, leased_until = null,
      attempts = e.attempts - (g.result = 'later')::int,
      due_at = private.clock() + case when g.result = 'later' then make_interval(secs => g.retry_after)
        else (array['30 seconds', '2 minutes', '10 minutes', '1 hour', '1 hour']::interval[])[greatest(e.attempts, 1)] end
    from given g where e.id = g.email_id
  ), held as (
    -- The times that are reserved move behind the hold, and so do those to come.
    update private.send_rate_limit p set held_until = l.until,
      next_at = greatest(p.next_at, private.clock()) + (l.until - greatest(p.held_until, private.clock()))
    from (select private.clock() + make_interval(secs => max(g.retry_after)) as until from given g where g.result = 'later') l
    where l.until > p.held_until
  )
  insert into public.email_events (email_id, type, detail, params)
  select g.email_id, case
      when g.result = 'sent' then 'sent'
      when g.result = 'uncertain' then 'uncertain'
      when g.result = 'later' or g.result in ('retry', 'unanswered') and g.attempts < 5 then 'deferred'
      when g.result = 'unanswered' or g.may_be_taken then 'uncertain'
      else 'failed'
    end::public.email_event_type, g.detail, case when g.result = 'unanswered' then '{"unanswered": true}' else '{}'::jsonb end
  from given g;
  return query select e.id, e.status from public.emails e
  where e.id in (select (r ->> 'email_id')::uuid from jsonb_array_elements(p_results) r);
end
$$;
comment on function public.record_email_results(jsonb, jsonb) is
  'Service only. p_results: [{email_id, lease_id, result, detail, retry_after, provider_id, subject, body, ics}]; result: sent | retry (temporary; again after 30 s, 2 min, 10 min, 1 h, then failed) | later (too many at once: nothing is sent for retry_after seconds, and it is no attempt) | unanswered (like retry, but it may have been taken: the provider sends it once, and it never ends as failed) | refused (final) | uncertain (possibly sent: never retried by itself). detail: the server''s words. body: which of p_bodies [{html, body_text}] it said, from 0. The new statuses.';

create function public.record_email_event(
  p_email_id uuid, p_provider_id text, p_type public.email_event_type, p_at timestamptz, p_detail text, p_provider_event_id text,
  p_suppresses boolean default true
) returns boolean
language plpgsql set search_path = ''
as $$
declare
  -- Locked: of two reports at once the later one sees both, and the gravest wins.
  v_id uuid := (select e.id from public.emails e where e.id = p_email_id or e.provider_id = p_provider_id limit 1 for update);
begin
  if v_id is null then
    return false;
  end if;
  insert into public.email_events (email_id, type, at, detail, params, provider_event_id)
  values (v_id, p_type, p_at, p_detail, case when p_suppresses then '{}' else '{"suppresses": false}'::jsonb end, p_provider_event_id) on conflict (provider_event_id) do nothing;
  return true;
end
$$;
comment on function public.record_email_event(uuid, text, public.email_event_type, timestamptz, text, text, boolean) is
  'Service only. What the provider reports (delivered, delayed, bounced, complained); the same report twice counts once. p_suppresses: whether a bounce is the address''s fault, so that nothing is sent there any more. False: no such email.';

create function private.send_emails_now(p_email_ids uuid[]) returns int
language plpgsql security definer set search_path = ''
as $$
declare
  v_count int;
begin
  perform private.require_admin();
  with hurried as (
    update public.emails e set due_at = private.clock()
    where e.id = any (p_email_ids) and e.status = 'queued' and e.due_at > private.clock() returning e.id
  ), noted as (
    insert into public.email_events (email_id, type, params)
    select id, 'queued', jsonb_build_object('by', (select s.full_name from public.staff s where s.user_id = private.user_id())) from hurried
    returning 1
  )
  select count(*) into v_count from noted;
  return v_count;
end
$$;

create function public.send_emails_now(p_email_ids uuid[]) returns int
language sql set search_path = ''
as $$ select private.send_emails_now(p_email_ids) $$;
comment on function public.send_emails_now(uuid[]) is
  'Emails that wait for their time are due at once. How many; others are left alone. Admins only (42501).';

create function private.call_off_emails(p_email_ids uuid[]) returns int
language plpgsql security definer set search_path = ''
as $$
declare
  v_waiting uuid[];
begin
  perform private.require_admin();
  -- Whoever is about to send one of these has it locked, and is done before it is looked at.
  v_waiting := array(
    select e.id from (select e.id, e.status from public.emails e where e.id = any (p_email_ids) order by e.id for update) e
    where e.status = 'queued');
  perform private.call_off_email(x, 'called_off',
    jsonb_build_object('by', (select s.full_name from public.staff s where s.user_id = private.user_id())))
  from unnest(v_waiting) x;
  return cardinality(v_waiting);
end
$$;

create function public.call_off_emails(p_email_ids uuid[]) returns int
language sql set search_path = ''
as $$ select private.call_off_emails(p_email_ids) $$;
comment on function public.call_off_emails(uuid[]) is
  'Emails that are still queued are not sent. How many; others are left alone. Admins only (42501).';

grant execute on function private.send_emails_now(uuid[]), public.send_emails_now(uuid[]),
  private.call_off_emails(uuid[]), public.call_off_emails(uuid[]) to authenticated;

create function private.unsent_payload(p_person_id uuid, p_schedule_ids uuid[], p_kind public.email_kind) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_email uuid;
  v_payload jsonb;
begin
  begin
    v_email := private.queue_email(p_person_id, p_schedule_ids, p_kind, null);
    v_payload := private.email_payload(v_email);
    -- What was queued to be looked at is undone.
    raise exception using errcode = 'UNDO1';
  exception
    when sqlstate 'UNDO1' then null;
    -- There is no such person or schedule.
    when not_null_violation or foreign_key_violation then null;
  end;
  if coalesce(v_payload -> 'schedules', 'null') = 'null' then
    perform private.refuse('nothing_to_send');
  end if;
  return v_payload;
end
$$;
comment on function private.unsent_payload(uuid, uuid[], public.email_kind) is 'What this person would be sent now about these schedules (private.email_payload), without queueing it.';

create function private.for_whoever_asks(p_payload jsonb) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object('payload', p_payload, 'to', (
    select jsonb_build_object('name', s.full_name, 'email', u.email)
    from public.staff s join auth.users u on u.id = s.user_id where s.user_id = private.user_id()))
$$;

create function private.test_email(p_person_id uuid, p_schedule_ids uuid[], p_kind public.email_kind) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_payload jsonb;
begin
  perform private.require_admin();
  v_payload := private.unsent_payload(p_person_id, p_schedule_ids, p_kind);
  perform private.log_activity('emails.test', null, p_schedule_ids[1], p_person_id);
  return private.for_whoever_asks(v_payload);
end
$$;

create function public.test_email(p_person_id uuid, p_schedule_ids uuid[], p_kind public.email_kind) returns jsonb
language sql set search_path = ''
as $$ select private.test_email(p_person_id, p_schedule_ids, p_kind) $$;
comment on function public.test_email(uuid, uuid[], public.email_kind) is
  'What this person would be sent now about these schedules, without queueing it: {payload (private.email_payload), to: {name, email} of who asks}. Admins only (42501).';
grant execute on function private.test_email(uuid, uuid[], public.email_kind), public.test_email(uuid, uuid[], public.email_kind) to authenticated;

grant execute on function public.begin_delivery(uuid), public.end_delivery(uuid), private.is_sending_paused(), private.is_due(public.emails, timestamptz), private.may_be_taken(public.emails),
  private.reserve_send_times(int, numeric) to service_role;
grant execute on function public.request_interview_link(text, text), public.claim_emails(int, int, numeric),
  private.email_bodies_in(jsonb), public.record_email_results(jsonb, jsonb),
  public.record_email_event(uuid, text, public.email_event_type, timestamptz, text, text, boolean) to service_role;
