-- Schedules: an OCI's days, their slots, who interviews whom. No person or room is in two places.

create type public.schedule_format as enum ('in_person', 'virtual');
create type public.schedule_video as enum ('in_app', 'employer_url');
create type public.slot_kind as enum ('interview', 'break');
create type public.slot_outcome as enum ('completed', 'student_no_show', 'interviewer_no_show', 'technical_failure');

-- Tables -----------------------------------------------------------------------------------------

create table public.ocis (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid not null references public.employers (id) on delete restrict,
  job_posting_id uuid,
  name text check (name <> '' and length(name) <= 200),
  season text not null check (btrim(season) <> '' and length(season) <= 100),
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  foreign key (employer_id, job_posting_id) references public.job_postings (employer_id, id) on delete restrict
);
comment on table public.ocis is 'One employer''s visit for one posting in one season; its days are schedules. name distinguishes two visits of one employer.';
create index ocis_employer_idx on public.ocis (employer_id, job_posting_id);
create index ocis_season_idx on public.ocis (season);

create table public.schedules (
  id uuid primary key default gen_random_uuid(),
  oci_id uuid not null references public.ocis (id) on delete restrict,
  on_date date not null check (on_date between '2000-01-01' and '2100-12-31'),
  time_zone text not null check (private.is_time_zone(time_zone)),
  format public.schedule_format not null,
  video public.schedule_video,
  meeting_url text check (meeting_url ~ '^https://[A-Za-z0-9.-]+\.[A-Za-z0-9-]+(:\d{1,4})?([/?#][^\s{}<>"]*)?$' and length(meeting_url) <= 2000),
  room text check (btrim(room) <> '' and length(room) <= 200),
  pattern jsonb not null,
  released_at timestamptz,
  released_revision int,
  cancelled_at timestamptz,
  created_at timestamptz not null default now(),
  -- Derived from the slots and interviewers by private.refresh_schedules.
  revision int not null default 1,
  times_hash text not null default '',
  starts_at timestamptz,
  ends_at timestamptz,
  interview_count int not null default 0,
  assigned_count int not null default 0,
  interviewer_count int not null default 0,
  constraint video_is_for_virtual check (video is null or format = 'virtual'),
  constraint meeting_url_is_for_employer_url check (meeting_url is null or video = 'employer_url'),
  constraint room_is_for_in_person check (room is null or format = 'in_person')
);
comment on table public.schedules is
  'One day''s column of slots in one time zone. pattern is what the slots were made from: {first, last, slot_minutes, gap_minutes, breaks: [{start, end, label}]}, times as HH:MM. revision rises with every change that an interviewer must know (date, times, zone, place); released_revision is the one that was released.';
create index schedules_oci_idx on public.schedules (oci_id);
create index schedules_date_idx on public.schedules (on_date);

create table public.slots (
  id uuid primary key default gen_random_uuid(),
  schedule_id uuid not null references public.schedules (id) on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  kind public.slot_kind not null default 'interview',
  label text,
  student_id uuid references public.students (id) on delete restrict,
  outcome public.slot_outcome,
  created_at timestamptz not null default now(),
  unique (id, schedule_id),
  constraint slot_ends_after_it_starts check (ends_at > starts_at),
  constraint break_holds_no_student check (kind = 'interview' or student_id is null),
  constraint outcome_needs_a_student check (outcome is null or student_id is not null),
  constraint slots_of_a_schedule_do_not_overlap
    exclude using gist (schedule_id with =, tstzrange(starts_at, ends_at) with &&) deferrable initially immediate
);
comment on table public.slots is 'One interview or break of a schedule.';
create index slots_schedule_idx on public.slots (schedule_id, starts_at);
create index slots_student_idx on public.slots (student_id, starts_at) where student_id is not null;

create table public.schedule_interviewers (
  schedule_id uuid not null references public.schedules (id) on delete cascade,
  interviewer_id uuid not null references public.interviewers (id) on delete restrict,
  invited_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (schedule_id, interviewer_id)
);
comment on table public.schedule_interviewers is 'Who interviews on a schedule. invited_at: when the Interview Link was first sent for it, from when on they may know of the schedule even if it is not released.';
create index schedule_interviewers_interviewer_idx on public.schedule_interviewers (interviewer_id);

