-- Reservations: no person and no location is taken twice at a time. What follows from a changed slot or assignment.

create table private.reservations (
  slot_id uuid not null references public.slots (id) on delete cascade,
  resource text not null,
  during tstzrange not null,
  primary key (slot_id, resource),
  constraint booking_conflict exclude using gist (resource with =, during with &&) deferrable initially immediate
);
comment on table private.reservations is
  'Which people and location each interview takes: "student:<id>", "interviewer:<id>", "location:<name>". Derived by private.sync_reservations; its exclusion constraint is the rule against double booking.';

alter table private.reservations enable row level security;

create function private.location_key(p_location text) returns text
language sql immutable set search_path = ''
as $$ select lower(btrim(p_location)) $$;
comment on function private.location_key(text) is 'Two locations of the same key are one.';

create view private.required_reservations with (security_invoker = true) as
with interviews as not materialized (
  select s.id, s.student_id, c.location, tstzrange(s.starts_at, s.ends_at) as during
  from public.slots s join public.schedules c on c.id = s.schedule_id
  where s.kind = 'interview' and c.canceled_at is null
)
select i.id as slot_id, 'student:' || i.student_id as resource, i.during from interviews i where i.student_id is not null
union all
select i.id, 'location:' || private.location_key(i.location), i.during from interviews i where i.location is not null
union all
select i.id, 'interviewer:' || t.interviewer_id, i.during from interviews i join private.slot_takers t on t.slot_id = i.id;
comment on view private.required_reservations is 'What each interview reserves, as private.reservations is meant to hold it.';

create function private.refuse_booking_conflict(p_slot_ids uuid[]) returns void
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_conflict jsonb;
begin
  select jsonb_build_object(
    'kind', r.kind, 'name', case r.kind
      when 'student' then (select st.full_name from public.students st where st.id::text = split_part(h.resource, ':', 2))
      when 'interviewer' then (select i.full_name from public.interviewers i where i.id::text = split_part(h.resource, ':', 2))
      else c.location end,
    'employer', e.name, 'schedule_id', c.id, 'starts_at', s.starts_at, 'ends_at', s.ends_at, 'time_zone', c.time_zone) into v_conflict
  from private.required_reservations w
  join (
    select b.slot_id, b.resource, b.during from private.reservations b where not b.slot_id = any (p_slot_ids)
    union all
    select r.slot_id, r.resource, r.during from private.required_reservations r where r.slot_id = any (p_slot_ids)
  ) h on h.resource = w.resource and h.during && w.during and h.slot_id <> w.slot_id
  cross join lateral (select split_part(h.resource, ':', 1) as kind) r
  join public.slots s on s.id = h.slot_id
  join public.schedules c on c.id = s.schedule_id
  join public.ocis o on o.id = c.oci_id
  join public.employers e on e.id = o.employer_id
  where w.slot_id = any (p_slot_ids)
  order by w.during, h.during limit 1;
  perform private.refuse('booking_conflict', coalesce(v_conflict, '{}'));
end
$$;
comment on function private.refuse_booking_conflict(uuid[]) is
  'Refuses these slots'' reservations with what the first of them conflicts with: {kind: student|interviewer|location, name, employer, schedule_id, starts_at, ends_at, time_zone}; {} when that is gone by now.';

create function private.sync_reservations(p_slot_ids uuid[]) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_required private.reservations[];
begin
  -- Whoever changes the same schedule waits here, and then sees what the first has written.
  perform from public.schedules c
  where c.id in (select s.schedule_id from public.slots s where s.id = any (p_slot_ids)) order by c.id for no key update;
  select array_agg((r.slot_id, r.resource, r.during)::private.reservations) into v_required
  from private.required_reservations r where r.slot_id = any (p_slot_ids);
  delete from private.reservations b
  where b.slot_id = any (p_slot_ids) and (b.slot_id, b.resource, b.during) not in (select r.slot_id, r.resource, r.during from unnest(v_required) r);
  select array_agg((r.slot_id, r.resource, r.during)::private.reservations) into v_required
  from unnest(v_required) r
  where (r.slot_id, r.resource) not in (select b.slot_id, b.resource from private.reservations b where b.slot_id = any (p_slot_ids));
  -- Locking in one order makes concurrent writers wait in line: without it two of them can deadlock on the constraint.
  -- Resources share a thousand locks: the server holds a few thousand, and an import has 20,000 students.
  perform pg_advisory_xact_lock(hashtext('reservations'), k)
  from (select distinct abs(hashtext(r.resource) % 1000) as k from unnest(v_required) r order by 1) keys;
  begin
    insert into private.reservations (slot_id, resource, during)
    select r.slot_id, r.resource, r.during from unnest(v_required) r;
  exception when exclusion_violation then
    perform private.refuse_booking_conflict(p_slot_ids);
  end;
end
$$;
comment on function private.sync_reservations(uuid[]) is 'Adds and removes what these slots'' reservations lack and have too many.';

