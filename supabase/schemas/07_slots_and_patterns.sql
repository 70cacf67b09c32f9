-- Slots and patterns: the interviews and breaks of a day, and the pattern they are made from.

create type public.slot_kind as enum ('interview', 'break');
create type public.slot_outcome as enum ('completed', 'student_no_show', 'interviewer_no_show', 'technical_failure');

create table public.slots (
  id uuid primary key default gen_random_uuid(),
  schedule_id uuid not null references public.schedules (id) on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  kind public.slot_kind not null default 'interview',
  label text,
  student_id uuid references public.students (id) on delete restrict,
  outcome public.slot_outcome,
  outcome_note text check (length(outcome_note) <= 500),
  created_at timestamptz not null default now(),
  unique (id, schedule_id),
  constraint slot_ends_after_it_starts check (ends_at > starts_at),
  constraint break_holds_no_student check (kind = 'interview' or student_id is null),
  constraint outcome_needs_a_student check (outcome is null or student_id is not null),
  constraint slots_of_a_schedule_do_not_overlap
    exclude using gist (schedule_id with =, tstzrange(starts_at, ends_at) with &&) deferrable initially immediate
);
comment on table public.slots is 'One interview or break of a schedule.';
comment on column public.slots.outcome_note is 'What the office adds to the outcome.';
create index slots_schedule_idx on public.slots (schedule_id, starts_at);
create index slots_student_idx on public.slots (student_id, starts_at) where student_id is not null;

create table public.schedule_templates (
  id uuid primary key default gen_random_uuid(),
  name text not null check (btrim(name) <> '' and length(name) <= 100),
  pattern jsonb not null,
  created_at timestamptz not null default now()
);
comment on table public.schedule_templates is 'A day''s pattern, saved under a name to apply to new days.';
create unique index schedule_templates_name_key on public.schedule_templates (lower(name));

-- Row-level security and grants ------------------------------------------------------------------

select private.add_staff_policies(t) from unnest(array['public.slots', 'public.schedule_templates']::regclass[]) t;
grant select, insert, update, delete on public.slots, public.schedule_templates to authenticated;

create trigger slots_log after update of student_id, outcome on public.slots
  for each row execute function private.log_change('starts_at', 'ends_at');
create trigger schedule_templates_log after insert or update or delete on public.schedule_templates
  for each row execute function private.log_change();

-- Functions --------------------------------------------------------------------------------------

create function private.check_slot_date() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if exists (
    select from public.schedules c
    where c.id = new.schedule_id
      and ((new.starts_at at time zone c.time_zone)::date <> c.on_date
        or (new.ends_at at time zone c.time_zone - interval '1 microsecond')::date <> c.on_date)
  ) then
    raise exception 'A slot lies on its schedule''s date, in the schedule''s time zone.' using errcode = '23514';
  end if;
  return new;
end
$$;
create trigger slots_day before insert or update of starts_at, ends_at, schedule_id on public.slots
  for each row execute function private.check_slot_date();

create function private.clear_outcome_note() returns trigger
language plpgsql set search_path = ''
as $$
begin
  new.outcome_note := null;
  return new;
end
$$;
create trigger slots_outcome before update of outcome on public.slots
  for each row when (new.outcome is null and new.outcome_note is not null) execute function private.clear_outcome_note();

create function private.pattern_problem(p_pattern jsonb) returns jsonb
language plpgsql immutable set search_path = ''
as $$
declare
  v_first time;
  v_last time;
  v_break jsonb;
