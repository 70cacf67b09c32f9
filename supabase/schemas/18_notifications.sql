-- What each person was last notified of: the facts of their interviews as an email says them, and what changed since.

create function private.facts_of(p_schedule_ids uuid[], p_person_ids uuid[])
returns table (schedule_id uuid, person_id uuid, facts jsonb)
language plpgsql stable set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  with part as (
    select a.schedule_id, a.person_id, si.interviewer_id is not null as interviews
    from (select distinct * from unnest(p_schedule_ids, p_person_ids) u (schedule_id, person_id)) a
    left join public.schedule_interviewers si on si.schedule_id = a.schedule_id and si.interviewer_id = a.person_id
  ), whole as (
    -- Where everyone takes every slot, these are put together once.
    select s.schedule_id, private.slot_times(array_agg(s.starts_at order by s.starts_at), array_agg(s.ends_at order by s.starts_at)) as slots
    from public.slots s where s.schedule_id = any (p_schedule_ids) and s.kind = 'interview'
      and not exists (select from public.slot_interviewers o where o.schedule_id = s.schedule_id)
    group by s.schedule_id
  ), taken as (
    select p.schedule_id, p.person_id, s.starts_at, s.ends_at
    from part p join public.slots s on s.schedule_id = p.schedule_id and s.kind = 'interview'
    join private.slot_takers k on k.slot_id = s.id and k.interviewer_id = p.person_id
    where p.interviews and exists (select from public.slot_interviewers o where o.schedule_id = p.schedule_id)
    union all
    select p.schedule_id, p.person_id, s.starts_at, s.ends_at
    from part p join public.slots s on s.schedule_id = p.schedule_id and s.kind = 'interview' and s.student_id = p.person_id
    where not p.interviews
  ), own as (
    select t.schedule_id, t.person_id,
      private.slot_times(array_agg(t.starts_at order by t.starts_at), array_agg(t.ends_at order by t.starts_at)) as slots
    from taken t group by t.schedule_id, t.person_id
  )
  select p.schedule_id, p.person_id,
    jsonb_build_object('on_date', c.on_date, 'time_zone', c.time_zone, 'format', c.format, 'video', c.video, 'location', c.location,
      'meeting_url', case when p.interviews then c.meeting_url end, 'slots', coalesce(o.slots, case when p.interviews then w.slots end, '[]'))
  from part p
  join public.schedules c on c.id = p.schedule_id
  left join own o on o.schedule_id = p.schedule_id and o.person_id = p.person_id
  left join whole w on w.schedule_id = p.schedule_id
  where p.interviews or o.slots is not null;
end
$$;
comment on function private.facts_of(uuid[], uuid[]) is
  'What an email says to each person about the schedule in the same place of the other array: {on_date, time_zone, format, video, location, meeting_url, slots: [[start, end]]}, in seconds since 1970, their own interviews only. No row where they have no part in it. A student reads the meeting URL on the day only.';

create function private.person_facts(p_schedule_id uuid, p_person_id uuid) returns jsonb
-- Planned once a session: planning what facts_of does takes ten times as long as doing it for one person.
language plpgsql stable cost 1000 set search_path = '' set plan_cache_mode = 'force_generic_plan'
as $$ begin return (select f.facts from private.facts_of(array[p_schedule_id], array[p_person_id]) f); end $$;
comment on function private.person_facts(uuid, uuid) is 'What an email says to this person about this schedule (private.facts_of); null when they have no part in it.';

create function private.takes_place(s public.schedules, p_is_interviewer boolean) returns boolean
language sql immutable set search_path = ''
as $$ select s.canceled_at is null and (p_is_interviewer or s.released_at is not null) $$;
comment on function private.takes_place(public.schedules, boolean) is
  'Whether this person may count on the schedule: it is not canceled and, for a student, released.';

create function private.last_notified(p_schedule_id uuid, p_person_id uuid, p_except uuid default null) returns public.email_schedules
language plpgsql stable cost 200 set search_path = ''
as $$ begin return (
  select es from public.email_schedules es join public.emails e on e.id = es.email_id
  where es.schedule_id = p_schedule_id and es.person_id = p_person_id and es.sequence > 0
    and e.status <> 'queued' and private.has_notified(e.status) and e.id is distinct from p_except
  order by es.at desc limit 1);
