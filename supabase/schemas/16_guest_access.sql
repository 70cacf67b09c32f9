-- Guest access: which rows an interviewer and a student may read, and when.

create function private.is_visible_to_interviewer(s public.schedules, si public.schedule_interviewers) returns boolean
language sql immutable set search_path = ''
as $$ select s.released_at is not null or si.invited_at is not null $$;
comment on function private.is_visible_to_interviewer(public.schedules, public.schedule_interviewers) is
  'An interviewer may know of a schedule once it is released or its link was sent to them.';

create function private.is_announced(s public.schedules) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
  return s.released_at is not null
    or exists (select from public.schedule_interviewers si where si.schedule_id = s.id and si.invited_at is not null);
end
$$;
comment on function private.is_announced(public.schedules) is 'Whether anyone outside the office may know of a schedule: it is released, or its link was sent to somebody.';

create function private.is_visible_to_student(s public.schedules) returns boolean
language sql immutable set search_path = ''
as $$ select s.released_at is not null and s.canceled_at is null $$;
comment on function private.is_visible_to_student(public.schedules) is 'A student may know of their interviews once the schedule is released, until it is canceled.';

create function private.interviewer_schedules() returns setof uuid
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_me uuid := private.interviewer_id();
begin
  return query
    select s.id from public.schedule_interviewers si join public.schedules s on s.id = si.schedule_id
    where si.interviewer_id = v_me and private.is_visible_to_interviewer(s, si);
end
$$;

create function private.interviewer_schedules_today() returns setof uuid
language plpgsql stable security definer set search_path = ''
as $$
begin
  return query
    select s.id from public.schedules s
    where s.id = any (array(select private.interviewer_schedules()))
      and s.canceled_at is null and private.is_today(s.on_date, s.time_zone);
end
$$;

create function private.interviewer_slots_today() returns setof uuid
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_me uuid := private.interviewer_id();
begin
  return query
    select t.slot_id from private.slot_takers t
    where t.schedule_id = any (array(select private.interviewer_schedules_today())) and t.interviewer_id = v_me;
end
$$;

create function private.interviewer_students_today() returns setof uuid
language sql stable security definer set search_path = ''
as $$ select s.student_id from public.slots s where s.id = any (array(select private.interviewer_slots_today())) and s.student_id is not null $$;

create function private.interviewer_documents_today() returns setof uuid
language sql stable security definer set search_path = ''
as $$
  select d.id
  from public.slots s
  join public.schedules c on c.id = s.schedule_id
  join public.ocis o on o.id = c.oci_id
  join public.documents d on d.student_id = s.student_id
  where s.id = any (array(select private.interviewer_slots_today()))
    and (d.job_posting_id is null or d.job_posting_id = o.job_posting_id)
$$;
comment on function private.interviewer_documents_today() is
  'The documents of the students of today''s own slots, without the cover letters written for other postings.';

create function private.interviewer_colleagues_today() returns setof uuid
language sql stable security definer set search_path = ''
as $$
  select si.interviewer_id from public.schedule_interviewers si
  where si.schedule_id = any (array(select private.interviewer_schedules_today()))
$$;

create function private.interviewer_ocis() returns setof uuid
language sql stable security definer set search_path = ''
as $$ select s.oci_id from public.schedules s where s.id = any (array(select private.interviewer_schedules())) $$;

create function private.overview_employer() returns uuid
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_me uuid := private.interviewer_id();
begin
  return (select i.employer_id from public.interviewers i where i.id = v_me and i.sees_overview);
end
$$;
comment on function private.overview_employer() is 'The employer whose overview the caller may see; null for anyone else.';

create function private.student_slots() returns setof uuid
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_me uuid := private.student_id();
begin
  return query
    select s.id from public.slots s join public.schedules c on c.id = s.schedule_id
    where s.student_id = v_me and private.is_visible_to_student(c);
end
$$;

create function private.student_schedules() returns setof uuid
language sql stable security definer set search_path = ''
as $$ select s.schedule_id from public.slots s where s.id = any (array(select private.student_slots())) $$;

create function private.student_ocis() returns setof uuid
language sql stable security definer set search_path = ''
as $$ select s.oci_id from public.schedules s where s.id = any (array(select private.student_schedules())) $$;

-- Row-level security -----------------------------------------------------------------------------

