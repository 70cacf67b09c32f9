-- The directories' lists, and what they show of each student.

create view public.employer_list with (security_invoker = true) as
select e.id, e.name, e.website, e.archived_at, lower(e.name) as search,
  (select count(*)::int from public.interviewers i where i.employer_id = e.id and i.archived_at is null) as interviewers,
  (select count(*)::int from public.ocis o where o.employer_id = e.id and o.archived_at is null) as ocis
from public.employers e;
comment on view public.employer_list is 'Employers with how many interviewers and OCIs they have that are not archived.';
grant select on public.employer_list to authenticated;

create view public.interviewer_list with (security_invoker = true) as
select i.id, i.employer_id, e.name as employer, i.full_name, i.email, i.title, i.is_recruiter, i.sees_overview, i.archived_at, i.search,
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
