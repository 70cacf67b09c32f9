-- Interview Links: one a person, unlocking the person's own rows and nothing else.

create table public.access_links (
  id uuid primary key default gen_random_uuid(),
  interviewer_id uuid unique references public.interviewers (id) on delete cascade,
  student_id uuid unique references public.students (id) on delete cascade,
  version int not null default 1,
  revoked_at timestamptz,
  first_opened_at timestamptz,
  last_opened_at timestamptz,
  created_at timestamptz not null default now(),
  constraint link_has_one_person check (num_nonnulls(interviewer_id, student_id) = 1)
);
comment on table public.access_links is
  'Whose Interview Link is whose, never the link itself: the token is computed from id and version with a secret that the database does not hold. Raising version kills every older link.';

select private.add_staff_policies('public.access_links');
revoke insert, update, delete on public.access_links from authenticated;
drop policy "Admins add access_links" on public.access_links;
drop policy "Admins change access_links" on public.access_links;
drop policy "Admins remove access_links" on public.access_links;

-- Who holds the link -----------------------------------------------------------------------------
-- In PL/pgSQL, which keeps its plans: asked on every request, most of the time of a function in SQL goes into planning it.

create function private.link_holder() returns public.access_links
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_claims jsonb := private.claims();
  v_link public.access_links;
begin
  select * into v_link from public.access_links l
  where l.id = (v_claims ->> 'link_id')::uuid and l.version = (v_claims ->> 'link_version')::int and l.revoked_at is null;
  return v_link;
end
$$;
comment on function private.link_holder() is 'The caller''s link, as long as it has not been reset: asked on every request, so a reset acts on the next one.';

create function private.interviewer_id() returns uuid
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_id uuid := (private.link_holder()).interviewer_id;
begin
  return (select i.id from public.interviewers i where i.id = v_id and i.archived_at is null);
end
$$;

create function private.student_id() returns uuid
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_id uuid := (private.link_holder()).student_id;
begin
  return (select s.id from public.students s where s.id = v_id and s.archived_at is null);
end
$$;

create function private.is_day(p_on_date date, p_time_zone text) returns boolean
language sql stable set search_path = ''
as $$ select p_on_date = (private.clock() at time zone p_time_zone)::date $$;
comment on function private.is_day(date, text) is 'The day of the interview: the date in the schedule''s own zone.';

create function private.interviewer_knows(s public.schedules, si public.schedule_interviewers) returns boolean
language sql immutable set search_path = ''
as $$ select s.released_at is not null or si.invited_at is not null $$;
comment on function private.interviewer_knows(public.schedules, public.schedule_interviewers) is
  'An interviewer may know of a schedule once it is released or its link was sent to them.';

create function private.interviewer_schedules() returns setof uuid
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_me uuid := private.interviewer_id();
begin
  return query
    select s.id from public.schedule_interviewers si join public.schedules s on s.id = si.schedule_id
    where si.interviewer_id = v_me and private.interviewer_knows(s, si);
end
$$;

create function private.interviewer_schedules_today() returns setof uuid
language plpgsql stable security definer set search_path = ''
as $$
begin
  return query
    select s.id from public.schedules s
    where s.id = any (array(select private.interviewer_schedules()))
      and s.cancelled_at is null and private.is_day(s.on_date, s.time_zone);
end
$$;

create function private.interviewer_slots_today() returns setof uuid
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_me uuid := private.interviewer_id();
begin
  return query
    select s.id from public.slots s
    where s.schedule_id = any (array(select private.interviewer_schedules_today()))
      and (not exists (select from public.slot_interviewers o where o.slot_id = s.id)
        or exists (select from public.slot_interviewers o where o.slot_id = s.id and o.interviewer_id = v_me));
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

create function private.student_slots() returns setof uuid
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_me uuid := private.student_id();
begin
  return query
    select s.id from public.slots s join public.schedules c on c.id = s.schedule_id
    where s.student_id = v_me and c.released_at is not null and c.cancelled_at is null;
end
$$;

create function private.student_schedules() returns setof uuid
language sql stable security definer set search_path = ''
as $$ select s.schedule_id from public.slots s where s.id = any (array(select private.student_slots())) $$;