create table public.slot_interviewers (
  slot_id uuid not null,
  schedule_id uuid not null,
  interviewer_id uuid not null,
  primary key (slot_id, interviewer_id),
  foreign key (slot_id, schedule_id) references public.slots (id, schedule_id) on delete cascade,
  foreign key (schedule_id, interviewer_id)
    references public.schedule_interviewers (schedule_id, interviewer_id) on delete cascade
);
comment on table public.slot_interviewers is 'Who takes this slot, where that differs from the whole schedule. No row: everyone on the schedule does.';
create index slot_interviewers_interviewer_idx on public.slot_interviewers (schedule_id, interviewer_id);

create table private.bookings (
  slot_id uuid not null references public.slots (id) on delete cascade,
  resource text not null,
  during tstzrange not null,
  primary key (slot_id, resource),
  constraint one_place_at_a_time exclude using gist (resource with =, during with &&) deferrable initially immediate
);
comment on table private.bookings is
  'Whom and what each interview occupies: "student:<id>", "interviewer:<id>", "room:<name>". Derived by private.rebook; its exclusion constraint is the rule against double booking.';

-- Derived state ----------------------------------------------------------------------------------

create function private.wanted_bookings(p_slot_ids uuid[])
returns table (slot_id uuid, resource text, during tstzrange)
language sql stable security definer set search_path = ''
as $$
  with held as (
    select s.id, s.schedule_id, s.student_id, c.room, tstzrange(s.starts_at, s.ends_at) as during
    from public.slots s join public.schedules c on c.id = s.schedule_id
    where s.id = any (p_slot_ids) and s.kind = 'interview' and c.cancelled_at is null
  )
  select h.id, 'student:' || h.student_id, h.during from held h where h.student_id is not null
  union all
  select h.id, 'room:' || lower(btrim(h.room)), h.during from held h where h.room is not null
  union all
  select h.id, 'interviewer:' || si.interviewer_id, h.during
  from held h join public.schedule_interviewers si on si.schedule_id = h.schedule_id
  where not exists (select from public.slot_interviewers o where o.slot_id = h.id)
     or exists (select from public.slot_interviewers o where o.slot_id = h.id and o.interviewer_id = si.interviewer_id)
$$;

create function private.rebook(p_slot_ids uuid[]) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  -- Locking in one order turns rivals into a queue: without it two of them can deadlock on the constraint.
  -- Resources share a thousand locks: the server has room for a few thousand, and an import has 20,000 students.
  perform pg_advisory_xact_lock(hashtext('bookings'), k)
  from (select distinct abs(hashtext(w.resource) % 1000) as k from private.wanted_bookings(p_slot_ids) w order by 1) keys;
  delete from private.bookings b where b.slot_id = any (p_slot_ids);
  insert into private.bookings (slot_id, resource, during)
  select w.slot_id, w.resource, w.during from private.wanted_bookings(p_slot_ids) w
  -- Of several clashes the first of the day is the one that is told of.
  order by w.during;
end
$$;

create function private.refresh_schedules(p_schedule_ids uuid[]) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  -- Locked in a statement of its own: the next one then sees what whoever held the lock has written.
  perform from public.schedules c where c.id = any (p_schedule_ids) order by c.id for update;
  update public.schedules c set
    starts_at = t.starts_at, ends_at = t.ends_at, times_hash = t.times_hash,
    interview_count = t.interviews, assigned_count = t.assigned, interviewer_count = t.interviewers
  from (
    select c.id, min(s.starts_at) as starts_at, max(s.ends_at) as ends_at,
      md5(coalesce(string_agg(concat_ws('|', s.kind, extract(epoch from s.starts_at), extract(epoch from s.ends_at)), ';' order by s.starts_at), '')) as times_hash,
      count(s.id) filter (where s.kind = 'interview') as interviews,
      count(s.student_id) as assigned,
      (select count(*) from public.schedule_interviewers si where si.schedule_id = c.id) as interviewers
    from public.schedules c left join public.slots s on s.schedule_id = c.id
    where c.id = any (p_schedule_ids)
    group by c.id
  ) t
  where c.id = t.id
    and (c.starts_at, c.ends_at, c.times_hash, c.interview_count, c.assigned_count, c.interviewer_count)
      is distinct from (t.starts_at, t.ends_at, t.times_hash, t.interviews::int, t.assigned::int, t.interviewers::int);
