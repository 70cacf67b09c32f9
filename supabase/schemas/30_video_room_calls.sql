-- A call: the signals by which browsers find each other, the chat, and the poll that reads all that is new.

create function private.are_valid_signals(p_signals jsonb) returns boolean
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

create function private.send_video_room_signals(p_slot_id uuid, p_session uuid, p_signals jsonb) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v record;
  v_now timestamptz := private.clock();
  v_since timestamptz;
  v_sent int;
  v_count int;
begin
  if not private.are_valid_signals(p_signals) then
    -- Whose room it is comes first: a stranger learns nothing from a malformed call.
    perform private.current_room_session(p_slot_id, p_session, false);
    perform private.refuse('malformed');
  end if;
  select * into v from private.current_room_session(p_slot_id, p_session, true);
  if not v.admitted then
    perform private.refuse('not_admitted');
  end if;
  v_count := jsonb_array_length(p_signals);
  v_since := case when (v.me).signals_since > v_now - interval '1 minute' then (v.me).signals_since else v_now end;
  v_sent := case when v_since = (v.me).signals_since then (v.me).signals_sent else 0 end + v_count;
  if v_sent > 600 then
    perform private.refuse('too_much', jsonb_build_object(
      'retry_after_ms', ceil(extract(epoch from v_since + interval '1 minute' - v_now) * 1000)::int));
  end if;
  delete from public.video_room_signals s where s.slot_id = p_slot_id and s.created_at < v_now - interval '2 minutes';
  if exists (
    select from (select x ->> 'to' as addressee, count(*) as more from jsonb_array_elements(p_signals) x group by 1) w
    where w.more + (select count(*) from public.video_room_signals s
      where s.to_member_id = w.addressee::uuid and s.from_member_id = (v.me).id) > 200
  ) then
    perform private.refuse('too_much', '{"retry_after_ms": 2000}');
  end if;
  update public.video_room_members m set signals_since = v_since, signals_sent = v_sent where m.id = (v.me).id;
  insert into public.video_room_signals (slot_id, from_member_id, from_session, to_member_id, to_session, body)
  select p_slot_id, (v.me).id, p_session, p.id, p.session, x.signal -> 'body'
  from jsonb_array_elements(p_signals) with ordinality x (signal, n)
  join private.video_room_participants(array[p_slot_id]) p
    on p.id = (x.signal ->> 'to')::uuid and p.session = (x.signal ->> 'session')::uuid and p.admitted and p.id <> (v.me).id
  order by x.n;
end
$$;

create function public.send_video_room_signals(p_slot_id uuid, p_session uuid, p_signals jsonb) returns void
language sql set search_path = ''
as $$ select private.send_video_room_signals(p_slot_id, p_session, p_signals) $$;
comment on function public.send_video_room_signals(uuid, uuid, jsonb) is
  'Sends signals [{to: member id, session: theirs, body: {}}] to admitted members: at most 20 a call of 16 KB each, 600 a minute, 200 unread by one addressee. One for a session that is over is dropped. Refuses what current_room_session does, and: malformed, not_admitted, too_much {retry_after_ms}.';

create function private.send_video_room_message(p_slot_id uuid, p_session uuid, p_body text) returns bigint
language plpgsql security definer set search_path = ''
as $$
declare
  v record;
  v_recent record;
  v_id bigint;
begin
  select * into v from private.current_room_session(p_slot_id, p_session, true);
  if not v.admitted then
    perform private.refuse('not_admitted');
  elsif coalesce(length(btrim(p_body)), 0) not between 1 and 2000 then
    perform private.refuse('malformed');
  end if;
  select count(*) as sent, min(m.created_at) as first, count(*) filter (where m.created_at > private.clock() - interval '1 minute') as of_minute
  into v_recent from public.video_room_messages m where m.member_id = (v.me).id;
  -- An evening of talk is far from a thousand lines; a script is there in half an hour.
  if v_recent.of_minute >= 30 or v_recent.sent >= 1000 then
    perform private.refuse('too_much', '{"retry_after_ms": 60000}');
  end if;
  insert into public.video_room_messages (slot_id, kind, member_id, from_name, from_role, body)
  values (p_slot_id, 'chat', (v.me).id, v.name, (v.me).role, btrim(p_body)) returning id into v_id;
  return v_id;
