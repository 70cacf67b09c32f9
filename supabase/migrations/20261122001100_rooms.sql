-- In-App Video: the room of each interview, who is in it, and the signals by which their browsers find each other.
-- Browsers poll: the same on the embedded stack and on a hosted project, and every poll asks anew who may be there.

create type public.room_role as enum ('interviewer', 'student', 'staff');
create type public.room_message_kind as enum ('chat', 'notice');

-- Tables -----------------------------------------------------------------------------------------

create table public.rooms (
  slot_id uuid primary key references public.slots (id) on delete cascade,
  finished_at timestamptz
);
comment on table public.rooms is 'The room of one interview, from the first time anyone enters it. finished_at: handed off, from when on the student is no longer in it.';

create table public.room_members (
  id uuid primary key default gen_random_uuid(),
  slot_id uuid not null references public.rooms (slot_id) on delete cascade,
  role public.room_role not null,
  access_link_id uuid references public.access_links (id) on delete cascade,
  link_version int,
  user_id uuid references public.staff (user_id) on delete cascade,
  session uuid,
  state jsonb not null default '{}',
  admitted_at timestamptz,
  first_seen_at timestamptz not null default private.clock(),
  entered_at timestamptz not null default private.clock(),
  last_seen_at timestamptz not null default private.clock(),
  signals_since timestamptz not null default private.clock(),
  signals_sent int not null default 0,
  unique (slot_id, access_link_id),
  unique (slot_id, user_id),
  constraint member_is_one_person check (num_nonnulls(access_link_id, user_id) = 1),
  constraint staff_come_with_an_account check ((role = 'staff') = (user_id is not null))
) with (fillfactor = 70);
comment on table public.room_members is
  'Who is or was in a room, kept as its attendance. session: the tab that is in it now, null once it left. entered_at: since when, this time. signals_sent: how many since signals_since, the minute that bounds them.';
create index room_members_link_idx on public.room_members (access_link_id);
create index room_members_user_idx on public.room_members (user_id);

create table public.room_signals (
  id bigint generated always as identity primary key,
  slot_id uuid not null references public.rooms (slot_id) on delete cascade,
  from_member_id uuid not null references public.room_members (id) on delete cascade,
  from_session uuid not null,
  to_member_id uuid not null references public.room_members (id) on delete cascade,
  to_session uuid not null,
  body jsonb not null check (octet_length(body::text) <= 16384),
  created_at timestamptz not null default private.clock()
);
comment on table public.room_signals is 'WebRTC offers, answers and candidates on their way from one tab to another; deleted once read, or after two minutes.';
create index room_signals_slot_idx on public.room_signals (slot_id);
create index room_signals_to_idx on public.room_signals (to_member_id, id);
create index room_signals_from_idx on public.room_signals (from_member_id);
create index room_signals_created_idx on public.room_signals (created_at);

create table public.room_messages (
  id bigint generated always as identity primary key,
  slot_id uuid not null references public.rooms (slot_id) on delete cascade,
  kind public.room_message_kind not null,
  member_id uuid references public.room_members (id) on delete cascade,
  from_name text not null,
  from_role public.room_role not null,
  body text not null check (length(body) between 1 and 2000),
  created_at timestamptz not null default private.clock(),
  constraint chat_is_a_members check ((kind = 'chat') = (member_id is not null))
);
comment on table public.room_messages is 'A room''s chat, deleted when the interview is handed off, and the office''s notices; neither is kept for longer than a day.';
create index room_messages_slot_idx on public.room_messages (slot_id, id);
create index room_messages_member_idx on public.room_messages (member_id);
create index room_messages_created_idx on public.room_messages (created_at);

-- Row-level security and grants ------------------------------------------------------------------

alter table public.rooms enable row level security;
alter table public.room_members enable row level security;
alter table public.room_signals enable row level security;
alter table public.room_messages enable row level security;
revoke all on public.rooms, public.room_members, public.room_signals, public.room_messages from anon, authenticated;
grant select on public.rooms, public.room_members to authenticated;
create policy "Staff read which rooms were opened" on public.rooms for select to authenticated using ((select private.is_staff()));
create policy "Staff read who was in a room" on public.room_members for select to authenticated using ((select private.is_staff()));

