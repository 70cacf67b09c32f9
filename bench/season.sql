-- A season of a large university: 10,000 OCIs, 20,000 schedules, 60,000 slots, 30,000 students.

set session_replication_role = replica;

insert into employers (id, name)
select md5('employer' || n)::uuid, (array['Northwind', 'Contoso', 'Meridian', 'Saguaro', 'Kestrel', 'Harbor', 'Fjord', 'Alder'])[1 + n % 8] || ' ' || n
from generate_series(1, 2500) n;
insert into interviewers (id, employer_id, full_name, email)
select md5('interviewer' || n)::uuid, md5('employer' || 1 + n % 2500)::uuid, 'Interviewer ' || n, 'interviewer' || n || '@employer.example'
from generate_series(1, 10000) n;
insert into students (id, full_name, email, program, class_year)
select md5('student' || n)::uuid, 'Student ' || n, 'student' || n || '@school.example', 'JD', 2027
from generate_series(1, 30000) n;
insert into job_postings (id, employer_id, title)
select md5('posting' || n)::uuid, md5('employer' || n)::uuid, 'Analyst ' || n from generate_series(1, 2500) n;
insert into ocis (id, employer_id, job_posting_id, season)
select md5('oci' || n)::uuid, md5('employer' || 1 + n % 2500)::uuid, md5('posting' || 1 + n % 2500)::uuid,
  (array['Fall 2025', 'Spring 2026', 'Fall 2026', 'Spring 2027'])[1 + n % 4]
from generate_series(1, 10000) n;
insert into schedules (id, oci_id, on_date, time_zone, format, video, pattern, released_at, released_revision, interview_count, assigned_count, interviewer_count, starts_at, ends_at)
select md5('schedule' || n)::uuid, md5('oci' || 1 + n % 10000)::uuid, current_date - 200 + n % 400, 'UTC', 'virtual', 'in_app', '{}',
  case when n % 3 > 0 then now() end, case when n % 3 > 0 then 1 end, 3, n % 4, case when n % 10 > 0 then 1 else 0 end,
  current_date - 200 + n % 400 + interval '9 hours', current_date - 200 + n % 400 + interval '11 hours'
from generate_series(1, 20000) n;
insert into slots (id, schedule_id, starts_at, ends_at, student_id)
select md5('slot' || n)::uuid, md5('schedule' || 1 + n % 20000)::uuid,
  current_date - 200 + (1 + n % 20000) % 400 + interval '9 hours' + (n / 20000) * interval '40 minutes',
  current_date - 200 + (1 + n % 20000) % 400 + interval '9 hours 30 minutes' + (n / 20000) * interval '40 minutes',
  case when n % 4 > 0 then md5('student' || 1 + n % 30000)::uuid end
from generate_series(0, 59999) n;
insert into schedule_interviewers (schedule_id, interviewer_id)
select md5('schedule' || n)::uuid, md5('interviewer' || 1 + n % 10000)::uuid from generate_series(1, 20000) n where n % 10 > 0;
insert into oci_list (id, employer_id) select id, employer_id from ocis;

set session_replication_role = origin;
select private.refresh_ocis(array(select id from ocis));
analyze;