create function private.student_ocis() returns setof uuid
language sql stable security definer set search_path = ''
as $$ select s.oci_id from public.schedules s where s.id = any (array(select private.student_schedules())) $$;

-- Row-level security and grants ------------------------------------------------------------------

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

grant select (id, employer_id, full_name, title) on public.interviewers to interviewer;
grant select (id, full_name, program, class_year) on public.students to interviewer, student;
grant select (id, student_id, kind, job_posting_id, file_name, mime_type, size, uploaded_at) on public.documents to interviewer, student;
grant usage on schema storage to interviewer, student;
grant select on storage.objects to interviewer, student;
grant execute on function private.storage_operation() to interviewer, student;
grant select (id, name, website) on public.employers to interviewer, student;
grant select (id, employer_id, title, location, url) on public.job_postings to interviewer, student;
grant select (id, employer_id, job_posting_id, name, season) on public.ocis to interviewer, student;
grant select (id, oci_id, on_date, time_zone, format, video, meeting_url, room, cancelled_at, starts_at, ends_at, revision)
  on public.schedules to interviewer, student;
grant select (id, schedule_id, starts_at, ends_at, kind, label, student_id) on public.slots to interviewer, student;
grant select (schedule_id, interviewer_id) on public.schedule_interviewers to interviewer;
grant select (slot_id, schedule_id, interviewer_id) on public.slot_interviewers to interviewer;

-- Functions --------------------------------------------------------------------------------------

create function public.interview_experience() returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'now', private.clock(),
    'school', (select to_jsonb(x) from (
      select school_name, office_name, support_email, support_phone from public.settings) x),
    'person', jsonb_build_object('full_name', me.full_name),
    'employer', (select e.name from public.employers e where e.id = me.employer_id),
    'schedules', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', s.id, 'position', p.title, 'posting_url', p.url,
        'on_date', s.on_date, 'time_zone', s.time_zone, 'starts_at', s.starts_at, 'ends_at', s.ends_at,
        'format', s.format, 'video', s.video, 'meeting_url', s.meeting_url, 'room', s.room,
        'cancelled', s.cancelled_at is not null, 'revision', s.revision,
        'day', case
          when private.is_day(s.on_date, s.time_zone) then 'today'
          when s.on_date > (private.clock() at time zone s.time_zone)::date then 'before'
          else 'over' end,
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
              from public.schedule_interviewers si join public.interviewers i on i.id = si.interviewer_id
              where si.schedule_id = s.id and i.id <> me.id
                and (not exists (select from public.slot_interviewers o where o.slot_id = t.id)
                  or exists (select from public.slot_interviewers o where o.slot_id = t.id and o.interviewer_id = i.id))), '[]')
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
  'All an interviewer''s page shows, under the interviewer''s own row-level security: {now, school: {school_name, office_name, support_email, support_phone}, person: {full_name}, employer, schedules: [{id, position, posting_url, on_date, time_zone, starts_at, ends_at, format, video, meeting_url, room, cancelled, revision, day: before|today|over, slots: [{id, kind, label, starts_at, ends_at, student: {full_name, program, class_year, documents: [{id, kind, file_name, size}]} | null, with: [name]}]}]}. slots is [] on any other day. null when the link was reset.';

create function public.access_link(p_id uuid)
returns table (id uuid, version int, interviewer_id uuid, student_id uuid, usable boolean)
language sql stable set search_path = ''
as $$
  select l.id, l.version, l.interviewer_id, l.student_id,
    l.revoked_at is null and coalesce(i.archived_at, s.archived_at) is null
  from public.access_links l
  left join public.interviewers i on i.id = l.interviewer_id
  left join public.students s on s.id = l.student_id
  where l.id = p_id
$$;
comment on function public.access_link(uuid) is 'For the token exchange (service only): what a token of this id must match. No row when there is no such link.';

create function public.record_link_opened(p_id uuid) returns void
language sql set search_path = ''
as $$
  update public.access_links set first_opened_at = coalesce(first_opened_at, now()), last_opened_at = now() where id = p_id
