-- Guest pages: all that an interviewer's and a student's page show, and the version by which they see that it changed.

create view private.office_contact with (security_invoker = true) as
select s.school_name, s.office_name, s.support_email, s.support_phone from public.settings s;
comment on view private.office_contact is 'What guests read of the office.';

create table private.page_versions (
  link_id uuid primary key references public.access_links (id) on delete cascade,
  version bigint not null
);
comment on table private.page_versions is
  'How often what a person''s page shows has changed; no row: not yet. Derived: private.refresh_page_versions raises it once a person and transaction, when it commits.';

alter table private.page_versions enable row level security;

create function private.experience_version() returns text
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_link uuid := (private.current_access_link()).id;
begin
  if coalesce(private.interviewer_id(), private.student_id()) is null then
    return null;
  end if;
  -- The office's contact is on every page: a version of its own would be raised for all of them at once.
  return concat_ws('.', coalesce((select v.version from private.page_versions v where v.link_id = v_link), 0),
    (select left(md5(c::text), 8) from private.office_contact c));
end
$$;

create function public.experience_version() returns text
language sql stable set search_path = ''
as $$ select private.experience_version() $$;
comment on function public.experience_version() is
  'Another text than before once anything has changed that interview_experience() or student_experience() answers to this caller, but for what the clock does. null when they answer null.';

create function private.interviewer_elsewhere() returns setof text
language sql stable security definer set search_path = ''
as $$
  select e.name
  from public.interviewers me
  join public.interviewers other on lower(other.email) = lower(me.email) and other.employer_id <> me.employer_id and other.archived_at is null
  join public.employers e on e.id = other.employer_id
  where me.id = private.interviewer_id() and exists (
    select from public.schedule_interviewers si join public.schedules s on s.id = si.schedule_id
    where si.interviewer_id = other.id and private.is_visible_to_interviewer(s, si) and not private.is_over(s.on_date, s.time_zone))
$$;
comment on function private.interviewer_elsewhere() is
  'The other employers for whom the interviewer who asks, under the same email address, has days of interviews today or later. Each has a page of its own.';

create function public.interview_experience() returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'now', private.clock(),
    'version', private.experience_version(),
    'school', (select to_jsonb(c) from private.office_contact c),
    'person', jsonb_build_object('full_name', me.full_name),
    'employer', (select e.name from public.employers e where e.id = me.employer_id),
    'overview', private.overview_employer() is not null,
    'elsewhere', (select coalesce(jsonb_agg(x order by x), '[]') from private.interviewer_elsewhere() x),
    'schedules', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', s.id, 'position', p.title, 'posting_url', p.url,
        'on_date', s.on_date, 'time_zone', s.time_zone, 'starts_at', s.starts_at, 'ends_at', s.ends_at,
        'format', s.format, 'video', s.video, 'meeting_url', s.meeting_url, 'location', s.location,
        'canceled', s.canceled_at is not null, 'revision', s.revision,
        'day', case
          when private.is_today(s.on_date, s.time_zone) then 'today'
          when private.is_over(s.on_date, s.time_zone) then 'over'
          else 'before' end,
        'slots', coalesce((
          select jsonb_agg(jsonb_build_object(
            'id', t.id, 'kind', t.kind, 'label', t.label, 'starts_at', t.starts_at, 'ends_at', t.ends_at,
            'student', (select jsonb_build_object('full_name', st.full_name, 'program', st.program, 'class_year', st.class_year,
                'documents', coalesce((
                  select jsonb_agg(jsonb_build_object('id', d.id, 'kind', d.kind, 'file_name', d.file_name, 'size', d.size) order by d.kind, d.job_posting_id)
                  from public.documents d
                  where d.student_id = st.id and (d.job_posting_id is null or d.job_posting_id = o.job_posting_id)), '[]'))
              from public.students st where st.id = t.student_id),
            'with', coalesce((
              select jsonb_agg(i.full_name order by i.full_name)
              from private.slot_takers k join public.interviewers i on i.id = k.interviewer_id
              where k.slot_id = t.id and i.id <> me.id), '[]')
            ) order by t.starts_at)
          from public.slots t where t.schedule_id = s.id), '[]')
        ) order by s.on_date, s.starts_at)
      from public.schedules s
      join public.ocis o on o.id = s.oci_id
      left join public.job_postings p on p.id = o.job_posting_id), '[]'))
  from public.interviewers me
  where me.id = private.interviewer_id()