create function private.refresh_schedule_times(p_schedule_ids uuid[]) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  -- Locked in a statement of its own: the next one then sees what whoever held the lock has written.
  perform from public.schedules c where c.id = any (p_schedule_ids) order by c.id for no key update;
  update public.schedules c set starts_at = t.starts_at, ends_at = t.ends_at, times_hash = t.times_hash
  from (
    select c.id, min(s.starts_at) as starts_at, max(s.ends_at) as ends_at,
      md5(coalesce(string_agg(concat_ws('|', s.kind, extract(epoch from s.starts_at), extract(epoch from s.ends_at)), ';' order by s.starts_at), '')) as times_hash
    from public.schedules c left join public.slots s on s.schedule_id = c.id
    where c.id = any (p_schedule_ids)
    group by c.id
  ) t
  where c.id = t.id and (c.starts_at, c.ends_at, c.times_hash) is distinct from (t.starts_at, t.ends_at, t.times_hash);
end
$$;

create function private.refresh_on_slot_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_slots uuid[];
  v_schedules uuid[];
  v_retimed uuid[];
  v_students uuid[];
begin
  -- Set operations find what has changed: a join of the two would be planned for the few rows of the first statement.
  if tg_op = 'INSERT' then
    select array_agg(n.id), array_agg(distinct n.schedule_id), array_agg(n.student_id) into v_slots, v_schedules, v_students from new_rows n;
    v_retimed := v_schedules;
  elsif tg_op = 'DELETE' then
    select array_agg(distinct o.schedule_id), array_agg(o.student_id) into v_schedules, v_students from old_rows o;
    v_retimed := v_schedules;
  else
    select array_agg(c.id), array_agg(distinct c.schedule_id) into v_slots, v_schedules from (
      select id, schedule_id, kind, starts_at, ends_at, student_id from new_rows
      except select id, schedule_id, kind, starts_at, ends_at, student_id from old_rows) c;
    -- Outcomes and labels concern nobody here.
    if v_slots is null then
      return null;
    end if;
    v_retimed := array(select distinct c.schedule_id from (
      select id, schedule_id, kind, starts_at, ends_at from new_rows
      except select id, schedule_id, kind, starts_at, ends_at from old_rows) c);
    v_students := array(
      select c.student_id from (select id, student_id from new_rows except select id, student_id from old_rows) c
      union
      select c.student_id from (select id, student_id from old_rows except select id, student_id from new_rows) c);
  end if;
  if v_slots is not null then
    perform private.sync_reservations(v_slots);
  end if;
  if v_retimed <> '{}' then
    perform private.refresh_schedule_times(v_retimed);
  end if;
  perform private.mark_stale('oci', array(select c.oci_id from public.schedules c where c.id = any (v_schedules)));
  perform private.mark_stale('student', v_students);
  return null;
end
$$;
create trigger slots_inserted after insert on public.slots referencing new table as new_rows
  for each statement execute function private.refresh_on_slot_change();
create trigger slots_updated after update on public.slots referencing old table as old_rows new table as new_rows
  for each statement execute function private.refresh_on_slot_change();
create trigger slots_deleted after delete on public.slots referencing old table as old_rows
  for each statement execute function private.refresh_on_slot_change();

create function private.refresh_on_interviewer_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.sync_reservations(array(select s.id from changed c join public.slots s on s.schedule_id = c.schedule_id));
  perform private.mark_stale('oci', array(select s.oci_id from changed c join public.schedules s on s.id = c.schedule_id));
  return null;
end
$$;
create trigger schedule_interviewers_inserted after insert on public.schedule_interviewers referencing new table as changed
  for each statement execute function private.refresh_on_interviewer_change();
create trigger schedule_interviewers_deleted after delete on public.schedule_interviewers referencing old table as changed
  for each statement execute function private.refresh_on_interviewer_change();

create function private.sync_reservations_on_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.sync_reservations(array(select distinct c.slot_id from changed c join public.slots s on s.id = c.slot_id));
  return null;
end
$$;
create trigger slot_interviewers_inserted after insert on public.slot_interviewers referencing new table as changed
  for each statement execute function private.sync_reservations_on_change();
create trigger slot_interviewers_deleted after delete on public.slot_interviewers referencing old table as changed
  for each statement execute function private.sync_reservations_on_change();

create function private.move_slots_with_schedule() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- People agreed on wall times: a new zone or date moves the instants.
  if (new.on_date, new.time_zone) is distinct from (old.on_date, old.time_zone) then
    update public.slots s set
      starts_at = (s.starts_at at time zone old.time_zone + (new.on_date - old.on_date) * interval '1 day') at time zone new.time_zone,
      ends_at = (s.ends_at at time zone old.time_zone + (new.on_date - old.on_date) * interval '1 day') at time zone new.time_zone
    where s.schedule_id = new.id;
  end if;
  if (new.location, new.canceled_at is null) is distinct from (old.location, old.canceled_at is null) then
    perform private.sync_reservations(array(select s.id from public.slots s where s.schedule_id = new.id));
  end if;
  return null;
end
$$;
create trigger schedules_moved after update of on_date, time_zone, location, canceled_at on public.schedules
  for each row when (
    (new.on_date, new.time_zone, new.location, new.canceled_at is null) is distinct from (old.on_date, old.time_zone, old.location, old.canceled_at is null))
  execute function private.move_slots_with_schedule();

grant execute on function private.location_key(text) to authenticated;