end $$;
comment on function private.last_notified(uuid, uuid, uuid) is
  'What the latest email that reached this person said about this schedule, other than p_except; null when there is none.';

create function private.notification_state(p_current jsonb, p_last public.email_schedules, p_is_canceled boolean) returns text
language sql immutable set search_path = ''
as $$
  select case
    when p_current is null and p_last.snapshot is null then null
    when p_last.snapshot is null then 'new'
    when p_current is null then case when p_is_canceled then 'canceled' else 'removed' end
    when p_current = p_last.snapshot then 'up_to_date'
    else 'changed' end
$$;
comment on function private.notification_state(jsonb, public.email_schedules, boolean) is
  'new | changed | canceled | removed | up_to_date: how what holds now differs from what a person was last notified of; null when neither says anything.';

create view private.notification_states with (security_invoker = true) as
-- Facts and the email before: once, and not for emails that still wait unless asked for, as there may be thousands.
select k.schedule_id, c.oci_id, c.on_date, c.time_zone, k.person_id, k.is_interviewer,
  case when w.pending and w.takes_place then private.person_facts(k.schedule_id, k.person_id) else f.facts end as facts,
  (case when w.pending then private.last_notified(k.schedule_id, k.person_id) else l.email end).snapshot as last_facts, n.state
from (
  select si.schedule_id, si.interviewer_id as person_id, true as is_interviewer from public.schedule_interviewers si
  union
  select s.schedule_id, s.student_id, false from public.slots s where s.student_id is not null
  union
  select es.schedule_id, es.person_id, es.is_interviewer from public.email_schedules es
) k
join public.schedules c on c.id = k.schedule_id
cross join lateral (
  select private.takes_place(c, k.is_interviewer) as takes_place, exists (
    select from public.email_schedules es join public.emails e on e.id = es.email_id
    where es.schedule_id = k.schedule_id and es.person_id = k.person_id and e.status = 'queued' and e.kind <> 'reminder') as pending offset 0) w
cross join lateral (select case when not w.pending then private.last_notified(k.schedule_id, k.person_id) end as email offset 0) l
cross join lateral (
  select case when w.takes_place and not w.pending then private.person_facts(k.schedule_id, k.person_id) end as facts offset 0) f
cross join lateral (
  select case
    when not w.pending then private.notification_state(f.facts, l.email, c.canceled_at is not null)
    when w.takes_place and (exists (select from public.schedule_interviewers si where si.schedule_id = k.schedule_id and si.interviewer_id = k.person_id)
      or exists (select from public.slots s where s.schedule_id = k.schedule_id and s.student_id = k.person_id and s.kind = 'interview')) then 'up_to_date'
    end as state offset 0) n;
comment on view private.notification_states is
  'Each person and schedule: what holds now, what they were last notified of, and how these differ (private.notification_state). An email still to be sent will say what holds then: its person is up to date.';
grant select on private.notification_states to authenticated, service_role;

create function public.is_outdated(es public.email_schedules) returns boolean
language sql stable set search_path = ''
as $$
  select es.sequence > 0 and es.snapshot is distinct from
    case when private.takes_place(c, es.is_interviewer) then private.person_facts(es.schedule_id, es.person_id) end
  from public.schedules c where c.id = es.schedule_id
$$;
comment on function public.is_outdated(public.email_schedules) is
  'Selected like a column of email_schedules: whether what the email said of this schedule no longer holds.';