-- Who may be there -------------------------------------------------------------------------------

create function private.slot_panels(p_slot_ids uuid[])
returns table (slot_id uuid, interviewer_id uuid, full_name text)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
as $$
begin
  return query select s.id, i.id, i.full_name
  from public.slots s
  join public.schedule_interviewers si on si.schedule_id = s.schedule_id
  join public.interviewers i on i.id = si.interviewer_id and i.archived_at is null
  where s.id = any (p_slot_ids)
    and (not exists (select from public.slot_interviewers o where o.slot_id = s.id)
      or exists (select from public.slot_interviewers o where o.slot_id = s.id and o.interviewer_id = i.id));
end
$$;
comment on function private.slot_panels(uuid[]) is 'Who interviews in each of these slots.';

create function private.room_caller(
  p_slot_id uuid, out refusal jsonb, out role public.room_role, out access_link_id uuid, out link_version int, out user_id uuid, out name text
)
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_slot record;
begin
  refusal := '{"ok": false, "reason": "not_yours"}';
  select c.video, c.meeting_url into v_slot
  from public.slots s join public.schedules c on c.id = s.schedule_id
  where s.id = p_slot_id and s.kind = 'interview' and s.student_id is not null
    and c.format = 'virtual' and c.cancelled_at is null and private.is_day(c.on_date, c.time_zone)
    and (c.released_at is not null
      or exists (select from public.schedule_interviewers si where si.schedule_id = c.id and si.invited_at is not null));
  if not found then
    return;
  end if;
  case private.claims() ->> 'role'
    when 'interviewer' then
      select 'interviewer', l.id, l.version, i.full_name into role, access_link_id, link_version, name
      from private.link_holder() l join public.interviewers i on i.id = l.interviewer_id
      where p_slot_id = any (array(select private.interviewer_slots_today()));
    when 'student' then
      select 'student', l.id, l.version, s.full_name into role, access_link_id, link_version, name
      from private.link_holder() l join public.students s on s.id = l.student_id
      where p_slot_id = any (array(select private.student_slots()));
    else
      select 'staff', s.user_id, s.full_name into role, user_id, name
      from public.staff s where s.user_id = private.user_id() and s.role = 'admin';
  end case;
  if role is null then
    return;
  elsif v_slot.video is distinct from 'in_app' then
    refusal := jsonb_build_object('ok', false, 'reason', 'moved', 'meeting_url', v_slot.meeting_url);
  else
    refusal := null;
  end if;
end
$$;
comment on function private.room_caller(uuid) is
  'Who the caller is in this interview''s room today, or the refusal: not_yours, alike whatever the reason; moved, when it now takes place at the employer''s own URL.';

create function private.room_people(p_slot_ids uuid[])
returns table (
  id uuid, slot_id uuid, role public.room_role, name text, session uuid, admitted boolean, present boolean, state jsonb,
  admitted_at timestamptz, entered_at timestamptz, interviewer_id uuid
)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
as $$
declare
  v_since timestamptz := private.clock() - interval '15 seconds';
begin
  return query select m.id, m.slot_id, m.role, coalesce(i.full_name, st.full_name, a.full_name), m.session,
    m.role <> 'student' or m.admitted_at is not null and r.finished_at is null,
    m.session is not null and m.last_seen_at > v_since,
    m.state, m.admitted_at, m.entered_at, i.interviewer_id
  from public.room_members m
  join public.rooms r on r.slot_id = m.slot_id
  join public.slots s on s.id = m.slot_id
  left join public.access_links l on l.id = m.access_link_id and l.version = m.link_version and l.revoked_at is null
  left join private.slot_panels(p_slot_ids) i on i.slot_id = m.slot_id and i.interviewer_id = l.interviewer_id
  left join public.students st on st.id = s.student_id and st.id = l.student_id and st.archived_at is null
  left join public.staff a on a.user_id = m.user_id and a.role = 'admin'
  where m.slot_id = any (p_slot_ids) and coalesce(i.interviewer_id, st.id, a.user_id) is not null;