$$;
comment on function public.record_link_opened(uuid) is 'Service only: the link was exchanged by a browser that runs its page (a mail scanner''s GET does not).';

create function private.ensure_access_link(p_person_id uuid) returns uuid
language plpgsql security definer set search_path = ''
as $$
begin
  insert into public.access_links (interviewer_id, student_id)
  select (select i.id from public.interviewers i where i.id = p_person_id),
    (select s.id from public.students s where s.id = p_person_id)
  on conflict do nothing;
  -- A statement of its own: it also sees the row of whoever was first.
  return (select l.id from public.access_links l where l.interviewer_id = p_person_id or l.student_id = p_person_id);
end
$$;
comment on function private.ensure_access_link(uuid) is 'The link of this interviewer or student, made when there is none yet.';

create function private.address_changed() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- Whoever had the old address may hold the link: it must not open this person's page any more.
  update public.access_links set version = version + 1, first_opened_at = null, last_opened_at = null
  where interviewer_id = new.id or student_id = new.id;
  return null;
end
$$;
create trigger interviewers_address_changed after update of email on public.interviewers
  for each row when (lower(old.email) is distinct from lower(new.email)) execute function private.address_changed();
create trigger students_address_changed after update of email on public.students
  for each row when (lower(old.email) is distinct from lower(new.email)) execute function private.address_changed();

create function private.reset_access_link(p_person_id uuid) returns int
language plpgsql security definer set search_path = ''
as $$
declare
  v_link uuid;
  v_version int;
begin
  perform private.require_admin();
  v_link := private.ensure_access_link(p_person_id);
  update public.access_links set version = version + 1, first_opened_at = null, last_opened_at = null
  where id = v_link returning version into v_version;
  perform private.log_activity('access_links.reset', null, null, p_person_id, jsonb_build_object('version', v_version));
  return v_version;
end
$$;

create function public.reset_access_link(p_person_id uuid) returns jsonb
language sql set search_path = ''
as $$ select jsonb_build_object('ok', true, 'version', private.reset_access_link(p_person_id)) $$;
comment on function public.reset_access_link(uuid) is 'Kills every link this interviewer or student was sent so far, at once. {ok: true, version}. Admins only (42501).';

create function private.reveal_access_link(p_person_id uuid) returns table (link_id uuid, version int)
language plpgsql security definer set search_path = ''
as $$
declare
  v_link uuid;
begin
  perform private.require_admin();
  if not exists (select from public.interviewers i where i.id = p_person_id)
    and not exists (select from public.students s where s.id = p_person_id) then
    return;
  end if;
  perform private.log_activity('access_links.reveal', null, null, p_person_id, '{}');
  -- A statement of its own: the one that makes a link does not see it.
  v_link := private.ensure_access_link(p_person_id);
  return query select l.id, l.version from public.access_links l where l.id = v_link;
end
$$;

create function public.reveal_access_link(p_person_id uuid) returns table (link_id uuid, version int)
language sql set search_path = ''
as $$ select * from private.reveal_access_link(p_person_id) $$;
comment on function public.reveal_access_link(uuid) is 'For reveal-interview-link, called as the admin: what the token is made from. Audited. No row when there is no such interviewer or student; 42501 for anyone else.';

revoke execute on all functions in schema private from public;
grant execute on function private.link_holder(), private.interviewer_id(), private.interviewer_schedules(),
  private.interviewer_schedules_today(), private.interviewer_slots_today(), private.interviewer_students_today(),
  private.interviewer_documents_today(),
  private.interviewer_colleagues_today(), private.interviewer_ocis(), private.is_day(date, text) to interviewer;
grant execute on function private.link_holder(), private.student_id(), private.student_slots(),
  private.student_schedules(), private.student_ocis(), private.is_day(date, text) to student;
grant execute on function private.reset_access_link(uuid), private.reveal_access_link(uuid) to authenticated;
grant execute on function public.interview_experience() to interviewer;
grant execute on function public.access_link(uuid), public.record_link_opened(uuid) to service_role;
grant execute on function public.reset_access_link(uuid), public.reveal_access_link(uuid) to authenticated;
