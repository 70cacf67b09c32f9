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
    perform private.refuse('slot_on_another_date');
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

create function private.check_pattern(p_pattern jsonb) returns void
language plpgsql stable set search_path = ''
as $$
declare
  v_breaks jsonb := coalesce(p_pattern -> 'breaks', '[]');
  v_first time;
  v_last time;
  v_break jsonb;
begin
  if jsonb_array_length(v_breaks) > 50 then
    perform private.refuse('too_many_breaks');
  elsif exists (select from jsonb_array_elements(v_breaks) b where length(b ->> 'label') > 100) then
    perform private.refuse('break_name_too_long');
  elsif exists (
    -- Not every word that PostgreSQL takes for a time ("now") is one on a wall.
    select from (select p_pattern ->> 'first' union all select p_pattern ->> 'last'
      union all select b ->> k from jsonb_array_elements(v_breaks) b, unnest(array['start', 'end']) k) w (t)
    where w.t !~ '^\d{2}:\d{2}$'
  ) then
    perform private.refuse('unreadable_pattern');
  end if;
  v_first := (p_pattern ->> 'first')::time;
  v_last := (p_pattern ->> 'last')::time;
  if v_first is null then
    perform private.refuse('first_time_missing');
  elsif v_last is null then
    perform private.refuse('last_time_missing');
  elsif v_last <= v_first then
    perform private.refuse('day_ends_before_it_starts');
  elsif coalesce((p_pattern ->> 'slot_minutes')::int, 0) not between 5 and 480 then
    perform private.refuse('slot_minutes_out_of_range');
  elsif coalesce((p_pattern ->> 'gap_minutes')::int, 0) not between 0 and 240 then
    perform private.refuse('gap_minutes_out_of_range');
  elsif v_first + make_interval(mins => (p_pattern ->> 'slot_minutes')::int) > v_last then
    perform private.refuse('day_shorter_than_a_slot');
  end if;
  for v_break in select * from jsonb_array_elements(v_breaks) loop
    if coalesce((v_break ->> 'end')::time <= (v_break ->> 'start')::time, true) then
      perform private.refuse('break_ends_before_it_starts');
    elsif (v_break ->> 'start')::time < v_first or (v_break ->> 'end')::time > v_last then
      perform private.refuse('break_outside_the_day', jsonb_build_object('label', nullif(v_break ->> 'label', '')));
    end if;
  end loop;
  if exists (
    select from jsonb_array_elements(v_breaks) with ordinality a(b, i)
    join jsonb_array_elements(v_breaks) with ordinality z(b, i)
      on a.i < z.i and (a.b ->> 'start')::time < (z.b ->> 'end')::time and (z.b ->> 'start')::time < (a.b ->> 'end')::time
  ) then
    perform private.refuse('breaks_overlap');
  end if;
exception when data_exception then
  perform private.refuse('unreadable_pattern');
end
$$;
comment on function private.check_pattern(jsonb) is 'Refuses a day''s pattern that no slots can be made from.';

create function private.at_wall_time(p_wall timestamp, p_time_zone text) returns timestamptz
language sql stable set search_path = ''
as $$
  select case when t at time zone p_time_zone = p_wall then t else (
    select m from generate_series(t - (t at time zone p_time_zone - p_wall), t, interval '1 minute') m
    where (m at time zone p_time_zone) - ((m - interval '1 minute') at time zone p_time_zone) > interval '1 minute') end
  from (select p_wall at time zone p_time_zone) x (t)
$$;
comment on function private.at_wall_time(timestamp, text) is
  'The instant at which a clock of the zone shows this: of two, the later; when the clocks skip it, the instant at which they do.';

create function private.plan_slots(p_on_date date, p_time_zone text, p_pattern jsonb)
returns table (starts_at timestamptz, ends_at timestamptz, kind public.slot_kind, label text)
language plpgsql stable set search_path = ''
as $$
declare
  v_at timestamptz := private.at_wall_time(p_on_date + (p_pattern ->> 'first')::time, p_time_zone);
  v_length interval := make_interval(mins => (p_pattern ->> 'slot_minutes')::int);
  v_gap interval := make_interval(mins => coalesce((p_pattern ->> 'gap_minutes')::int, 0));
  v_break record;