$$;
comment on function public.interview_experience() is
  'All an interviewer''s page shows, under the interviewer''s own row-level security: {now, version, school: {school_name, office_name, support_email, support_phone}, person: {full_name}, employer, overview, elsewhere: [employer], schedules: [{id, position, posting_url, on_date, time_zone, starts_at, ends_at, format, video, meeting_url, location, canceled, revision, day: before|today|over, slots: [{id, kind, label, starts_at, ends_at, student: {full_name, program, class_year, documents: [{id, kind, file_name, size}]} | null, with: [name]}]}]}. slots is [] on any other day. null when the link was reset.';

create function private.student_interviewers_today() returns table (slot_id uuid, full_name text)
language sql stable security definer set search_path = ''
as $$
  select i.slot_id, i.full_name
  from private.interviewers_of_slots(array(
    select t.id from public.slots t join public.schedules c on c.id = t.schedule_id
    where t.id = any (array(select private.student_slots())) and private.is_today(c.on_date, c.time_zone))) i
$$;
comment on function private.student_interviewers_today() is 'Who interviews the student who asks, by name, on the day and not before.';

create function private.student_cancellations()
returns table (schedule_id uuid, employer text, "position" text, on_date date, time_zone text)
language sql stable security definer set search_path = ''
as $$
  select c.id, e.name, p.title, c.on_date, c.time_zone
  from (
    select s.schedule_id from public.slots s where s.student_id = private.student_id()
    union
    select es.schedule_id from public.emails m join public.email_schedules es on es.email_id = m.id
    where m.student_id = private.student_id() and private.has_notified(m.status) and es.snapshot is not null
  ) k
  join public.schedules c on c.id = k.schedule_id
  join public.ocis o on o.id = c.oci_id
  join public.employers e on e.id = o.employer_id
  left join public.job_postings p on p.id = o.job_posting_id
  where c.released_at is not null and not private.is_over(c.on_date, c.time_zone)
    and (c.canceled_at is not null
      or not exists (select from public.slots s where s.schedule_id = c.id and s.student_id = private.student_id()))
$$;
comment on function private.student_cancellations() is
  'Coming days that the student who asks may still count on: the schedule was canceled, or they were notified of it and then taken off.';

create function public.student_experience() returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'now', private.clock(),
    'version', private.experience_version(),
    'school', (select to_jsonb(c) from private.office_contact c),
    'person', jsonb_build_object('full_name', me.full_name),
    'interviews', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', t.id, 'schedule_id', s.id, 'employer', e.name, 'position', p.title, 'on_date', s.on_date, 'time_zone', s.time_zone,
        'starts_at', t.starts_at, 'ends_at', t.ends_at, 'format', s.format, 'video', s.video, 'location', s.location,
        'meeting_url', case when d.is_today then s.meeting_url end,
        'day', case when d.is_today then 'today' else 'before' end,
        'with', coalesce((select jsonb_agg(w.full_name order by w.full_name) from private.student_interviewers_today() w where w.slot_id = t.id), '[]')
        ) order by t.starts_at)
      from public.slots t
      join public.schedules s on s.id = t.schedule_id
      join public.ocis o on o.id = s.oci_id
      join public.employers e on e.id = o.employer_id
      left join public.job_postings p on p.id = o.job_posting_id
      cross join lateral (select private.is_today(s.on_date, s.time_zone) as is_today) d
      where not private.is_over(s.on_date, s.time_zone)), '[]'),
    'canceled', coalesce((select jsonb_agg(to_jsonb(c) order by c.on_date) from private.student_cancellations() c), '[]'))
  from public.students me
  where me.id = private.student_id()
$$;
comment on function public.student_experience() is
  'All a student''s page shows, under the student''s own row-level security: {now, version, school: {school_name, office_name, support_email, support_phone}, person: {full_name}, interviews: [{id, schedule_id, employer, position, on_date, time_zone, starts_at, ends_at, format, video, location, meeting_url, day: before|today, with: [name]}], canceled: [{schedule_id, employer, position, on_date, time_zone}]}. From today on; meeting_url and with on the day only. null when the link was reset.';

grant select on private.office_contact to interviewer, student;
grant execute on function private.experience_version(), public.experience_version() to interviewer, student;
grant execute on function private.interviewer_elsewhere(), public.interview_experience() to interviewer;
grant execute on function private.student_interviewers_today(), private.student_cancellations(), public.student_experience()
  to student;