end
$$;

create function private.slots_changed() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_slots uuid[];
  v_schedules uuid[];
begin
  if tg_op = 'DELETE' then
    select array_agg(distinct schedule_id) into v_schedules from old_rows;
  else
    select array_agg(id), array_agg(distinct schedule_id) into v_slots, v_schedules from new_rows;
    perform private.rebook(v_slots);
  end if;
  perform private.refresh_schedules(v_schedules);
  return null;
end
$$;
create trigger slots_inserted after insert on public.slots referencing new table as new_rows
  for each statement execute function private.slots_changed();
create trigger slots_updated after update on public.slots referencing new table as new_rows
  for each statement execute function private.slots_changed();
create trigger slots_deleted after delete on public.slots referencing old table as old_rows
  for each statement execute function private.slots_changed();

create function private.schedule_interviewers_changed() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_schedules uuid[];
begin
  select array_agg(distinct schedule_id) into v_schedules from rows;
  perform private.rebook(array(select s.id from public.slots s where s.schedule_id = any (v_schedules)));
  perform private.refresh_schedules(v_schedules);
  return null;
end
$$;
create trigger schedule_interviewers_inserted after insert on public.schedule_interviewers referencing new table as rows
  for each statement execute function private.schedule_interviewers_changed();
create trigger schedule_interviewers_deleted after delete on public.schedule_interviewers referencing old table as rows
  for each statement execute function private.schedule_interviewers_changed();

create function private.slot_interviewers_changed() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.rebook(array(select distinct r.slot_id from rows r join public.slots s on s.id = r.slot_id));
  return null;
end
$$;
create trigger slot_interviewers_inserted after insert on public.slot_interviewers referencing new table as rows
  for each statement execute function private.slot_interviewers_changed();
create trigger slot_interviewers_deleted after delete on public.slot_interviewers referencing old table as rows
  for each statement execute function private.slot_interviewers_changed();

create function private.slot_is_on_its_day() returns trigger
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
  for each row execute function private.slot_is_on_its_day();

create function private.schedule_changing() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if (new.on_date, new.time_zone, new.format, new.video, new.meeting_url, new.room, new.times_hash, new.cancelled_at is null)
    is distinct from
     (old.on_date, old.time_zone, old.format, old.video, old.meeting_url, old.room, old.times_hash, old.cancelled_at is null)
  then
    new.revision := old.revision + 1;
  end if;
  return new;
end
$$;
create trigger schedules_changing before update on public.schedules
  for each row execute function private.schedule_changing();

create function private.schedule_changed() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- People agreed on wall times: a new zone or date moves the instants.
  if (new.on_date, new.time_zone) is distinct from (old.on_date, old.time_zone) then
    update public.slots s set
      starts_at = (s.starts_at at time zone old.time_zone + (new.on_date - old.on_date) * interval '1 day') at time zone new.time_zone,
      ends_at = (s.ends_at at time zone old.time_zone + (new.on_date - old.on_date) * interval '1 day') at time zone new.time_zone
    where s.schedule_id = new.id;
  elsif (new.room, new.cancelled_at is null) is distinct from (old.room, old.cancelled_at is null) then
    perform private.rebook(array(select s.id from public.slots s where s.schedule_id = new.id));
  end if;
  return null;
end
$$;
create trigger schedules_changed after update on public.schedules
  for each row execute function private.schedule_changed();

