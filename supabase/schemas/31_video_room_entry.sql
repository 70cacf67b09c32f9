-- Entering and leaving a room, letting the student in, and handing off.

create function private.join_video_room(p_slot_id uuid, p_session uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_caller record;
  v_member public.video_room_members;
  v_finished boolean;
begin
  select * into v_caller from private.current_room_member(p_slot_id);
  if p_session is null then
    perform private.refuse('malformed');
  end if;
  delete from public.video_room_messages m where m.created_at < private.clock() - interval '1 day';
  delete from public.video_room_signals s where s.created_at < private.clock() - interval '2 minutes';
  insert into public.video_rooms (slot_id) values (p_slot_id) on conflict do nothing;
  perform from public.video_rooms r where r.slot_id = p_slot_id for no key update;
  select r.finished_at is not null into v_finished from public.video_rooms r where r.slot_id = p_slot_id;
  select * into v_member from public.video_room_members m
  where m.slot_id = p_slot_id and (m.access_link_id = v_caller.access_link_id or m.user_id = v_caller.user_id);
  if v_caller.role = 'student' and v_finished then
    perform private.refuse('closed');
  elsif private.is_video_room_full(p_slot_id, v_caller.role, v_member.id) then
    perform private.refuse('full');
  end if;
  if v_member.id is null then
    insert into public.video_room_members (slot_id, role, access_link_id, link_version, user_id, session)
    values (p_slot_id, v_caller.role, v_caller.access_link_id, v_caller.link_version, v_caller.user_id, p_session);
    if v_caller.role = 'staff' then
      perform private.log_video_room('video_rooms.join', p_slot_id);
    end if;
  else
    update public.video_room_members m set
      session = p_session, state = '{}', last_seen_at = private.clock(),
      -- Whoever came in by a link that was reset since is not who was admitted.
      admitted_at = case when m.link_version is not distinct from v_caller.link_version then m.admitted_at end,
      link_version = v_caller.link_version,
      entered_at = case when private.is_present(m.session, m.last_seen_at)
        then m.entered_at else private.clock() end
    where m.id = v_member.id;
    delete from public.video_room_signals s
    where s.to_member_id = v_member.id and s.to_session <> p_session or s.from_member_id = v_member.id and s.from_session <> p_session;
  end if;
  return private.poll_video_room(p_slot_id, p_session, 0, 0, null) || '{"poll_ms": 2500}';
end
$$;

create function public.join_video_room(p_slot_id uuid, p_session uuid) returns jsonb
language sql set search_path = ''
as $$ select private.join_video_room(p_slot_id, p_session) $$;
comment on function public.join_video_room(uuid, uuid) is
  'Takes the caller''s place in an interview''s room for this session (one tab). What poll_video_room answers, with poll_ms: how often to poll once all is quiet. Refuses: not_yours, moved {meeting_url}, closed, full, malformed.';

create function private.leave_video_room(p_slot_id uuid, p_session uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v record;
begin
  select * into v from private.current_room_session(p_slot_id, p_session, false);
  update public.video_room_members m set session = null, last_seen_at = private.clock()
  where m.id = (v.me).id and m.session = p_session;
  delete from public.video_room_signals s where s.to_member_id = (v.me).id or s.from_member_id = (v.me).id;
end
$$;

create function public.leave_video_room(p_slot_id uuid, p_session uuid) returns void
language sql set search_path = ''
as $$ select private.leave_video_room(p_slot_id, p_session) $$;
comment on function public.leave_video_room(uuid, uuid) is 'Ends this session''s presence at once.';

create function private.admit_to_video_room(p_slot_id uuid, p_member_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.lock_video_room_as_host(p_slot_id);
  if not exists (select from private.video_room_participants(array[p_slot_id]) p where p.id = p_member_id and p.role = 'student') then
    perform private.refuse('left');
  elsif exists (select from public.video_rooms r where r.slot_id = p_slot_id and r.finished_at is not null) then
    perform private.refuse('closed');
  end if;
  update public.video_room_members m set admitted_at = private.clock() where m.id = p_member_id and m.admitted_at is null;
  if found and private.user_id() is not null then
    perform private.log_video_room('video_rooms.admit', p_slot_id);
  end if;
end
$$;

create function public.admit_to_video_room(p_slot_id uuid, p_member_id uuid) returns void
language sql set search_path = ''
as $$ select private.admit_to_video_room(p_slot_id, p_member_id) $$;
comment on function public.admit_to_video_room(uuid, uuid) is
  'Lets the waiting student in, for good: coming back needs no new admission. Interviewers of the slot and admins. Refuses: not_yours, moved {meeting_url}, left, closed.';

create function private.finish_interview(p_slot_id uuid, p_finished boolean) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.lock_video_room_as_host(p_slot_id);
  update public.video_rooms r set finished_at = case when p_finished then private.clock() end
  where r.slot_id = p_slot_id and (r.finished_at is null) = p_finished;
  if found then
    delete from public.video_room_signals s where s.slot_id = p_slot_id;
    delete from public.video_room_messages m where m.slot_id = p_slot_id and m.kind = 'chat';
    if private.user_id() is not null then
      perform private.log_video_room(case when p_finished then 'video_rooms.finish' else 'video_rooms.reopen' end, p_slot_id);
    end if;
  end if;
end
$$;

create function public.finish_interview(p_slot_id uuid) returns void
language sql set search_path = ''
as $$ select private.finish_interview(p_slot_id, true) $$;
comment on function public.finish_interview(uuid) is
  'Hands off: the student is out of the room, its signals and chat are deleted. Interviewers of the slot and admins; again changes nothing. Refuses: not_yours, moved {meeting_url}.';

create function public.reopen_interview(p_slot_id uuid) returns void
language sql set search_path = ''
as $$ select private.finish_interview(p_slot_id, false) $$;
comment on function public.reopen_interview(uuid) is 'Undoes finish_interview: the student may come in again, as admitted as before. Refuses: not_yours, moved {meeting_url}.';

create function private.clear_video_room_on_reassignment() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- The room is another interview's now: nothing of the one before stays in it.
  update public.video_rooms set finished_at = null where slot_id = new.id;
  update public.video_room_members set admitted_at = null, session = null where slot_id = new.id and role = 'student';
  delete from public.video_room_signals where slot_id = new.id;
  delete from public.video_room_messages where slot_id = new.id;
  return null;
end
$$;
create trigger slots_student_changed after update of student_id on public.slots
  for each row when (old.student_id is distinct from new.student_id) execute function private.clear_video_room_on_reassignment();

grant execute on function private.join_video_room(uuid, uuid), public.join_video_room(uuid, uuid),
  private.leave_video_room(uuid, uuid), public.leave_video_room(uuid, uuid) to authenticated, interviewer, student;
grant execute on function private.admit_to_video_room(uuid, uuid), public.admit_to_video_room(uuid, uuid),
  private.finish_interview(uuid, boolean), public.finish_interview(uuid), public.reopen_interview(uuid)
  to authenticated, interviewer;
