-- A season of a large university: for every OCI a quarter of an employer, one interviewer, two
-- schedules, six slots, three students, two emails and eight lines of activity.
-- bench.ocis says how many OCIs; 10,000 unless it is set.

set session_replication_role = replica;

create temporary view size as
select coalesce(nullif(current_setting('bench.ocis', true), ''), '10000')::int as ocis;

insert into auth.users (id, email) values (md5('admin')::uuid, 'admin@school.example');
insert into staff (user_id, full_name, role) values (md5('admin')::uuid, 'Ada Admin', 'admin');
insert into employers (id, name)
select md5('employer' || n)::uuid, (array['Northwind', 'Contoso', 'Meridian', 'Saguaro', 'Kestrel', 'Harbor', 'Fjord', 'Alder'])[1 + n % 8] || ' ' || n
from size, generate_series(1, ocis / 4) n;
insert into interviewers (id, employer_id, full_name, email)
select md5('interviewer' || n)::uuid, md5('employer' || 1 + n % (ocis / 4))::uuid, 'Interviewer ' || n, 'interviewer' || n || '@employer.example'
from size, generate_series(1, ocis) n;
insert into students (id, full_name, email, program, class_year)
select md5('student' || n)::uuid, 'Student ' || n, 'student' || n || '@school.example', (array['JD', 'LLM', 'MBA'])[1 + n % 3], 2027 + n % 3
from size, generate_series(1, 3 * ocis) n;
insert into job_postings (id, employer_id, title)
select md5('posting' || n)::uuid, md5('employer' || n)::uuid, 'Analyst ' || n from size, generate_series(1, ocis / 4) n;
insert into applications (job_posting_id, student_id, rank)
select md5('posting' || 1 + n % (ocis / 4))::uuid, md5('student' || 1 + n % (3 * ocis))::uuid, n
from size, generate_series(1, 3 * ocis) n;
insert into ocis (id, employer_id, job_posting_id, season)
select md5('oci' || n)::uuid, md5('employer' || 1 + n % (ocis / 4))::uuid, md5('posting' || 1 + n % (ocis / 4))::uuid,
  (array['Fall 2025', 'Spring 2026', 'Fall 2026', 'Spring 2027'])[1 + n % 4]
from size, generate_series(1, ocis) n;
insert into schedules (id, oci_id, on_date, time_zone, format, video, meeting_url, location, pattern, released_at, released_revision, starts_at, ends_at)
select md5('schedule' || n)::uuid, md5('oci' || 1 + n % ocis)::uuid, current_date - 200 + n % 400, 'UTC',
  (case when n % 5 = 0 then 'in_person' else 'virtual' end)::schedule_format,
  (case when n % 5 = 1 then 'external' when n % 5 > 1 then 'in_app' end)::schedule_video,
  case when n % 100 > 1 and n % 5 = 1 then 'https://meet.example/' || n end, case when n % 5 = 0 then 'Room ' || n end, '{}',
  case when n % 3 > 0 then now() end, case when n % 3 > 0 then 1 end,
  current_date - 200 + n % 400 + interval '9 hours', current_date - 200 + n % 400 + interval '11 hours'
from size, generate_series(1, 2 * ocis) n;
insert into slots (id, schedule_id, starts_at, ends_at, student_id)
select md5('slot' || n)::uuid, md5('schedule' || 1 + n % (2 * ocis))::uuid,
  current_date - 200 + (1 + n % (2 * ocis)) % 400 + interval '9 hours' + (n / (2 * ocis)) * interval '40 minutes',
  current_date - 200 + (1 + n % (2 * ocis)) % 400 + interval '9 hours 30 minutes' + (n / (2 * ocis)) * interval '40 minutes',
  case when n % 4 > 0 then md5('student' || 1 + n % (3 * ocis))::uuid end
from size, generate_series(0, 6 * ocis - 1) n;
insert into schedule_interviewers (schedule_id, interviewer_id)
select md5('schedule' || n)::uuid, md5('interviewer' || 1 + n % ocis)::uuid
from size, generate_series(1, 2 * ocis) n where n % 10 > 0;
insert into email_batches (id, request_id, created_at, summary)
select md5('batch' || n)::uuid, md5('request' || n)::uuid, now() - n * interval '200 minutes', '{"queued": 20}'
from size, generate_series(0, ocis / 10) n;
insert into emails (id, kind, batch_id, interviewer_id, to_name, to_email, subject, about, created_at, status)
select md5('email' || n)::uuid, 'interview_link', md5('batch' || n / 20)::uuid, md5('interviewer' || 1 + n % ocis)::uuid,
  'Interviewer ' || 1 + n % ocis, 'interviewer' || 1 + n % ocis || '@employer.example', 'Your interview link: Employer ' || 1 + n % (ocis / 4),
  'Your interviews are on day ' || n || '. They will show on your page on that day.', now() - n * interval '10 minutes',
  (array['delivered', 'sent', 'bounced', 'queued', 'delivered', 'delivered', 'delivered', 'delivered'])[1 + n % 8]::email_status
from size, generate_series(1, 2 * ocis) n;
-- What follows is planned for tables of this size.
analyze;
insert into email_schedules (email_id, schedule_id, person_id, is_interviewer, snapshot, sequence)
select md5('email' || n)::uuid, md5('schedule' || n)::uuid, md5('interviewer' || 1 + n % ocis)::uuid, true,
  private.person_facts(md5('schedule' || n)::uuid, md5('interviewer' || 1 + n % ocis)::uuid), 1
from size, generate_series(1, 2 * ocis) n;
insert into activity (at, actor_name, action, oci_id, schedule_id, names, search)
select now() - n * interval '2 minutes', 'Ada Admin', (array['slots.update', 'schedules.update', 'schedule_interviewers.insert', 'ocis.update'])[1 + n % 4],
  md5('oci' || 1 + n % ocis)::uuid, md5('schedule' || 1 + n % (2 * ocis))::uuid, '{}', 'ada admin employer ' || n % (ocis / 4) || ' student ' || n
from size, generate_series(1, 8 * ocis) n;
update students s set interviews = t.interviews
from (select student_id, count(*)::int as interviews from slots group by student_id) t where s.id = t.student_id;
insert into access_links (interviewer_id, last_opened_at)
select md5('interviewer' || n)::uuid, case when n % 2 = 0 then now() - n * interval '1 minute' end from size, generate_series(1, ocis) n;

drop view size;
set session_replication_role = origin;
select private.refresh_ocis(array(select id from ocis));