create function private.interviewers_are_of_the_employer() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if exists (
    select from public.schedule_interviewers si
    join public.interviewers i on i.id = si.interviewer_id
    join public.schedules s on s.id = si.schedule_id
    join public.ocis o on o.id = s.oci_id
    where i.employer_id <> o.employer_id
      and case tg_table_name
        when 'schedule_interviewers' then si.schedule_id = (to_jsonb(new) ->> 'schedule_id')::uuid
        when 'ocis' then o.id = (to_jsonb(new) ->> 'id')::uuid
        when 'interviewers' then i.id = (to_jsonb(new) ->> 'id')::uuid
        else s.id = (to_jsonb(new) ->> 'id')::uuid end
  ) then
    raise exception 'An interviewer must belong to the schedule''s employer: take those of another employer off first.' using errcode = '23514';
  end if;
  return null;
end
$$;
create trigger schedule_interviewers_employer after insert on public.schedule_interviewers
  for each row execute function private.interviewers_are_of_the_employer();
create trigger ocis_employer after update of employer_id on public.ocis
  for each row execute function private.interviewers_are_of_the_employer();
create trigger interviewers_employer after update of employer_id on public.interviewers
  for each row execute function private.interviewers_are_of_the_employer();
create trigger schedules_employer after update of oci_id on public.schedules
  for each row execute function private.interviewers_are_of_the_employer();

-- Row-level security and grants ------------------------------------------------------------------

select private.add_staff_policies(t)
from unnest(array[
  'public.ocis', 'public.schedules', 'public.slots', 'public.schedule_interviewers', 'public.slot_interviewers'
]::regclass[]) t;
-- Derived columns are nobody's to write.
revoke insert, update on public.schedules from authenticated;
grant insert (id, oci_id, on_date, time_zone, format, video, meeting_url, room, pattern),
  update (on_date, time_zone, format, video, meeting_url, room, pattern, released_at, released_revision, cancelled_at)
  on public.schedules to authenticated;
revoke update on public.schedule_interviewers, public.slot_interviewers from authenticated;
drop policy "Admins change schedule_interviewers" on public.schedule_interviewers;
drop policy "Admins change slot_interviewers" on public.slot_interviewers;

alter table private.bookings enable row level security;

create trigger ocis_log after insert or update or delete on public.ocis
  for each row execute function private.log_change();
create trigger schedules_log after insert or update or delete on public.schedules
  for each row execute function private.log_change(
    'revision', 'times_hash', 'starts_at', 'ends_at', 'interview_count', 'assigned_count', 'interviewer_count', 'released_revision');
create trigger slots_log after update of student_id, outcome on public.slots
  for each row execute function private.log_change('starts_at', 'ends_at');
create trigger schedule_interviewers_log after insert or delete on public.schedule_interviewers
  for each row execute function private.log_change();
create trigger slot_interviewers_log after insert or delete on public.slot_interviewers
  for each row execute function private.log_change();

-- Functions --------------------------------------------------------------------------------------

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
language plpgsql stable set search_path = ''
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

create function private.span(p_starts_at timestamptz, p_ends_at timestamptz, p_time_zone text) returns text
language sql stable set search_path = ''
as $$
  select format('%s–%s %s', to_char(p_starts_at at time zone p_time_zone, 'FMHH12:MI'),
    to_char(p_ends_at at time zone p_time_zone, 'FMHH12:MI AM'), private.zone_abbreviation(p_starts_at, p_time_zone))
$$;
comment on function private.span(timestamptz, timestamptz, text) is 'From when until when, as people say it: 9:00–9:30 AM EST.';

create function private.overlap(p_schedule_id uuid, p_slot_id uuid, p_starts_at timestamptz, p_ends_at timestamptz) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object('ok', false, 'problem', jsonb_build_object('field', 'form', 'message',
    format('This would overlap the %s at %s.',
      case when s.kind = 'break' then 'break' || coalesce(' “' || s.label || '”', '') else 'interview' || coalesce(' of ' || st.full_name, '') end,
      private.span(s.starts_at, s.ends_at, c.time_zone))))
  from public.slots s
  join public.schedules c on c.id = s.schedule_id
  left join public.students st on st.id = s.student_id
  where s.schedule_id = p_schedule_id and s.id is distinct from p_slot_id and s.starts_at < p_ends_at and s.ends_at > p_starts_at
  order by s.starts_at limit 1
