-- Editing a day: its slots, its interviewers, and who has which slot.

create function public.add_slot(
  p_schedule_id uuid, p_starts_at timestamptz, p_ends_at timestamptz,
  p_kind public.slot_kind default 'interview', p_label text default null
) returns uuid
language plpgsql set search_path = ''
as $$
declare
  v_slot public.slots;
begin
  perform private.require_admin();
  if p_starts_at is null or p_ends_at is null or p_ends_at <= p_starts_at then
    perform private.refuse('slot_ends_after_it_starts');
  end if;
  perform from public.schedules c where c.id = p_schedule_id for update;
  perform private.check_no_overlap(p_schedule_id, null, p_starts_at, p_ends_at);
  insert into public.slots (schedule_id, starts_at, ends_at, kind, label)
  values (p_schedule_id, p_starts_at, p_ends_at, p_kind, case when p_kind = 'break' then nullif(btrim(p_label), '') end)
  returning * into v_slot;
  perform private.log_activity('slots.add', (select c.oci_id from public.schedules c where c.id = p_schedule_id),
    p_schedule_id, v_slot.id, jsonb_build_object('starts_at', v_slot.starts_at, 'ends_at', v_slot.ends_at, 'kind', v_slot.kind));
  return v_slot.id;
end
$$;
comment on function public.add_slot(uuid, timestamptz, timestamptz, public.slot_kind, text) is
  'One more interview or break within a schedule''s day, free of students. Its id.';

create function public.move_slot(p_slot_id uuid, p_starts_at timestamptz, p_ends_at timestamptz) returns void
language plpgsql set search_path = ''
as $$
declare
  v_slot public.slots;
begin
  perform private.require_admin();
  if p_starts_at is null or p_ends_at is null or p_ends_at <= p_starts_at then
    perform private.refuse('slot_ends_after_it_starts');
  end if;
  perform from public.schedules c where c.id = (select s.schedule_id from public.slots s where s.id = p_slot_id) for update;
  select * into v_slot from public.slots where id = p_slot_id;
  if not found then
    perform private.refuse('not_found', '{"what": "slot"}');
  end if;
  perform private.check_no_overlap(v_slot.schedule_id, p_slot_id, p_starts_at, p_ends_at);
  update public.slots set starts_at = p_starts_at, ends_at = p_ends_at where id = p_slot_id;
  if (v_slot.starts_at, v_slot.ends_at) is distinct from (p_starts_at, p_ends_at) then
    perform private.log_activity('slots.move', (select c.oci_id from public.schedules c where c.id = v_slot.schedule_id),
      v_slot.schedule_id, p_slot_id, jsonb_build_object(
        'starts_at', jsonb_build_array(v_slot.starts_at, p_starts_at), 'ends_at', jsonb_build_array(v_slot.ends_at, p_ends_at)));
  end if;
end
$$;
comment on function public.move_slot(uuid, timestamptz, timestamptz) is
  'Gives a slot another time of its schedule''s day.';

create function public.remove_slot(p_slot_id uuid) returns void
language plpgsql set search_path = ''
as $$
declare
  v_slot public.slots;
begin
  perform private.require_admin();
  perform from public.schedules c where c.id = (select s.schedule_id from public.slots s where s.id = p_slot_id) for update;
  delete from public.slots s where s.id = p_slot_id and s.student_id is null returning * into v_slot;
  if found then
    perform private.log_activity('slots.remove', (select c.oci_id from public.schedules c where c.id = v_slot.schedule_id),
      v_slot.schedule_id, p_slot_id, jsonb_build_object('starts_at', v_slot.starts_at, 'ends_at', v_slot.ends_at, 'kind', v_slot.kind));
  elsif exists (select from public.slots s where s.id = p_slot_id) then
    perform private.refuse('slot_has_a_student');
  end if;
end
$$;
comment on function public.remove_slot(uuid) is
  'Takes an open slot or a break out of its day, no matter if it was gone; refuses while a student has it.';