create function private.calendar_events(p_facts jsonb, p_is_interviewer boolean, p_last jsonb) returns jsonb
language sql immutable set search_path = ''
as $$
  with wanted as (
    select n, s ->> 0 as starts, s ->> 1 as ends from jsonb_array_elements(p_facts -> 'slots') with ordinality x (s, n)
    where not p_is_interviewer
    union all
    select 1, p_facts #>> '{slots,0,0}', p_facts #>> '{slots,-1,1}' where p_is_interviewer and p_facts -> 'slots' <> '[]'
  ), before as (
    select (e ->> 0)::int as key, e ->> 1 as starts, e ->> 2 as ends from jsonb_array_elements(coalesce(p_last, '[]')) e
  ), staying as (
    select w.n, b.key from wanted w join before b using (starts, ends)
  ), moving as (
    select w.*, row_number() over (order by w.n) as nth from wanted w where w.n not in (select n from staying)
  ), free as (
    select k as key, row_number() over (order by b.key is null, k) as nth
    from generate_series(1, (select count(*) from wanted) + (select coalesce(max(key), 0) from before)) k
    left join before b on b.key = k
    where k not in (select key from staying)
  )
  select coalesce(jsonb_agg(jsonb_build_array(coalesce(y.key, f.key), w.starts::bigint, w.ends::bigint) order by w.n), '[]')
  from wanted w
  left join staying y on y.n = w.n
  left join moving m on m.n = w.n
  left join free f on f.nth = m.nth
$$;
comment on function private.calendar_events(jsonb, boolean, jsonb) is
  'The calendar entries [[key, start, end]] for these facts: one for an interviewer''s day, one for each of a student''s interviews. p_last: the entries sent before. An interview that stays keeps its key, one that moves takes over a key that became free.';

create function private.calendar_entries(p_schedule_id uuid, p_slot_id uuid)
returns table (schedule_id uuid, person_id uuid, key int, sequence int, starts_at timestamptz, ends_at timestamptz)
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_interviewer uuid := private.interviewer_id();
  v_person uuid := coalesce(v_interviewer, private.student_id());
  v_schedule uuid := coalesce(p_schedule_id, (select s.schedule_id from public.slots s where s.id = p_slot_id));
begin
  return query
    select c.id, v_person, (e ->> 0)::int, coalesce(l.sequence, 0) + (l.snapshot is distinct from f.facts)::int,
      to_timestamp((e ->> 1)::bigint), to_timestamp((e ->> 2)::bigint)
    from public.schedules c
    left join lateral private.last_notified(c.id, v_person) l on true
    cross join lateral (select private.person_facts(c.id, v_person) as facts) f
    cross join lateral jsonb_array_elements(private.calendar_events(f.facts, v_interviewer is not null, l.events)) e
    where (c.id = v_schedule or coalesce(p_schedule_id, p_slot_id) is null) and c.canceled_at is null
      and c.id in (select private.interviewer_schedules() union all select private.student_schedules())
      and (p_slot_id is null or exists (
        select from public.slots s where s.id = p_slot_id and extract(epoch from s.starts_at)::bigint = (e ->> 1)::bigint));
end
$$;

create function public.calendar_entries(p_schedule_id uuid default null, p_slot_id uuid default null)
returns table (schedule_id uuid, person_id uuid, key int, sequence int, starts_at timestamptz, ends_at timestamptz)
language sql stable set search_path = ''
as $$ select * from private.calendar_entries(p_schedule_id, p_slot_id) $$;
comment on function public.calendar_entries(uuid, uuid) is
  'For interview-calendar and calendar-feed, called as a guest: the calendar entries of their own part in this schedule, of this interview, or without either of all their days, numbered as in the emails. None when it is not theirs.';

create function private.email_items(p_email_ids uuid[])
returns table (email_id uuid, schedule_id uuid, facts jsonb, before jsonb, state text, sequence int, events jsonb, dropped jsonb)
language sql stable set search_path = ''
as $$
  with said as materialized (
    select es.*, m.kind, row_number() over () as n
    from public.email_schedules es join public.emails m on m.id = es.email_id
    where es.email_id = any (p_email_ids)
  ), facts as materialized (
    select f.* from private.facts_of(array(select x.schedule_id from said x order by x.n), array(select x.person_id from said x order by x.n)) f
  )
  select es.email_id, es.schedule_id, f.facts, l.snapshot, s.state,
    case
      when f.facts is not distinct from es.snapshot and es.sequence > 0 then es.sequence
      when s.state = 'up_to_date' then l.sequence
      else 1 + (select max(o.sequence) from public.email_schedules o where o.schedule_id = es.schedule_id and o.person_id = es.person_id)
    end,
    v.events,
    (select coalesce(jsonb_agg(e), '[]') from jsonb_array_elements(l.events) e
      where not exists (select from jsonb_array_elements(v.events) o where o -> 0 = e -> 0))
  from said es
  join public.schedules c on c.id = es.schedule_id
  left join facts x on x.schedule_id = es.schedule_id and x.person_id = es.person_id
  cross join lateral (select case when private.takes_place(c, es.is_interviewer) then x.facts end as facts) f
  left join lateral private.last_notified(es.schedule_id, es.person_id, es.email_id) l on true
  cross join lateral (select private.notification_state(f.facts, l, c.canceled_at is not null) as state) s
  cross join lateral (select private.calendar_events(f.facts, es.is_interviewer, l.events) as events) v
  where s.state is not null and not (s.state = 'up_to_date' and es.kind in ('change', 'cancellation'))