begin
  for v_break in
    select private.at_wall_time(p_on_date + (b ->> 'start')::time, p_time_zone) as starts,
      private.at_wall_time(p_on_date + (b ->> 'end')::time, p_time_zone) as ends, b ->> 'label' as label
    from jsonb_array_elements(coalesce(p_pattern -> 'breaks', '[]')) b
    union all select private.at_wall_time(p_on_date + (p_pattern ->> 'last')::time, p_time_zone), null, null
    order by 1, 2
  loop
    while v_at + v_length <= v_break.starts loop
      starts_at := v_at;
      ends_at := v_at + v_length;
      kind := 'interview';
      label := null;
      return next;
      v_at := ends_at + v_gap;
    end loop;
    -- A break in the hour that the clocks skip is none.
    if v_break.ends > v_break.starts then
      starts_at := v_break.starts;
      ends_at := v_break.ends;
      kind := 'break';
      label := nullif(btrim(v_break.label), '');
      return next;
      v_at := v_break.ends;
    end if;
  end loop;
end
$$;
comment on function private.plan_slots(date, text, jsonb) is 'The slots a pattern makes on a date. Its times are the zone''s clock; between them time passes evenly, over a clock change too.';

create function public.preview_slots(p_on_date date, p_time_zone text, p_pattern jsonb)
returns table (starts_at timestamptz, ends_at timestamptz, kind public.slot_kind, label text)
language plpgsql stable set search_path = ''
as $$
begin
  if coalesce(p_on_date not between '2000-01-01' and '2100-12-31', true) then
    perform private.refuse('schedules_on_date_check');
  elsif not coalesce(private.is_time_zone(p_time_zone), false) then
    perform private.refuse('schedules_time_zone_check');
  end if;
  perform private.check_pattern(p_pattern);
  return query select * from private.plan_slots(p_on_date, p_time_zone, p_pattern);
end
$$;
comment on function public.preview_slots(date, text, jsonb) is 'The slots that save_schedule would make; refuses what it would.';

create function private.check_no_overlap(p_schedule_id uuid, p_slot_id uuid, p_starts_at timestamptz, p_ends_at timestamptz) returns void
language plpgsql stable set search_path = ''
as $$
declare
  v_other jsonb;
begin
  select jsonb_build_object('kind', s.kind, 'label', s.label, 'student', st.full_name,
    'starts_at', s.starts_at, 'ends_at', s.ends_at, 'time_zone', c.time_zone) into v_other
  from public.slots s
  join public.schedules c on c.id = s.schedule_id
  left join public.students st on st.id = s.student_id
  where s.schedule_id = p_schedule_id and s.id is distinct from p_slot_id and s.starts_at < p_ends_at and s.ends_at > p_starts_at
  order by s.starts_at limit 1;
  if found then
    perform private.refuse('slot_overlap', v_other);
  end if;
end
$$;
comment on function private.check_no_overlap(uuid, uuid, timestamptz, timestamptz) is
  'Refuses a slot (null: a new one) at these times while another of its schedule is in the way, and names that one, which the constraint cannot.';

grant execute on function private.check_pattern(jsonb), private.at_wall_time(timestamp, text), private.plan_slots(date, text, jsonb),
  public.preview_slots(date, text, jsonb), private.check_no_overlap(uuid, uuid, timestamptz, timestamptz)
  to authenticated;

create function private.slot_times(p_starts timestamptz[], p_ends timestamptz[]) returns jsonb
language sql immutable set search_path = ''
as $$
  select jsonb_agg(jsonb_build_array(extract(epoch from t.starts_at)::bigint, extract(epoch from t.ends_at)::bigint) order by t.starts_at)
  from unnest(p_starts, p_ends) t (starts_at, ends_at)
$$;
comment on function private.slot_times(timestamptz[], timestamptz[]) is 'Slots as [[start, end]], in seconds since 1970.';
grant execute on function private.slot_times(timestamptz[], timestamptz[]) to authenticated, service_role;
