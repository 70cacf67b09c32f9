-- The demo season: a believable few weeks around today. Dates follow the day it is run; ids are fixed,
-- so that a link made yesterday still opens after a restart.

do $$
declare
  -- Two demo accounts, password "campus-demo" for both (bcrypt).
  v_password constant text := '$2b$10$wx0OMJE2Ya85xGCyhkfSh.EsJpIq5WaliXTxPq7BxeLvhVlQJyks2';
  v_staff record;
begin
  for v_staff in
    select * from (values
      ('a0000000-0000-4000-8000-000000000001'::uuid, 'admin@demo.example', 'Ada Okonkwo', 'admin'),
      ('a0000000-0000-4000-8000-000000000002'::uuid, 'viewer@demo.example', 'Victor Lindqvist', 'viewer')
    ) s (id, email, full_name, role)
  loop
    insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data)
    values (v_staff.id, 'authenticated', 'authenticated', v_staff.email, v_password, private.clock(),
      '{"provider": "email", "providers": ["email"]}', jsonb_build_object('full_name', v_staff.full_name));
    insert into public.staff (user_id, full_name, role) values (v_staff.id, v_staff.full_name, v_staff.role::public.staff_role);
  end loop;
end
$$;

insert into public.settings (school_name, office_name, sender_name, sender_email, reply_to, support_email, support_phone, time_zone)
values ('Hartwell University', 'Career Development Office', 'Hartwell Career Development', 'interviews@hartwell.example',
  'oci@hartwell.example', 'oci@hartwell.example', '+1 617 555 0142', 'America/New_York');

insert into public.employers (id, name, website) values
  ('e0000000-0000-4000-8000-000000000001', 'Northwind LLP', 'https://northwind.example'),
  ('e0000000-0000-4000-8000-000000000002', 'Contoso Partners', 'https://contoso.example'),
  ('e0000000-0000-4000-8000-000000000003', 'Meridian Health', 'https://meridian.example'),
  ('e0000000-0000-4000-8000-000000000004', 'Saguaro Energy', 'https://saguaro.example'),
  ('e0000000-0000-4000-8000-000000000005', 'Kestrel & Rao', 'https://kestrelrao.example'),
  ('e0000000-0000-4000-8000-000000000006', 'Blue Harbor Bank', 'https://blueharbor.example'),
  ('e0000000-0000-4000-8000-000000000007', 'Fjord Analytics', 'https://fjord.example');