$$;
comment on function private.email_items(uuid[]) is
  'What emails say of each of their schedules, as it stands now: the facts, those of the email before, how they differ, and the calendar entries that hold and that must go. None where there is nothing to say.';

create function private.queue_emails(
  p_plan jsonb, p_kind public.email_kind, p_batch_id uuid, p_due_at timestamptz default private.clock()
) returns table (email_id uuid, person_id uuid)
language plpgsql security definer set search_path = ''
as $$
#variable_conflict use_column
declare
  v_by uuid := private.user_id();
begin
  perform private.ensure_access_links(array(
    select distinct p.person_id from jsonb_to_recordset(p_plan) as p (person_id uuid, outcome text) where p.outcome = 'send'));
  return query
  -- Every row knows its email: nothing is joined to itself, whose size the planner cannot know.
  with given as materialized (
    select p.schedule_id, p.person_id, gen_random_uuid() as id
    from jsonb_to_recordset(p_plan) as p (schedule_id uuid, person_id uuid, outcome text) where p.outcome = 'send'
  ), planned as materialized (
    select g.schedule_id, g.person_id, first_value(g.id) over (partition by g.person_id) as email_id, row_number() over () as n,
      i.id as interviewer_id, st.id as student_id, coalesce(i.full_name, st.full_name) as full_name, coalesce(i.email, st.email) as email
    from given g
    left join public.interviewers i on i.id = g.person_id
    left join public.students st on st.id = g.person_id
  ), people as materialized (
    select distinct on (p.person_id) p.* from planned p
  ), facts as materialized (
    select f.* from private.facts_of(array(select p.schedule_id from planned p order by p.n), array(select p.person_id from planned p order by p.n)) f
  ), written as (
    insert into public.emails (id, batch_id, kind, interviewer_id, student_id, to_name, to_email, created_by, due_at)
    select x.email_id, p_batch_id, p_kind, x.interviewer_id, x.student_id, x.full_name, x.email, v_by, p_due_at from people x
  ), about as (
    insert into public.email_schedules (email_id, schedule_id, person_id, is_interviewer, snapshot)
    select p.email_id, p.schedule_id, p.person_id, p.interviewer_id is not null, f.facts
    from planned p
    left join facts f on f.schedule_id = p.schedule_id and f.person_id = p.person_id
    where p.schedule_id is not null
  ), assigned as (
    update public.schedule_interviewers si set link_email_id = p.email_id, invited_at = coalesce(si.invited_at, now())
    from planned p
    where p_kind <> 'reminder' and si.schedule_id = p.schedule_id and si.interviewer_id = p.person_id
  ), noted as (
    insert into public.email_events (email_id, type) select x.email_id, 'queued' from people x
  )
  select x.email_id, x.person_id from people x;
end
$$;
comment on function private.queue_emails(jsonb, public.email_kind, uuid, timestamptz) is
  'Queues one email to each person of a plan [{schedule_id, person_id, outcome, …}] about their schedules whose outcome is send. schedule_id null: about none of them. What it says is decided when it is sent.';

