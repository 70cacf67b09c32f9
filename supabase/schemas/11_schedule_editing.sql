-- Editing OCIs and schedules: create, change, copy, shift, release, cancel.

create function public.save_oci(
  p_season text, p_id uuid default null, p_employer_id uuid default null, p_new_employer text default null,
  p_job_posting_id uuid default null, p_new_posting text default null, p_name text default null
) returns uuid
language plpgsql set search_path = ''
as $$
declare
  v_id uuid := coalesce(p_id, gen_random_uuid());
  v_employer uuid := p_employer_id;
  v_posting uuid := p_job_posting_id;
begin
  perform private.require_admin();
  if v_employer is null and coalesce(btrim(p_new_employer), '') = '' then
    perform private.refuse('employer_missing');
  end if;
  if v_employer is null then
    insert into public.employers (name) values (btrim(p_new_employer)) returning id into v_employer;
  end if;
  if v_posting is null and coalesce(btrim(p_new_posting), '') <> '' then
    insert into public.job_postings (employer_id, title) values (v_employer, btrim(p_new_posting)) returning id into v_posting;
  end if;
  insert into public.ocis (id, employer_id, job_posting_id, season, name)
  values (v_id, v_employer, v_posting, btrim(p_season), nullif(btrim(p_name), ''))
  on conflict (id) do update set employer_id = excluded.employer_id, job_posting_id = excluded.job_posting_id,
    season = excluded.season, name = excluded.name;
  return v_id;
end
$$;
comment on function public.save_oci(text, uuid, uuid, text, uuid, text, text) is
  'Creates (p_id null) or changes an OCI, with a new employer or posting if one is named, in one transaction. Its id.';

create function public.save_schedule(
  p_on_date date, p_time_zone text, p_format public.schedule_format, p_pattern jsonb,
  p_id uuid default null, p_oci_id uuid default null, p_video public.schedule_video default null,
  p_meeting_url text default null, p_location text default null, p_unassign boolean default false, p_before jsonb default null
) returns uuid
language plpgsql set search_path = ''
as $$
declare
  v_id uuid := coalesce(p_id, gen_random_uuid());
  v_losing jsonb;
  v_remake boolean;
begin
  perform private.require_admin();
  perform private.check_pattern(p_pattern);
  if p_id is null then
    insert into public.schedules (id, oci_id, on_date, time_zone, format, video, meeting_url, location, pattern)
    values (v_id, p_oci_id, p_on_date, p_time_zone, p_format, p_video, nullif(btrim(p_meeting_url), ''), nullif(btrim(p_location), ''), p_pattern);
    v_remake := true;
  else
    select s.pattern is distinct from p_pattern into v_remake from public.schedules s where s.id = p_id for update;
    if not found then
      perform private.refuse('not_found', '{"what": "schedule"}');
    elsif exists (
      select from public.schedules s, jsonb_each(p_before) b
      where s.id = p_id and to_jsonb(s) -> b.key is distinct from b.value
    ) then
      perform private.refuse('schedule_changed');
    end if;
    update public.schedules set on_date = p_on_date, time_zone = p_time_zone, format = p_format, video = p_video,
      meeting_url = nullif(btrim(p_meeting_url), ''), location = nullif(btrim(p_location), ''), pattern = p_pattern
    where id = p_id;
  end if;
  if v_remake then
    -- Slots that the new pattern also has stay as they are, students included.
    select jsonb_agg(jsonb_build_object('slot_id', s.id, 'starts_at', s.starts_at, 'student', st.full_name) order by s.starts_at)
    into v_losing
    from public.slots s join public.students st on st.id = s.student_id
    where s.schedule_id = v_id and not exists (
      select from private.plan_slots(p_on_date, p_time_zone, p_pattern) w
      where w.starts_at = s.starts_at and w.ends_at = s.ends_at and w.kind = s.kind);
    if v_losing is not null and not p_unassign then
      perform private.refuse('students_lose_their_slot', jsonb_build_object('students', v_losing));
    end if;
    delete from public.slots s where s.schedule_id = v_id and not exists (
      select from private.plan_slots(p_on_date, p_time_zone, p_pattern) w
      where w.starts_at = s.starts_at and w.ends_at = s.ends_at and w.kind = s.kind and w.label is not distinct from s.label);
    insert into public.slots (schedule_id, starts_at, ends_at, kind, label)
    select v_id, w.starts_at, w.ends_at, w.kind, w.label from private.plan_slots(p_on_date, p_time_zone, p_pattern) w
    where not exists (select from public.slots s where s.schedule_id = v_id and s.starts_at = w.starts_at);
  end if;
  return v_id;
end
$$;
comment on function public.save_schedule(date, text, public.schedule_format, jsonb, uuid, uuid, public.schedule_video, text, text, boolean, jsonb) is
  'Creates (p_id null) or changes a schedule and its slots in one transaction. A changed date or zone keeps wall times; a changed pattern keeps the slots it also has. When students would lose their slot it refuses unless p_unassign: students_lose_their_slot {students: [{slot_id, starts_at, student}]}. p_before holds columns as the editor saw them: schedule_changed, if one is different now. Its id.';