begin
  begin
    if jsonb_array_length(coalesce(p_pattern -> 'breaks', '[]')) > 50 then
      return jsonb_build_object('field', 'breaks', 'message', 'A day has at most 50 breaks.');
    elsif exists (select from jsonb_array_elements(coalesce(p_pattern -> 'breaks', '[]')) b where length(b ->> 'label') > 100) then
      return jsonb_build_object('field', 'breaks', 'message', 'A break''s name has at most 100 characters.');
    elsif exists (
      -- Not every word that PostgreSQL takes for a time ("now") is one on a wall.
      select from (select p_pattern ->> 'first' union all select p_pattern ->> 'last'
        union all select b ->> k from jsonb_array_elements(coalesce(p_pattern -> 'breaks', '[]')) b, unnest(array['start', 'end']) k) w (t)
      where w.t !~ '^\d{2}:\d{2}$'
    ) then
      raise invalid_datetime_format;
    end if;
    v_first := (p_pattern ->> 'first')::time;
    v_last := (p_pattern ->> 'last')::time;
    if v_first is null then
      return jsonb_build_object('field', 'first', 'message', 'Give the time of the first interview.');
    elsif v_last is null then
      return jsonb_build_object('field', 'last', 'message', 'Give the time the day ends.');
    elsif v_last <= v_first then
      return jsonb_build_object('field', 'last', 'message', 'The day must end after it starts.');
    elsif coalesce((p_pattern ->> 'slot_minutes')::int, 0) not between 5 and 480 then
      return jsonb_build_object('field', 'slot_minutes', 'message', 'An interview lasts 5 to 480 minutes.');
    elsif coalesce((p_pattern ->> 'gap_minutes')::int, 0) not between 0 and 240 then
      return jsonb_build_object('field', 'gap_minutes', 'message', 'The gap is 0 to 240 minutes.');
    elsif v_first + make_interval(mins => (p_pattern ->> 'slot_minutes')::int) > v_last then
      return jsonb_build_object('field', 'last', 'message', 'The day is shorter than one interview.');
    end if;
    for v_break in select * from jsonb_array_elements(coalesce(p_pattern -> 'breaks', '[]')) loop
      if coalesce((v_break ->> 'end')::time <= (v_break ->> 'start')::time, true) then
        return jsonb_build_object('field', 'breaks', 'message', 'A break must end after it starts.');
      elsif (v_break ->> 'start')::time < v_first or (v_break ->> 'end')::time > v_last then
        return jsonb_build_object('field', 'breaks', 'message',
          format('%s lies outside the day. Change its times, or remove it.', coalesce(nullif(v_break ->> 'label', ''), 'A break')));
      end if;
    end loop;
    if exists (
      select from jsonb_array_elements(coalesce(p_pattern -> 'breaks', '[]')) with ordinality a(b, i)
      join jsonb_array_elements(coalesce(p_pattern -> 'breaks', '[]')) with ordinality z(b, i)
        on a.i < z.i and (a.b ->> 'start')::time < (z.b ->> 'end')::time and (z.b ->> 'start')::time < (a.b ->> 'end')::time
    ) then
      return jsonb_build_object('field', 'breaks', 'message', 'Two breaks overlap.');
    end if;
  exception when data_exception then
    return jsonb_build_object('field', 'first', 'message', 'A time or a number is not readable: times are HH:MM.');
  end;
  return null;
end
$$;
comment on function private.pattern_problem(jsonb) is 'What is wrong with a day''s pattern: {field, message}, or null.';

create function private.plan_slots(p_on_date date, p_time_zone text, p_pattern jsonb)
returns table (starts_at timestamptz, ends_at timestamptz, kind public.slot_kind, label text)
language plpgsql stable set search_path = ''
as $$
declare
  v_at timestamp := p_on_date + (p_pattern ->> 'first')::time;
  v_end timestamp := p_on_date + (p_pattern ->> 'last')::time;
  v_length interval := make_interval(mins => (p_pattern ->> 'slot_minutes')::int);
  v_gap interval := make_interval(mins => coalesce((p_pattern ->> 'gap_minutes')::int, 0));
  v_break record;
  v_busy_until timestamptz := '-infinity';
begin
  for v_break in
    select p_on_date + (b ->> 'start')::time as starts, p_on_date + (b ->> 'end')::time as ends, b ->> 'label' as label
    from jsonb_array_elements(coalesce(p_pattern -> 'breaks', '[]')) b
    union all select v_end, null, null
    order by 1
  loop
    while v_at + v_length <= v_break.starts loop
      -- In the hour that a clock change skips, and in the time of what began before it, nothing can start.
      if (v_at at time zone p_time_zone) at time zone p_time_zone = v_at and v_at at time zone p_time_zone >= v_busy_until then
        starts_at := v_at at time zone p_time_zone;
        ends_at := starts_at + v_length;
        v_busy_until := ends_at;
        kind := 'interview';
        label := null;
        return next;
      end if;
      v_at := v_at + v_length + v_gap;
    end loop;
    if v_break.ends is not null then
      starts_at := greatest(v_break.starts at time zone p_time_zone, v_busy_until);
      ends_at := v_break.ends at time zone p_time_zone;
      if ends_at > starts_at then
        v_busy_until := ends_at;
        kind := 'break';
        label := nullif(btrim(v_break.label), '');
        return next;
      end if;
      v_at := v_break.ends;
    end if;
  end loop;