insert into public.interviewers (id, employer_id, full_name, email, title, is_recruiter, sees_overview)
select ('10000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
  ('e0000000-0000-4000-8000-' || lpad(e::text, 12, '0'))::uuid, full_name, email, title, is_recruiter, is_recruiter and e = 1
from (values
  (1, 1, 'Priya Raman', 'priya.raman@northwind.example', 'Partner', false),
  (2, 1, 'Sam Okafor', 'sam.okafor@northwind.example', 'Senior Associate', false),
  (3, 1, 'Laura Petrov', 'laura.petrov@northwind.example', 'Recruiting Manager', true),
  (4, 1, 'Daniel Whitmore', 'daniel.whitmore@northwind.example', 'Counsel', false),
  (5, 2, 'Grace Liu', 'grace.liu@contoso.example', 'Principal', false),
  (6, 2, 'Marcus Bell', 'marcus.bell@contoso.example', 'Engagement Manager', false),
  (7, 3, 'Dr. Elena Vasquez', 'elena.vasquez@meridian.example', 'Director of Analytics', false),
  (8, 3, 'Tom Hadley', 'tom.hadley@meridian.example', 'Talent Partner', true),
  (9, 4, 'Rosa Begay', 'rosa.begay@saguaro.example', 'General Counsel', false),
  (10, 4, 'Peter Nakai', 'peter.nakai@saguaro.example', 'Assistant General Counsel', false),
  (11, 5, 'Arjun Rao', 'arjun.rao@kestrelrao.example', 'Founding Partner', false),
  (12, 5, 'Meera Iyer', 'meera.iyer@kestrelrao.example', 'Partner', false),
  (13, 6, 'Colin Fraser', 'colin.fraser@blueharbor.example', 'Vice President', false),
  (14, 7, 'Ingrid Solberg', 'ingrid.solberg@fjord.example', 'Head of Data Science', false)
) v (n, e, full_name, email, title, is_recruiter);

insert into public.job_postings (id, employer_id, title, location, description)
select ('b0000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
  ('e0000000-0000-4000-8000-' || lpad(e::text, 12, '0'))::uuid, title, location, description
from (values
  (1, 1, 'Summer Associate', 'New York, NY', 'Ten-week program across litigation and transactional practice groups. Candidates in their second year; journal or moot court experience welcome.'),
  (2, 2, 'Strategy Analyst', 'Boston, MA', 'Two-year rotational analyst program serving healthcare and public-sector clients. Case interview on the day.'),
  (3, 3, 'Health Data Fellow', 'Chicago, IL', 'One-year fellowship with the clinical analytics team. Statistics coursework and one programming language required.'),
  (4, 4, 'Legal Intern, Renewables', 'Phoenix, AZ', 'Summer internship with the land and regulatory group. Field visits in northern Arizona.'),
  (5, 5, 'International Arbitration Associate', 'Mumbai, India', 'Associate position for graduating LL.M. and J.D. students. Travel to Singapore and London seats.'),
  (6, 6, 'Credit Risk Analyst', 'San Francisco, CA', 'Full-time analyst role in commercial credit. Finance or economics background.'),
  (7, 7, 'Machine Learning Intern', 'Oslo, Norway', 'Summer internship in forecasting. Remote interviews; relocation support.')
) v (n, e, title, location, description);

insert into public.students (id, full_name, email, program, class_year)
select ('50000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, full_name,
  lower(replace(replace(full_name, ' ', '.'), '''', '')) || '@students.hartwell.example', program,
  extract(year from private.clock())::int + years
from (values
  (1, 'Jordan Lee', 'JD', 1), (2, 'Aisha Khan', 'JD', 1), (3, 'Mateo Alvarez', 'JD', 1), (4, 'Chloe Dubois', 'JD', 1),
  (5, 'Noah Goldberg', 'JD', 2), (6, 'Zainab Hassan', 'JD', 1), (7, 'Ethan Park', 'MBA', 1), (8, 'Sofia Rossi', 'MBA', 1),
  (9, 'Liam O''Connor', 'MBA', 1), (10, 'Hana Sato', 'MBA', 2), (11, 'Gabriel Costa', 'MS Statistics', 1), (12, 'Amara Nwosu', 'MS Statistics', 1),
  (13, 'Oliver Grant', 'MS Statistics', 1), (14, 'Mei Chen', 'MS Computer Science', 1), (15, 'Ravi Menon', 'LLM', 1), (16, 'Fatima Zahra', 'LLM', 1),
  (17, 'Isabelle Martin', 'LLM', 1), (18, 'Dylan Brooks', 'JD', 2), (19, 'Naomi Feldman', 'JD', 1), (20, 'Kofi Mensah', 'MBA', 1),
  (21, 'Lucia Moreno', 'JD', 1), (22, 'Henry Walsh', 'JD', 1), (23, 'Yuki Tanaka', 'MS Computer Science', 1), (24, 'Samira Haddad', 'MBA', 1),
  (25, 'Caleb Whitehorse', 'JD', 1), (26, 'Emma Lindgren', 'MS Computer Science', 1)
) v (n, full_name, program, years);

-- Seasons are named as career offices name them: by the term that the day falls in.
create function pg_temp.season(p_date date) returns text language sql as $$
  select case when extract(month from p_date) >= 8 then 'Fall ' else 'Spring ' end || extract(year from p_date)::text
$$;

insert into public.ocis (id, employer_id, job_posting_id, name, season)
select ('c0000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
  ('e0000000-0000-4000-8000-' || lpad(e::text, 12, '0'))::uuid,
  ('b0000000-0000-4000-8000-' || lpad(e::text, 12, '0'))::uuid, null, pg_temp.season(private.clock()::date)
from (values (1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (6, 6), (7, 7)) v (n, e);

-- One schedule a line: its day is counted from today in its own zone. A "live" day is laid around the
-- present hour, so that there is an interview now, one before and one later, at whatever hour this is run.
create function pg_temp.add_schedule(
  p_n int, p_oci int, p_day int, p_zone text, p_format text, p_video text, p_url text, p_location text,
  p_pattern jsonb, p_interviewers int[], p_students int[], p_released boolean, p_live boolean default false
) returns void language plpgsql as $$
declare
  v_id uuid := ('d0000000-0000-4000-8000-' || lpad(p_n::text, 12, '0'))::uuid;
  v_date date := (private.clock() at time zone p_zone)::date + p_day;
  v_hour int := extract(hour from private.clock() at time zone p_zone);
  v_pattern jsonb := p_pattern;
begin
  if p_live then
    v_pattern := p_pattern || jsonb_build_object(
      'first', to_char(make_time(least(greatest(v_hour - 1, 0), 19), 0, 0), 'HH24:MI'),
      'last', case when v_hour + 3 > 23 then '23:45' else to_char(make_time(greatest(v_hour + 3, 4), 0, 0), 'HH24:MI') end,
      'breaks', '[]'::jsonb);
  end if;
  insert into public.schedules (id, oci_id, on_date, time_zone, format, video, meeting_url, location, pattern)
  values (v_id, ('c0000000-0000-4000-8000-' || lpad(p_oci::text, 12, '0'))::uuid, v_date, p_zone,
    p_format::public.schedule_format, p_video::public.schedule_video, p_url, p_location, v_pattern);
  insert into public.slots (schedule_id, starts_at, ends_at, kind, label)
  select v_id, w.starts_at, w.ends_at, w.kind, w.label from private.plan_slots(v_date, p_zone, v_pattern) w;
  insert into public.schedule_interviewers (schedule_id, interviewer_id)
  select v_id, ('10000000-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid from unnest(p_interviewers) i;
  update public.slots s set student_id = ('50000000-0000-4000-8000-' || lpad(p.student::text, 12, '0'))::uuid
  from (select id, row_number() over (order by starts_at) as n from public.slots where schedule_id = v_id and kind = 'interview') t
  join unnest(p_students) with ordinality p (student, n) on p.n = t.n
  where s.id = t.id and p.student > 0;
  if p_released then
    update public.schedules set released_at = private.clock() - interval '3 days', released_revision = revision where id = v_id;
  end if;
end
$$;

do $$ begin
perform pg_temp.add_schedule(1, 1, 0, 'America/New_York', 'virtual', 'in_app', null, null,
  '{"slot_minutes": 30, "gap_minutes": 0}', array[1, 2], array[1, 2, 3, 4, 19, 0, 21, 22], true, true);
perform pg_temp.add_schedule(2, 1, 1, 'America/New_York', 'virtual', 'in_app', null, null,
  '{"first": "09:00", "last": "16:30", "slot_minutes": 30, "gap_minutes": 0, "breaks": [{"start": "12:00", "end": "13:00", "label": "Lunch"}]}',
  array[1, 4], array[5, 6, 18, 15, 1, 2], true);
perform pg_temp.add_schedule(3, 2, 1, 'America/New_York', 'in_person', null, null, 'Room 204',
  '{"first": "09:30", "last": "15:30", "slot_minutes": 45, "gap_minutes": 15, "breaks": [{"start": "12:30", "end": "13:30", "label": "Lunch"}]}',
  array[]::int[], array[7, 8, 9], false);
perform pg_temp.add_schedule(4, 3, 0, 'America/Chicago', 'virtual', 'in_app', null, null,
  '{"slot_minutes": 45, "gap_minutes": 15}', array[7], array[11, 12, 13], true, true);
perform pg_temp.add_schedule(5, 4, 2, 'America/Phoenix', 'virtual', 'in_app', null, null,
  '{"first": "08:30", "last": "12:00", "slot_minutes": 30, "gap_minutes": 0, "breaks": [{"start": "10:00", "end": "10:15", "label": "Coffee"}]}',
  array[9, 10], array[25, 3, 22], true);
perform pg_temp.add_schedule(6, 5, 3, 'Asia/Kolkata', 'virtual', 'external', 'https://meet.kestrelrao.example/hartwell-llm', null,
  '{"first": "17:00", "last": "21:00", "slot_minutes": 40, "gap_minutes": 5, "breaks": []}', array[11, 12], array[15, 16, 17], true);
perform pg_temp.add_schedule(7, 6, -7, 'America/Los_Angeles', 'in_person', null, null, 'Alumni House 2',
  '{"first": "09:00", "last": "12:00", "slot_minutes": 30, "gap_minutes": 0, "breaks": []}', array[13], array[20, 24, 8, 9], true);
perform pg_temp.add_schedule(8, 7, 8, 'Europe/Oslo', 'virtual', null, null, null,
  '{"first": "15:00", "last": "18:00", "slot_minutes": 30, "gap_minutes": 0, "breaks": []}', array[14], array[14, 23], false);
perform pg_temp.add_schedule(9, 2, -6, 'America/New_York', 'virtual', 'in_app', null, null,
  '{"first": "10:00", "last": "13:00", "slot_minutes": 45, "gap_minutes": 0, "breaks": []}', array[5, 6], array[7, 10, 20, 24], true);
end $$;

update public.slots s set outcome = case when t.n = 3 then 'student_no_show' else 'completed' end::public.slot_outcome
from (
  select s.id, row_number() over (partition by s.schedule_id order by s.starts_at) as n
  from public.slots s join public.schedules c on c.id = s.schedule_id
  where s.student_id is not null and s.ends_at < private.clock()
) t where t.id = s.id;

-- Who applied: those with an interview, some who still need one, and alternates in waiting.
insert into public.applications (job_posting_id, student_id, status, rank)
select ('b0000000-0000-4000-8000-' || lpad(posting::text, 12, '0'))::uuid,
  ('50000000-0000-4000-8000-' || lpad(a.student::text, 12, '0'))::uuid, status::public.application_status, a.n
from (values
  (1, 'preselected', array[1, 2, 3, 4, 19, 21, 22, 5, 6, 18, 25, 15, 16]), (1, 'alternate', array[26, 14]), (1, 'declined', array[24]),
  (2, 'preselected', array[7, 8, 9, 10, 20]), (2, 'alternate', array[24]),
  (4, 'preselected', array[25, 3, 22, 21, 6]),
  (7, 'preselected', array[14, 23, 26, 11]), (7, 'alternate', array[12, 13])
) v (posting, status, students)
cross join unnest(students) with ordinality a (student, n);

insert into public.schedule_templates (name, pattern) values
  ('Full day, half hours', '{"first": "09:00", "last": "17:00", "slot_minutes": 30, "gap_minutes": 0, "breaks": [{"start": "10:30", "end": "10:45", "label": "Coffee"}, {"start": "12:15", "end": "13:15", "label": "Lunch"}]}');

-- When an email of the past was sent. Its words are written by what writes all emails, at the first start.
create function pg_temp.send_email(p_email uuid, p_at timestamptz) returns void
language plpgsql
as $$
begin
  update public.emails set created_at = p_at, link_version = 1, attempts = 1, sent_from = 'Hartwell Career Development <interviews@hartwell.example>',
    created_by = 'a0000000-0000-4000-8000-000000000001'
  where id = p_email;
  update public.email_events set at = p_at where email_id = p_email;
  update public.email_schedules set sequence = 1, at = p_at, events = private.calendar_events(snapshot, is_interviewer, null) where email_id = p_email;
  insert into public.email_events (email_id, type, at, params) values (p_email, 'sending', p_at + interval '1 second', '{"attempt": 1}');
end
$$;

-- Some emails of the past days: sent and delivered, one bounced.
do $$
declare
  v_person record;
  v_email uuid;
  v_at timestamptz;
  v_minutes int := 0;
begin
  for v_person in
    select si.interviewer_id, si.schedule_id, i.full_name, s.starts_at
    from public.schedule_interviewers si
    join public.interviewers i on i.id = si.interviewer_id
    join public.schedules s on s.id = si.schedule_id
    where s.id in ('d0000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000005', 'd0000000-0000-4000-8000-000000000009')
    order by s.starts_at, i.full_name
  loop
    v_at := least(v_person.starts_at, private.clock()) - interval '3 days 3 hours' + v_minutes * interval '1 minute';
    v_minutes := v_minutes + 7;
    v_email := private.queue_email(v_person.interviewer_id, array[v_person.schedule_id], 'interview_link', null);
    perform pg_temp.send_email(v_email, v_at);
    insert into public.email_events (email_id, type, at, detail) values
      (v_email, 'sent', v_at + interval '2 seconds', '250 2.0.0 OK: queued');
    if v_person.full_name = 'Peter Nakai' then
      insert into public.email_events (email_id, type, at, detail) values
        (v_email, 'bounced', v_at + interval '9 seconds', '550 5.1.1 <peter.nakai@saguaro.example>: Recipient address rejected: User unknown');
    else
      insert into public.email_events (email_id, type, at, detail) values
        (v_email, 'delivered', v_at + interval '4 seconds', '250 2.1.5 Delivered to mailbox');
    end if;
    update public.schedule_interviewers set invited_at = v_at
    where schedule_id = v_person.schedule_id and interviewer_id = v_person.interviewer_id;
  end loop;
end
$$;
update public.access_links set first_opened_at = private.clock() - interval '2 days', last_opened_at = private.clock() - interval '20 hours'
where interviewer_id = '10000000-0000-4000-8000-000000000001';

-- Some of today's students were notified of their interview; one has opened the link, one address is wrong.
do $$
declare
  v_person record;
  v_email uuid;
  v_at timestamptz;
begin
  for v_person in
    select t.student_id, st.full_name, c.id as schedule_id,
      row_number() over (order by c.id, t.starts_at) as n
    from public.slots t
    join public.schedules c on c.id = t.schedule_id
    join public.students st on st.id = t.student_id
    where (c.id, st.full_name) in (values ('d0000000-0000-4000-8000-000000000001'::uuid, 'Jordan Lee'),
      ('d0000000-0000-4000-8000-000000000001', 'Aisha Khan'), ('d0000000-0000-4000-8000-000000000001', 'Mateo Alvarez'),
      ('d0000000-0000-4000-8000-000000000001', 'Chloe Dubois'), ('d0000000-0000-4000-8000-000000000004', 'Gabriel Costa'))
  loop
    v_at := private.clock() - interval '2 days' + v_person.n * interval '1 minute';
    v_email := private.queue_email(v_person.student_id, array[v_person.schedule_id], 'student_link', null);
    perform pg_temp.send_email(v_email, v_at);
    insert into public.email_events (email_id, type, at, detail) values
      (v_email, 'sent', v_at + interval '2 seconds', '250 2.0.0 OK: queued'),
      (v_email, case when v_person.full_name = 'Chloe Dubois' then 'bounced' else 'delivered' end::public.email_event_type, v_at + interval '5 seconds',
        case when v_person.full_name = 'Chloe Dubois'
          then '550 5.1.1 <chloe.dubois@students.hartwell.example>: Recipient address rejected: User unknown' else '250 2.1.5 Delivered to mailbox' end);
  end loop;
end
$$;
update public.access_links set first_opened_at = private.clock() - interval '1 day', last_opened_at = private.clock() - interval '3 hours'
where student_id = '50000000-0000-4000-8000-000000000001';

-- What was sent about a day to those of a kind was one press of Send.
with sends as materialized (
  select gen_random_uuid() as id, e.created_by, min(e.created_at) as at, count(*) as queued, array_agg(e.id) as emails
  from public.emails e join public.email_schedules es on es.email_id = e.id
  group by es.schedule_id, e.kind, e.created_by
), pressed as (
  insert into public.email_batches (id, request_id, created_by, summary, created_at)
  select id, id, created_by, jsonb_build_object('queued', queued, 'unchanged', 0, 'not_ready', '[]'::jsonb), at from sends
)
update public.emails e set batch_id = s.id from sends s where e.id = any (s.emails);