end
$$;
comment on function private.room_people(uuid[]) is
  'The people of these rooms as they may be there now: someone whose link was reset or who was taken off the interview is no longer among them.';

create function private.room_is_full(p_slot_id uuid, p_role public.room_role, p_but uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
  select count(*) >= case when p_role = 'interviewer' then 3 else 1 end
  from private.room_people(array[p_slot_id]) p
  where p.role = p_role and p.present and p.id is distinct from p_but
$$;
comment on function private.room_is_full(uuid, public.room_role, uuid) is
  'Whether the others present leave no place: a room holds three interviewers, the student and one of the staff. Browsers send to each other, and five of them are what a laptop can do.';

create function private.room_member(
  p_slot_id uuid, p_session uuid, p_lock boolean, out refusal jsonb, out me public.room_members, out name text, out admitted boolean
)
language plpgsql security definer set search_path = ''
as $$
declare
  v_caller record;
  v_finished boolean;
begin
  select * into v_caller from private.room_caller(p_slot_id);
  refusal := v_caller.refusal;
  if refusal is not null then
    return;
  end if;
  if p_lock then
    -- In a statement of its own: the next ones see what whoever held the lock has written.
    perform from public.rooms r where r.slot_id = p_slot_id for no key update;
  end if;
  select r.finished_at is not null into v_finished from public.rooms r where r.slot_id = p_slot_id;
  select * into me from public.room_members m
  where m.slot_id = p_slot_id and (m.access_link_id = v_caller.access_link_id or m.user_id = v_caller.user_id);
  name := v_caller.name;
  admitted := v_caller.role <> 'student' or me.admitted_at is not null;
  refusal := case
    when v_caller.role = 'student' and v_finished then '{"ok": false, "reason": "closed"}'
    when me.session is null or me.link_version is distinct from v_caller.link_version then '{"ok": false, "reason": "left"}'
    when me.session is distinct from p_session then '{"ok": false, "reason": "elsewhere"}'
    when me.last_seen_at < private.clock() - interval '15 seconds' and private.room_is_full(p_slot_id, me.role, me.id)
      then '{"ok": false, "reason": "full"}'
  end::jsonb;
end
$$;
comment on function private.room_member(uuid, uuid, boolean) is
  'The caller''s place in the room, or the refusal: closed, left (enter first), elsewhere, full. p_lock: the room''s writers one after the other, so that ids become visible in their order and nothing is written after a hand-off.';

-- Entering and leaving ---------------------------------------------------------------------------

create function private.enter_room(p_slot_id uuid, p_session uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_caller record;
  v_member public.room_members;
  v_finished boolean;
begin
  select * into v_caller from private.room_caller(p_slot_id);
  if v_caller.refusal is not null then
    return v_caller.refusal;
  elsif p_session is null then
    return '{"ok": false, "reason": "malformed"}';
  end if;
  delete from public.room_messages m where m.created_at < private.clock() - interval '1 day';
  delete from public.room_signals s where s.created_at < private.clock() - interval '2 minutes';
  insert into public.rooms (slot_id) values (p_slot_id) on conflict do nothing;
  perform from public.rooms r where r.slot_id = p_slot_id for no key update;
  select r.finished_at is not null into v_finished from public.rooms r where r.slot_id = p_slot_id;
  select * into v_member from public.room_members m
  where m.slot_id = p_slot_id and (m.access_link_id = v_caller.access_link_id or m.user_id = v_caller.user_id);
  if v_caller.role = 'student' and v_finished then
    return '{"ok": false, "reason": "closed"}';
  elsif private.room_is_full(p_slot_id, v_caller.role, v_member.id) then
    return '{"ok": false, "reason": "full"}';
  end if;
  if v_member.id is null then
    insert into public.room_members (slot_id, role, access_link_id, link_version, user_id, session)
    values (p_slot_id, v_caller.role, v_caller.access_link_id, v_caller.link_version, v_caller.user_id, p_session);
    if v_caller.role = 'staff' then
      perform private.log_room('rooms.join', p_slot_id);
    end if;
  else
    update public.room_members m set
      session = p_session, state = '{}', last_seen_at = private.clock(),
      -- Whoever came in by a link that was reset since is not who was admitted.
      admitted_at = case when m.link_version is not distinct from v_caller.link_version then m.admitted_at end,
      link_version = v_caller.link_version,
      entered_at = case when m.session is not null and m.last_seen_at > private.clock() - interval '15 seconds'
        then m.entered_at else private.clock() end
    where m.id = v_member.id;
    delete from public.room_signals s
    where s.to_member_id = v_member.id and s.to_session <> p_session or s.from_member_id = v_member.id and s.from_session <> p_session;
  end if;
  return private.poll_room(p_slot_id, p_session, 0, 0, null) || '{"poll_ms": 2500}';
end
$$;

create function private.leave_room(p_slot_id uuid, p_session uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v record;
begin
  select * into v from private.room_member(p_slot_id, p_session, false);
  if v.refusal is not null then
    return v.refusal;
  end if;
  update public.room_members m set session = null, last_seen_at = private.clock()
  where m.id = (v.me).id and m.session = p_session;
  delete from public.room_signals s where s.to_member_id = (v.me).id or s.from_member_id = (v.me).id;
  return '{"ok": true}';
end
$$;

create function private.log_room(p_action text, p_slot_id uuid, p_detail jsonb default '{}') returns void
language sql security definer set search_path = ''
as $$
  select private.log_activity(p_action, c.oci_id, c.id, p_slot_id, p_detail)
  from public.slots s join public.schedules c on c.id = s.schedule_id where s.id = p_slot_id
$$;
comment on function private.log_room(text, uuid, jsonb) is 'One activity line about an interview''s room.';

create function private.room_host(p_slot_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_caller record;
begin
  select * into v_caller from private.room_caller(p_slot_id);
  if v_caller.refusal is not null then
    return v_caller.refusal;
  elsif v_caller.role = 'student' then
    return '{"ok": false, "reason": "not_yours"}';
  end if;
  insert into public.rooms (slot_id) values (p_slot_id) on conflict do nothing;
  perform from public.rooms r where r.slot_id = p_slot_id for no key update;
  return null;
end
$$;
comment on function private.room_host(uuid) is 'Locks the room for one who may admit and hand off; otherwise answers the refusal.';

create function private.admit_to_room(p_slot_id uuid, p_member_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_refusal jsonb := private.room_host(p_slot_id);
begin
  if v_refusal is not null then
    return v_refusal;
  elsif not exists (select from private.room_people(array[p_slot_id]) p where p.id = p_member_id and p.role = 'student') then
    return '{"ok": false, "reason": "left"}';
  elsif exists (select from public.rooms r where r.slot_id = p_slot_id and r.finished_at is not null) then
    return '{"ok": false, "reason": "closed"}';
  end if;
  update public.room_members m set admitted_at = private.clock() where m.id = p_member_id and m.admitted_at is null;
  if found and private.user_id() is not null then
    perform private.log_room('rooms.admit', p_slot_id);
  end if;
  return '{"ok": true}';
end
$$;

create function private.finish_interview(p_slot_id uuid, p_finished boolean) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_refusal jsonb := private.room_host(p_slot_id);
begin
  if v_refusal is not null then
    return v_refusal;
  end if;
  update public.rooms r set finished_at = case when p_finished then private.clock() end
  where r.slot_id = p_slot_id and (r.finished_at is null) = p_finished;
  if found then
    delete from public.room_signals s where s.slot_id = p_slot_id;
    delete from public.room_messages m where m.slot_id = p_slot_id and m.kind = 'chat';
    if private.user_id() is not null then
      perform private.log_room(case when p_finished then 'rooms.finish' else 'rooms.reopen' end, p_slot_id);
    end if;
  end if;
  return '{"ok": true}';
end
$$;

create function private.slot_student_changed() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- The room is another interview's now: nothing of the one before stays in it.
  update public.rooms set finished_at = null where slot_id = new.id;
  update public.room_members set admitted_at = null, session = null where slot_id = new.id and role = 'student';
  delete from public.room_signals where slot_id = new.id;
  delete from public.room_messages where slot_id = new.id;
  return null;
end
$$;
create trigger slots_student_changed after update of student_id on public.slots
  for each row when (old.student_id is distinct from new.student_id) execute function private.slot_student_changed();

-- Signals and messages ---------------------------------------------------------------------------

create function private.are_signals(p_signals jsonb) returns boolean
language plpgsql immutable set search_path = ''
as $$
declare
  v_signal jsonb;
begin
  if jsonb_typeof(p_signals) is distinct from 'array' or jsonb_array_length(p_signals) > 20 then
    return false;
  end if;
  for v_signal in select * from jsonb_array_elements(p_signals) loop
    if jsonb_typeof(v_signal) is distinct from 'object' or jsonb_typeof(v_signal -> 'body') is distinct from 'object'
      or octet_length((v_signal -> 'body')::text) > 16384
      or not coalesce(concat_ws(' ', v_signal ->> 'to', v_signal ->> 'session')
        ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12} [0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$', false) then
      return false;
    end if;
  end loop;
  return true;
end
$$;

create function private.send_room_signals(p_slot_id uuid, p_session uuid, p_signals jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v record;
  v_now timestamptz := private.clock();
  v_since timestamptz;
  v_sent int;
  v_count int;
begin
  if not private.are_signals(p_signals) then
    -- Whose room it is comes first: a stranger learns nothing from a malformed call.
    select * into v from private.room_member(p_slot_id, p_session, false);
    return coalesce(v.refusal, '{"ok": false, "reason": "malformed"}');
  end if;
  select * into v from private.room_member(p_slot_id, p_session, true);
  if v.refusal is not null then
    return v.refusal;
  elsif not v.admitted then
    return '{"ok": false, "reason": "not_admitted"}';
  end if;
  v_count := jsonb_array_length(p_signals);
  v_since := case when (v.me).signals_since > v_now - interval '1 minute' then (v.me).signals_since else v_now end;
  v_sent := case when v_since = (v.me).signals_since then (v.me).signals_sent else 0 end + v_count;
  if v_sent > 600 then
    return jsonb_build_object('ok', false, 'reason', 'too_much',
      'retry_after_ms', ceil(extract(epoch from v_since + interval '1 minute' - v_now) * 1000)::int);
  end if;
  delete from public.room_signals s where s.slot_id = p_slot_id and s.created_at < v_now - interval '2 minutes';
  if exists (
    select from (select x ->> 'to' as addressee, count(*) as more from jsonb_array_elements(p_signals) x group by 1) w
    where w.more + (select count(*) from public.room_signals s
      where s.to_member_id = w.addressee::uuid and s.from_member_id = (v.me).id) > 200
  ) then
    return jsonb_build_object('ok', false, 'reason', 'too_much', 'retry_after_ms', 2000);
  end if;
  update public.room_members m set signals_since = v_since, signals_sent = v_sent where m.id = (v.me).id;
  insert into public.room_signals (slot_id, from_member_id, from_session, to_member_id, to_session, body)
  select p_slot_id, (v.me).id, p_session, p.id, p.session, x.signal -> 'body'
  from jsonb_array_elements(p_signals) with ordinality x (signal, n)
  join private.room_people(array[p_slot_id]) p
    on p.id = (x.signal ->> 'to')::uuid and p.session = (x.signal ->> 'session')::uuid and p.admitted and p.id <> (v.me).id
  order by x.n;
  return '{"ok": true}';
end
$$;

create function private.send_room_message(p_slot_id uuid, p_session uuid, p_body text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v record;
  v_recent record;
  v_id bigint;
begin
  select * into v from private.room_member(p_slot_id, p_session, true);
  if v.refusal is not null then
    return v.refusal;
  elsif not v.admitted then
    return '{"ok": false, "reason": "not_admitted"}';
  elsif coalesce(length(btrim(p_body)), 0) not between 1 and 2000 then
    return '{"ok": false, "reason": "malformed"}';
  end if;
  select count(*) as sent, min(m.created_at) as first, count(*) filter (where m.created_at > private.clock() - interval '1 minute') as of_minute
  into v_recent from public.room_messages m where m.member_id = (v.me).id;
  -- An evening of talk is far from a thousand lines; a script is there in half an hour.
  if v_recent.of_minute >= 30 or v_recent.sent >= 1000 then
    return jsonb_build_object('ok', false, 'reason', 'too_much', 'retry_after_ms', 60000);
  end if;
  insert into public.room_messages (slot_id, kind, member_id, from_name, from_role, body)
  values (p_slot_id, 'chat', (v.me).id, v.name, (v.me).role, btrim(p_body)) returning id into v_id;
  return jsonb_build_object('ok', true, 'id', v_id);
end
$$;

-- Polling ----------------------------------------------------------------------------------------

create function private.room_state(p_state jsonb) returns jsonb
language sql immutable set search_path = ''
as $$
  select coalesce(jsonb_object_agg(k.name, p_state -> k.name), '{}')
  from (values ('audio'), ('video'), ('screen'), ('connection')) k (name)
  where case k.name
    when 'connection' then p_state -> k.name <@ '["good", "poor", "lost", "new"]'
    else jsonb_typeof(p_state -> k.name) = 'boolean' end
$$;
comment on function private.room_state(jsonb) is 'What a member may say of themselves: {audio, video, screen: boolean, connection: good|poor|lost|new}; anything else is left out.';

create function private.late_minutes(p_slot_id uuid) returns int
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
as $$
declare
  v_now timestamptz := private.clock();
begin
  return (select coalesce(max(ceil(extract(epoch from v_now - b.ends_at) / 60))::int, 0)
  from public.slots s
  join public.slots b on b.schedule_id = s.schedule_id and b.starts_at < s.starts_at and b.ends_at < v_now
  join public.rooms r on r.slot_id = b.id and r.finished_at is null
  where s.id = p_slot_id
    and exists (select from private.slot_panels(array[s.id]) a join private.slot_panels(array[b.id]) z on z.interviewer_id = a.interviewer_id)
    and (select count(distinct p.role) from private.room_people(array[b.id]) p
      where p.present and p.admitted and p.role in ('student', 'interviewer')) = 2);
end
$$;
comment on function private.late_minutes(uuid) is 'By how many minutes an earlier interview of the same day and interviewers has run over, while it still goes on; else 0.';

create function private.next_room(p_slot_id uuid, p_link_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
as $$
begin
  return (select jsonb_build_object('slot_id', n.id, 'starts_at', n.starts_at, 'student', st.full_name, 'waiting', exists (
    select from private.room_people(array[n.id]) p where p.role = 'student' and p.present and not p.admitted))
  from public.slots s
  join public.slots n on n.schedule_id = s.schedule_id and n.starts_at > s.starts_at and n.kind = 'interview'
  join public.students st on st.id = n.student_id
  left join public.rooms r on r.slot_id = n.id
  where s.id = p_slot_id and r.finished_at is null
    and exists (select from private.slot_panels(array[n.id]) i join public.access_links l on l.interviewer_id = i.interviewer_id where l.id = p_link_id)
  order by n.starts_at limit 1);
end
$$;
comment on function private.next_room(uuid, uuid) is 'The interviewer''s next interview of the same schedule: {slot_id, starts_at, student, waiting}, or null.';

create function private.poll_room(p_slot_id uuid, p_session uuid, p_ack bigint, p_seen bigint, p_state jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_now timestamptz := private.clock();
  v record;
  v_me public.room_members;
  v_state jsonb;
begin
  select * into v from private.room_member(p_slot_id, p_session, false);
  if v.refusal is not null then
    return v.refusal;
  end if;
  v_me := v.me;
  v_state := case when p_state is null then v_me.state else private.room_state(p_state) end;
  -- Fast polls need not each write that someone is still there.
  if v_state is distinct from v_me.state or v_me.last_seen_at < v_now - interval '2 seconds' then
    update public.room_members m set last_seen_at = v_now, state = v_state
    where m.id = v_me.id and m.session = p_session;
  end if;
  delete from public.room_signals s
  where s.to_member_id = v_me.id and (s.id <= p_ack or s.created_at < v_now - interval '2 minutes');
  return jsonb_build_object('ok', true, 'now', v_now,
    'you', jsonb_build_object('member_id', v_me.id, 'role', v_me.role, 'admitted', v.admitted),
    'interview', (
      select jsonb_build_object('starts_at', s.starts_at, 'ends_at', s.ends_at, 'time_zone', c.time_zone,
        'employer', e.name, 'position', p.title, 'student', jsonb_build_object('full_name', st.full_name),
        'interviewers', (select coalesce(jsonb_agg(i.full_name order by i.full_name), '[]') from private.slot_panels(array[s.id]) i),
        'finished', r.finished_at is not null,
        'late_minutes', case when v_me.role = 'student' and not v.admitted then private.late_minutes(s.id) else 0 end)
      from public.slots s
      join public.rooms r on r.slot_id = s.id
      join public.schedules c on c.id = s.schedule_id
      join public.ocis o on o.id = c.oci_id
      join public.employers e on e.id = o.employer_id
      join public.students st on st.id = s.student_id
      left join public.job_postings p on p.id = o.job_posting_id
      where s.id = p_slot_id),
    'members', (
      select coalesce(jsonb_agg(case
          when v.admitted or m.id = v_me.id then jsonb_build_object('id', m.id, 'role', m.role, 'name', m.name,
            'session', m.session, 'admitted', m.admitted, 'present', m.present, 'state', m.state)
          else jsonb_build_object('id', null, 'role', m.role, 'name', m.name,
            'session', null, 'admitted', true, 'present', true, 'state', '{}'::jsonb) end
        order by m.role, m.name, m.id), '[]')
      from private.room_people(array[p_slot_id]) m
      where v.admitted or m.id = v_me.id or m.role = 'interviewer' and m.present),
    'signals', case when v.admitted then (
      select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'from', s.from_member_id, 'session', s.from_session, 'body', s.body) order by s.id), '[]')
      from (select * from public.room_signals s where s.to_member_id = v_me.id and s.to_session = p_session order by s.id limit 50) s)
      else '[]' end,
    'messages', (
      select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'from', m.from_name, 'role', m.from_role, 'kind', m.kind,
        'mine', coalesce(m.member_id = v_me.id, false), 'body', m.body, 'at', m.created_at) order by m.id), '[]')
      from (select * from public.room_messages m where m.slot_id = p_slot_id and m.id > coalesce(p_seen, 0)
        and (v.admitted or m.kind = 'notice') order by m.id limit 100) m),
    'next', case when v_me.role = 'interviewer' then private.next_room(p_slot_id, v_me.access_link_id) end);
end
$$;

-- Functions --------------------------------------------------------------------------------------

create function public.enter_room(p_slot_id uuid, p_session uuid) returns jsonb
language sql set search_path = ''
as $$ select private.enter_room(p_slot_id, p_session) $$;
comment on function public.enter_room(uuid, uuid) is
  'Takes the caller''s place in an interview''s room for this session (one tab). What poll_room answers, with poll_ms: how often to poll once all is quiet; or {ok: false, reason: not_yours|moved|closed|full|malformed}; moved has meeting_url.';

create function public.poll_room(p_slot_id uuid, p_session uuid, p_ack bigint default 0, p_seen bigint default 0, p_state jsonb default null)
returns jsonb
language sql set search_path = ''
as $$ select private.poll_room(p_slot_id, p_session, p_ack, p_seen, p_state) $$;
comment on function public.poll_room(uuid, uuid, bigint, bigint, jsonb) is
  'Says that the caller is there, and reads all that is new. p_ack: the highest signal handled, deleted with those before it; p_seen: the highest message shown; p_state: {audio, video, screen: boolean, connection: good|poor|lost|new}. {ok: true, now, you: {member_id, role, admitted}, interview: {starts_at, ends_at, time_zone, employer, position, student: {full_name}, interviewers: [name], finished, late_minutes}, members: [{id, role, name, session, admitted, present, state}], signals: [{id, from, session, body}], messages: [{id, from, role, kind: chat|notice, mine, body, at}], next: {slot_id, starts_at, student, waiting} | null}. To a student who waits, others have neither id nor session. {ok: false, reason: not_yours|moved|closed|left|elsewhere|full}.';

create function public.send_room_signals(p_slot_id uuid, p_session uuid, p_signals jsonb) returns jsonb
language sql set search_path = ''
as $$ select private.send_room_signals(p_slot_id, p_session, p_signals) $$;
comment on function public.send_room_signals(uuid, uuid, jsonb) is
  'Sends signals [{to: member id, session: theirs, body: {}}] to admitted members: at most 20 a call of 16 KB each, 600 a minute, 200 unread by one addressee. One for a session that is over is dropped. {ok: true} or {ok: false, reason: malformed|not_admitted|too_much|…, retry_after_ms?}; then nothing is written.';

create function public.send_room_message(p_slot_id uuid, p_session uuid, p_body text) returns jsonb
language sql set search_path = ''
as $$ select private.send_room_message(p_slot_id, p_session, p_body) $$;
comment on function public.send_room_message(uuid, uuid, text) is
  'Writes to the room''s chat: 1 to 2000 characters, 30 messages a minute. {ok: true, id} or {ok: false, reason: malformed|not_admitted|too_much|…, retry_after_ms?}.';

create function public.leave_room(p_slot_id uuid, p_session uuid) returns jsonb
language sql set search_path = ''
as $$ select private.leave_room(p_slot_id, p_session) $$;
comment on function public.leave_room(uuid, uuid) is 'Ends this session''s presence at once. {ok: true} or {ok: false, reason}.';

create function public.admit_to_room(p_slot_id uuid, p_member_id uuid) returns jsonb
language sql set search_path = ''
as $$ select private.admit_to_room(p_slot_id, p_member_id) $$;
comment on function public.admit_to_room(uuid, uuid) is
  'Lets the waiting student in, for good: coming back needs no new admission. Interviewers of the slot and admins. {ok: true} or {ok: false, reason: not_yours|moved|left|closed}.';

create function public.finish_interview(p_slot_id uuid) returns jsonb
language sql set search_path = ''
as $$ select private.finish_interview(p_slot_id, true) $$;
comment on function public.finish_interview(uuid) is
  'Hands off: the student is out of the room, its signals and chat are deleted. Interviewers of the slot and admins; again changes nothing. {ok: true} or {ok: false, reason: not_yours|moved}.';

create function public.reopen_interview(p_slot_id uuid) returns jsonb
language sql set search_path = ''
as $$ select private.finish_interview(p_slot_id, false) $$;
comment on function public.reopen_interview(uuid) is 'Takes finish_interview back: the student may come in again, as admitted as before. {ok: true} or {ok: false, reason: not_yours|moved}.';

create function private.relay_user() returns uuid
language sql stable security definer set search_path = ''
as $$
  select l.id from private.link_holder() l where coalesce(private.interviewer_id(), private.student_id()) is not null
  union all
  select private.user_id() where private.is_admin()
$$;

create function public.relay_user() returns uuid
language sql stable set search_path = ''
as $$ select private.relay_user() $$;
comment on function public.relay_user() is
  'For turn-credentials, called as the caller: the id of the link or account that may be in a room, under which a relay knows its user. null for anyone else.';

revoke execute on all functions in schema private from public;
grant execute on function private.relay_user(), public.relay_user() to anon, authenticated, interviewer, student;
grant execute on function private.enter_room(uuid, uuid), private.poll_room(uuid, uuid, bigint, bigint, jsonb),
  private.send_room_signals(uuid, uuid, jsonb), private.send_room_message(uuid, uuid, text), private.leave_room(uuid, uuid)
  to authenticated, interviewer, student;
grant execute on function private.admit_to_room(uuid, uuid), private.finish_interview(uuid, boolean) to authenticated, interviewer;
grant execute on function public.enter_room(uuid, uuid), public.poll_room(uuid, uuid, bigint, bigint, jsonb),
  public.send_room_signals(uuid, uuid, jsonb), public.send_room_message(uuid, uuid, text), public.leave_room(uuid, uuid)
  to authenticated, interviewer, student;
grant execute on function public.admit_to_room(uuid, uuid), public.finish_interview(uuid), public.reopen_interview(uuid)
  to authenticated, interviewer;
