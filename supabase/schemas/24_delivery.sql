-- Delivery: links asked for again, due emails, and what became of them, for the service alone; emails that admins send themselves to try them.

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
    select i.id, array_agg(s.id) as schedules
    from public.interviewers i
    join public.schedule_interviewers si on si.interviewer_id = i.id
    join public.schedules s on s.id = si.schedule_id
    where lower(i.email) = lower(btrim(p_email)) and i.archived_at is null
      and private.is_visible_to_interviewer(s, si) and s.canceled_at is null and not private.is_over(s.on_date, s.time_zone)
    group by i.id
  loop
    perform private.queue_email(v_person.id, v_person.schedules, 'interview_link_request', null);
    v_queued := v_queued + 1;
  end loop;
  for v_person in
    select st.id, array_agg(distinct s.id) as schedules
    from public.students st
    join public.slots t on t.student_id = st.id
    join public.schedules s on s.id = t.schedule_id
    where lower(st.email) = lower(btrim(p_email)) and st.archived_at is null
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
  'Service only. Queues an interviewer''s or a student''s link again for the schedules they know of, today or later; how many emails it queued. At most 3 an hour for one email address, 20 for one client, and 500 such emails in all; beyond that nothing happens.';

create function public.claim_emails(p_limit int default 20, p_lease_seconds int default 120)
returns table (email_id uuid, lease_id uuid, payload jsonb)
language plpgsql set search_path = ''
as $$
declare
  v_email public.emails;
  v_payload jsonb;
  v_settled text;
  v_claimed int := 0;
  v_now timestamptz := private.clock();
begin
  while v_claimed < p_limit loop
    select * into v_email from public.emails m
    where private.is_in_flight(m.status) and case m.status when 'queued' then m.due_at else m.leased_until end <= v_now
    order by m.due_at, m.id limit 1 for update skip locked;
    exit when not found;

    if v_email.kind = 'reminder' and v_email.attempts = 0 then
      v_settled := private.settle_reminder(v_email);
      if v_settled in ('nothing_to_send', 'recently_notified') then
        perform private.call_off_email(v_email.id, v_settled::public.unsent_reason);
      end if;
      continue when v_settled <> 'send';
    end if;
    v_payload := private.email_payload(v_email.id);
    if coalesce(v_payload -> 'schedules', 'null') = 'null' then
      perform private.call_off_email(v_email.id, 'nothing_to_send');
      continue;
    end if;
    if v_email.attempts >= 5 then
      insert into public.email_events (email_id, type, detail, reason, params)
      values (v_email.id, 'failed', v_email.last_error, 'gave_up', jsonb_build_object('attempts', v_email.attempts));
      continue;
    end if;
    update public.emails m set kind = (v_payload ->> 'kind')::public.email_kind, attempts = m.attempts + 1, lease_id = gen_random_uuid(),
      leased_until = v_now + make_interval(secs => p_lease_seconds),
      link_version = (v_payload #>> '{link,version}')::int,
      sent_from = format('%s <%s>', v_payload #>> '{school,sender_name}', v_payload #>> '{school,sender_email}')
    where m.id = v_email.id returning m.id, m.lease_id into email_id, lease_id;
    update public.email_schedules es set snapshot = nullif(i.facts, 'null'), sequence = i.sequence, events = i.events, at = clock_timestamp()
    from jsonb_to_recordset(v_payload -> 'schedules') as i (id uuid, facts jsonb, sequence int, events jsonb)
    where es.email_id = v_email.id and es.schedule_id = i.id;
    -- What needed saying when it was queued, and no longer does.
    delete from public.email_schedules es where es.email_id = v_email.id
      and es.schedule_id not in (select (i ->> 'id')::uuid from jsonb_array_elements(v_payload -> 'schedules') i);
    if v_email.kind = 'reminder' then
      update public.schedule_interviewers si set link_email_id = v_email.id from public.email_schedules es
      where es.email_id = v_email.id and si.schedule_id = es.schedule_id and si.interviewer_id = v_email.interviewer_id;
    end if;
    insert into public.email_events (email_id, type, params) values (v_email.id, 'sending', jsonb_build_object('attempt', v_email.attempts + 1));
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
  p_subject text default null, p_html text default null, p_body_text text default null, p_ics text default null
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
    subject = coalesce(p_subject, subject), html = coalesce(p_html, html), body_text = coalesce(p_body_text, body_text), ics = coalesce(p_ics, ics),
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
  return (select e.status from public.emails e where e.id = p_email_id);
end
$$;
comment on function public.record_email_result(uuid, uuid, text, text, text, text, text, text, text) is
  'Service only. p_result: sent | retry (temporary; again after 30 s, 2 min, 10 min, 1 h, then failed) | refused (final) | uncertain (possibly sent: never retried by itself). p_detail: the server''s words. The new status.';

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

create function private.test_email(p_person_id uuid, p_schedule_ids uuid[], p_kind public.email_kind) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_email uuid;
  v_payload jsonb;
begin
  perform private.require_admin();
  begin
    v_email := private.queue_email(p_person_id, p_schedule_ids, p_kind, null);
    v_payload := private.email_payload(v_email);
    -- What was queued to be looked at is undone.
    raise exception using errcode = 'UNDO1';
  exception
    when sqlstate 'UNDO1' then null;
    -- There is no such person or schedule.
    when check_violation or foreign_key_violation then null;
  end;
  if coalesce(v_payload -> 'schedules', 'null') = 'null' then
    perform private.refuse('nothing_to_send');
  end if;
  perform private.log_activity('emails.test', null, p_schedule_ids[1], p_person_id);
  return jsonb_build_object('payload', v_payload, 'to', (
    select jsonb_build_object('name', s.full_name, 'email', u.email)
    from public.staff s join auth.users u on u.id = s.user_id where s.user_id = private.user_id()));
end
$$;

create function public.test_email(p_person_id uuid, p_schedule_ids uuid[], p_kind public.email_kind) returns jsonb
language sql set search_path = ''
as $$ select private.test_email(p_person_id, p_schedule_ids, p_kind) $$;
comment on function public.test_email(uuid, uuid[], public.email_kind) is
  'What this person would be sent now about these schedules, without queueing it: {payload (private.email_payload), to: {name, email} of who asks}. Admins only (42501).';
grant execute on function private.test_email(uuid, uuid[], public.email_kind), public.test_email(uuid, uuid[], public.email_kind) to authenticated;

grant execute on function public.request_interview_link(text, text), public.claim_emails(int, int),
  public.record_email_result(uuid, uuid, text, text, text, text, text, text, text),
  public.record_email_event(uuid, text, public.email_event_type, timestamptz, text, text) to service_role;