end
$$;

create function public.send_video_room_message(p_slot_id uuid, p_session uuid, p_body text) returns bigint
language sql set search_path = ''
as $$ select private.send_video_room_message(p_slot_id, p_session, p_body) $$;
comment on function public.send_video_room_message(uuid, uuid, text) is
  'Writes to the room''s chat: 1 to 2000 characters, 30 messages a minute. The message''s id. Refuses what current_room_session does, and: malformed, not_admitted, too_much {retry_after_ms}.';

-- Polling ----------------------------------------------------------------------------------------

create function private.clean_member_state(p_state jsonb) returns jsonb
language sql immutable set search_path = ''
as $$
  select coalesce(jsonb_object_agg(k.name, p_state -> k.name), '{}')
  from (values ('audio'), ('video'), ('screen'), ('connection')) k (name)
  where case k.name
    when 'connection' then p_state -> k.name <@ '["good", "poor", "lost", "new"]'
    else jsonb_typeof(p_state -> k.name) = 'boolean' end
$$;
comment on function private.clean_member_state(jsonb) is 'What a member may say of themselves: {audio, video, screen: boolean, connection: good|poor|lost|new}; anything else is left out.';

create function private.minutes_late(p_slot_id uuid) returns int
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
as $$
declare
  v_now timestamptz := private.clock();
begin
  return (select coalesce(max(ceil(extract(epoch from v_now - b.ends_at) / 60))::int, 0)
  from public.slots s
  join public.slots b on b.schedule_id = s.schedule_id and b.starts_at < s.starts_at and b.ends_at < v_now
  join public.video_rooms r on r.slot_id = b.id and r.finished_at is null
  where s.id = p_slot_id
    and exists (select from private.interviewers_of_slots(array[s.id]) a join private.interviewers_of_slots(array[b.id]) z on z.interviewer_id = a.interviewer_id)
    and (select count(distinct p.role) from private.video_room_participants(array[b.id]) p
      where p.present and p.admitted and p.role in ('student', 'interviewer')) = 2);
end
$$;
comment on function private.minutes_late(uuid) is 'By how many minutes an earlier interview of the same day and interviewers has run over, while it still goes on; else 0.';

