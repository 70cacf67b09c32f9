-- Fifty OCIs of ten days hence, each with one released In-App Video schedule of twelve slots, six interviewers,
-- and twelve students who are in none of them yet.

insert into auth.users (id, email) values (md5('admin')::uuid, 'admin@school.example');
insert into staff (user_id, full_name, role) values (md5('admin')::uuid, 'Ada Admin', 'admin');
insert into settings (school_name, office_name, sender_name, sender_email, support_email)
values ('School', 'Office', 'Office', 'office@school.example', 'help@school.example');
insert into employers (id, name) select md5('employer' || n)::uuid, 'Employer ' || n from generate_series(1, 50) n;
insert into ocis (id, employer_id, season) select md5('oci' || n)::uuid, md5('employer' || n)::uuid, 'Fall' from generate_series(1, 50) n;
insert into interviewers (id, employer_id, full_name, email)
select md5('interviewer' || n || '/' || k)::uuid, md5('employer' || n)::uuid, 'Interviewer ' || n || ' ' || k, 'i' || n || '.' || k || '@employer.example'
from generate_series(1, 50) n, generate_series(1, 6) k;
insert into students (id, full_name, email)
select md5('student' || n || '/' || k)::uuid, 'Student ' || n || ' ' || k, 's' || n || '.' || k || '@school.example'
from generate_series(1, 50) n, generate_series(1, 12) k;
insert into schedules (id, oci_id, on_date, time_zone, format, video, pattern)
select md5('schedule' || n)::uuid, md5('oci' || n)::uuid, current_date + 10, 'UTC', 'virtual', 'in_app', '{}' from generate_series(1, 50) n;
insert into slots (id, schedule_id, starts_at, ends_at)
select md5('slot' || n || '/' || k)::uuid, md5('schedule' || n)::uuid,
  current_date + 10 + interval '9 hours' + k * interval '30 minutes', current_date + 10 + interval '9 hours' + (k + 1) * interval '30 minutes'
from generate_series(1, 50) n, generate_series(1, 12) k;
insert into schedule_interviewers (schedule_id, interviewer_id)
select md5('schedule' || n)::uuid, md5('interviewer' || n || '/' || k)::uuid from generate_series(1, 50) n, generate_series(1, 6) k;
update schedules set released_at = now(), released_revision = revision where released_at is null;
analyze;