create function private.queue_email(
  p_person_id uuid, p_schedule_ids uuid[], p_kind public.email_kind, p_batch_id uuid, p_due_at timestamptz default private.clock()
) returns uuid
language sql security definer set search_path = ''
as $$
  select q.email_id from private.queue_emails(
    (select jsonb_agg(jsonb_build_object('schedule_id', x, 'person_id', p_person_id, 'outcome', 'send')) from unnest(p_schedule_ids) x),
    p_kind, p_batch_id, p_due_at) q
$$;
comment on function private.queue_email(uuid, uuid[], public.email_kind, uuid, timestamptz) is
  'Queues one email to an interviewer or a student about these schedules; its id.';

create function private.call_off_email(p_email_id uuid, p_reason public.unsent_reason, p_params jsonb default '{}') returns void
language plpgsql security definer set search_path = ''
as $$
begin
  insert into public.email_events (email_id, type, reason, params) values (p_email_id, 'canceled', p_reason, p_params);
  -- Its people are again where the email before left them.
  update public.schedule_interviewers si set link_email_id = (
    select es.email_id from public.email_schedules es join public.emails e on e.id = es.email_id
    where es.schedule_id = si.schedule_id and es.person_id = si.interviewer_id and e.status <> 'canceled'
    order by es.at desc limit 1)
  where si.link_email_id = p_email_id;
end
$$;
comment on function private.call_off_email(uuid, public.unsent_reason, jsonb) is 'An email that is not needed any more stays in Email Activity and is never sent.';

create function private.email_payloads(p_email_ids uuid[]) returns table (email_id uuid, payload jsonb)
language sql stable set search_path = ''
as $$
  with items as materialized (
    select x.*, coalesce(x.facts, x.before) as shown from private.email_items(p_email_ids) x
  )
  select m.id, jsonb_build_object(
    'email_id', m.id, 'created_at', m.created_at, 'audience', case when m.interviewer_id is null then 'student' else 'interviewer' end,
    'person_id', coalesce(m.interviewer_id, m.student_id),
    'employer', (select e.name from public.employers e where e.id = i.employer_id),
    'kind', k.kind, 'words', private.email_words(k.kind),
    'to', jsonb_build_object('name', m.to_name, 'email', m.to_email),
    'school', (select to_jsonb(x) from (
      select school_name, office_name, sender_name, sender_email, reply_to, support_email, support_phone, accent_color, exists (select from public.school_logo) as has_logo from public.settings) x),
    'link', jsonb_build_object('id', l.id, 'version', l.version),
    'schedules', case when m.kind = 'overview' and i.sees_overview then '[]' else (
      select jsonb_agg(jsonb_build_object(
        'id', s.id, 'employer', e.name, 'position', p.title, 'posting_id', p.id, 'posting_url', p.url,
        'time_zone', t.shown ->> 'time_zone', 'format', t.shown ->> 'format', 'video', t.shown ->> 'video',
        'location', t.shown ->> 'location', 'meeting_url', t.shown ->> 'meeting_url',
        'starts_at', coalesce(b.starts_at, s.starts_at, x.noon), 'ends_at', coalesce(b.ends_at, s.ends_at, x.noon),
        'slots', coalesce(b.slots, '[]'), 'state', t.state, 'facts', t.facts, 'before', t.before,
        'sequence', t.sequence, 'events', t.events, 'dropped', t.dropped
        ) order by b.starts_at, s.on_date)
      from items t
      join public.schedules s on s.id = t.schedule_id
      join public.ocis o on o.id = s.oci_id
      join public.employers e on e.id = o.employer_id
      left join public.job_postings p on p.id = o.job_posting_id
      cross join lateral (
        select min(x.starts_at) filter (where x.kind = 'interview') as starts_at, max(x.ends_at) filter (where x.kind = 'interview') as ends_at, jsonb_agg(jsonb_build_object('kind', x.kind, 'label', x.label, 'starts_at', x.starts_at, 'ends_at', x.ends_at) order by x.starts_at) as slots
        from (
          select 'interview' as kind, null as label, to_timestamp((i ->> 0)::bigint) as starts_at, to_timestamp((i ->> 1)::bigint) as ends_at
          from jsonb_array_elements(t.shown -> 'slots') i
          union all
          select 'break', k.label, k.starts_at, k.ends_at from public.slots k
          where m.interviewer_id is not null and t.facts is not null and k.schedule_id = s.id and k.kind = 'break'
        ) x) b
      cross join lateral (select (s.on_date + time '12:00') at time zone s.time_zone as noon) x
      where t.email_id = m.id) end)
  from public.emails m
  left join public.interviewers i on i.id = m.interviewer_id
  left join public.students st on st.id = m.student_id
  join public.access_links l on l.interviewer_id = m.interviewer_id or l.student_id = m.student_id
  cross join lateral (
    select case
      when m.kind in ('interview_link_request', 'student_link_request', 'reminder', 'overview') then m.kind
      when bool_and(t.state in ('canceled', 'removed')) then 'cancellation' when bool_or(t.state in ('changed', 'canceled', 'removed')) then 'change'
      when m.interviewer_id is null then 'student_link'
      when bool_and(t.facts ->> 'format' = 'in_person' or t.facts ->> 'video' = 'external') then 'schedule' else 'interview_link' end as kind
    from items t where t.email_id = m.id) k
  where m.id = any (p_email_ids) and coalesce(i.email, st.email) = m.to_email and coalesce(i.archived_at, st.archived_at) is null