end
$$;
comment on function private.plan_slots(date, text, jsonb) is 'The slots a pattern makes on a date, in wall time of the zone.';

create function public.preview_slots(p_on_date date, p_time_zone text, p_pattern jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  if coalesce(p_on_date not between '2000-01-01' and '2100-12-31', true) then
    return jsonb_build_object('ok', false, 'problem', jsonb_build_object('field', 'on_date', 'message', 'Choose a date between 2000 and 2100.'));
  elsif p_time_zone is null or not private.is_time_zone(p_time_zone) then
    return jsonb_build_object('ok', false, 'problem', jsonb_build_object('field', 'time_zone', 'message', 'This time zone is not known.'));
  elsif private.pattern_problem(p_pattern) is not null then
    return jsonb_build_object('ok', false, 'problem', private.pattern_problem(p_pattern));
  end if;
  return jsonb_build_object('ok', true, 'slots', (
    select coalesce(jsonb_agg(to_jsonb(s) order by s.starts_at), '[]') from private.plan_slots(p_on_date, p_time_zone, p_pattern) s));
exception when invalid_parameter_value then
  return jsonb_build_object('ok', false, 'problem', jsonb_build_object('field', 'time_zone', 'message', 'This time zone is not known.'));
end
$$;
comment on function public.preview_slots(date, text, jsonb) is
  'What save_schedule would make: {ok: true, slots: [{starts_at, ends_at, kind, label}]} or {ok: false, problem: {field, message}}.';

create function private.zone_abbreviation(p_at timestamptz, p_time_zone text) returns text
language plpgsql set search_path = ''
as $$
declare
  v_session text := current_setting('timezone');
  v_abbreviation text;
begin
  perform set_config('timezone', p_time_zone, true);
  v_abbreviation := to_char(p_at, 'TZ');
  perform set_config('timezone', v_session, true);
  return case when v_abbreviation ~ '^[+-]' then 'UTC' else '' end || v_abbreviation;
end
$$;
comment on function private.zone_abbreviation(timestamptz, text) is 'What a zone is called at an instant, such as EST; where it has no name, UTC+03.';

create function private.format_time_range(p_starts_at timestamptz, p_ends_at timestamptz, p_time_zone text) returns text
language sql set search_path = ''
as $$
  select format('%s–%s %s', to_char(p_starts_at at time zone p_time_zone, 'FMHH12:MI'),
    to_char(p_ends_at at time zone p_time_zone, 'FMHH12:MI AM'), private.zone_abbreviation(p_starts_at, p_time_zone))
$$;
comment on function private.format_time_range(timestamptz, timestamptz, text) is 'From when until when, as people say it: 9:00–9:30 AM EST.';

create function private.slot_overlap(p_schedule_id uuid, p_slot_id uuid, p_starts_at timestamptz, p_ends_at timestamptz) returns jsonb
language sql set search_path = ''
as $$
  select jsonb_build_object('ok', false, 'problem', jsonb_build_object('field', 'form', 'message',
    format('This would overlap the %s at %s.',
      case when s.kind = 'break' then 'break' || coalesce(' “' || s.label || '”', '') else 'interview' || coalesce(' of ' || st.full_name, '') end,
      private.format_time_range(s.starts_at, s.ends_at, c.time_zone))))
  from public.slots s
  join public.schedules c on c.id = s.schedule_id
  left join public.students st on st.id = s.student_id
  where s.schedule_id = p_schedule_id and s.id is distinct from p_slot_id and s.starts_at < p_ends_at and s.ends_at > p_starts_at
  order by s.starts_at limit 1
$$;
comment on function private.slot_overlap(uuid, uuid, timestamptz, timestamptz) is
  'The refusal for a slot (null: a new one) at these times, if another of its schedule is in the way, else null. The constraint cannot name the other: under row-level security it keeps its DETAIL to itself.';

grant execute on function private.pattern_problem(jsonb), private.plan_slots(date, text, jsonb),
  public.preview_slots(date, text, jsonb), private.zone_abbreviation(timestamptz, text),
  private.format_time_range(timestamptz, timestamptz, text), private.slot_overlap(uuid, uuid, timestamptz, timestamptz)
  to authenticated;