$$;
comment on function private.overlap(uuid, uuid, timestamptz, timestamptz) is
  'The refusal for a slot (null: a new one) at these times, if another of its schedule is in the way, else null. The constraint cannot name the other: under row-level security it keeps its DETAIL to itself.';

create function private.clash(p_detail text) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_resource text := (regexp_match(p_detail, 'existing key \(resource, during\)=\(([^,]+(?:, [^\[]+)?), \['))[1];
  v_range text := (regexp_match(p_detail, 'existing key \(resource, during\)=\(.*(\[.*\))\)'))[1];
  v_who text;
  v_found record;
begin
  select e.name as employer, c.id as schedule_id, c.time_zone, s.starts_at, s.ends_at into v_found
  from private.bookings b
  join public.slots s on s.id = b.slot_id
  join public.schedules c on c.id = s.schedule_id
  join public.ocis o on o.id = c.oci_id
  join public.employers e on e.id = o.employer_id
  where b.resource = v_resource and b.during = v_range::tstzrange;
  v_who := case split_part(v_resource, ':', 1)
    when 'student' then (select full_name from public.students where id = split_part(v_resource, ':', 2)::uuid)
    when 'interviewer' then (select full_name from public.interviewers where id = split_part(v_resource, ':', 2)::uuid)
    else (select c.room from public.schedules c where lower(btrim(c.room)) = substr(v_resource, 6) limit 1)
  end;
  if v_found is null then
    return jsonb_build_object('ok', false, 'problem', jsonb_build_object('field', 'clash', 'message',
      coalesce(v_who, 'Someone') || ' would be in two places at once.'));
  end if;
  return jsonb_build_object('ok', false, 'problem', jsonb_build_object(
    'field', 'clash', 'schedule_id', v_found.schedule_id,
    'message', format('%s is already booked with %s on %s, %s.', v_who, v_found.employer,
      to_char(v_found.starts_at at time zone v_found.time_zone, 'FMDy FMDD Mon'),
      private.span(v_found.starts_at, v_found.ends_at, v_found.time_zone))));
end
$$;
comment on function private.clash(text) is
  'The refusal for a double booking, from the DETAIL of the exclusion violation: {ok: false, problem: {field: "clash", message, schedule_id}}.';

create function private.refusal(p_message text, p_detail text, p_constraint text) returns jsonb
language sql stable set search_path = ''
as $$
  select case when p_constraint = 'one_place_at_a_time' then private.clash(p_detail)
    else jsonb_build_object('ok', false, 'problem', jsonb_build_object(
      'field', coalesce(known.field, 'form'),
      'message', case
        when known.message is not null then known.message
        when p_constraint like '%\_fkey' then 'Something this refers to is no longer there: reload the page.'
        when p_message = 'deadlock detected' then 'Someone changed the same schedule at this moment: try again.'
        else p_message end)) end
  from (select) always left join (values
    ('schedules_meeting_url_check', 'meeting_url', 'A meeting URL starts with https:// and names a host, such as https://meet.example.com/abc.'),
    ('meeting_url_is_for_employer_url', 'meeting_url', 'Only a virtual schedule on the employer''s own video has a meeting URL.'),
    ('schedules_on_date_check', 'on_date', 'Choose a date between 2000 and 2100.'),
    ('ocis_season_check', 'season', 'A season''s name has 1 to 100 characters.'),
    ('ocis_name_check', 'name', 'The name has at most 200 characters.'),
    ('schedules_room_check', 'room', 'A room''s name has at most 200 characters.'),
    ('slot_ends_after_it_starts', 'ends_at', 'A slot ends after it starts.'),
    ('schedules_time_zone_check', 'time_zone', 'This time zone is not known.'),
    ('room_is_for_in_person', 'room', 'Only an in-person schedule has a room.'),
    ('video_is_for_virtual', 'video', 'Only a virtual schedule has video.'),
    ('slots_of_a_schedule_do_not_overlap', 'form', 'Two slots of this schedule would overlap.'),
    ('interviewers_email_check', 'email', 'This is not an email address.'),
    ('interviewers_full_name_check', 'full_name', 'Give the full name, in at most 200 characters.'),
    ('interviewers_employer_email_key', 'email', 'This employer already has an interviewer with this email address.'),
    ('employers_name_key', 'employer', 'An employer of this name exists already: choose it from the list.'),
    ('employers_name_check', 'employer', 'An employer''s name has 1 to 200 characters.'),
    ('job_postings_title_check', 'job_posting', 'A posting''s title has 1 to 200 characters.')
  ) known (name, field, message) on known.name = p_constraint
