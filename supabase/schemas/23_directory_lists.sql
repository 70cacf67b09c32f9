-- The directories' lists, and what they show of each student.

create view public.employer_list with (security_invoker = true) as
select e.id, e.name, e.website, e.archived_at, lower(e.name) as search,
  (select count(*)::int from public.interviewers i where i.employer_id = e.id and i.archived_at is null) as interviewers,
  (select count(*)::int from public.ocis o where o.employer_id = e.id and o.archived_at is null) as ocis
from public.employers e;
comment on view public.employer_list is 'Employers with how many interviewers and OCIs they have that are not archived.';
grant select on public.employer_list to authenticated;

create view public.interviewer_list with (security_invoker = true) as
select i.id, i.employer_id, e.name as employer, i.full_name, i.email, i.title, i.is_recruiter, i.archived_at, i.search,
  (select l.last_opened_at from public.access_links l where l.interviewer_id = i.id) as last_opened_at
from public.interviewers i
join public.employers e on e.id = i.employer_id;
comment on view public.interviewer_list is 'Interviewers with their employer and when their Interview Link was last opened.';
grant select on public.interviewer_list to authenticated;

create view public.student_list with (security_invoker = true) as
select s.id, s.full_name, s.email, s.program, s.class_year, s.archived_at, s.interviews, s.has_resume
from public.students s;
comment on view public.student_list is 'Students without the text they are found by.';
grant select on public.student_list to authenticated;

create view public.student_programs with (security_invoker = true) as
select s.program, s.class_year from public.students s where s.archived_at is null group by s.program, s.class_year;
comment on view public.student_programs is 'The programs and class years there are students of: what their list is filtered by.';
grant select on public.student_programs to authenticated;

-- Derived columns of students --------------------------------------------------------------------

create function private.refresh_students(p_student_ids uuid[]) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  -- Locked in one order, and in a statement of its own: the next one then sees what whoever held the lock has written.
  perform from public.students s where s.id = any (p_student_ids) order by s.id for no key update;
  update public.students s set interviews = t.interviews, has_resume = t.has_resume
  from (
    select p.id, (
        select (count(*) filter (where c.cancelled_at is null))::int
        from public.slots x join public.schedules c on c.id = x.schedule_id where x.student_id = p.id) as interviews,
      exists (select from public.documents d where d.student_id = p.id and d.kind = 'resume') as has_resume
    from unnest(p_student_ids) p (id)
  ) t
  where s.id = t.id and (s.interviews, s.has_resume) is distinct from (t.interviews, t.has_resume);
end
$$;

create function private.refresh_students_on_slot_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_students uuid[];
begin
  if tg_op = 'INSERT' then
    v_students := array(select distinct n.student_id from new_rows n);
  elsif tg_op = 'DELETE' then
    v_students := array(select distinct o.student_id from old_rows o);
  else
    v_students := array(
      select u.student_id from old_rows o join new_rows n on n.id = o.id cross join lateral (values (o.student_id), (n.student_id)) u (student_id)
      where o.student_id is distinct from n.student_id group by 1);
  end if;
  perform private.refresh_students(array_remove(v_students, null));
  return null;
end
$$;
create trigger slots_added_to_students after insert on public.slots referencing new table as new_rows
  for each statement execute function private.refresh_students_on_slot_change();
create trigger slots_change_students after update on public.slots referencing old table as old_rows new table as new_rows
  for each statement execute function private.refresh_students_on_slot_change();
create trigger slots_removed_from_students after delete on public.slots referencing old table as old_rows
  for each statement execute function private.refresh_students_on_slot_change();

create function private.refresh_students_on_cancellation() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.refresh_students(array(select distinct x.student_id from public.slots x where x.schedule_id = new.id and x.student_id is not null));
  return null;
end
$$;
create trigger schedules_change_students after update of cancelled_at on public.schedules
  for each row when (new.cancelled_at is null <> (old.cancelled_at is null)) execute function private.refresh_students_on_cancellation();

create function private.refresh_students_on_document_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.refresh_students(array[new.student_id, old.student_id]);
  return null;
end
$$;
create trigger documents_change_students after insert or update or delete on public.documents
  for each row execute function private.refresh_students_on_document_change();
