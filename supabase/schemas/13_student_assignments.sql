-- Student assignments: applicants, and changes of several slots at once, with undo.

create type public.application_status as enum ('preselected', 'alternate', 'declined');

create table public.applications (
  id uuid primary key default gen_random_uuid(),
  job_posting_id uuid not null references public.job_postings (id) on delete cascade,
  student_id uuid not null references public.students (id) on delete cascade,
  status public.application_status not null default 'preselected',
  rank int not null default 0,
  created_at timestamptz not null default now(),
  unique (job_posting_id, student_id)
);
comment on table public.applications is 'Who applied for a posting and what the employer chose. Lower ranks are placed first.';
create index applications_student_idx on public.applications (student_id);

create table public.assignment_changes (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  changes jsonb not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  undone_at timestamptz
);
comment on table public.assignment_changes is
  'Each change of several slots'' students at once, so that the last can be undone. changes: [{slot_id, from, to}], student ids or null.';
create index assignment_changes_created_idx on public.assignment_changes (created_by, created_at desc);

-- Row-level security and grants ------------------------------------------------------------------

select private.add_staff_policies('public.applications');
grant select, insert, update, delete on public.applications to authenticated;
select private.add_staff_policies('public.assignment_changes', '{}');
grant select on public.assignment_changes to authenticated;

create trigger applications_log after insert or update or delete on public.applications
  for each row execute function private.log_change();

create view public.applicants with (security_invoker = true) as
select o.id as oci_id, a.id as application_id, a.status, a.rank, a.student_id, st.full_name, st.email, st.program, st.class_year,
  t.slot_id, t.schedule_id, t.starts_at, t.time_zone
from public.ocis o
join public.applications a on a.job_posting_id = o.job_posting_id
join public.students st on st.id = a.student_id
left join lateral (
  select s.id as slot_id, c.id as schedule_id, s.starts_at, c.time_zone
  from public.slots s join public.schedules c on c.id = s.schedule_id
  where c.oci_id = o.id and c.canceled_at is null and s.student_id = a.student_id order by s.starts_at limit 1
) t on true;
comment on view public.applicants is 'An OCI''s applicants, each with the slot they hold in it, if any.';
grant select on public.applicants to authenticated;

-- Functions --------------------------------------------------------------------------------------

create function private.change_assignments(p_kind text, p_changes jsonb) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  v_id uuid;
  v_stale record;
begin
  perform private.require_admin();
  if p_changes is null or (select count(distinct x ->> 'slot_id') <> count(*) from jsonb_array_elements(p_changes) x) then
    perform private.refuse('slot_named_twice');
  end if;
  perform from public.schedules c
  where c.id in (select s.schedule_id from public.slots s where s.id in (select (x ->> 'slot_id')::uuid from jsonb_array_elements(p_changes) x))
  order by c.id for update;

  select st.full_name into v_stale
  from jsonb_to_recordset(p_changes) as w (slot_id uuid, "from" uuid, "to" uuid)
  left join public.slots s on s.id = w.slot_id
  left join public.students st on st.id = s.student_id
  where s.id is null or s.student_id is distinct from w."from" limit 1;
  if found and v_stale.full_name is not null then
    perform private.refuse('slot_taken', jsonb_build_object('student', v_stale.full_name));
  elsif found then
    perform private.refuse('slot_changed');
  end if;

  update public.slots s set student_id = w."to", outcome = null
  from jsonb_to_recordset(p_changes) as w (slot_id uuid, "to" uuid) where s.id = w.slot_id;
  insert into public.assignment_changes (kind, changes, created_by) values (p_kind, p_changes, private.user_id()) returning id into v_id;
  return v_id;
end
$$;
comment on function private.change_assignments(text, jsonb) is
  'Sets several slots'' students at once, all or none, if each still holds the one it is said to hold ("from"). Remembers the change for undo_assignments: its id.';

create function public.swap_students(p_slot_id uuid, p_other_slot_id uuid) returns uuid
language plpgsql set search_path = ''
as $$
declare
  v_changes jsonb;
begin
  perform private.require_admin();
  select jsonb_agg(jsonb_build_object('slot_id', a.id, 'from', a.student_id, 'to', b.student_id)) into v_changes
  from public.slots a
  join public.slots b on (a.id, b.id) in ((p_slot_id, p_other_slot_id), (p_other_slot_id, p_slot_id));
  if v_changes is null then
    perform private.refuse('not_found', '{"what": "slot"}');
  end if;
  return private.change_assignments('swap', v_changes);
end
$$;
comment on function public.swap_students(uuid, uuid) is
  'Swaps what two slots hold, of one schedule or of two; an empty one makes it a move. The change''s id.';

create function public.plan_assignments(p_schedule_ids uuid[])
returns table (slot_id uuid, schedule_id uuid, starts_at timestamptz, ends_at timestamptz, time_zone text, student_id uuid, full_name text)
language plpgsql stable set search_path = ''
as $$
declare
  v_taken uuid[] := '{}';
  v_planned jsonb := '[]';
  v_applicant record;
  v_slot record;