$$;
comment on function private.email_payloads(uuid[]) is
  'All that emails are rendered from, as it stands now: {email_id, created_at, audience, person_id, employer, kind, words (private.email_words), to, school, link, schedules: [{id, employer, position, posting_id, posting_url, time_zone, format, video, location, meeting_url, starts_at, ends_at, slots, state, facts, before, sequence, events, dropped}]}. schedules is null when there is nothing to say; no row when the person is archived or has another email address now.';

create function private.email_payload(p_email_id uuid) returns jsonb
language sql stable set search_path = ''
as $$ select p.payload from private.email_payloads(array[p_email_id]) p $$;

create view private.outstanding_notices with (security_invoker = true) as
select n.schedule_id, n.oci_id, n.person_id, n.is_interviewer, coalesce(i.full_name, st.full_name) as full_name, coalesce(i.email, st.email) as email, n.state, n.facts, n.last_facts, private.is_suppressed(coalesce(i.email, st.email)) as suppressed
from private.notification_states n
left join public.interviewers i on i.id = n.person_id
left join public.students st on st.id = n.person_id
where coalesce(i.archived_at, st.archived_at) is null and not private.is_over(n.on_date, n.time_zone)
  and (n.state in ('changed', 'canceled', 'removed')
    -- Whoever is new where others of their kind have been notified already.
    or n.state = 'new' and exists (
      select from public.email_schedules es join public.emails e on e.id = es.email_id
      where es.schedule_id = n.schedule_id and es.is_interviewer = n.is_interviewer and es.sequence > 0 and private.has_notified(e.status)));
comment on view private.outstanding_notices is
  'Who does not know yet what changed: the one rule for notices, used by their count, their preview and their sending.';
grant select on private.outstanding_notices to authenticated, service_role;

create function private.plan_notices(p_schedule_ids uuid[], p_person_ids uuid[]) returns setof private.outstanding_notices
language plpgsql stable set search_path = ''
as $$
declare
  v_people uuid[] := array(
    select o.person_id from private.outstanding_notices o
    where o.schedule_id = any (p_schedule_ids) and (p_person_ids is null or o.person_id = any (p_person_ids)));
begin
  -- One email tells a person everything: what changed on their other days too.
  return query select o.* from private.outstanding_notices o where o.person_id = any (v_people);
end
$$;
comment on function private.plan_notices(uuid[], uuid[]) is
  'What each person of these schedules is to be notified of, all their schedules included. p_person_ids null: everyone.';

create function public.preview_notices(p_schedule_ids uuid[], p_person_ids uuid[] default null)
returns table (
  schedule_id uuid, oci_id uuid, employer text, "position" text, person_id uuid, is_interviewer boolean, full_name text, email text,
  state text, facts jsonb, last_facts jsonb, suppressed boolean
)
language sql stable set search_path = ''
as $$
  select o.schedule_id, o.oci_id, e.name, p.title, o.person_id, o.is_interviewer, o.full_name, o.email, o.state, o.facts, o.last_facts, o.suppressed
  from private.plan_notices(p_schedule_ids, p_person_ids) o
  join public.ocis v on v.id = o.oci_id
  join public.employers e on e.id = v.employer_id
  left join public.job_postings p on p.id = v.job_posting_id
  order by not o.is_interviewer, o.full_name, o.person_id, coalesce(o.facts, o.last_facts) ->> 'on_date'
