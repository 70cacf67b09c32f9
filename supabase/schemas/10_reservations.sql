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

create function private.required_reservations(p_slot_ids uuid[])
returns table (slot_id uuid, resource text, during tstzrange)
language sql stable security definer set search_path = ''
as $$
  with interviews as (
    select s.id, s.schedule_id, s.student_id, c.location, tstzrange(s.starts_at, s.ends_at) as during
    from public.slots s join public.schedules c on c.id = s.schedule_id
    where s.id = any (p_slot_ids) and s.kind = 'interview' and c.cancelled_at is null
  )
  select h.id, 'student:' || h.student_id, h.during from interviews h where h.student_id is not null
  union all
  select h.id, 'location:' || lower(btrim(h.location)), h.during from interviews h where h.location is not null
  union all
  select h.id, 'interviewer:' || si.interviewer_id, h.during
  from interviews h join public.schedule_interviewers si on si.schedule_id = h.schedule_id
  where not exists (select from public.slot_interviewers o where o.slot_id = h.id)
     or exists (select from public.slot_interviewers o where o.slot_id = h.id and o.interviewer_id = si.interviewer_id)
$$;

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
  from private.required_reservations(p_slot_ids) w
  join (
    select b.slot_id, b.resource, b.during from private.reservations b where not b.slot_id = any (p_slot_ids)
    union all
    select * from private.required_reservations(p_slot_ids)
  ) h on h.resource = w.resource and h.during && w.during and h.slot_id <> w.slot_id
  cross join lateral (select split_part(h.resource, ':', 1) as kind) r
  join public.slots s on s.id = h.slot_id
  join public.schedules c on c.id = s.schedule_id
  join public.ocis o on o.id = c.oci_id
  join public.employers e on e.id = o.employer_id
  order by w.during, h.during limit 1;
  perform private.refuse('booking_conflict', coalesce(v_conflict, '{}'));
end
$$;
comment on function private.refuse_booking_conflict(uuid[]) is
  'Refuses these slots'' reservations with what the first of them conflicts with: {kind: student|interviewer|location, name, employer, schedule_id, starts_at, ends_at, time_zone}; {} when that is gone by now.';

create function private.sync_reservations(p_slot_ids uuid[]) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  -- Locking in one order makes concurrent writers wait in line: without it two of them can deadlock on the constraint.
  -- Resources share a thousand locks: the server holds a few thousand, and an import has 20,000 students.
  perform pg_advisory_xact_lock(hashtext('reservations'), k)
  from (select distinct abs(hashtext(w.resource) % 1000) as k from private.required_reservations(p_slot_ids) w order by 1) keys;
  begin
    delete from private.reservations b where b.slot_id = any (p_slot_ids);
    insert into private.reservations (slot_id, resource, during)
    select w.slot_id, w.resource, w.during from private.required_reservations(p_slot_ids) w;
  exception when exclusion_violation then
    perform private.refuse_booking_conflict(p_slot_ids);
  end;
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

create function private.refresh_on_slot_change() returns trigger
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
    perform private.sync_reservations(v_slots);
  end if;
  perform private.refresh_schedules(v_schedules);
  return null;
end
$$;
create trigger slots_inserted after insert on public.slots referencing new table as new_rows
  for each statement execute function private.refresh_on_slot_change();
create trigger slots_updated after update on public.slots referencing new table as new_rows
  for each statement execute function private.refresh_on_slot_change();
create trigger slots_deleted after delete on public.slots referencing old table as old_rows
  for each statement execute function private.refresh_on_slot_change();

create function private.refresh_on_interviewer_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_schedules uuid[];
begin
  select array_agg(distinct schedule_id) into v_schedules from rows;
  perform private.sync_reservations(array(select s.id from public.slots s where s.schedule_id = any (v_schedules)));
  perform private.refresh_schedules(v_schedules);
  return null;
end
$$;
create trigger schedule_interviewers_inserted after insert on public.schedule_interviewers referencing new table as rows
  for each statement execute function private.refresh_on_interviewer_change();
create trigger schedule_interviewers_deleted after delete on public.schedule_interviewers referencing old table as rows
  for each statement execute function private.refresh_on_interviewer_change();

create function private.sync_reservations_on_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.sync_reservations(array(select distinct r.slot_id from rows r join public.slots s on s.id = r.slot_id));
  return null;
end
$$;
create trigger slot_interviewers_inserted after insert on public.slot_interviewers referencing new table as rows
  for each statement execute function private.sync_reservations_on_change();
create trigger slot_interviewers_deleted after delete on public.slot_interviewers referencing old table as rows
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
  elsif (new.location, new.cancelled_at is null) is distinct from (old.location, old.cancelled_at is null) then
    perform private.sync_reservations(array(select s.id from public.slots s where s.schedule_id = new.id));
  end if;
  return null;
end
$$;
create trigger schedules_changed after update on public.schedules
  for each row execute function private.move_slots_with_schedule();
