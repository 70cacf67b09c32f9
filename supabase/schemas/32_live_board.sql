-- The live board: the day's interviews as the office follows them, what it may do about them, and their attendance.

create view public.attendance with (security_invoker = true) as
select m.id, m.slot_id, c.id as schedule_id, c.oci_id, c.on_date, c.time_zone, e.name as employer, j.title as "position",
  s.starts_at, s.ends_at, m.role, coalesce(i.full_name, st.full_name, a.full_name) as name,
  m.first_seen_at, m.last_seen_at, m.admitted_at, s.outcome, s.outcome_note
from public.video_room_members m
join public.slots s on s.id = m.slot_id
join public.schedules c on c.id = s.schedule_id
join public.ocis o on o.id = c.oci_id
join public.employers e on e.id = o.employer_id
left join public.job_postings j on j.id = o.job_posting_id
left join public.access_links l on l.id = m.access_link_id
left join public.interviewers i on i.id = l.interviewer_id
left join public.students st on st.id = l.student_id
left join public.staff a on a.user_id = m.user_id;
comment on view public.attendance is 'Who was in which interview''s room: first and last presence. One row a person and interview.';
grant select on public.attendance to authenticated;

-- Reading ----------------------------------------------------------------------------------------

create function private.slots_today() returns setof uuid
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_day date := private.today('UTC');
begin
  return query select s.id from public.schedules c join public.slots s on s.schedule_id = c.id
  where c.on_date between v_day - 1 and v_day + 1
    and private.is_today(c.on_date, c.time_zone) and c.canceled_at is null
    and s.kind = 'interview' and s.student_id is not null
    and private.is_announced(c);
end
$$;
comment on function private.slots_today() is 'Today''s interviews, each in its own zone: those that people may know of.';

create function private.live_board() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_now timestamptz := private.clock();
begin
  return (with today as materialized (
    select coalesce(array_agg(t), '{}') as ids from private.slots_today() t where private.is_staff()
  ), people as materialized (
    select * from private.video_room_participants((select ids from today))
  ), seen as (
    select p.slot_id,
      (array_agg(p.id) filter (where p.role = 'student'))[1] as student_member_id,
      coalesce(bool_or(p.present) filter (where p.role = 'student'), false) as student_present,
      coalesce(bool_or(p.admitted) filter (where p.role = 'student'), false) as student_admitted,
      min(p.entered_at) filter (where p.role = 'student' and p.present) as student_since,
      coalesce(bool_or(p.present) filter (where p.role = 'interviewer'), false) as interviewer_present,
      bool_or(p.admitted_at is not null) and bool_or(p.role <> 'student') as started,
      coalesce(jsonb_agg(p.name order by p.name) filter (where p.role = 'staff' and p.present), '[]') as staff,
      (array['lost', 'poor', 'new', 'good'])[min(array_position(array['lost', 'poor', 'new', 'good'], p.state ->> 'connection'))
        filter (where p.present)] as connection
    from people p group by p.slot_id
  ), interviewers as (
    select i.slot_id, jsonb_agg(jsonb_build_object('name', i.full_name, 'present', coalesce(p.present, false)) order by i.full_name) as interviewers
    from private.interviewers_of_slots((select ids from today)) i
    left join people p on p.slot_id = i.slot_id and p.interviewer_id = i.interviewer_id
    group by i.slot_id
  )
  select jsonb_build_object('now', v_now, 'interviews', coalesce(jsonb_agg(jsonb_build_object(
      'id', s.id, 'schedule_id', c.id, 'oci_id', o.id, 'employer', e.name, 'position', j.title,
      'format', c.format, 'video', c.video, 'location', c.location, 'meeting_url', c.meeting_url,
      'starts_at', s.starts_at, 'ends_at', s.ends_at, 'time_zone', c.time_zone,
      'student', st.full_name, 'interviewers', coalesce(i.interviewers, '[]'), 'staff', coalesce(v.staff, '[]'),
      'student_member_id', v.student_member_id, 'student_present', coalesce(v.student_present, false),
      'student_admitted', coalesce(v.student_admitted, false),
      'student_waiting_since', case when v.student_present and not v.student_admitted then v.student_since end,
      'connection', v.connection, 'finished_at', r.finished_at, 'outcome', s.outcome, 'outcome_note', s.outcome_note,
      'state', case
        when s.outcome is not null or r.finished_at is not null then 'completed'
        when c.video is distinct from 'in_app' then
          case when v_now < s.starts_at then 'upcoming' when v_now < s.ends_at then 'in_progress' else 'completed' end
        when v.student_present and v.student_admitted and v.interviewer_present then
          case when v_now < s.ends_at then 'in_progress' else 'overtime' end
        when v.student_present and not v.student_admitted then 'waiting'
        when v.started then case when v_now < s.ends_at then 'in_progress' else 'completed' end
        when v_now < s.starts_at then 'upcoming'
        when v_now < s.ends_at then 'late'
        else 'missed' end
    ) order by s.starts_at, e.name, s.id), '[]'))
  from public.slots s
  join public.schedules c on c.id = s.schedule_id
  join public.ocis o on o.id = c.oci_id
  join public.employers e on e.id = o.employer_id
  join public.students st on st.id = s.student_id
  left join public.job_postings j on j.id = o.job_posting_id
  left join public.video_rooms r on r.slot_id = s.id
  left join seen v on v.slot_id = s.id
  left join interviewers i on i.slot_id = s.id
  where s.id = any ((select ids from today)::uuid[]));