begin
  for v_applicant in
    select o.id as oci_id, a.student_id, st.full_name
    from public.ocis o
    join public.applications a on a.job_posting_id = o.job_posting_id and a.status = 'preselected'
    join public.students st on st.id = a.student_id and st.archived_at is null
    where o.id in (select c.oci_id from public.schedules c where c.id = any (p_schedule_ids))
      and not exists (
        select from public.slots s join public.schedules c on c.id = s.schedule_id
        where c.oci_id = o.id and c.canceled_at is null and s.student_id = a.student_id)
    order by a.rank, a.created_at, st.full_name
  loop
    select s.id, s.schedule_id, s.starts_at, s.ends_at, c.time_zone into v_slot
    from public.slots s join public.schedules c on c.id = s.schedule_id
    where c.id = any (p_schedule_ids) and c.oci_id = v_applicant.oci_id and c.canceled_at is null
      and s.kind = 'interview' and s.student_id is null and s.starts_at > private.clock() and not s.id = any (v_taken)
      and not exists (
        select from public.slots o join public.schedules oc on oc.id = o.schedule_id
        where o.student_id = v_applicant.student_id and oc.canceled_at is null
          and tstzrange(o.starts_at, o.ends_at) && tstzrange(s.starts_at, s.ends_at))
      and not exists (
        select from jsonb_to_recordset(v_planned) as p (student uuid, starts timestamptz, ends timestamptz)
        where p.student = v_applicant.student_id and tstzrange(p.starts, p.ends) && tstzrange(s.starts_at, s.ends_at))
    order by s.starts_at, s.id limit 1;
    if found then
      v_taken := v_taken || v_slot.id;
      v_planned := v_planned || jsonb_build_object('student', v_applicant.student_id, 'starts', v_slot.starts_at, 'ends', v_slot.ends_at);
    end if;
    slot_id := v_slot.id;
    schedule_id := v_slot.schedule_id;
    starts_at := v_slot.starts_at;
    ends_at := v_slot.ends_at;
    time_zone := v_slot.time_zone;
    student_id := v_applicant.student_id;
    full_name := v_applicant.full_name;
    return next;
  end loop;
end
$$;
comment on function public.plan_assignments(uuid[]) is
  'Auto-assign''s plan: each preselected applicant without an interview of the OCI, by rank, with the first empty slot to come in which they are free; slot_id null when there is none. Moves nobody.';

create function public.apply_assignments(p_plan jsonb) returns uuid
language sql set search_path = ''
as $$
  select private.change_assignments('auto-assign', coalesce(jsonb_agg(jsonb_build_object('slot_id', p.slot_id, 'from', null, 'to', p.student_id)), '[]'))
  from jsonb_to_recordset(p_plan) as p (slot_id uuid, student_id uuid) where p.slot_id is not null
$$;
comment on function public.apply_assignments(jsonb) is
  'Applies a plan [{slot_id, student_id}] as it was shown: refused as a whole when a slot is no longer empty. The change''s id.';

create function private.undo_assignments(p_change_id uuid) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  v_change public.assignment_changes;
begin
  perform private.require_admin();
  select * into v_change from public.assignment_changes where id = p_change_id and undone_at is null for update;
  if not found then
    perform private.refuse('already_undone');
  end if;
  update public.assignment_changes set undone_at = now() where id = p_change_id;
  return private.change_assignments('undo', (
    select jsonb_agg(jsonb_build_object('slot_id', x -> 'slot_id', 'from', x -> 'to', 'to', x -> 'from'))
    from jsonb_array_elements(v_change.changes) x));
end
$$;

create function public.undo_assignments(p_change_id uuid) returns uuid
language sql set search_path = ''
as $$ select private.undo_assignments(p_change_id) $$;
comment on function public.undo_assignments(uuid) is
  'Undoes a change of assignments, if its slots still hold what it put there. The undoing''s id.';

create function public.place_applicant(p_application_id uuid, p_slot_id uuid default null) returns void
language plpgsql set search_path = ''
as $$
declare
  v_student uuid;
begin
  perform private.require_admin();
  select a.student_id into v_student from public.applications a where a.id = p_application_id for update;
  if not found then
    perform private.refuse('not_found', '{"what": "applicant"}');
  end if;
  if p_slot_id is not null then
    perform public.assign_student(p_slot_id, v_student);
  end if;
  update public.applications set status = 'preselected' where id = p_application_id and status <> 'preselected';
end
$$;
comment on function public.place_applicant(uuid, uuid) is
  'Makes an applicant a preselected one and gives them a slot, if one is named: both or neither.';

create function public.decline_applicant(p_application_id uuid, p_slot_id uuid default null, p_alternate_id uuid default null)
returns void
language plpgsql set search_path = ''
as $$
declare
  v_declined public.applications;
  v_alternate public.applications;
begin
  perform private.require_admin();
  perform from public.applications a where a.id in (p_application_id, p_alternate_id) order by a.id for update;
  select * into v_declined from public.applications where id = p_application_id;
  select * into v_alternate from public.applications
  where id = p_alternate_id and status = 'alternate' and job_posting_id = v_declined.job_posting_id;
  if v_declined.id is null then
    perform private.refuse('not_found', '{"what": "applicant"}');
  elsif p_alternate_id is not null and v_alternate.id is null then
    perform private.refuse('alternate_changed');
  end if;
  if p_slot_id is not null then
    perform from public.schedules c where c.id = (select s.schedule_id from public.slots s where s.id = p_slot_id) for update;
    update public.slots set student_id = v_alternate.student_id, outcome = null
    where id = p_slot_id and student_id = v_declined.student_id;
    if not found then
      perform private.refuse('slot_changed');
    end if;
  end if;
  update public.applications set status = 'declined' where id = v_declined.id;
  update public.applications set status = 'preselected' where id = v_alternate.id;
end
$$;
comment on function public.decline_applicant(uuid, uuid, uuid) is
  'Declines an applicant, takes them off the slot they hold, and promotes an alternate of the same posting into it, if one is named: all or nothing.';

grant execute on function private.change_assignments(text, jsonb), public.swap_students(uuid, uuid),
  public.plan_assignments(uuid[]), public.apply_assignments(jsonb), private.undo_assignments(uuid),
  public.undo_assignments(uuid), public.place_applicant(uuid, uuid), public.decline_applicant(uuid, uuid, uuid)
  to authenticated;