create function public.copy_schedule(p_id uuid, p_on_date date, p_location text default null, p_with_interviewers boolean default false)
returns uuid
language plpgsql set search_path = ''
as $$
declare
  v_id uuid := gen_random_uuid();
  v_from public.schedules;
begin
  perform private.require_admin();
  select * into v_from from public.schedules where id = p_id for share;
  if not found then
    perform private.refuse('not_found', '{"what": "schedule"}');
  end if;
  insert into public.schedules (id, oci_id, on_date, time_zone, format, video, meeting_url, location, pattern)
  values (v_id, v_from.oci_id, p_on_date, v_from.time_zone, v_from.format, v_from.video, v_from.meeting_url,
    case when v_from.format = 'in_person' then coalesce(nullif(btrim(p_location), ''), v_from.location) end, v_from.pattern);
  if p_with_interviewers then
    insert into public.schedule_interviewers (schedule_id, interviewer_id)
    select v_id, si.interviewer_id from public.schedule_interviewers si where si.schedule_id = p_id;
  end if;
  -- In one statement: a slot without interviewers of its own reserves everyone.
  with copied as materialized (
    select s.*, gen_random_uuid() as copy_id from public.slots s where s.schedule_id = p_id
  ), interviewers as (
    insert into public.slot_interviewers (slot_id, schedule_id, interviewer_id)
    select c.copy_id, v_id, o.interviewer_id from copied c join public.slot_interviewers o on o.slot_id = c.id where p_with_interviewers
  )
  insert into public.slots (id, schedule_id, starts_at, ends_at, kind, label)
  select c.copy_id, v_id,
    (c.starts_at at time zone v_from.time_zone + (p_on_date - v_from.on_date) * interval '1 day') at time zone v_from.time_zone,
    (c.ends_at at time zone v_from.time_zone + (p_on_date - v_from.on_date) * interval '1 day') at time zone v_from.time_zone,
    c.kind, c.label
  from copied c;
  return v_id;
end
$$;
comment on function public.copy_schedule(uuid, date, text, boolean) is
  'A new, unreleased schedule of the same OCI with the same slots in wall time on another date, or at another location on the same one; with the interviewers come those of single slots. Never with students. Its id.';

create function public.shift_schedule(p_id uuid, p_minutes int) returns void
language plpgsql set search_path = ''
as $$
declare
  v_by interval := make_interval(mins => p_minutes);
begin
  perform private.require_admin();
  if coalesce(abs(p_minutes) > 1440, true) then
    perform private.refuse('minutes_out_of_range');
  end if;
  perform from public.schedules where id = p_id for update;
  if not found then
    perform private.refuse('not_found', '{"what": "schedule"}');
  end if;
  update public.slots set starts_at = starts_at + v_by, ends_at = ends_at + v_by where schedule_id = p_id;
  update public.schedules c set pattern = c.pattern || jsonb_build_object(
    'first', to_char((c.pattern ->> 'first')::time + v_by, 'HH24:MI'),
    'last', to_char((c.pattern ->> 'last')::time + v_by, 'HH24:MI'),
    'breaks', (
      select coalesce(jsonb_agg(b || jsonb_build_object(
        'start', to_char((b ->> 'start')::time + v_by, 'HH24:MI'), 'end', to_char((b ->> 'end')::time + v_by, 'HH24:MI'))), '[]')
      from jsonb_array_elements(coalesce(c.pattern -> 'breaks', '[]')) b))
  where c.id = p_id;
end
$$;
comment on function public.shift_schedule(uuid, int) is
  'Moves the whole day by so many minutes, students and breaks with it.';

create function public.release_schedules(p_schedule_ids uuid[], p_released boolean) returns int
language plpgsql set search_path = ''
as $$
declare
  v_count int;
begin
  perform private.require_admin();
  update public.schedules set
    released_at = case when p_released then now() end,
    released_revision = case when p_released then revision end
  where id = any (p_schedule_ids) and canceled_at is null
    and (not p_released or released_at is null or changed_since_release)
    and (p_released or released_at is not null);
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
comment on function public.release_schedules(uuid[], boolean) is
  'Releases schedules (again, when changed since) or withdraws the release. Canceled ones stay as they are. How many changed.';

create function public.cancel_schedule(p_schedule_id uuid, p_canceled boolean) returns void
language plpgsql set search_path = ''
as $$
begin
  perform private.require_admin();
  update public.schedules set canceled_at = case when p_canceled then coalesce(canceled_at, now()) end where id = p_schedule_id;
  if not found then
    perform private.refuse('not_found', '{"what": "schedule"}');
  end if;
end
$$;
comment on function public.cancel_schedule(uuid, boolean) is
  'Cancels a schedule, freeing its people and location, or restores it if they are still free.';

grant execute on function public.save_oci(text, uuid, uuid, text, uuid, text, text),
  public.save_schedule(date, text, public.schedule_format, jsonb, uuid, uuid, public.schedule_video, text, text, boolean, jsonb),
  public.copy_schedule(uuid, date, text, boolean), public.shift_schedule(uuid, int),
  public.release_schedules(uuid[], boolean), public.cancel_schedule(uuid, boolean) to authenticated;