create function private.next_video_room(p_slot_id uuid, p_link_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
as $$
begin
  return (select jsonb_build_object('slot_id', n.id, 'starts_at', n.starts_at, 'student', st.full_name, 'waiting', exists (
    select from private.video_room_participants(array[n.id]) p where p.role = 'student' and p.present and not p.admitted))
  from public.slots s
  join public.slots n on n.schedule_id = s.schedule_id and n.starts_at > s.starts_at and n.kind = 'interview'
  join public.students st on st.id = n.student_id
  left join public.video_rooms r on r.slot_id = n.id
  where s.id = p_slot_id and r.finished_at is null
    and exists (select from private.interviewers_of_slots(array[n.id]) i join public.access_links l on l.interviewer_id = i.interviewer_id where l.id = p_link_id)
  order by n.starts_at limit 1);
end
$$;
comment on function private.next_video_room(uuid, uuid) is 'The interviewer''s next interview of the same schedule: {slot_id, starts_at, student, waiting}, or null.';

create function private.poll_video_room(p_slot_id uuid, p_session uuid, p_ack bigint, p_seen bigint, p_state jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_now timestamptz := private.clock();
  v record;
  v_me public.video_room_members;
  v_state jsonb;
begin
  select * into v from private.current_room_session(p_slot_id, p_session, false);
  v_me := v.me;
  v_state := case when p_state is null then v_me.state else private.clean_member_state(p_state) end;
  -- Fast polls need not each write that someone is still there.
  if v_state is distinct from v_me.state or v_me.last_seen_at < v_now - interval '2 seconds' then
    update public.video_room_members m set last_seen_at = v_now, state = v_state
    where m.id = v_me.id and m.session = p_session;
  end if;
  delete from public.video_room_signals s
  where s.to_member_id = v_me.id and (s.id <= p_ack or s.created_at < v_now - interval '2 minutes');
  return jsonb_build_object('now', v_now,
    'you', jsonb_build_object('member_id', v_me.id, 'role', v_me.role, 'admitted', v.admitted),
    'interview', (
      select jsonb_build_object('starts_at', s.starts_at, 'ends_at', s.ends_at, 'time_zone', c.time_zone,
        'employer', e.name, 'position', p.title, 'student', jsonb_build_object('full_name', st.full_name),
        'interviewers', (select coalesce(jsonb_agg(i.full_name order by i.full_name), '[]') from private.interviewers_of_slots(array[s.id]) i),
        'finished', r.finished_at is not null,
        'late_minutes', case when v_me.role = 'student' and not v.admitted then private.minutes_late(s.id) else 0 end)
      from public.slots s
      join public.video_rooms r on r.slot_id = s.id
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
      from private.video_room_participants(array[p_slot_id]) m
      where v.admitted or m.id = v_me.id or m.role = 'interviewer' and m.present),
    'signals', case when v.admitted then (
      select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'from', s.from_member_id, 'session', s.from_session, 'body', s.body) order by s.id), '[]')
      from (select * from public.video_room_signals s where s.to_member_id = v_me.id and s.to_session = p_session order by s.id limit 50) s)
      else '[]' end,
    'messages', (
      select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'from', m.from_name, 'role', m.from_role, 'kind', m.kind,
        'mine', coalesce(m.member_id = v_me.id, false), 'body', m.body, 'at', m.created_at) order by m.id), '[]')
      from (select * from public.video_room_messages m where m.slot_id = p_slot_id and m.id > coalesce(p_seen, 0)
        and (v.admitted or m.kind = 'notice') order by m.id limit 100) m),
    'next', case when v_me.role = 'interviewer' then private.next_video_room(p_slot_id, v_me.access_link_id) end);
end
$$;

create function public.poll_video_room(p_slot_id uuid, p_session uuid, p_ack bigint default 0, p_seen bigint default 0, p_state jsonb default null)
returns jsonb
language sql set search_path = ''
as $$ select private.poll_video_room(p_slot_id, p_session, p_ack, p_seen, p_state) $$;
comment on function public.poll_video_room(uuid, uuid, bigint, bigint, jsonb) is
  'Says that the caller is there, and reads all that is new. p_ack: the highest signal handled, deleted with those before it; p_seen: the highest message shown; p_state: {audio, video, screen: boolean, connection: good|poor|lost|new}. {now, you: {member_id, role, admitted}, interview: {starts_at, ends_at, time_zone, employer, position, student: {full_name}, interviewers: [name], finished, late_minutes}, members: [{id, role, name, session, admitted, present, state}], signals: [{id, from, session, body}], messages: [{id, from, role, kind: chat|notice, mine, body, at}], next: {slot_id, starts_at, student, waiting} | null}. To a student who waits, others have neither id nor session. Refuses: not_yours, moved {meeting_url}, closed, left, elsewhere, full.';

grant execute on function private.send_video_room_signals(uuid, uuid, jsonb), public.send_video_room_signals(uuid, uuid, jsonb),
  private.send_video_room_message(uuid, uuid, text), public.send_video_room_message(uuid, uuid, text),
  private.poll_video_room(uuid, uuid, bigint, bigint, jsonb), public.poll_video_room(uuid, uuid, bigint, bigint, jsonb)
  to authenticated, interviewer, student;
