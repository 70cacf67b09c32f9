-- In-App Video: the video room of each interview, and who is in it.
-- Browsers poll: the same on the embedded stack and on a hosted project, and every poll asks anew who may be there.

create type public.video_room_role as enum ('interviewer', 'student', 'staff');
create type public.video_room_message_kind as enum ('chat', 'notice');

create table public.video_rooms (
  slot_id uuid primary key references public.slots (id) on delete cascade,
  finished_at timestamptz
);
comment on table public.video_rooms is 'The room of one interview, from the first time anyone enters it. finished_at: handed off, from when on the student is no longer in it.';

create table public.video_room_members (
  id uuid primary key default gen_random_uuid(),
  slot_id uuid not null references public.video_rooms (slot_id) on delete cascade,
  role public.video_room_role not null,
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
comment on table public.video_room_members is
  'Who is or was in a room, kept as its attendance. session: the tab that is in it now, null once it left. entered_at: since when, this time. signals_sent: how many since signals_since, the minute that bounds them.';
create index video_room_members_link_idx on public.video_room_members (access_link_id);
create index video_room_members_user_idx on public.video_room_members (user_id);

create table public.video_room_signals (
  id bigint generated always as identity primary key,
  slot_id uuid not null references public.video_rooms (slot_id) on delete cascade,
  from_member_id uuid not null references public.video_room_members (id) on delete cascade,
  from_session uuid not null,
  to_member_id uuid not null references public.video_room_members (id) on delete cascade,
  to_session uuid not null,
  body jsonb not null check (octet_length(body::text) <= 16384),
  created_at timestamptz not null default private.clock()
);
comment on table public.video_room_signals is 'WebRTC offers, answers and candidates on their way from one tab to another; deleted once read, or after two minutes.';
create index video_room_signals_slot_idx on public.video_room_signals (slot_id);
create index video_room_signals_to_idx on public.video_room_signals (to_member_id, id);
create index video_room_signals_from_idx on public.video_room_signals (from_member_id);
create index video_room_signals_created_idx on public.video_room_signals (created_at);

create table public.video_room_messages (
  id bigint generated always as identity primary key,
  slot_id uuid not null references public.video_rooms (slot_id) on delete cascade,
  kind public.video_room_message_kind not null,
  member_id uuid references public.video_room_members (id) on delete cascade,
  from_name text not null,
  from_role public.video_room_role not null,
  body text not null check (length(body) between 1 and 2000),
  created_at timestamptz not null default private.clock(),
  constraint chat_is_a_members check ((kind = 'chat') = (member_id is not null))
);
comment on table public.video_room_messages is 'A room''s chat, deleted when the interview is handed off, and the office''s notices; neither is kept for longer than a day.';
create index video_room_messages_slot_idx on public.video_room_messages (slot_id, id);
create index video_room_messages_member_idx on public.video_room_messages (member_id);
create index video_room_messages_created_idx on public.video_room_messages (created_at);

-- Row-level security and grants ------------------------------------------------------------------

select private.add_staff_policies(t, '{}') from unnest(array['public.video_rooms', 'public.video_room_members']::regclass[]) t;
grant select on public.video_rooms, public.video_room_members to authenticated;
-- Read and written by functions alone.
alter table public.video_room_signals enable row level security;
alter table public.video_room_messages enable row level security;

-- Who may be there -------------------------------------------------------------------------------

create function private.current_room_member(
  p_slot_id uuid, out role public.video_room_role, out access_link_id uuid, out link_version int, out user_id uuid, out name text
)
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_slot record;
begin
  select c.video, c.meeting_url into v_slot
  from public.slots s join public.schedules c on c.id = s.schedule_id
  where s.id = p_slot_id and s.kind = 'interview' and s.student_id is not null
    and c.format = 'virtual' and c.canceled_at is null and private.is_today(c.on_date, c.time_zone)
    and private.is_announced(c);
  if not found then
    perform private.refuse('not_yours');
  end if;
  case private.jwt_claims() ->> 'role'
    when 'interviewer' then
      select 'interviewer', l.id, l.version, i.full_name into role, access_link_id, link_version, name
      from private.current_access_link() l join public.interviewers i on i.id = l.interviewer_id
      where p_slot_id = any (array(select private.interviewer_slots_today()));
    when 'student' then
      select 'student', l.id, l.version, s.full_name into role, access_link_id, link_version, name
      from private.current_access_link() l join public.students s on s.id = l.student_id
      where p_slot_id = any (array(select private.student_slots()));
    else
      select 'staff', s.user_id, s.full_name into role, user_id, name
      from public.staff s where s.user_id = private.user_id() and s.role = 'admin';
  end case;
  if role is null then
    perform private.refuse('not_yours');
  elsif v_slot.video is distinct from 'in_app' then
    perform private.refuse('moved', jsonb_build_object('meeting_url', v_slot.meeting_url));
  end if;
end
$$;
comment on function private.current_room_member(uuid) is
  'Who the caller is in this interview''s room today. Refuses: not_yours, alike whatever the reason; moved {meeting_url}, when it now takes place at the employer''s own URL.';

create function private.is_present(p_session uuid, p_last_seen_at timestamptz) returns boolean
language plpgsql stable set search_path = ''
as $$ begin return p_session is not null and p_last_seen_at > private.clock() - interval '15 seconds'; end $$;
comment on function private.is_present(uuid, timestamptz) is 'Whether a member of a room is in it: a tab that is silent for 15 seconds is gone.';

create function private.video_room_participants(p_slot_ids uuid[])
returns table (
  id uuid, slot_id uuid, role public.video_room_role, name text, session uuid, admitted boolean, present boolean, state jsonb,
  admitted_at timestamptz, entered_at timestamptz, interviewer_id uuid
)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
as $$
begin
  return query select m.id, m.slot_id, m.role, coalesce(i.full_name, st.full_name, a.full_name), m.session,
    m.role <> 'student' or m.admitted_at is not null and r.finished_at is null,
    private.is_present(m.session, m.last_seen_at),
    m.state, m.admitted_at, m.entered_at, i.interviewer_id
  from public.video_room_members m
  join public.video_rooms r on r.slot_id = m.slot_id
  join public.slots s on s.id = m.slot_id
  left join public.access_links l on l.id = m.access_link_id and l.version = m.link_version
  left join private.interviewers_of_slots(p_slot_ids) i on i.slot_id = m.slot_id and i.interviewer_id = l.interviewer_id
  left join public.students st on st.id = s.student_id and st.id = l.student_id and st.archived_at is null
  left join public.staff a on a.user_id = m.user_id and a.role = 'admin'
  where m.slot_id = any (p_slot_ids) and coalesce(i.interviewer_id, st.id, a.user_id) is not null;
end
$$;
comment on function private.video_room_participants(uuid[]) is
  'The people of these rooms as they may be there now: someone whose link was reset or who was taken off the interview is no longer among them.';

create function private.is_video_room_full(p_slot_id uuid, p_role public.video_room_role, p_but uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
  select count(*) >= case when p_role = 'interviewer' then 3 else 1 end
  from private.video_room_participants(array[p_slot_id]) p
  where p.role = p_role and p.present and p.id is distinct from p_but
$$;
comment on function private.is_video_room_full(uuid, public.video_room_role, uuid) is
  'Whether the others present fill it: a room holds three interviewers, the student and one of the staff. Browsers send to each other, and five of them are what a laptop can do.';

create function private.current_room_session(
  p_slot_id uuid, p_session uuid, p_lock boolean, out me public.video_room_members, out name text, out admitted boolean
)
language plpgsql security definer set search_path = ''
as $$
declare
  v_caller record;
  v_finished boolean;
begin
  select * into v_caller from private.current_room_member(p_slot_id);
  if p_lock then
    -- In a statement of its own: the next ones see what whoever held the lock has written.
    perform from public.video_rooms r where r.slot_id = p_slot_id for no key update;
  end if;
  select r.finished_at is not null into v_finished from public.video_rooms r where r.slot_id = p_slot_id;
  select * into me from public.video_room_members m
  where m.slot_id = p_slot_id and (m.access_link_id = v_caller.access_link_id or m.user_id = v_caller.user_id);
  name := v_caller.name;
  admitted := v_caller.role <> 'student' or me.admitted_at is not null;
  if v_caller.role = 'student' and v_finished then
    perform private.refuse('closed');
  elsif me.session is null or me.link_version is distinct from v_caller.link_version then
    perform private.refuse('left');
  elsif me.session is distinct from p_session then
    perform private.refuse('elsewhere');
  elsif not private.is_present(me.session, me.last_seen_at) and private.is_video_room_full(p_slot_id, me.role, me.id) then
    perform private.refuse('full');
  end if;
end
$$;
comment on function private.current_room_session(uuid, uuid, boolean) is
  'The caller''s place in the room. Refuses what current_room_member does, and: closed, left (enter first), elsewhere, full. p_lock: the room''s writers one after the other, so that ids become visible in their order and nothing is written after a hand-off.';

create function private.lock_video_room_as_host(p_slot_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  if (private.current_room_member(p_slot_id)).role = 'student' then
    perform private.refuse('not_yours');
  end if;
  insert into public.video_rooms (slot_id) values (p_slot_id) on conflict do nothing;
  perform from public.video_rooms r where r.slot_id = p_slot_id for no key update;
end
$$;
comment on function private.lock_video_room_as_host(uuid) is 'Locks the room for one who may admit and hand off; refuses anyone else.';

create function private.log_video_room(p_action text, p_slot_id uuid, p_detail jsonb default '{}') returns void
language sql security definer set search_path = ''
as $$
  select private.log_activity(p_action, c.oci_id, c.id, p_slot_id, p_detail)
  from public.slots s join public.schedules c on c.id = s.schedule_id where s.id = p_slot_id
$$;
comment on function private.log_video_room(text, uuid, jsonb) is 'One activity line about an interview''s room.';