create function private.add_interviewer(p_schedule_id uuid, p_person jsonb) returns uuid
language sql set search_path = ''
as $$
  insert into public.interviewers (employer_id, full_name, email, title, is_recruiter, shares_email)
  select o.employer_id, coalesce(btrim(p_person ->> 'full_name'), ''), coalesce(btrim(p_person ->> 'email'), ''),
    nullif(btrim(p_person ->> 'title'), ''), coalesce((p_person ->> 'is_recruiter')::boolean, false),
    coalesce((p_person ->> 'shares_email')::boolean, false)
  from public.schedules c join public.ocis o on o.id = c.oci_id where c.id = p_schedule_id
  returning id
$$;
comment on function private.add_interviewer(uuid, jsonb) is
  'A new interviewer of the schedule''s employer, from {full_name, email, title?, is_recruiter?, shares_email?}. Their id.';

create function public.assign_interviewers(p_schedule_id uuid, p_interviewer_ids uuid[] default '{}', p_new jsonb default null) returns uuid
language plpgsql set search_path = ''
as $$
declare
  v_ids uuid[] := coalesce(p_interviewer_ids, '{}');
  v_new uuid;
begin
  perform private.require_admin();
  perform from public.schedules c where c.id = p_schedule_id for update;
  if not found then
    perform private.refuse('not_found', '{"what": "schedule"}');
  end if;
  if p_new is not null then
    v_new := private.add_interviewer(p_schedule_id, p_new);
    v_ids := v_ids || v_new;
  end if;
  if exists (select from public.interviewers i where i.id = any (v_ids) and i.archived_at is not null) then
    perform private.refuse('interviewer_archived');
  end if;
  insert into public.schedule_interviewers (schedule_id, interviewer_id)
  select p_schedule_id, i from unnest(v_ids) i on conflict do nothing;
  return v_new;
end
$$;
comment on function public.assign_interviewers(uuid, uuid[], jsonb) is
  'Assigns interviewers of the schedule''s employer, and a new one from p_new {full_name, email, title?, is_recruiter?, shares_email?}. The new one''s id.';

create function public.set_slot_interviewers(p_slot_id uuid, p_interviewer_ids uuid[]) returns void
language plpgsql set search_path = ''
as $$
declare
  v_schedule uuid;
begin
  perform private.require_admin();
  select s.schedule_id into v_schedule from public.slots s where s.id = p_slot_id;
  perform from public.schedules where id = v_schedule for update;
  if not found then
    perform private.refuse('not_found', '{"what": "slot"}');
  end if;
  delete from public.slot_interviewers where slot_id = p_slot_id and not interviewer_id = any (p_interviewer_ids);
  insert into public.slot_interviewers (slot_id, schedule_id, interviewer_id)
  select p_slot_id, v_schedule, i from unnest(p_interviewer_ids) i on conflict do nothing;
end
$$;
comment on function public.set_slot_interviewers(uuid, uuid[]) is
  'Who takes a slot, among the schedule''s interviewers; none given: everyone does.';

create function public.assign_student(p_slot_id uuid, p_student_id uuid default null) returns void
language plpgsql set search_path = ''
as $$
declare
  v_slot public.slots;
begin
  perform private.require_admin();
  -- Schedule before slot, as everywhere: a fixed order of locks.
  perform from public.schedules c where c.id = (select s.schedule_id from public.slots s where s.id = p_slot_id) for update;
  select * into v_slot from public.slots where id = p_slot_id for update;
  if not found then
    perform private.refuse('not_found', '{"what": "slot"}');
  elsif p_student_id is not null and v_slot.student_id is not null and v_slot.student_id <> p_student_id then
    perform private.refuse('slot_taken', jsonb_build_object('student', (select st.full_name from public.students st where st.id = v_slot.student_id)));
  end if;
  update public.slots set student_id = p_student_id, outcome = case when p_student_id is null then null else outcome end
  where id = p_slot_id;
end
$$;
comment on function public.assign_student(uuid, uuid) is
  'Puts a student into an empty slot; null empties it. Never replaces another student.';

grant execute on function public.add_slot(uuid, timestamptz, timestamptz, public.slot_kind, text),
  public.move_slot(uuid, timestamptz, timestamptz), public.remove_slot(uuid),
  private.add_interviewer(uuid, jsonb), public.assign_interviewers(uuid, uuid[], jsonb), public.set_slot_interviewers(uuid, uuid[]),
  public.assign_student(uuid, uuid) to authenticated;