create policy "Interviewers read themselves, and today's colleagues" on public.interviewers for select to interviewer
  using (id = (select private.interviewer_id()) or id = any (array(select private.interviewer_colleagues_today())));
create policy "Interviewers read their own schedules" on public.schedules for select to interviewer
  using (id = any (array(select private.interviewer_schedules())));
create policy "Interviewers read their own slots on the day" on public.slots for select to interviewer
  using (id = any (array(select private.interviewer_slots_today())));
create policy "Interviewers read the students of their slots on the day" on public.students for select to interviewer
  using (id = any (array(select private.interviewer_students_today())));
create policy "Interviewers read who interviews with them on the day" on public.schedule_interviewers for select to interviewer
  using (schedule_id = any (array(select private.interviewer_schedules_today())));
create policy "Interviewers read who takes which of today's slots" on public.slot_interviewers for select to interviewer
  using (slot_id = any (array(select private.interviewer_slots_today())));
create policy "Interviewers read the OCIs of their schedules" on public.ocis for select to interviewer
  using (id = any (array(select private.interviewer_ocis())));
create policy "Interviewers read their employer" on public.employers for select to interviewer
  using (id = (select i.employer_id from public.interviewers i where i.id = (select private.interviewer_id())));
create policy "Interviewers read the postings of their schedules" on public.job_postings for select to interviewer
  using (id in (select o.job_posting_id from public.ocis o where o.id = any (array(select private.interviewer_ocis()))));
create policy "Interviewers read the documents of their slots' students on the day" on public.documents for select to interviewer
  using (id = any (array(select private.interviewer_documents_today())));

create policy "Students read themselves" on public.students for select to student
  using (id = (select private.student_id()));
create policy "Students read their own slots once released" on public.slots for select to student
  using (id = any (array(select private.student_slots())));
create policy "Students read the schedules of their slots" on public.schedules for select to student
  using (id = any (array(select private.student_schedules())));
create policy "Students read the OCIs of their slots" on public.ocis for select to student
  using (id = any (array(select private.student_ocis())));
create policy "Students read the employers of their slots" on public.employers for select to student
  using (id in (select o.employer_id from public.ocis o where o.id = any (array(select private.student_ocis()))));
create policy "Students read the postings of their slots" on public.job_postings for select to student
  using (id in (select o.job_posting_id from public.ocis o where o.id = any (array(select private.student_ocis()))));
create policy "Students read their own documents" on public.documents for select to student
  using (student_id = (select private.student_id()));

-- Downloads alone: no list of files, and no URL that would outlive the link.
create policy "Guests download the files of the documents they read" on storage.objects for select to interviewer, student
  using (bucket_id = 'documents' and (select private.storage_operation()) = 'storage.object.get_authenticated'
    and name = any (array(select d.id::text from public.documents d)));

-- Grants -----------------------------------------------------------------------------------------

grant select (id, name, website) on public.employers to interviewer, student;
grant select (id, employer_id, full_name, title) on public.interviewers to interviewer;
grant select (id, full_name, program, class_year) on public.students to interviewer, student;
grant select (id, employer_id, title, location, url) on public.job_postings to interviewer, student;
grant select (id, student_id, kind, job_posting_id, file_name, mime_type, size, uploaded_at) on public.documents to interviewer, student;
grant usage on schema storage to interviewer, student;
grant select on storage.objects to interviewer, student;
grant select (id, employer_id, job_posting_id, name, season) on public.ocis to interviewer, student;
grant select (id, oci_id, on_date, time_zone, format, video, meeting_url, location, canceled_at, starts_at, ends_at, revision)
  on public.schedules to interviewer, student;
grant select (id, schedule_id, starts_at, ends_at, kind, label, student_id) on public.slots to interviewer, student;
grant select (schedule_id, interviewer_id) on public.schedule_interviewers to interviewer;
grant select (slot_id, schedule_id, interviewer_id) on public.slot_interviewers to interviewer;

grant execute on function private.is_visible_to_interviewer(public.schedules, public.schedule_interviewers),
  private.is_visible_to_student(public.schedules) to service_role;
grant execute on function private.interviewer_schedules(), private.interviewer_schedules_today(),
  private.interviewer_slots_today(), private.interviewer_students_today(), private.interviewer_documents_today(),
  private.interviewer_colleagues_today(), private.interviewer_ocis(), private.overview_employer() to interviewer;
grant execute on function private.student_slots(), private.student_schedules(), private.student_ocis() to student;