end
$$;

create function public.live_board() returns jsonb
language sql stable set search_path = ''
as $$ select private.live_board() $$;
comment on function public.live_board() is
  'Today''s interviews for staff: {now, interviews: [{id (the slot''s), schedule_id, oci_id, employer, position, format, video, location, meeting_url, starts_at, ends_at, time_zone, student, interviewers: [{name, present}], staff: [name], student_member_id, student_present, student_admitted, student_waiting_since, connection: lost|poor|new|good|null (the worst of those present), finished_at, outcome, outcome_note, state: upcoming|late|waiting|in_progress|overtime|completed|missed}]}. late: its time has come, and nobody was let in. missed: its time is over, and nobody was let in. An interview that is not In-App Video goes by the clock. Nobody but staff sees any.';

-- Acting -----------------------------------------------------------------------------------------

create function public.set_outcome(p_slot_id uuid, p_outcome public.slot_outcome default null, p_note text default null) returns void
language plpgsql set search_path = ''
as $$
declare
  v_slot record;
begin
  perform private.require_admin();
  -- Schedule before slot, as everywhere: a fixed order of locks.
  perform from public.schedules c where c.id = (select s.schedule_id from public.slots s where s.id = p_slot_id) for update;
  select s.student_id, c.on_date > private.today(c.time_zone) as ahead into v_slot
  from public.slots s join public.schedules c on c.id = s.schedule_id where s.id = p_slot_id;
  if not found then
    perform private.refuse('not_found', '{"what": "interview"}');
  elsif v_slot.student_id is null then
    perform private.refuse('slot_empty');
  elsif v_slot.ahead and p_outcome is not null then
    perform private.refuse('interview_on_a_later_day');
  end if;
  update public.slots set outcome = p_outcome, outcome_note = nullif(btrim(p_note), '')
  where id = p_slot_id and (outcome, outcome_note) is distinct from (p_outcome, nullif(btrim(p_note), ''));
end
$$;
comment on function public.set_outcome(uuid, public.slot_outcome, text) is
  'Marks what became of an interview of today or before, with a note; null clears it. Admins only (42501).';

create function public.set_meeting_url(p_schedule_id uuid, p_url text default null) returns void
language plpgsql set search_path = ''
as $$
declare
  v_schedule public.schedules;
  v_url text := nullif(btrim(p_url), '');
begin
  perform private.require_admin();
  select * into v_schedule from public.schedules c where c.id = p_schedule_id for update;
  if not found then
    perform private.refuse('not_found', '{"what": "schedule"}');
  elsif v_schedule.format <> 'virtual' or v_schedule.canceled_at is not null or not private.is_today(v_schedule.on_date, v_schedule.time_zone) then
    perform private.refuse('not_a_virtual_schedule_of_today');
  end if;
  update public.schedules set meeting_url = v_url,
    video = case when v_url is null then 'in_app' else 'external' end::public.schedule_video
  where id = p_schedule_id;
end
$$;
comment on function public.set_meeting_url(uuid, text) is
  'When the video room fails: moves today''s schedule to the employer''s own URL, which the same Interview Links then show; null moves it back to In-App Video. Admins only (42501).';

create function private.message_video_rooms(p_slot_ids uuid[], p_body text) returns int
language plpgsql security definer set search_path = ''
as $$
declare
  v_ids uuid[];
begin
  perform private.require_admin();
  if coalesce(length(btrim(p_body)), 0) not between 1 and 500 then
    perform private.refuse('message_length');
  end if;
  select coalesce(array_agg(s.id order by s.id), '{}') into v_ids
  from public.slots s join public.schedules c on c.id = s.schedule_id
  left join public.video_rooms r on r.slot_id = s.id
  where s.id = any (p_slot_ids) and s.id in (select private.slots_today()) and c.video = 'in_app' and r.finished_at is null;
  insert into public.video_rooms (slot_id) select unnest(v_ids) on conflict do nothing;
  -- One writer at a time in a room, rooms in one order.
  perform from public.video_rooms r where r.slot_id = any (v_ids) order by r.slot_id for no key update;
  insert into public.video_room_messages (slot_id, kind, from_name, from_role, body)
  select i, 'notice', s.full_name, 'staff', btrim(p_body) from unnest(v_ids) i, public.staff s where s.user_id = private.user_id();
  if cardinality(v_ids) = 1 then
    perform private.log_video_room('video_rooms.message', v_ids[1], jsonb_build_object('body', btrim(p_body)));
  elsif cardinality(v_ids) > 1 then
    perform private.log_activity('video_rooms.message', null, null, null,
      jsonb_build_object('video_rooms', cardinality(v_ids), 'body', btrim(p_body)));
  end if;
  return cardinality(v_ids);
end
$$;

create function public.message_video_rooms(p_slot_ids uuid[], p_body text) returns int
language sql set search_path = ''
as $$ select private.message_video_rooms(p_slot_ids, p_body) $$;
comment on function public.message_video_rooms(uuid[], text) is
  'Puts a notice of the office into today''s rooms, for those who are there, wait or come later. Rooms that are handed off or not today''s are left out. How many rooms it reached. Admins only (42501).';

grant execute on function private.live_board(), public.live_board(),
  public.set_outcome(uuid, public.slot_outcome, text), public.set_meeting_url(uuid, text),
  private.message_video_rooms(uuid[], text), public.message_video_rooms(uuid[], text) to authenticated;