$$;
comment on function private.refusal(text, text, text) is 'A constraint''s violation as data that a form can show: {ok: false, problem: {field, message}}.';

create function public.save_oci(
  p_season text, p_id uuid default null, p_employer_id uuid default null, p_new_employer text default null,
  p_job_posting_id uuid default null, p_new_posting text default null, p_name text default null
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_id uuid := coalesce(p_id, gen_random_uuid());
  v_employer uuid := p_employer_id;
  v_posting uuid := p_job_posting_id;
  v_constraint text;
  v_message text;
begin
  perform private.require_admin();
  if v_employer is null and coalesce(btrim(p_new_employer), '') = '' then
    return jsonb_build_object('ok', false, 'problem', jsonb_build_object('field', 'employer', 'message', 'Choose an employer or name a new one.'));
  elsif coalesce(btrim(p_season), '') = '' then
    return jsonb_build_object('ok', false, 'problem', jsonb_build_object('field', 'season', 'message', 'Give the season, such as “Spring 2027”.'));
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
  return jsonb_build_object('ok', true, 'id', v_id);
exception when integrity_constraint_violation then
  get stacked diagnostics v_constraint = constraint_name, v_message = message_text;
  return private.refusal(v_message, null, v_constraint);
end
$$;
comment on function public.save_oci(text, uuid, uuid, text, uuid, text, text) is
  'Creates (p_id null) or changes an OCI, with a new employer or posting if one is named, in one transaction. {ok: true, id} or {ok: false, problem: {field, message}}.';

create function public.save_schedule(
  p_on_date date, p_time_zone text, p_format public.schedule_format, p_pattern jsonb,
  p_id uuid default null, p_oci_id uuid default null, p_video public.schedule_video default null,
  p_meeting_url text default null, p_room text default null, p_unassign boolean default false, p_before jsonb default null
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_id uuid := coalesce(p_id, gen_random_uuid());
  v_losing jsonb;
  v_constraint text;
  v_message text;
  v_detail text;
  v_remake boolean;
begin
  perform private.require_admin();
  if p_on_date is null then
    return jsonb_build_object('ok', false, 'problem', jsonb_build_object('field', 'on_date', 'message', 'Choose the date.'));
  elsif private.pattern_problem(p_pattern) is not null then
    return jsonb_build_object('ok', false, 'problem', private.pattern_problem(p_pattern));
  end if;
  if p_id is null then
    insert into public.schedules (id, oci_id, on_date, time_zone, format, video, meeting_url, room, pattern)
    values (v_id, p_oci_id, p_on_date, p_time_zone, p_format, p_video, nullif(btrim(p_meeting_url), ''), nullif(btrim(p_room), ''), p_pattern);
    v_remake := true;
  else
    select s.pattern is distinct from p_pattern into v_remake from public.schedules s where s.id = p_id for update;
    if not found then
      return jsonb_build_object('ok', false, 'problem', jsonb_build_object('field', 'form', 'message', 'This schedule is no longer there.'));
    elsif exists (
      select from public.schedules s, jsonb_each(p_before) b
      where s.id = p_id and to_jsonb(s) -> b.key is distinct from b.value
    ) then
      return jsonb_build_object('ok', false, 'problem', jsonb_build_object('field', 'before',
        'message', 'Someone changed this schedule after you opened it. Load it again, then make your changes.'));
    end if;
    update public.schedules set on_date = p_on_date, time_zone = p_time_zone, format = p_format, video = p_video,
      meeting_url = nullif(btrim(p_meeting_url), ''), room = nullif(btrim(p_room), ''), pattern = p_pattern
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
      raise exception using errcode = 'CI001', message = 'students would lose their slot', detail = v_losing::text;
    end if;
    delete from public.slots s where s.schedule_id = v_id and not exists (
      select from private.plan_slots(p_on_date, p_time_zone, p_pattern) w
      where w.starts_at = s.starts_at and w.ends_at = s.ends_at and w.kind = s.kind and w.label is not distinct from s.label);
    insert into public.slots (schedule_id, starts_at, ends_at, kind, label)
    select v_id, w.starts_at, w.ends_at, w.kind, w.label from private.plan_slots(p_on_date, p_time_zone, p_pattern) w
    where not exists (select from public.slots s where s.schedule_id = v_id and s.starts_at = w.starts_at);
  end if;
  return jsonb_build_object('ok', true, 'id', v_id);
exception
  when sqlstate 'CI001' then
    get stacked diagnostics v_detail = pg_exception_detail;
    return jsonb_build_object('ok', false, 'problem', jsonb_build_object('field', 'students',
      'message', 'These students would lose their interview.', 'students', v_detail::jsonb));
  when integrity_constraint_violation or invalid_parameter_value or deadlock_detected then
    get stacked diagnostics v_constraint = constraint_name, v_message = message_text, v_detail = pg_exception_detail;
    if sqlstate = '22023' then
      return private.refusal(v_message, v_detail, 'schedules_time_zone_check');
    end if;
    return private.refusal(v_message, v_detail, v_constraint);
end
$$;
comment on function public.save_schedule(date, text, public.schedule_format, jsonb, uuid, uuid, public.schedule_video, text, text, boolean, jsonb) is
  'Creates (p_id null) or changes a schedule and its slots in one transaction. A changed date or zone keeps wall times; a changed pattern keeps the slots it also has. When students would lose their slot it refuses with problem.field "students" unless p_unassign. p_before holds columns as the editor saw them: if one is different now, problem.field is "before". {ok: true, id} or {ok: false, problem: {field, message, students?, schedule_id?}}.';

create function public.assign_student(p_slot_id uuid, p_student_id uuid default null) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_slot public.slots;
  v_constraint text;
  v_message text;
  v_detail text;
begin
  perform private.require_admin();
  -- Schedule before slot, as everywhere: a fixed order of locks.
  perform from public.schedules c where c.id = (select s.schedule_id from public.slots s where s.id = p_slot_id) for update;
  select * into v_slot from public.slots where id = p_slot_id for update;
  if not found then
    return jsonb_build_object('ok', false, 'problem', jsonb_build_object('field', 'form', 'message', 'This slot is no longer there.'));
  elsif p_student_id is not null and v_slot.student_id is not null and v_slot.student_id <> p_student_id then
    return jsonb_build_object('ok', false, 'problem', jsonb_build_object('field', 'clash', 'message',
      (select full_name from public.students where id = v_slot.student_id) || ' already has this slot.'));
  end if;
  update public.slots set student_id = p_student_id, outcome = case when p_student_id is null then null else outcome end
  where id = p_slot_id;
  return jsonb_build_object('ok', true, 'id', p_slot_id);
exception when integrity_constraint_violation or deadlock_detected then
  get stacked diagnostics v_constraint = constraint_name, v_message = message_text, v_detail = pg_exception_detail;
  return private.refusal(v_message, v_detail, v_constraint);
end
$$;
comment on function public.assign_student(uuid, uuid) is
  'Puts a student into an empty slot; null empties it. Never replaces another student. {ok: true, id} or {ok: false, problem: {field, message}}.';

create function public.assign_interviewers(p_schedule_id uuid, p_interviewer_ids uuid[] default '{}', p_new jsonb default null) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_employer uuid;
  v_ids uuid[] := coalesce(p_interviewer_ids, '{}');
  v_new uuid;
  v_constraint text;
  v_message text;
  v_detail text;
begin
  perform private.require_admin();
  select o.employer_id into v_employer
  from public.schedules c join public.ocis o on o.id = c.oci_id where c.id = p_schedule_id for update of c;
  if not found then
    return jsonb_build_object('ok', false, 'problem', jsonb_build_object('field', 'form', 'message', 'This schedule is no longer there.'));
  end if;
  if p_new is not null then
    insert into public.interviewers (employer_id, full_name, email, title, is_recruiter)
    values (v_employer, coalesce(btrim(p_new ->> 'full_name'), ''), coalesce(btrim(p_new ->> 'email'), ''), nullif(btrim(p_new ->> 'title'), ''),
      coalesce((p_new ->> 'is_recruiter')::boolean, false))
    returning id into v_new;
    v_ids := v_ids || v_new;
  end if;
  if exists (select from public.interviewers i where i.id = any (v_ids) and (i.employer_id <> v_employer or i.archived_at is not null)) then
    return jsonb_build_object('ok', false, 'problem', jsonb_build_object('field', 'form', 'message',
      'An interviewer must belong to the schedule''s employer and not be archived.'));
  end if;
  insert into public.schedule_interviewers (schedule_id, interviewer_id)
  select p_schedule_id, i from unnest(v_ids) i on conflict do nothing;
  return jsonb_build_object('ok', true, 'id', p_schedule_id, 'interviewer_id', v_new);
exception when integrity_constraint_violation or deadlock_detected then
  get stacked diagnostics v_constraint = constraint_name, v_message = message_text, v_detail = pg_exception_detail;
  return private.refusal(v_message, v_detail, v_constraint);
end
$$;
comment on function public.assign_interviewers(uuid, uuid[], jsonb) is
  'Assigns interviewers of the schedule''s employer, and a new one from p_new {full_name, email, title?, is_recruiter?}. {ok: true, id, interviewer_id} or {ok: false, problem: {field, message}}.';

create function public.release_schedules(p_schedule_ids uuid[], p_released boolean) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_count int;
begin
  perform private.require_admin();
  update public.schedules set
    released_at = case when p_released then now() end,
    released_revision = case when p_released then revision end
  where id = any (p_schedule_ids) and cancelled_at is null
    and (not p_released or released_at is null or released_revision < revision)
    and (p_released or released_at is not null);
  get diagnostics v_count = row_count;
  return jsonb_build_object('ok', true, 'changed', v_count);
end
$$;
comment on function public.release_schedules(uuid[], boolean) is
  'Releases schedules (again, when changed since) or takes the release back. Cancelled ones stay as they are. {ok: true, changed: count}.';

create function public.cancel_schedule(p_schedule_id uuid, p_cancelled boolean) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_constraint text;
  v_message text;
  v_detail text;
begin
  perform private.require_admin();
  update public.schedules set cancelled_at = case when p_cancelled then coalesce(cancelled_at, now()) end where id = p_schedule_id;
  if not found then
    return private.refusal('This schedule is no longer there.', null, null);
  end if;
  return jsonb_build_object('ok', true, 'id', p_schedule_id);
exception when integrity_constraint_violation or deadlock_detected then
  get stacked diagnostics v_constraint = constraint_name, v_message = message_text, v_detail = pg_exception_detail;
  return private.refusal(v_message, v_detail, v_constraint);
end
$$;
comment on function public.cancel_schedule(uuid, boolean) is
  'Cancels a schedule, freeing its people and room, or brings it back if they are still free. {ok: true, id} or {ok: false, problem}.';

grant execute on function public.preview_slots(date, text, jsonb),
  public.save_oci(text, uuid, uuid, text, uuid, text, text),
  public.save_schedule(date, text, public.schedule_format, jsonb, uuid, uuid, public.schedule_video, text, text, boolean, jsonb),
  public.assign_student(uuid, uuid), public.assign_interviewers(uuid, uuid[], jsonb),
  public.release_schedules(uuid[], boolean), public.cancel_schedule(uuid, boolean)
  to authenticated;
grant execute on function private.pattern_problem(jsonb), private.plan_slots(date, text, jsonb),
  private.clash(text), private.zone_abbreviation(timestamptz, text), private.span(timestamptz, timestamptz, text),
  private.overlap(uuid, uuid, timestamptz, timestamptz), private.refusal(text, text, text) to authenticated;