$$;
comment on function public.preview_notices(uuid[], uuid[]) is
  'What queue_notices would say to whom, one row a person and schedule: state new | changed | canceled | removed, facts now and as last notified (private.person_facts). Pass the same arguments to both.';

create function private.queue_notices(p_request_id uuid, p_schedule_ids uuid[], p_person_ids uuid[], p_wait interval) returns jsonb
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
  -- Whoever sends for the same schedules at the same time waits here, then finds nothing outstanding.
  perform from public.schedules s where s.id = any (p_schedule_ids) order by s.id for update;
  select coalesce(jsonb_agg(jsonb_build_object('schedule_id', p.schedule_id, 'person_id', p.person_id,
    'outcome', case when p.suppressed then 'suppressed' else 'send' end)), '[]') into v_plan
  from private.plan_notices(p_schedule_ids, p_person_ids) p;

  perform private.queue_emails(v_plan, 'change', v.batch_id, private.clock() + p_wait);
  return private.finish_batch(v.batch_id, v_plan, 'notified');
end
$$;

create function private.notice_wait(p_seconds int) returns interval
language sql immutable set search_path = ''
as $$ select make_interval(secs => greatest(0, least(p_seconds, 3600))) $$;
comment on function private.notice_wait(int) is 'How long a notice waits for further edits: an hour at most.';

create function public.queue_notices(p_request_id uuid, p_schedule_ids uuid[], p_person_ids uuid[] default null, p_wait_seconds int default 0)
returns jsonb
language sql set search_path = ''
as $$ select private.queue_notices(p_request_id, p_schedule_ids, p_person_ids, private.notice_wait(p_wait_seconds)) $$;
comment on function public.queue_notices(uuid, uuid[], uuid[], int) is
  'Queues one email to everyone who does not know yet what changed on these schedules; the same request id queues once. It leaves after p_wait_seconds (3600 at most): what is edited until then is in it, and what is undone is not sent. p_person_ids null: everyone. {batch_id, repeated, queued, unchanged, not_ready: []}. Admins only (42501).';

create function public.outstanding_notices(p_oci_ids uuid[]) returns table (oci_id uuid, schedule_id uuid, people int)
language sql stable set search_path = ''
as $$
  select o.oci_id, o.schedule_id, count(*)::int from private.outstanding_notices o
  where o.schedule_id = any (array(select s.id from public.schedules s where s.oci_id = any (p_oci_ids)))
  group by 1, 2
$$;
comment on function public.outstanding_notices(uuid[]) is
  'How many people of each schedule of these OCIs do not know yet what changed; schedules without any are left out.';

grant execute on function private.calendar_entries(uuid, uuid), public.calendar_entries(uuid, uuid) to interviewer, student;
grant execute on function private.facts_of(uuid[], uuid[]), private.person_facts(uuid, uuid), private.takes_place(public.schedules, boolean),
  private.last_notified(uuid, uuid, uuid), private.notification_state(jsonb, public.email_schedules, boolean),
  private.calendar_events(jsonb, boolean, jsonb), private.plan_notices(uuid[], uuid[]) to authenticated, service_role;
grant execute on function public.is_outdated(public.email_schedules), public.preview_notices(uuid[], uuid[]), private.notice_wait(int),
  private.queue_notices(uuid, uuid[], uuid[], interval), public.queue_notices(uuid, uuid[], uuid[], int),
  public.outstanding_notices(uuid[]) to authenticated;
grant execute on function private.email_items(uuid[]), private.email_payloads(uuid[]), private.email_payload(uuid),
  private.queue_emails(jsonb, public.email_kind, uuid, timestamptz), private.call_off_email(uuid, public.unsent_reason, jsonb),
  private.queue_email(uuid, uuid[], public.email_kind, uuid, timestamptz) to service_role;
