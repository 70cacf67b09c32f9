-- Generated from supabase/schemas by "npm run baseline".

-- supabase/schemas/01_foundation.sql

-- Foundation: extensions, schemas, roles, what nobody may do by default, and what every file builds on.

create schema if not exists extensions;
create extension if not exists btree_gist with schema extensions;
create extension if not exists pg_trgm with schema extensions;

-- Not exposed through the API: definer functions and tables that only functions touch.
create schema if not exists private;

-- The roles that an Interview Link is exchanged for. The API's login role must be able to become them.
do $$
begin
  if not exists (select from pg_roles where rolname = 'interviewer') then
    create role interviewer nologin noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'student') then
    create role student nologin noinherit;
  end if;
  if exists (select from pg_roles where rolname = 'authenticator') then
    grant interviewer, student to authenticator;
  end if;
end
$$;

grant usage on schema public to anon, authenticated, service_role, interviewer, student;
grant usage on schema private to anon, authenticated, service_role, interviewer, student;
grant usage on schema extensions to anon, authenticated, service_role, interviewer, student;

-- Nothing is readable or callable until it is granted.
alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke all on sequences from anon, authenticated;
alter default privileges in schema public revoke execute on functions from public, anon, authenticated;
alter default privileges revoke execute on functions from public;
alter default privileges in schema public grant all on tables to service_role;
alter default privileges in schema public grant all on sequences to service_role;

create function private.refuse(p_code text, p_params jsonb default '{}') returns void
language plpgsql set search_path = ''
as $$
begin
  raise sqlstate 'PGRST' using
    message = jsonb_build_object('code', p_code, 'message', p_code, 'details', p_params::text)::text,
    detail = '{"status": 409, "headers": {}}';
end
$$;
comment on function private.refuse(text, jsonb) is
  'The one way to refuse a request: nothing of it is written. The API answers 409 with the code, and with the params as JSON in "details"; src/lib/errors has the words.';

create function private.is_time_zone(p_name text) returns boolean
language plpgsql immutable set search_path = ''
as $$
begin
  -- PostgreSQL also takes POSIX rules such as "Evil/Zone+5", which no browser knows.
  return p_name ~ '^([A-Z][A-Za-z_]+(/[A-Z][A-Za-z_-]+)+|Etc/GMT[+-]\d{1,2}|Etc/GMT0|UTC)$'
    and timezone(p_name, 'epoch'::timestamptz) is not null;
exception when invalid_parameter_value then
  return false;
end
$$;
comment on function private.is_time_zone(text) is 'An IANA name that browsers know as well.';

create function private.is_email_address(p_text text) returns boolean
language sql immutable set search_path = ''
as $$ select p_text ~ '^[^@\s,;<>"]+@[^@\s,;<>"]+\.[^@\s,;<>"]+$' and length(p_text) <= 254 $$;
comment on function private.is_email_address(text) is 'What every email address must look like.';

create function private.is_web_url(p_text text) returns boolean
language sql immutable set search_path = ''
as $$ select p_text ~ '^https?://\S+$' and length(p_text) <= 2000 $$;
comment on function private.is_web_url(text) is 'A page to read about something: http or https.';

create function private.is_secure_url(p_text text) returns boolean
language sql immutable set search_path = ''
as $$ select p_text ~ '^https://[A-Za-z0-9.-]+\.[A-Za-z0-9-]+(:\d{1,4})?([/?#][^\s{}<>"]*)?$' and length(p_text) <= 2000 $$;
comment on function private.is_secure_url(text) is 'A URL that guests are sent to: https, a host with a dot in it, and nothing that breaks out of a link in an email.';

create function private.clock() returns timestamptz
language sql stable set search_path = ''
as $$ select now() $$;
comment on function private.clock() is 'Now, for every rule about days and deadlines. Tests replace it to stand on either side of midnight.';

create function private.today(p_time_zone text) returns date
language plpgsql stable set search_path = ''
as $$ begin return (private.clock() at time zone p_time_zone)::date; end $$;
comment on function private.today(text) is 'The date that it is in a time zone. Days are compared in the schedule''s own.';

create function private.is_today(p_on_date date, p_time_zone text) returns boolean
language plpgsql stable set search_path = ''
as $$ begin return p_on_date = private.today(p_time_zone); end $$;

create function private.is_over(p_on_date date, p_time_zone text) returns boolean
language plpgsql stable set search_path = ''
as $$ begin return p_on_date < private.today(p_time_zone); end $$;
comment on function private.is_over(date, text) is 'Whether the day is past, in that time zone.';

create function private.jwt_claims() returns jsonb
language sql stable set search_path = ''
as $$ select coalesce(nullif(current_setting('request.jwt.claims', true), ''), '{}')::jsonb $$;
comment on function private.jwt_claims() is 'The verified claims of the caller''s token; {} without one.';

grant execute on function private.refuse(text, jsonb), private.is_time_zone(text), private.is_email_address(text), private.is_web_url(text),
  private.is_secure_url(text), private.clock(), private.today(text), private.is_today(date, text), private.is_over(date, text),
  private.jwt_claims() to anon, authenticated, interviewer, student, service_role;

-- Derived rows -----------------------------------------------------------------------------------

create unlogged table private.stale_rows (
  transaction xid8 not null default pg_current_xact_id(),
  kind text not null check (kind in ('oci', 'student', 'page')),
  id uuid not null,
  primary key (transaction, kind, id)
);
comment on table private.stale_rows is
  'The OCIs and students whose derived columns are out of date in a transaction that is still open, and the people whose page shows something else after it. private.refresh_stale_rows refreshes each of them once, when it commits.';

create unlogged table private.stale_transactions (
  transaction xid8 primary key default pg_current_xact_id()
);
comment on table private.stale_transactions is 'The open transactions that have stale rows: the trigger on this table runs once for each, not once a stale row.';

alter table private.stale_rows enable row level security;
alter table private.stale_transactions enable row level security;

create function private.mark_stale(p_kind text, p_ids uuid[]) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  insert into private.stale_rows (kind, id) select distinct p_kind, i from unnest(p_ids) i where i is not null on conflict do nothing;
  if found then
    insert into private.stale_transactions default values on conflict do nothing;
  end if;
end
$$;
comment on function private.mark_stale(text, uuid[]) is 'Has these rows refreshed when the transaction commits.';

-- supabase/schemas/02_settings_and_staff.sql

-- Settings and staff: the career office, who may sign in to its dashboard, and who is asking.

create type public.staff_role as enum ('admin', 'viewer');

create function private.contrast_with_white(p_color text) returns numeric
language sql immutable set search_path = ''
as $$
  select case when p_color ~ '^#[0-9a-f]{6}$' then 1.05 / (0.05 + (
    select sum(w.weight * case when c.value <= 0.04045 then c.value / 12.92 else power((c.value + 0.055) / 1.055, 2.4) end)
    from (values (1, 0.2126), (2, 0.7152), (3, 0.0722)) w (n, weight)
    cross join lateral (select get_byte(decode(substr(p_color, 2), 'hex'), w.n - 1) / 255.0 as value) c)) end
$$;
comment on function private.contrast_with_white(text) is 'The contrast ratio of WCAG between white text and a color written as #rrggbb; null for anything else.';

create function private.is_accent_color(p_color text) returns boolean
language sql immutable set search_path = ''
as $$ select coalesce(private.contrast_with_white(p_color) >= 4.5, false) $$;
comment on function private.is_accent_color(text) is 'Whether white text can be read on this color, as on the buttons of emails.';

create table public.settings (
  id boolean primary key default true check (id),
  school_name text not null check (school_name <> '' and length(school_name) <= 200),
  office_name text not null check (office_name <> '' and length(office_name) <= 200),
  sender_name text not null check (sender_name <> '' and length(sender_name) <= 200),
  sender_email text not null check (private.is_email_address(sender_email)),
  reply_to text check (private.is_email_address(reply_to)),
  support_email text not null check (private.is_email_address(support_email)),
  support_phone text check (length(support_phone) <= 50),
  time_zone text not null default 'America/New_York' check (private.is_time_zone(time_zone)),
  remind_day_before boolean not null default true,
  remind_same_day boolean not null default true,
  notify_automatically boolean not null default false,
  accent_color text not null default '#4a4bb5' check (private.is_accent_color(accent_color)),
  sending_paused_at timestamptz,
  sending_paused_reason text check (btrim(sending_paused_reason) <> '' and length(sending_paused_reason) <= 300),
  constraint pause_has_a_reason check ((sending_paused_at is null) = (sending_paused_reason is null))
);
comment on table public.settings is 'The career office: one row.';
comment on column public.settings.sending_paused_at is 'Since when emails wait in the outbox, until staff resume; null: they leave.';

create function private.image_type(p_content text) returns text
language plpgsql immutable set search_path = ''
as $$
declare
  v_start text;
begin
  v_start := encode(substr(decode(p_content, 'base64'), 1, 8), 'hex');
  return case when v_start = '89504e470d0a1a0a' then 'image/png' when v_start like 'ffd8ff%' then 'image/jpeg' end;
exception when invalid_parameter_value then
  return null;
end
$$;
comment on function private.image_type(text) is 'What a file in base64 is by its first bytes: a PNG, a JPEG, or null for anything else.';

create table public.school_logo (
  id boolean primary key default true check (id),
  content text not null check (octet_length(content) <= 280000),
  mime_type text not null check (coalesce(mime_type = private.image_type(content), false))
);
comment on table public.school_logo is
  'The school''s logo at the head of emails, in base64: one row or none. Sent along with each email, so that nothing has to be loaded to see it. Written by save_school_logo and remove_school_logo alone.';

create table public.staff (
  user_id uuid primary key references auth.users (id) on delete cascade,
  full_name text not null check (full_name <> ''),
  role public.staff_role not null default 'viewer',
  created_at timestamptz not null default now()
);
comment on table public.staff is 'People of the career office who may sign in. An account without a row here sees nothing.';

-- Who is asking ----------------------------------------------------------------------------------
-- In PL/pgSQL, which keeps its plans: policies and triggers ask many times a request, and most of the time
-- of such a function in SQL would go into planning it.

create function private.user_id() returns uuid
language plpgsql stable set search_path = ''
as $$
declare
  v_claims jsonb := private.jwt_claims();
begin
  return case when v_claims ->> 'role' = 'authenticated' then (v_claims ->> 'sub')::uuid end;
end
$$;
comment on function private.user_id() is 'The signed-in staff account, or null.';

create function private.staff_role() returns public.staff_role
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_user uuid := private.user_id();
begin
  return (select s.role from public.staff s where s.user_id = v_user);
end
$$;

create function private.is_staff() returns boolean
language plpgsql stable set search_path = ''
as $$ begin return private.staff_role() is not null; end $$;

create function private.is_admin() returns boolean
language plpgsql stable set search_path = ''
as $$ begin return coalesce(private.staff_role() = 'admin', false); end $$;

create function private.require_admin() returns void
language plpgsql stable set search_path = ''
as $$
begin
  if not private.is_admin() then
    raise insufficient_privilege using message = 'admin_only';
  end if;
end
$$;
comment on function private.require_admin() is 'Refuses (42501) anyone but a staff admin. First line of every definer function that staff call.';

create function private.add_staff_policies(
  p_table regclass, p_admin_commands text[] default array['insert', 'update', 'delete']
) returns void
language plpgsql set search_path = ''
as $$
declare
  v_name text := (select relname from pg_catalog.pg_class where oid = p_table);
  v_command text;
begin
  execute format('alter table %s enable row level security', p_table);
  execute format('create policy %I on %s for select to authenticated using ((select private.is_staff()))',
    'Staff read ' || v_name, p_table);
  foreach v_command in array p_admin_commands loop
    execute format('create policy %I on %s for %s to authenticated %s',
      case v_command when 'insert' then 'Admins add ' when 'update' then 'Admins change ' when 'delete' then 'Admins remove ' end || v_name,
      p_table, v_command,
      case v_command
        when 'insert' then 'with check ((select private.is_admin()))'
        when 'update' then 'using ((select private.is_admin())) with check ((select private.is_admin()))'
        when 'delete' then 'using ((select private.is_admin()))'
      end);
  end loop;
end
$$;
comment on function private.add_staff_policies(regclass, text[]) is
  'For schema files: turns on row-level security with the office''s usual policies. Staff read; admins do what p_admin_commands names.';

-- Row-level security and grants ------------------------------------------------------------------

select private.add_staff_policies('public.settings', array['update']);
grant select, update on public.settings to authenticated;
create policy "Everyone reads whom to contact" on public.settings
  for select to anon, interviewer, student using (true);
grant select (id, school_name, office_name, support_email, support_phone, time_zone)
  on public.settings to anon, interviewer, student;

select private.add_staff_policies('public.school_logo', '{}');
grant select on public.school_logo to authenticated;

select private.add_staff_policies('public.staff');
grant select, insert, update, delete on public.staff to authenticated;

-- Functions --------------------------------------------------------------------------------------

create function private.keep_an_admin() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- One at a time: two admins removing each other would each still see the other.
  perform pg_advisory_xact_lock(hashtextextended('keep_an_admin', 0));
  if not exists (select from public.staff where role = 'admin') then
    perform private.refuse('last_admin');
  end if;
  return null;
end
$$;
create trigger staff_keep_an_admin after update or delete on public.staff
  for each statement execute function private.keep_an_admin();

grant execute on function private.contrast_with_white(text), private.is_accent_color(text) to authenticated, service_role;
grant execute on function private.user_id(), private.staff_role(), private.is_staff(), private.is_admin(),
  private.require_admin() to anon, authenticated, interviewer, student, service_role;

-- supabase/schemas/03_activity.sql

-- Activity: the append-only audit, and the triggers that write it.

create table public.activity (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor_id uuid,
  actor_name text not null,
  action text not null,
  oci_id uuid,
  schedule_id uuid,
  subject_id uuid,
  detail jsonb not null default '{}',
  about text generated always as (split_part(action, '.', 1)) stored,
  names jsonb not null default '{}',
  search text not null default ''
);
comment on table public.activity is 'Append-only audit: who did what. action is "<table>.<verb>"; detail holds {column: [old, new]} or the facts of the act.';
comment on column public.activity.names is
  'What things were called at the time: {employer, on_date, time_zone, subject, student_id | interviewer_id | employer_id | job_posting_id | slot_id: [old, new]}; a slot is called by its start.';
comment on column public.activity.about is 'The table, or the kind of thing, that action is about.';
create index activity_at_idx on public.activity (at desc);
create index activity_oci_idx on public.activity (oci_id, at desc);
create index activity_schedule_idx on public.activity (schedule_id, at desc);
create index activity_actor_idx on public.activity (actor_id, at desc);
create index activity_search_idx on public.activity using gin (search extensions.gin_trgm_ops);
create index activity_about_idx on public.activity (about, at desc);

select private.add_staff_policies('public.activity', '{}');
grant select on public.activity to authenticated;

create function private.log_activity(
  p_action text, p_oci_id uuid, p_schedule_id uuid, p_subject_id uuid, p_detail jsonb default '{}',
  p_guest_id uuid default null, p_guest_name text default null
) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_user uuid := private.user_id();
begin
  insert into public.activity (actor_id, actor_name, action, oci_id, schedule_id, subject_id, detail)
  values (coalesce(v_user, p_guest_id), coalesce((select s.full_name from public.staff s where s.user_id = v_user), p_guest_name, 'System'),
    p_action, p_oci_id, p_schedule_id, p_subject_id, p_detail);
end
$$;

create function private.log_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_old jsonb;
  v_new jsonb;
  v_row jsonb;
  v_changes jsonb;
begin
  -- Some changes of many rows are one line, written by the function that makes them.
  if current_setting('campus.one_line', true) = 'on' then
    return null;
  end if;
  v_old := case when tg_op = 'INSERT' then '{}' else to_jsonb(old) end;
  v_new := case when tg_op = 'DELETE' then '{}' else to_jsonb(new) end;
  v_row := v_old || v_new;
  -- The trigger's arguments name columns that are derived, so not worth a line.
  select jsonb_object_agg(k, jsonb_build_array(v_old -> k, v_new -> k)) into v_changes
  from jsonb_object_keys(v_row) k
  where v_old -> k is distinct from v_new -> k
    and not k = any (array['id', 'created_at', 'updated_at'] || coalesce(tg_argv, '{}'));
  if v_changes is not null then
    perform private.log_activity(
      tg_table_name || '.' || lower(tg_op),
      case when tg_table_name = 'ocis' then (v_row ->> 'id')::uuid else (v_row ->> 'oci_id')::uuid end,
      case when tg_table_name = 'schedules' then (v_row ->> 'id')::uuid else (v_row ->> 'schedule_id')::uuid end,
      case when coalesce(v_row ->> 'id', v_row ->> 'user_id') ~ '^[0-9a-f-]{36}$' then coalesce(v_row ->> 'id', v_row ->> 'user_id')::uuid end,
      v_changes
    );
  end if;
  return null;
end
$$;
comment on function private.log_change() is 'Row trigger: one activity line a changed row.';

create trigger settings_log after update on public.settings
  for each row execute function private.log_change();
create trigger staff_log after insert or update or delete on public.staff
  for each row execute function private.log_change();

grant execute on function private.log_activity(text, uuid, uuid, uuid, jsonb, uuid, text) to authenticated;

-- supabase/schemas/04_directory.sql

-- Directory: employers, their interviewers and postings, and the school's students.

create table public.employers (
  id uuid primary key default gen_random_uuid(),
  name text not null check (btrim(name) <> '' and length(name) <= 200),
  website text check (private.is_web_url(website)),
  archived_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table public.employers is 'Organisations that interview.';
create unique index employers_name_key on public.employers (lower(name));
create index employers_search_idx on public.employers using gin (lower(name) extensions.gin_trgm_ops);
create index employers_order_idx on public.employers (name, id);

create table public.interviewers (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid not null references public.employers (id) on delete restrict,
  full_name text not null check (btrim(full_name) <> '' and length(full_name) <= 200 and full_name !~ '[[:cntrl:]]'),
  email text not null check (private.is_email_address(email)),
  title text,
  is_recruiter boolean not null default false,
  shares_email boolean not null default false,
  sees_overview boolean not null default false,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  search text not null generated always as (lower(full_name || ' ' || email)) stored,
  constraint overview_is_for_recruiters check (is_recruiter or not sees_overview)
);
comment on table public.interviewers is 'People of an employer. A recruiter coordinates and may receive copies.';
comment on column public.interviewers.shares_email is
  'Someone of the employer had this email address before, and the office said that both use it. Each has a link of their own.';
comment on column public.interviewers.sees_overview is
  'Whether this recruiter''s page also shows all schedules of the employer, without students (recruiter_overview).';
create unique index interviewers_employer_email_key on public.interviewers (employer_id, lower(email)) where not shares_email;
create unique index interviewers_person_key on public.interviewers (employer_id, lower(email), lower(full_name));
create index interviewers_email_idx on public.interviewers (lower(email));
create index interviewers_search_idx on public.interviewers using gin (search extensions.gin_trgm_ops);
create index interviewers_order_idx on public.interviewers (employer_id, full_name, id) where archived_at is null;
create index interviewers_name_idx on public.interviewers (full_name, id) where archived_at is null;
create index interviewers_archived_idx on public.interviewers (full_name, id) where archived_at is not null;

create table public.students (
  id uuid primary key default gen_random_uuid(),
  full_name text not null check (btrim(full_name) <> '' and length(full_name) <= 200 and full_name !~ '[[:cntrl:]]'),
  email text not null check (private.is_email_address(email)),
  program text,
  class_year int check (class_year between 1950 and 2100),
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  interviews int not null default 0,
  has_resume boolean not null default false,
  search text not null generated always as (lower(full_name || ' ' || email)) stored
);
comment on table public.students is 'The school''s students. program is what follows a name on a schedule, such as "JD".';
comment on column public.students.interviews is
  'Derived by private.refresh_students: how many interviews they have in schedules that are not canceled.';
comment on column public.students.has_resume is 'Derived by private.refresh_students: whether their résumé is among their documents.';
create unique index students_email_key on public.students (lower(email));
create index students_search_idx on public.students using gin (search extensions.gin_trgm_ops);
create index students_name_order_idx on public.students (full_name, id) where archived_at is null;
create index students_program_idx on public.students (program, full_name, id) where archived_at is null;
create index students_last_program_idx on public.students (program desc nulls last, full_name desc, id desc) where archived_at is null;
create index students_year_idx on public.students (class_year, full_name, id) where archived_at is null;
create index students_last_year_idx on public.students (class_year desc nulls last, full_name desc, id desc) where archived_at is null;
create index students_interviews_idx on public.students (interviews, full_name, id) where archived_at is null;
create index students_groups_idx on public.students (program, class_year) where archived_at is null;
create index students_archived_idx on public.students (full_name, id) where archived_at is not null;

create table public.job_postings (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid not null references public.employers (id) on delete restrict,
  title text not null check (btrim(title) <> '' and length(title) <= 200),
  description text not null default '' check (length(description) <= 20000),
  location text,
  url text check (private.is_secure_url(url)),
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  -- What ocis refer to, so that an OCI's posting is always its own employer's.
  unique (employer_id, id)
);
comment on table public.job_postings is 'Positions. url is where the posting stands when it is not kept here; it needs a sign-in there.';
create index job_postings_employer_idx on public.job_postings (employer_id);

-- Row-level security and grants ------------------------------------------------------------------

select private.add_staff_policies(t)
from unnest(array['public.employers', 'public.interviewers', 'public.students', 'public.job_postings']::regclass[]) t;
grant select, insert, update, delete on public.employers, public.interviewers, public.job_postings to authenticated;
-- Derived columns are nobody's to write.
grant select, insert (id, full_name, email, program, class_year, archived_at),
  update (full_name, email, program, class_year, archived_at), delete on public.students to authenticated;

create trigger employers_log after insert or update or delete on public.employers
  for each row execute function private.log_change();
create trigger interviewers_log after insert or update or delete on public.interviewers
  for each row execute function private.log_change('search');
create trigger students_log after insert or delete or update of full_name, email, program, class_year, archived_at on public.students
  for each row execute function private.log_change('interviews', 'has_resume', 'search');
create trigger job_postings_log after insert or update or delete on public.job_postings
  for each row execute function private.log_change();

-- supabase/schemas/05_documents.sql

-- Documents: students' résumés, transcripts and cover letters, as files in Supabase Storage.

create type public.document_kind as enum ('resume', 'transcript', 'cover_letter');

create function private.document_types() returns table (extension text, mime_type text)
language sql immutable set search_path = ''
as $$
  values ('pdf', 'application/pdf'), ('doc', 'application/msword'),
    ('docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')
$$;
comment on function private.document_types() is 'The files that a document may be.';

create function private.max_document_bytes() returns int
language sql immutable set search_path = ''
as $$ select 10 * 1024 * 1024 $$;

create function private.document_type(p_file_name text) returns text
language sql immutable set search_path = ''
as $$ select t.mime_type from private.document_types() t where t.extension = lower(substring(p_file_name from '\.([^.]+)$')) $$;
comment on function private.document_type(text) is 'The one type a file of that name may have; null for a name that no document may have.';

create table public.documents (
  id uuid primary key,
  student_id uuid not null references public.students (id) on delete cascade,
  kind public.document_kind not null,
  job_posting_id uuid references public.job_postings (id) on delete cascade,
  file_name text not null check (length(file_name) <= 200 and file_name !~ '[[:cntrl:]/\\]'),
  mime_type text not null,
  size int not null check (size between 1 and private.max_document_bytes()),
  uploaded_at timestamptz not null default now(),
  constraint only_a_cover_letter_is_for_a_posting check (job_posting_id is null or kind = 'cover_letter'),
  -- Saved under its name, a file must not open as something else, such as a page.
  constraint name_says_the_type check (coalesce(mime_type = private.document_type(file_name), false)),
  unique nulls not distinct (student_id, kind, job_posting_id)
);
comment on table public.documents is
  'A student''s files: one résumé, one transcript, one cover letter a job posting and one for any. The file is the object of bucket "documents" that is named by id; it is never overwritten, and without its row nobody can open it but staff. A cover letter for a posting is shown to no other employer.';
create index documents_posting_idx on public.documents (job_posting_id);

-- Row-level security and grants ------------------------------------------------------------------

select private.add_staff_policies('public.documents', '{}');
grant select on public.documents to authenticated;

-- Storage ----------------------------------------------------------------------------------------

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('documents', 'documents', false, private.max_document_bytes(), array(select t.mime_type from private.document_types() t))
on conflict (id) do update set public = excluded.public, file_size_limit = excluded.file_size_limit,
  allowed_mime_types = excluded.allowed_mime_types;

create function private.storage_operation() returns text
language sql stable set search_path = ''
as $$ select coalesce(current_setting('storage.operation', true), '') $$;
comment on function private.storage_operation() is
  'What the Storage API was asked for, such as storage.object.get_authenticated; empty outside of it.';

-- Nobody signs a URL: it would open the file for whoever has it, and outlive a reset link.
create policy "Staff open and look up the files of documents" on storage.objects for select to authenticated
  using (bucket_id = 'documents' and (select private.is_staff()) and (select private.storage_operation()) not like '%sign%');
create policy "Admins upload the files of documents" on storage.objects for insert to authenticated
  with check (bucket_id = 'documents' and (select private.is_admin()) and (select private.storage_operation()) not like '%sign%'
    and name ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$');
create policy "Admins delete the files that no document has" on storage.objects for delete to authenticated
  using (bucket_id = 'documents' and (select private.is_admin())
    and not exists (select from public.documents d where d.id::text = objects.name));

-- Functions --------------------------------------------------------------------------------------

create function private.save_document(
  p_id uuid, p_student_id uuid, p_kind public.document_kind, p_file_name text, p_job_posting_id uuid
) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  v_file jsonb;
  v_replaced uuid;
begin
  perform private.require_admin();
  -- One at a time for a student: the later of two uploads replaces the earlier one.
  perform from public.students s where s.id = p_student_id for update;
  if not found then
    perform private.refuse('not_found', '{"what": "student"}');
  end if;
  if exists (select from public.documents d where d.id = p_id and d.student_id = p_student_id) then
    return null;
  end if;
  -- Type and size as Storage recorded them, whatever the caller says.
  select o.metadata into v_file from storage.objects o where o.bucket_id = 'documents' and o.name = p_id::text;
  if v_file is null then
    perform private.refuse('file_not_uploaded');
  elsif (v_file ->> 'mimetype') is distinct from private.document_type(p_file_name) then
    perform private.refuse('file_type');
  elsif not (v_file ->> 'size')::bigint between 1 and private.max_document_bytes() then
    perform private.refuse('file_size');
  end if;
  delete from public.documents d
  where d.student_id = p_student_id and d.kind = p_kind and d.job_posting_id is not distinct from p_job_posting_id
  returning d.id into v_replaced;
  insert into public.documents (id, student_id, kind, job_posting_id, file_name, mime_type, size)
  values (p_id, p_student_id, p_kind, p_job_posting_id, p_file_name, v_file ->> 'mimetype', (v_file ->> 'size')::int);
  perform private.log_activity(case when v_replaced is null then 'students.add_document' else 'students.replace_document' end,
    null, null, p_student_id, jsonb_build_object('kind', p_kind, 'file_name', p_file_name));
  return v_replaced;
end
$$;

create function public.save_document(
  p_id uuid, p_student_id uuid, p_kind public.document_kind, p_file_name text, p_job_posting_id uuid default null
) returns uuid
language sql set search_path = ''
as $$ select private.save_document(p_id, p_student_id, p_kind, p_file_name, p_job_posting_id) $$;
comment on function public.save_document(uuid, uuid, public.document_kind, text, uuid) is
  'Makes the uploaded object named p_id this student''s document, in place of an earlier one of its kind (and posting): the id of the replaced object, to be deleted, or null. Refuses: not_found, file_not_uploaded, file_type, file_size. Asking twice saves once. Admins only (42501).';

create function private.remove_document(p_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_document public.documents;
begin
  perform private.require_admin();
  delete from public.documents d where d.id = p_id returning d.* into v_document;
  if found then
    perform private.log_activity('students.remove_document', null, null, v_document.student_id,
      jsonb_build_object('kind', v_document.kind, 'file_name', v_document.file_name));
  end if;
end
$$;

create function public.remove_document(p_id uuid) returns void
language sql set search_path = ''
as $$ select private.remove_document(p_id) $$;
comment on function public.remove_document(uuid) is
  'From here on nobody can open this document; its object can then be deleted. No matter if it was gone. Admins only (42501).';

create function private.orphaned_files() returns setof text
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_admin();
  return query select o.name from storage.objects o
  where o.bucket_id = 'documents' and o.created_at < now() - interval '1 hour'
    and not exists (select from public.documents d where d.id::text = o.name)
  limit 100;
end
$$;

create function public.orphaned_files() returns setof text
language sql stable set search_path = ''
as $$ select * from private.orphaned_files() $$;
comment on function public.orphaned_files() is
  'Objects of bucket "documents" that belong to no document: left behind where someone stopped half-way, or by a removed student. An upload has an hour to become a document. Admins only (42501).';

grant execute on function private.storage_operation() to authenticated, interviewer, student;
grant execute on function private.save_document(uuid, uuid, public.document_kind, text, uuid),
  public.save_document(uuid, uuid, public.document_kind, text, uuid), private.remove_document(uuid),
  public.remove_document(uuid), private.orphaned_files(), public.orphaned_files() to authenticated;

-- supabase/schemas/06_ocis_and_schedules.sql

-- OCIs and schedules: an employer's visit, and its days.

create type public.schedule_format as enum ('in_person', 'virtual');
create type public.schedule_video as enum ('in_app', 'external');

create table public.ocis (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid not null references public.employers (id) on delete restrict,
  job_posting_id uuid,
  name text check (name <> '' and length(name) <= 200),
  season text not null check (btrim(season) <> '' and length(season) <= 100),
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  foreign key (employer_id, job_posting_id) references public.job_postings (employer_id, id) on delete restrict
);
comment on table public.ocis is 'One employer''s visit for one posting in one season; its days are schedules. name distinguishes two visits of one employer.';
create index ocis_employer_idx on public.ocis (employer_id, job_posting_id);
create index ocis_season_idx on public.ocis (season);

create table public.schedules (
  id uuid primary key default gen_random_uuid(),
  oci_id uuid not null references public.ocis (id) on delete restrict,
  on_date date not null check (on_date between '2000-01-01' and '2100-12-31'),
  time_zone text not null check (private.is_time_zone(time_zone)),
  format public.schedule_format not null,
  video public.schedule_video,
  meeting_url text check (private.is_secure_url(meeting_url)),
  location text check (btrim(location) <> '' and length(location) <= 200),
  pattern jsonb not null,
  released_at timestamptz,
  released_revision int,
  canceled_at timestamptz,
  reminders boolean not null default true,
  created_at timestamptz not null default now(),
  revision int not null default 1,
  changed_since_release boolean not null generated always as (released_at is not null and coalesce(released_revision, 0) < revision) stored,
  -- Derived from the slots by private.refresh_schedule_times.
  times_hash text not null default '',
  starts_at timestamptz,
  ends_at timestamptz,
  constraint video_is_for_virtual check (video is null or format = 'virtual'),
  constraint meeting_url_is_for_external_video check (meeting_url is null or video = 'external'),
  constraint location_is_for_in_person check (location is null or format = 'in_person')
);
comment on table public.schedules is
  'One day''s column of slots in one time zone. pattern is what the slots were made from: {first, last, slot_minutes, gap_minutes, breaks: [{start, end, label}]}, times as HH:MM. revision rises with every change that an interviewer must know (date, times, zone, location); released_revision is the one that was released.';
create index schedules_oci_idx on public.schedules (oci_id);
create index schedules_date_idx on public.schedules (on_date);

-- Row-level security and grants ------------------------------------------------------------------

select private.add_staff_policies(t) from unnest(array['public.ocis', 'public.schedules']::regclass[]) t;
grant select, insert, update, delete on public.ocis to authenticated;
-- Derived columns are nobody's to write.
grant select, insert (id, oci_id, on_date, time_zone, format, video, meeting_url, location, pattern),
  update (on_date, time_zone, format, video, meeting_url, location, pattern, released_at, released_revision, canceled_at, reminders),
  delete on public.schedules to authenticated;

create trigger ocis_log after insert or update or delete on public.ocis
  for each row execute function private.log_change();
create trigger schedules_log after insert or update or delete on public.schedules
  for each row execute function private.log_change(
    'revision', 'changed_since_release', 'times_hash', 'starts_at', 'ends_at', 'released_revision');

-- Functions --------------------------------------------------------------------------------------

create function private.bump_revision() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if (new.on_date, new.time_zone, new.format, new.video, new.meeting_url, new.location, new.times_hash, new.canceled_at is null)
    is distinct from
     (old.on_date, old.time_zone, old.format, old.video, old.meeting_url, old.location, old.times_hash, old.canceled_at is null)
  then
    new.revision := old.revision + 1;
  end if;
  return new;
end
$$;
create trigger schedules_bump_revision before update on public.schedules
  for each row execute function private.bump_revision();


-- supabase/schemas/07_slots_and_patterns.sql

-- Slots and patterns: the interviews and breaks of a day, and the pattern they are made from.

create type public.slot_kind as enum ('interview', 'break');
create type public.slot_outcome as enum ('completed', 'student_no_show', 'interviewer_no_show', 'technical_failure');

create table public.slots (
  id uuid primary key default gen_random_uuid(),
  schedule_id uuid not null references public.schedules (id) on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  kind public.slot_kind not null default 'interview',
  label text,
  student_id uuid references public.students (id) on delete restrict,
  outcome public.slot_outcome,
  outcome_note text check (length(outcome_note) <= 500),
  created_at timestamptz not null default now(),
  unique (id, schedule_id),
  constraint slot_ends_after_it_starts check (ends_at > starts_at),
  constraint break_holds_no_student check (kind = 'interview' or student_id is null),
  constraint outcome_needs_a_student check (outcome is null or student_id is not null),
  constraint slots_of_a_schedule_do_not_overlap
    exclude using gist (schedule_id with =, tstzrange(starts_at, ends_at) with &&) deferrable initially immediate
);
comment on table public.slots is 'One interview or break of a schedule.';
comment on column public.slots.outcome_note is 'What the office adds to the outcome.';
create index slots_schedule_idx on public.slots (schedule_id, starts_at);
create index slots_student_idx on public.slots (student_id, starts_at) where student_id is not null;

create table public.schedule_templates (
  id uuid primary key default gen_random_uuid(),
  name text not null check (btrim(name) <> '' and length(name) <= 100),
  pattern jsonb not null,
  created_at timestamptz not null default now()
);
comment on table public.schedule_templates is 'A day''s pattern, saved under a name to apply to new days.';
create unique index schedule_templates_name_key on public.schedule_templates (lower(name));

-- Row-level security and grants ------------------------------------------------------------------

select private.add_staff_policies(t) from unnest(array['public.slots', 'public.schedule_templates']::regclass[]) t;
grant select, insert, update, delete on public.slots, public.schedule_templates to authenticated;

create trigger slots_log after update of student_id, outcome on public.slots
  for each row execute function private.log_change('starts_at', 'ends_at');
create trigger schedule_templates_log after insert or update or delete on public.schedule_templates
  for each row execute function private.log_change();

-- Functions --------------------------------------------------------------------------------------

create function private.check_slot_date() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if exists (
    select from public.schedules c
    where c.id = new.schedule_id
      and ((new.starts_at at time zone c.time_zone)::date <> c.on_date
        or (new.ends_at at time zone c.time_zone - interval '1 microsecond')::date <> c.on_date)
  ) then
    perform private.refuse('slot_on_another_date');
  end if;
  return new;
end
$$;
create trigger slots_day before insert or update of starts_at, ends_at, schedule_id on public.slots
  for each row execute function private.check_slot_date();

create function private.clear_outcome_note() returns trigger
language plpgsql set search_path = ''
as $$
begin
  new.outcome_note := null;
  return new;
end
$$;
create trigger slots_outcome before update of outcome on public.slots
  for each row when (new.outcome is null and new.outcome_note is not null) execute function private.clear_outcome_note();

create function private.check_pattern(p_pattern jsonb) returns void
language plpgsql stable set search_path = ''
as $$
declare
  v_breaks jsonb := coalesce(p_pattern -> 'breaks', '[]');
  v_first time;
  v_last time;
  v_break jsonb;
begin
  if jsonb_array_length(v_breaks) > 50 then
    perform private.refuse('too_many_breaks');
  elsif exists (select from jsonb_array_elements(v_breaks) b where length(b ->> 'label') > 100) then
    perform private.refuse('break_name_too_long');
  elsif exists (
    -- Not every word that PostgreSQL takes for a time ("now") is one on a wall.
    select from (select p_pattern ->> 'first' union all select p_pattern ->> 'last'
      union all select b ->> k from jsonb_array_elements(v_breaks) b, unnest(array['start', 'end']) k) w (t)
    where w.t !~ '^\d{2}:\d{2}$'
  ) then
    perform private.refuse('unreadable_pattern');
  end if;
  v_first := (p_pattern ->> 'first')::time;
  v_last := (p_pattern ->> 'last')::time;
  if v_first is null then
    perform private.refuse('first_time_missing');
  elsif v_last is null then
    perform private.refuse('last_time_missing');
  elsif v_last <= v_first then
    perform private.refuse('day_ends_before_it_starts');
  elsif coalesce((p_pattern ->> 'slot_minutes')::int, 0) not between 5 and 480 then
    perform private.refuse('slot_minutes_out_of_range');
  elsif coalesce((p_pattern ->> 'gap_minutes')::int, 0) not between 0 and 240 then
    perform private.refuse('gap_minutes_out_of_range');
  elsif v_first + make_interval(mins => (p_pattern ->> 'slot_minutes')::int) > v_last then
    perform private.refuse('day_shorter_than_a_slot');
  end if;
  for v_break in select * from jsonb_array_elements(v_breaks) loop
    if coalesce((v_break ->> 'end')::time <= (v_break ->> 'start')::time, true) then
      perform private.refuse('break_ends_before_it_starts');
    elsif (v_break ->> 'start')::time < v_first or (v_break ->> 'end')::time > v_last then
      perform private.refuse('break_outside_the_day', jsonb_build_object('label', nullif(v_break ->> 'label', '')));
    end if;
  end loop;
  if exists (
    select from jsonb_array_elements(v_breaks) with ordinality a(b, i)
    join jsonb_array_elements(v_breaks) with ordinality z(b, i)
      on a.i < z.i and (a.b ->> 'start')::time < (z.b ->> 'end')::time and (z.b ->> 'start')::time < (a.b ->> 'end')::time
  ) then
    perform private.refuse('breaks_overlap');
  end if;
exception when data_exception then
  perform private.refuse('unreadable_pattern');
end
$$;
comment on function private.check_pattern(jsonb) is 'Refuses a day''s pattern that no slots can be made from.';

create function private.at_wall_time(p_wall timestamp, p_time_zone text) returns timestamptz
language sql stable set search_path = ''
as $$
  select case when t at time zone p_time_zone = p_wall then t else (
    select m from generate_series(t - (t at time zone p_time_zone - p_wall), t, interval '1 minute') m
    where (m at time zone p_time_zone) - ((m - interval '1 minute') at time zone p_time_zone) > interval '1 minute') end
  from (select p_wall at time zone p_time_zone) x (t)
$$;
comment on function private.at_wall_time(timestamp, text) is
  'The instant at which a clock of the zone shows this: of two, the later; when the clocks skip it, the instant at which they do.';

create function private.plan_slots(p_on_date date, p_time_zone text, p_pattern jsonb)
returns table (starts_at timestamptz, ends_at timestamptz, kind public.slot_kind, label text)
language plpgsql stable set search_path = ''
as $$
declare
  v_at timestamptz := private.at_wall_time(p_on_date + (p_pattern ->> 'first')::time, p_time_zone);
  v_length interval := make_interval(mins => (p_pattern ->> 'slot_minutes')::int);
  v_gap interval := make_interval(mins => coalesce((p_pattern ->> 'gap_minutes')::int, 0));
  v_break record;
begin
  for v_break in
    select private.at_wall_time(p_on_date + (b ->> 'start')::time, p_time_zone) as starts,
      private.at_wall_time(p_on_date + (b ->> 'end')::time, p_time_zone) as ends, b ->> 'label' as label
    from jsonb_array_elements(coalesce(p_pattern -> 'breaks', '[]')) b
    union all select private.at_wall_time(p_on_date + (p_pattern ->> 'last')::time, p_time_zone), null, null
    order by 1, 2
  loop
    while v_at + v_length <= v_break.starts loop
      starts_at := v_at;
      ends_at := v_at + v_length;
      kind := 'interview';
      label := null;
      return next;
      v_at := ends_at + v_gap;
    end loop;
    -- A break in the hour that the clocks skip is none.
    if v_break.ends > v_break.starts then
      starts_at := v_break.starts;
      ends_at := v_break.ends;
      kind := 'break';
      label := nullif(btrim(v_break.label), '');
      return next;
      v_at := v_break.ends;
    end if;
  end loop;
end
$$;
comment on function private.plan_slots(date, text, jsonb) is 'The slots a pattern makes on a date. Its times are the zone''s clock; between them time passes evenly, over a clock change too.';

create function public.preview_slots(p_on_date date, p_time_zone text, p_pattern jsonb)
returns table (starts_at timestamptz, ends_at timestamptz, kind public.slot_kind, label text)
language plpgsql stable set search_path = ''
as $$
begin
  if coalesce(p_on_date not between '2000-01-01' and '2100-12-31', true) then
    perform private.refuse('schedules_on_date_check');
  elsif not coalesce(private.is_time_zone(p_time_zone), false) then
    perform private.refuse('schedules_time_zone_check');
  end if;
  perform private.check_pattern(p_pattern);
  return query select * from private.plan_slots(p_on_date, p_time_zone, p_pattern);
end
$$;
comment on function public.preview_slots(date, text, jsonb) is 'The slots that save_schedule would make; refuses what it would.';

create function private.check_no_overlap(p_schedule_id uuid, p_slot_id uuid, p_starts_at timestamptz, p_ends_at timestamptz) returns void
language plpgsql stable set search_path = ''
as $$
declare
  v_other jsonb;
begin
  select jsonb_build_object('kind', s.kind, 'label', s.label, 'student', st.full_name,
    'starts_at', s.starts_at, 'ends_at', s.ends_at, 'time_zone', c.time_zone) into v_other
  from public.slots s
  join public.schedules c on c.id = s.schedule_id
  left join public.students st on st.id = s.student_id
  where s.schedule_id = p_schedule_id and s.id is distinct from p_slot_id and s.starts_at < p_ends_at and s.ends_at > p_starts_at
  order by s.starts_at limit 1;
  if found then
    perform private.refuse('slot_overlap', v_other);
  end if;
end
$$;
comment on function private.check_no_overlap(uuid, uuid, timestamptz, timestamptz) is
  'Refuses a slot (null: a new one) at these times while another of its schedule is in the way, and names that one, which the constraint cannot.';

grant execute on function private.check_pattern(jsonb), private.at_wall_time(timestamp, text), private.plan_slots(date, text, jsonb),
  public.preview_slots(date, text, jsonb), private.check_no_overlap(uuid, uuid, timestamptz, timestamptz)
  to authenticated;

create function private.slot_times(p_starts timestamptz[], p_ends timestamptz[]) returns jsonb
language sql immutable set search_path = ''
as $$
  select jsonb_agg(jsonb_build_array(extract(epoch from t.starts_at)::bigint, extract(epoch from t.ends_at)::bigint) order by t.starts_at)
  from unnest(p_starts, p_ends) t (starts_at, ends_at)
$$;
comment on function private.slot_times(timestamptz[], timestamptz[]) is 'Slots as [[start, end]], in seconds since 1970.';
grant execute on function private.slot_times(timestamptz[], timestamptz[]) to authenticated, service_role;

-- supabase/schemas/08_outbox.sql

-- The outbox: every email, the batch it was queued in, and what happened to it.

create type public.email_kind as enum
  ('interview_link', 'interview_link_request', 'schedule', 'student_link', 'student_link_request', 'change', 'cancellation', 'reminder', 'overview');
create type public.email_status as enum
  ('queued', 'sending', 'sent', 'delivered', 'delayed', 'bounced', 'complained', 'failed', 'uncertain', 'canceled');
create type public.email_status_group as enum ('sent', 'waiting', 'attention', 'canceled');
create type public.email_event_type as enum
  ('queued', 'sending', 'deferred', 'sent', 'failed', 'uncertain', 'canceled', 'delivered', 'delayed', 'bounced', 'complained');
create type public.unsent_reason as enum ('nothing_to_send', 'gave_up', 'called_off', 'recently_notified', 'suppressed');

create function private.needs_attention(p_status public.email_status) returns boolean
language sql immutable set search_path = ''
as $$ select p_status in ('bounced', 'complained', 'failed', 'uncertain') $$;
comment on function private.needs_attention(public.email_status) is 'Whether the person may not have this email, and nothing more happens by itself.';

create function private.is_in_flight(p_status public.email_status) returns boolean
language sql immutable set search_path = ''
as $$ select p_status in ('queued', 'sending') $$;
comment on function private.is_in_flight(public.email_status) is 'Whether an email is still to be sent.';

create function private.email_status_group(p_status public.email_status) returns public.email_status_group
language sql immutable set search_path = ''
as $$
  select case when private.needs_attention(p_status) then 'attention'
    when p_status in ('sent', 'delivered') then 'sent'
    when p_status = 'canceled' then 'canceled'
    else 'waiting' end::public.email_status_group
$$;
comment on function private.email_status_group(public.email_status) is 'What Email Activity counts together. waiting: more will happen by itself.';

create function private.has_notified(p_status public.email_status) returns boolean
language sql immutable set search_path = ''
as $$ select p_status not in ('failed', 'bounced', 'canceled') $$;
comment on function private.has_notified(public.email_status) is 'Whether the person knows what this email says, or soon will: it is not known to have gone nowhere.';

create table public.email_batches (
  id uuid primary key default gen_random_uuid(),
  request_id uuid not null unique,
  created_by uuid,
  summary jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create index email_batches_created_idx on public.email_batches (created_at desc);
comment on table public.email_batches is
  'One press of Send. request_id makes asking twice harmless. summary: {queued, unchanged, not_ready: [{schedule_id, unmet}]}.';

create table public.email_bodies (
  id uuid primary key,
  html text not null,
  body_text text not null
);
comment on table public.email_bodies is
  'What emails said, each wording once: {{interview_link}}, {{recipient_name}}, {{recipient_first_name}} and {{recipient_email}} stand where it differs from person to person. id: its MD5.';

create function private.is_subject(p_text text) returns boolean
language sql immutable set search_path = ''
as $$ select p_text <> '' and length(p_text) <= 200 and p_text !~ '[[:cntrl:]]' $$;
comment on function private.is_subject(text) is 'Whether this is a line that the office may have as a subject; null for null.';

create function private.is_passage(p_text text) returns boolean
language sql immutable set search_path = ''
as $$ select p_text <> '' and length(p_text) <= 2000 $$;
comment on function private.is_passage(text) is 'Whether the office may have this as an introduction or a closing; null for null.';

create table public.email_words (
  kind public.email_kind primary key,
  subject text check (private.is_subject(subject)),
  introduction text check (private.is_passage(introduction)),
  closing text check (private.is_passage(closing)),
  constraint words_of_its_own check (num_nonnulls(subject, introduction, closing) > 0)
);
comment on table public.email_words is
  'The office''s own words for a kind of email, with fields such as {{first_name}}; null is the standard one. Written by save_email_words and reset_email_words alone.';

create function private.email_words(p_kind public.email_kind) returns jsonb
language plpgsql stable set search_path = ''
as $$ begin return (select to_jsonb(w) - 'kind' from public.email_words w where w.kind = p_kind); end $$;
comment on function private.email_words(public.email_kind) is 'The office''s words {subject, introduction, closing}; null where it has none.';

create table public.emails (
  id uuid primary key default gen_random_uuid(),
  batch_id uuid references public.email_batches (id) on delete set null,
  kind public.email_kind not null,
  interviewer_id uuid references public.interviewers (id) on delete set null,
  student_id uuid references public.students (id) on delete set null,
  to_name text not null,
  to_email text not null,
  sent_from text,
  subject text,
  body_id uuid references public.email_bodies (id),
  ics text,
  link_version int,
  provider_id text,
  created_by uuid,
  created_at timestamptz not null default now(),
  due_at timestamptz not null default private.clock(),
  attempts int not null default 0,
  lease_id uuid,
  leased_until timestamptz,
  -- Derived from email_events by private.apply_email_events.
  status public.email_status not null default 'queued',
  last_error text,
  unsent_reason public.unsent_reason,
  sent_at timestamptz,
  about text,
  status_group public.email_status_group not null generated always as (private.email_status_group(status)) stored,
  search text generated always as (lower(to_name || ' ' || to_email || ' ' || coalesce(subject, '') || ' ' || coalesce(about, ''))) stored
);
comment on table public.emails is
  'Every email: the outbox and Email Activity in one. subject, body_id and ics are what was sent, null until the first attempt, like sent_from. about: what else it is found by: employers, positions, locations. link_version: which version of the link it held.';
create index emails_created_idx on public.emails (created_at desc, id);
create index emails_due_idx on public.emails (due_at) where private.is_in_flight(status);
create index emails_status_idx on public.emails (status, created_at desc) include (status_group);
create index emails_status_group_idx on public.emails (status_group, created_at desc);
create index emails_requests_idx on public.emails (created_at) where kind in ('interview_link_request', 'student_link_request');
create index emails_batch_idx on public.emails (batch_id);
create index emails_interviewer_idx on public.emails (interviewer_id, created_at desc);
create index emails_student_idx on public.emails (student_id, created_at desc) where student_id is not null;
create index emails_provider_idx on public.emails (provider_id) where provider_id is not null;
create index emails_search_idx on public.emails using gin (search extensions.gin_trgm_ops);
create index emails_kind_idx on public.emails (kind, created_at desc) include (status_group);

create table public.email_schedules (
  email_id uuid not null references public.emails (id) on delete cascade,
  schedule_id uuid not null references public.schedules (id) on delete cascade,
  person_id uuid not null,
  is_interviewer boolean not null,
  snapshot jsonb,
  sequence int not null default 0,
  events jsonb not null default '[]',
  at timestamptz not null default clock_timestamp(),
  primary key (email_id, schedule_id)
);
comment on table public.email_schedules is
  'What an email said to its person about each of its schedules, as of its latest attempt. snapshot: the facts (private.person_facts); null when it said that they have no part in it any more. sequence: 0 before the first attempt, then higher with every change of what they were notified of. events: the calendar entries [[key, start, end]].';
create index email_schedules_schedule_idx on public.email_schedules (schedule_id, person_id, at);
create index email_schedules_person_idx on public.email_schedules (person_id);

create table public.email_events (
  id bigint generated always as identity primary key,
  email_id uuid not null references public.emails (id) on delete cascade,
  type public.email_event_type not null,
  at timestamptz not null default private.clock(),
  detail text,
  reason public.unsent_reason,
  params jsonb not null default '{}',
  provider_event_id text unique
);
comment on table public.email_events is 'Append-only: what happened to an email. detail: in the words of the mail server or provider. reason: why we stopped. params: {attempt, may_repeat} of sending (true where the attempt before was cut off, so that this may be a second copy), {attempts} of giving up, {unanswered} of a delay: the provider may have taken it, {by} of a retry, {suppresses: false} of a bounce that is not the address''s fault.';
create index email_events_email_idx on public.email_events (email_id, id);

create table public.suppressed_addresses (
  email text primary key check (email = lower(email)),
  reason public.email_event_type not null check (reason in ('bounced', 'complained')),
  email_id uuid references public.emails (id) on delete set null,
  detail text,
  at timestamptz not null default private.clock()
);
comment on table public.suppressed_addresses is
  'Addresses that refused mail for good or called it spam: nothing is sent there until an admin lifts it. detail: in the words of the provider.';
create index suppressed_addresses_email_idx on public.suppressed_addresses (email_id);

-- Row-level security and grants ------------------------------------------------------------------

select private.add_staff_policies(t, '{}')
from unnest(array['public.email_batches', 'public.email_bodies', 'public.emails', 'public.email_schedules', 'public.email_events',
  'public.suppressed_addresses', 'public.email_words']::regclass[]) t;
grant select on public.email_batches, public.email_bodies, public.emails, public.email_schedules, public.email_events,
  public.suppressed_addresses, public.email_words to authenticated;

create view public.email_list with (security_invoker = true) as
select e.id, e.kind, e.batch_id, e.to_name, e.to_email, e.subject, e.status, e.created_at, e.status_group
from public.emails e;
comment on view public.email_list is 'Emails without their contents, which need not be read to list them.';
grant select on public.email_list to authenticated;

-- Functions --------------------------------------------------------------------------------------

create function private.apply_email_events() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update public.emails e set status = d.status, last_error = d.last_error, unsent_reason = d.unsent_reason, sent_at = d.sent_at
  from (
    select c.email_id, s.status, bad.detail as last_error, bad.reason as unsent_reason, (
        select v.at from public.email_events v where v.email_id = c.email_id and v.type = 'sent' order by v.id desc limit 1) as sent_at
    -- What is queued already stays so: thousands of emails may be queued at once.
    from (select distinct a.email_id from added a join public.emails m on m.id = a.email_id where a.type <> 'queued' or m.status <> 'queued') c
    -- Our own steps count in the order written; the provider's may arrive in any order, so the gravest wins.
    cross join lateral (
      select v.type from public.email_events v
      where v.email_id = c.email_id and v.type in ('queued', 'sending', 'deferred', 'sent', 'failed', 'uncertain', 'canceled')
      order by v.id desc limit 1) own
    left join lateral (
      select v.type from public.email_events v
      where v.email_id = c.email_id and v.type in ('delayed', 'delivered', 'bounced', 'complained')
        and own.type in ('sent', 'sending', 'uncertain')
      order by array_position(array['complained', 'bounced', 'delivered', 'delayed'], v.type::text) limit 1) reported on true
    cross join lateral (
      select case coalesce(reported.type, own.type) when 'deferred' then 'queued'
        else coalesce(reported.type, own.type)::text::public.email_status end as status) s
    -- The mail server's words, or our reason, when the status is not a good one.
    left join lateral (
      select v.detail, v.reason from public.email_events v
      where v.email_id = c.email_id and v.type not in ('queued', 'sending', 'sent', 'delivered')
        and v.type::text = case when private.is_in_flight(s.status) then 'deferred' else s.status::text end
      order by v.id desc limit 1) bad on true
  ) d
  where e.id = d.email_id
    and (e.status, e.last_error, e.unsent_reason, e.sent_at) is distinct from (d.status, d.last_error, d.unsent_reason, d.sent_at);
  return null;
end
$$;
create trigger email_events_added after insert on public.email_events referencing new table as added
  for each statement execute function private.apply_email_events();

create function private.suppress_addresses() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into public.suppressed_addresses as s (email, reason, email_id, detail, at)
  select distinct on (lower(m.to_email)) lower(m.to_email), a.type, a.email_id, a.detail, a.at
  from added a join public.emails m on m.id = a.email_id
  where a.type in ('bounced', 'complained') and a.params ->> 'suppresses' is distinct from 'false'
  order by lower(m.to_email), a.type desc, a.id
  on conflict (email) do update set reason = excluded.reason, email_id = excluded.email_id, detail = excluded.detail, at = excluded.at
  where s.reason = 'bounced' and excluded.reason = 'complained';
  return null;
end
$$;
comment on function private.suppress_addresses() is 'A complaint weighs more than a bounce, whichever comes first.';
create trigger email_events_suppress after insert on public.email_events referencing new table as added
  for each statement execute function private.suppress_addresses();

create function private.is_suppressed(p_email text) returns boolean
language plpgsql stable security definer set search_path = ''
as $$ begin return exists (select from public.suppressed_addresses s where s.email = lower(p_email)); end $$;
comment on function private.is_suppressed(text) is 'Whether nothing is sent to this address: the one rule for plans, previews and what is about to leave.';

create function private.lift_suppression(p_email text) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_admin();
  delete from public.suppressed_addresses s where s.email = lower(p_email);
  if found then
    perform private.log_activity('emails.lift_suppression', null, null, null, jsonb_build_object('email', lower(p_email)));
  end if;
end
$$;

create function public.lift_suppression(p_email text) returns void
language sql set search_path = ''
as $$ select private.lift_suppression(p_email) $$;
comment on function public.lift_suppression(text) is 'Lets mail to an address that bounced or complained leave again. Admins only (42501).';

grant execute on function private.email_words(public.email_kind) to service_role;
grant execute on function private.is_subject(text), private.is_passage(text) to authenticated;
grant execute on function private.is_suppressed(text) to authenticated, service_role;
grant execute on function private.lift_suppression(text), public.lift_suppression(text) to authenticated;

create function public.emails_needing_attention() returns int
language sql stable set search_path = ''
as $$
  select count(*)::int from public.emails e
  where e.status_group = 'attention' and e.created_at > now() - interval '30 days'
    and not exists (select from public.emails n where n.interviewer_id = e.interviewer_id and n.created_at > e.created_at and n.status_group <> 'attention')
    and not exists (select from public.emails n where n.student_id = e.student_id and n.created_at > e.created_at and n.status_group <> 'attention')
$$;
comment on function public.emails_needing_attention() is 'How many emails of the last 30 days need attention: none that does not has since been queued for the same person.';

create function private.begin_batch(p_request_id uuid, out batch_id uuid, out answer jsonb)
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_admin();
  insert into public.email_batches (request_id, created_by) values (p_request_id, private.user_id())
  on conflict (request_id) do nothing returning id into batch_id;
  if batch_id is null then
    select b.id, jsonb_build_object('batch_id', b.id, 'repeated', true) || b.summary into batch_id, answer
    from public.email_batches b where b.request_id = p_request_id;
  end if;
end
$$;
comment on function private.begin_batch(uuid) is 'A batch for a request; with what was answered before, if it is the same request again.';

create function private.finish_batch(p_batch_id uuid, p_plan jsonb, p_counted text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_summary jsonb;
begin
  perform private.log_activity('emails.queue', s.oci_id, s.id, p_batch_id, jsonb_build_object(p_counted, count(*)))
  from jsonb_to_recordset(p_plan) as p (schedule_id uuid, outcome text) join public.schedules s on s.id = p.schedule_id
  where p.outcome = 'send' group by s.id;

  update public.email_batches b set summary = jsonb_build_object(
    'queued', (select count(*) from public.emails e where e.batch_id = b.id),
    'unchanged', (select count(distinct p ->> 'person_id') from jsonb_array_elements(p_plan) p where p ->> 'outcome' = 'unchanged'),
    'not_ready', (select coalesce(jsonb_agg(jsonb_build_object('schedule_id', p -> 'schedule_id', 'unmet', p -> 'unmet')), '[]')
      from jsonb_array_elements(p_plan) p where p ->> 'outcome' = 'not_ready'))
  where b.id = p_batch_id returning b.summary into v_summary;
  return jsonb_build_object('batch_id', p_batch_id, 'repeated', false) || v_summary;
end
$$;
comment on function private.finish_batch(uuid, jsonb, text) is
  'Notes what came of a plan [{schedule_id, person_id, outcome: send|unchanged|not_ready, unmet, …}] and answers it. p_counted: how the activity names the people.';

create function private.retry_emails(p_email_ids uuid[]) returns int
language plpgsql security definer set search_path = ''
as $$
declare
  v_count int;
begin
  perform private.require_admin();
  with again as (
    update public.emails e set attempts = 0, due_at = private.clock(), lease_id = null, leased_until = null
    where e.id = any (p_email_ids) and e.status in ('failed', 'uncertain') returning e.id
  ), noted as (
    insert into public.email_events (email_id, type, params)
    select id, 'queued', jsonb_build_object('by', (select s.full_name from public.staff s where s.user_id = private.user_id())) from again
    returning 1
  )
  select count(*) into v_count from noted;
  return v_count;
end
$$;

create function public.retry_emails(p_email_ids uuid[]) returns int
language sql set search_path = ''
as $$ select private.retry_emails(p_email_ids) $$;
comment on function public.retry_emails(uuid[]) is
  'Queues failed and uncertain emails again; others are left alone. How many it queued. Admins only (42501).';

grant execute on function private.needs_attention(public.email_status), private.is_in_flight(public.email_status),
  private.email_status_group(public.email_status), private.has_notified(public.email_status) to authenticated, service_role;
grant execute on function public.emails_needing_attention(), private.retry_emails(uuid[]), public.retry_emails(uuid[])
  to authenticated;

-- supabase/schemas/09_interviewer_assignments.sql

-- Interviewer assignments: who interviews on a schedule, and who takes a slot where that differs.

create table public.schedule_interviewers (
  schedule_id uuid not null references public.schedules (id) on delete cascade,
  interviewer_id uuid not null references public.interviewers (id) on delete restrict,
  invited_at timestamptz,
  link_email_id uuid references public.emails (id) on delete set null,
  created_at timestamptz not null default now(),
  primary key (schedule_id, interviewer_id)
);
comment on table public.schedule_interviewers is 'Who interviews on a schedule. invited_at: when the Interview Link was first sent for it, from when on they may know of the schedule even if it is not released.';
comment on column public.schedule_interviewers.link_email_id is 'The latest email to this person about this schedule.';
create index schedule_interviewers_interviewer_idx on public.schedule_interviewers (interviewer_id);
create index schedule_interviewers_email_idx on public.schedule_interviewers (link_email_id);

create table public.slot_interviewers (
  slot_id uuid not null,
  schedule_id uuid not null,
  interviewer_id uuid not null,
  primary key (slot_id, interviewer_id),
  foreign key (slot_id, schedule_id) references public.slots (id, schedule_id) on delete cascade,
  foreign key (schedule_id, interviewer_id)
    references public.schedule_interviewers (schedule_id, interviewer_id) on delete cascade
);
comment on table public.slot_interviewers is 'Who takes this slot, where that differs from the whole schedule. No row: everyone on the schedule does.';
create index slot_interviewers_interviewer_idx on public.slot_interviewers (schedule_id, interviewer_id);

-- Row-level security and grants ------------------------------------------------------------------

select private.add_staff_policies(t, array['insert', 'delete'])
from unnest(array['public.schedule_interviewers', 'public.slot_interviewers']::regclass[]) t;
grant select, insert, delete on public.schedule_interviewers, public.slot_interviewers to authenticated;

create trigger schedule_interviewers_log after insert or delete on public.schedule_interviewers
  for each row execute function private.log_change();
create trigger slot_interviewers_log after insert or delete on public.slot_interviewers
  for each row execute function private.log_change();

create view private.slot_takers with (security_invoker = true) as
select s.id as slot_id, s.schedule_id, si.interviewer_id
from public.slots s
join public.schedule_interviewers si on si.schedule_id = s.schedule_id
where not exists (select from public.slot_interviewers o where o.slot_id = s.id)
  or exists (select from public.slot_interviewers o where o.slot_id = s.id and o.interviewer_id = si.interviewer_id);
comment on view private.slot_takers is 'Who takes each slot: those named for it, else everyone on its schedule.';
grant select on private.slot_takers to authenticated, interviewer, service_role;

-- Functions --------------------------------------------------------------------------------------

create function private.interviewers_of_slots(p_slot_ids uuid[])
returns table (slot_id uuid, interviewer_id uuid, full_name text)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
as $$
begin
  return query select t.slot_id, i.id, i.full_name
  from private.slot_takers t join public.interviewers i on i.id = t.interviewer_id and i.archived_at is null
  where t.slot_id = any (p_slot_ids);
end
$$;
comment on function private.interviewers_of_slots(uuid[]) is 'Who interviews in each of these slots.';

create function private.check_interviewer_employer() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if exists (
    select from public.schedule_interviewers si
    join public.interviewers i on i.id = si.interviewer_id
    join public.schedules s on s.id = si.schedule_id
    join public.ocis o on o.id = s.oci_id
    where i.employer_id <> o.employer_id
      and case tg_table_name
        when 'schedule_interviewers' then si.schedule_id = (to_jsonb(new) ->> 'schedule_id')::uuid
        when 'ocis' then o.id = (to_jsonb(new) ->> 'id')::uuid
        when 'interviewers' then i.id = (to_jsonb(new) ->> 'id')::uuid
        else s.id = (to_jsonb(new) ->> 'id')::uuid end
  ) then
    perform private.refuse('interviewer_of_another_employer');
  end if;
  return null;
end
$$;
create trigger schedule_interviewers_employer after insert on public.schedule_interviewers
  for each row execute function private.check_interviewer_employer();
create trigger ocis_employer after update of employer_id on public.ocis
  for each row execute function private.check_interviewer_employer();
create trigger interviewers_employer after update of employer_id on public.interviewers
  for each row execute function private.check_interviewer_employer();
create trigger schedules_employer after update of oci_id on public.schedules
  for each row execute function private.check_interviewer_employer();

-- supabase/schemas/10_reservations.sql

-- Reservations: no person and no location is taken twice at a time. What follows from a changed slot or assignment.

create table private.reservations (
  slot_id uuid not null references public.slots (id) on delete cascade,
  resource text not null,
  during tstzrange not null,
  primary key (slot_id, resource),
  constraint booking_conflict exclude using gist (resource with =, during with &&) deferrable initially immediate
);
comment on table private.reservations is
  'Which people and location each interview takes: "student:<id>", "interviewer:<id>", "location:<name>". Derived by private.sync_reservations; its exclusion constraint is the rule against double booking.';

alter table private.reservations enable row level security;

create function private.location_key(p_location text) returns text
language sql immutable set search_path = ''
as $$ select lower(btrim(p_location)) $$;
comment on function private.location_key(text) is 'Two locations of the same key are one.';

create view private.required_reservations with (security_invoker = true) as
with interviews as not materialized (
  select s.id, s.student_id, c.location, tstzrange(s.starts_at, s.ends_at) as during
  from public.slots s join public.schedules c on c.id = s.schedule_id
  where s.kind = 'interview' and c.canceled_at is null
)
select i.id as slot_id, 'student:' || i.student_id as resource, i.during from interviews i where i.student_id is not null
union all
select i.id, 'location:' || private.location_key(i.location), i.during from interviews i where i.location is not null
union all
select i.id, 'interviewer:' || t.interviewer_id, i.during from interviews i join private.slot_takers t on t.slot_id = i.id;
comment on view private.required_reservations is 'What each interview reserves, as private.reservations is meant to hold it.';

create function private.refuse_booking_conflict(p_slot_ids uuid[]) returns void
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_conflict jsonb;
begin
  select jsonb_build_object(
    'kind', r.kind, 'name', case r.kind
      when 'student' then (select st.full_name from public.students st where st.id::text = split_part(h.resource, ':', 2))
      when 'interviewer' then (select i.full_name from public.interviewers i where i.id::text = split_part(h.resource, ':', 2))
      else c.location end,
    'employer', e.name, 'schedule_id', c.id, 'starts_at', s.starts_at, 'ends_at', s.ends_at, 'time_zone', c.time_zone) into v_conflict
  from private.required_reservations w
  join (
    select b.slot_id, b.resource, b.during from private.reservations b where not b.slot_id = any (p_slot_ids)
    union all
    select r.slot_id, r.resource, r.during from private.required_reservations r where r.slot_id = any (p_slot_ids)
  ) h on h.resource = w.resource and h.during && w.during and h.slot_id <> w.slot_id
  cross join lateral (select split_part(h.resource, ':', 1) as kind) r
  join public.slots s on s.id = h.slot_id
  join public.schedules c on c.id = s.schedule_id
  join public.ocis o on o.id = c.oci_id
  join public.employers e on e.id = o.employer_id
  where w.slot_id = any (p_slot_ids)
  order by w.during, h.during limit 1;
  perform private.refuse('booking_conflict', coalesce(v_conflict, '{}'));
end
$$;
comment on function private.refuse_booking_conflict(uuid[]) is
  'Refuses these slots'' reservations with what the first of them conflicts with: {kind: student|interviewer|location, name, employer, schedule_id, starts_at, ends_at, time_zone}; {} when that is gone by now.';

create function private.sync_reservations(p_slot_ids uuid[]) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_required private.reservations[];
begin
  -- Whoever changes the same schedule waits here, and then sees what the first has written.
  perform from public.schedules c
  where c.id in (select s.schedule_id from public.slots s where s.id = any (p_slot_ids)) order by c.id for no key update;
  select array_agg((r.slot_id, r.resource, r.during)::private.reservations) into v_required
  from private.required_reservations r where r.slot_id = any (p_slot_ids);
  delete from private.reservations b
  where b.slot_id = any (p_slot_ids) and (b.slot_id, b.resource, b.during) not in (select r.slot_id, r.resource, r.during from unnest(v_required) r);
  select array_agg((r.slot_id, r.resource, r.during)::private.reservations) into v_required
  from unnest(v_required) r
  where (r.slot_id, r.resource) not in (select b.slot_id, b.resource from private.reservations b where b.slot_id = any (p_slot_ids));
  -- Locking in one order makes concurrent writers wait in line: without it two of them can deadlock on the constraint.
  -- Resources share a thousand locks: the server holds a few thousand, and an import has 20,000 students.
  perform pg_advisory_xact_lock(hashtext('reservations'), k)
  from (select distinct abs(hashtext(r.resource) % 1000) as k from unnest(v_required) r order by 1) keys;
  begin
    insert into private.reservations (slot_id, resource, during)
    select r.slot_id, r.resource, r.during from unnest(v_required) r;
  exception when exclusion_violation then
    perform private.refuse_booking_conflict(p_slot_ids);
  end;
end
$$;
comment on function private.sync_reservations(uuid[]) is 'Adds and removes what these slots'' reservations lack and have too many.';

create function private.refresh_schedule_times(p_schedule_ids uuid[]) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  -- Locked in a statement of its own: the next one then sees what whoever held the lock has written.
  perform from public.schedules c where c.id = any (p_schedule_ids) order by c.id for no key update;
  update public.schedules c set starts_at = t.starts_at, ends_at = t.ends_at, times_hash = t.times_hash
  from (
    select c.id, min(s.starts_at) as starts_at, max(s.ends_at) as ends_at,
      md5(coalesce(string_agg(concat_ws('|', s.kind, extract(epoch from s.starts_at), extract(epoch from s.ends_at)), ';' order by s.starts_at), '')) as times_hash
    from public.schedules c left join public.slots s on s.schedule_id = c.id
    where c.id = any (p_schedule_ids)
    group by c.id
  ) t
  where c.id = t.id and (c.starts_at, c.ends_at, c.times_hash) is distinct from (t.starts_at, t.ends_at, t.times_hash);
end
$$;

create function private.refresh_on_slot_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_slots uuid[];
  v_schedules uuid[];
  v_retimed uuid[];
  v_students uuid[];
begin
  -- Set operations find what has changed: a join of the two would be planned for the few rows of the first statement.
  if tg_op = 'INSERT' then
    select array_agg(n.id), array_agg(distinct n.schedule_id), array_agg(n.student_id) into v_slots, v_schedules, v_students from new_rows n;
    v_retimed := v_schedules;
  elsif tg_op = 'DELETE' then
    select array_agg(distinct o.schedule_id), array_agg(o.student_id) into v_schedules, v_students from old_rows o;
    v_retimed := v_schedules;
  else
    select array_agg(c.id), array_agg(distinct c.schedule_id) into v_slots, v_schedules from (
      select id, schedule_id, kind, starts_at, ends_at, student_id from new_rows
      except select id, schedule_id, kind, starts_at, ends_at, student_id from old_rows) c;
    -- Outcomes and labels concern nobody here.
    if v_slots is null then
      return null;
    end if;
    v_retimed := array(select distinct c.schedule_id from (
      select id, schedule_id, kind, starts_at, ends_at from new_rows
      except select id, schedule_id, kind, starts_at, ends_at from old_rows) c);
    v_students := array(
      select c.student_id from (select id, student_id from new_rows except select id, student_id from old_rows) c
      union
      select c.student_id from (select id, student_id from old_rows except select id, student_id from new_rows) c);
  end if;
  if v_slots is not null then
    perform private.sync_reservations(v_slots);
  end if;
  if v_retimed <> '{}' then
    perform private.refresh_schedule_times(v_retimed);
  end if;
  perform private.mark_stale('oci', array(select c.oci_id from public.schedules c where c.id = any (v_schedules)));
  perform private.mark_stale('student', v_students);
  return null;
end
$$;
create trigger slots_inserted after insert on public.slots referencing new table as new_rows
  for each statement execute function private.refresh_on_slot_change();
create trigger slots_updated after update on public.slots referencing old table as old_rows new table as new_rows
  for each statement execute function private.refresh_on_slot_change();
create trigger slots_deleted after delete on public.slots referencing old table as old_rows
  for each statement execute function private.refresh_on_slot_change();

create function private.refresh_on_interviewer_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.sync_reservations(array(select s.id from changed c join public.slots s on s.schedule_id = c.schedule_id));
  perform private.mark_stale('oci', array(select s.oci_id from changed c join public.schedules s on s.id = c.schedule_id));
  return null;
end
$$;
create trigger schedule_interviewers_inserted after insert on public.schedule_interviewers referencing new table as changed
  for each statement execute function private.refresh_on_interviewer_change();
create trigger schedule_interviewers_deleted after delete on public.schedule_interviewers referencing old table as changed
  for each statement execute function private.refresh_on_interviewer_change();

create function private.sync_reservations_on_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.sync_reservations(array(select distinct c.slot_id from changed c join public.slots s on s.id = c.slot_id));
  return null;
end
$$;
create trigger slot_interviewers_inserted after insert on public.slot_interviewers referencing new table as changed
  for each statement execute function private.sync_reservations_on_change();
create trigger slot_interviewers_deleted after delete on public.slot_interviewers referencing old table as changed
  for each statement execute function private.sync_reservations_on_change();

create function private.move_slots_with_schedule() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- People agreed on wall times: a new zone or date moves the instants.
  if (new.on_date, new.time_zone) is distinct from (old.on_date, old.time_zone) then
    update public.slots s set
      starts_at = (s.starts_at at time zone old.time_zone + (new.on_date - old.on_date) * interval '1 day') at time zone new.time_zone,
      ends_at = (s.ends_at at time zone old.time_zone + (new.on_date - old.on_date) * interval '1 day') at time zone new.time_zone
    where s.schedule_id = new.id;
  end if;
  if (new.location, new.canceled_at is null) is distinct from (old.location, old.canceled_at is null) then
    perform private.sync_reservations(array(select s.id from public.slots s where s.schedule_id = new.id));
  end if;
  return null;
end
$$;
create trigger schedules_moved after update of on_date, time_zone, location, canceled_at on public.schedules
  for each row when (
    (new.on_date, new.time_zone, new.location, new.canceled_at is null) is distinct from (old.on_date, old.time_zone, old.location, old.canceled_at is null))
  execute function private.move_slots_with_schedule();

grant execute on function private.location_key(text) to authenticated;

-- supabase/schemas/11_schedule_editing.sql

-- Editing OCIs and schedules: create, change, copy, shift, release, cancel.

create function public.save_oci(
  p_season text, p_id uuid default null, p_employer_id uuid default null, p_new_employer text default null,
  p_job_posting_id uuid default null, p_new_posting text default null, p_name text default null
) returns uuid
language plpgsql set search_path = ''
as $$
declare
  v_id uuid := coalesce(p_id, gen_random_uuid());
  v_employer uuid := p_employer_id;
  v_posting uuid := p_job_posting_id;
begin
  perform private.require_admin();
  if v_employer is null and coalesce(btrim(p_new_employer), '') = '' then
    perform private.refuse('employer_missing');
  end if;
  if v_employer is null then
    insert into public.employers (name) values (btrim(p_new_employer)) returning id into v_employer;
  end if;
  if v_posting is null and coalesce(btrim(p_new_posting), '') <> '' then
    insert into public.job_postings (employer_id, title) values (v_employer, btrim(p_new_posting)) returning id into v_posting;
  end if;
  insert into public.ocis (id, employer_id, job_posting_id, season, name)
  values (v_id, v_employer, v_posting, btrim(p_season), nullif(btrim(p_name), ''))
  on conflict (id) do update set employer_id = excluded.employer_id, job_posting_id = excluded.job_posting_id,
    season = excluded.season, name = excluded.name;
  return v_id;
end
$$;
comment on function public.save_oci(text, uuid, uuid, text, uuid, text, text) is
  'Creates (p_id null) or changes an OCI, with a new employer or posting if one is named, in one transaction. Its id.';

create function public.save_schedule(
  p_on_date date, p_time_zone text, p_format public.schedule_format, p_pattern jsonb,
  p_id uuid default null, p_oci_id uuid default null, p_video public.schedule_video default null,
  p_meeting_url text default null, p_location text default null, p_unassign boolean default false, p_before jsonb default null
) returns uuid
language plpgsql set search_path = ''
as $$
declare
  v_id uuid := coalesce(p_id, gen_random_uuid());
  v_losing jsonb;
  v_remake boolean;
begin
  perform private.require_admin();
  perform private.check_pattern(p_pattern);
  if p_id is null then
    insert into public.schedules (id, oci_id, on_date, time_zone, format, video, meeting_url, location, pattern)
    values (v_id, p_oci_id, p_on_date, p_time_zone, p_format, p_video, nullif(btrim(p_meeting_url), ''), nullif(btrim(p_location), ''), p_pattern);
    v_remake := true;
  else
    select s.pattern is distinct from p_pattern into v_remake from public.schedules s where s.id = p_id for update;
    if not found then
      perform private.refuse('not_found', '{"what": "schedule"}');
    elsif exists (
      select from public.schedules s, jsonb_each(p_before) b
      where s.id = p_id and to_jsonb(s) -> b.key is distinct from b.value
    ) then
      perform private.refuse('schedule_changed');
    end if;
    update public.schedules set on_date = p_on_date, time_zone = p_time_zone, format = p_format, video = p_video,
      meeting_url = nullif(btrim(p_meeting_url), ''), location = nullif(btrim(p_location), ''), pattern = p_pattern
    where id = p_id;
  end if;
  if v_remake then
    -- Slots that the new pattern also has stay as they are, students included.
    select jsonb_agg(jsonb_build_object('slot_id', s.id, 'starts_at', s.starts_at, 'student', st.full_name) order by s.starts_at)
    into v_losing
    from public.slots s join public.students st on st.id = s.student_id
    where s.schedule_id = v_id and not exists (
      select from private.plan_slots(p_on_date, p_time_zone, p_pattern) w
      where w.starts_at = s.starts_at and w.ends_at = s.ends_at and w.kind = s.kind);
    if v_losing is not null and not p_unassign then
      perform private.refuse('students_lose_their_slot', jsonb_build_object('students', v_losing));
    end if;
    delete from public.slots s where s.schedule_id = v_id and not exists (
      select from private.plan_slots(p_on_date, p_time_zone, p_pattern) w
      where w.starts_at = s.starts_at and w.ends_at = s.ends_at and w.kind = s.kind and w.label is not distinct from s.label);
    insert into public.slots (schedule_id, starts_at, ends_at, kind, label)
    select v_id, w.starts_at, w.ends_at, w.kind, w.label from private.plan_slots(p_on_date, p_time_zone, p_pattern) w
    where not exists (select from public.slots s where s.schedule_id = v_id and s.starts_at = w.starts_at);
  end if;
  return v_id;
end
$$;
comment on function public.save_schedule(date, text, public.schedule_format, jsonb, uuid, uuid, public.schedule_video, text, text, boolean, jsonb) is
  'Creates (p_id null) or changes a schedule and its slots in one transaction. A changed date or zone keeps wall times; a changed pattern keeps the slots it also has. When students would lose their slot it refuses unless p_unassign: students_lose_their_slot {students: [{slot_id, starts_at, student}]}. p_before holds columns as the editor saw them: schedule_changed, if one is different now. Its id.';

create function public.copy_schedule(p_id uuid, p_on_date date, p_location text default null, p_with_interviewers boolean default false)
returns uuid
language plpgsql set search_path = ''
as $$
declare
  v_id uuid := gen_random_uuid();
  v_from public.schedules;
begin
  perform private.require_admin();
  select * into v_from from public.schedules where id = p_id for share;
  if not found then
    perform private.refuse('not_found', '{"what": "schedule"}');
  end if;
  insert into public.schedules (id, oci_id, on_date, time_zone, format, video, meeting_url, location, pattern)
  values (v_id, v_from.oci_id, p_on_date, v_from.time_zone, v_from.format, v_from.video, v_from.meeting_url,
    case when v_from.format = 'in_person' then coalesce(nullif(btrim(p_location), ''), v_from.location) end, v_from.pattern);
  if p_with_interviewers then
    insert into public.schedule_interviewers (schedule_id, interviewer_id)
    select v_id, si.interviewer_id from public.schedule_interviewers si where si.schedule_id = p_id;
  end if;
  -- In one statement: a slot without interviewers of its own reserves everyone.
  with copied as materialized (
    select s.*, gen_random_uuid() as copy_id from public.slots s where s.schedule_id = p_id
  ), interviewers as (
    insert into public.slot_interviewers (slot_id, schedule_id, interviewer_id)
    select c.copy_id, v_id, o.interviewer_id from copied c join public.slot_interviewers o on o.slot_id = c.id where p_with_interviewers
  )
  insert into public.slots (id, schedule_id, starts_at, ends_at, kind, label)
  select c.copy_id, v_id,
    (c.starts_at at time zone v_from.time_zone + (p_on_date - v_from.on_date) * interval '1 day') at time zone v_from.time_zone,
    (c.ends_at at time zone v_from.time_zone + (p_on_date - v_from.on_date) * interval '1 day') at time zone v_from.time_zone,
    c.kind, c.label
  from copied c;
  return v_id;
end
$$;
comment on function public.copy_schedule(uuid, date, text, boolean) is
  'A new, unreleased schedule of the same OCI with the same slots in wall time on another date, or at another location on the same one; with the interviewers come those of single slots. Never with students. Its id.';

create function public.shift_schedule(p_id uuid, p_minutes int) returns void
language plpgsql set search_path = ''
as $$
declare
  v_by interval := make_interval(mins => p_minutes);
begin
  perform private.require_admin();
  if coalesce(abs(p_minutes) > 1440, true) then
    perform private.refuse('minutes_out_of_range');
  end if;
  perform from public.schedules where id = p_id for update;
  if not found then
    perform private.refuse('not_found', '{"what": "schedule"}');
  end if;
  update public.slots set starts_at = starts_at + v_by, ends_at = ends_at + v_by where schedule_id = p_id;
  update public.schedules c set pattern = c.pattern || jsonb_build_object(
    'first', to_char((c.pattern ->> 'first')::time + v_by, 'HH24:MI'),
    'last', to_char((c.pattern ->> 'last')::time + v_by, 'HH24:MI'),
    'breaks', (
      select coalesce(jsonb_agg(b || jsonb_build_object(
        'start', to_char((b ->> 'start')::time + v_by, 'HH24:MI'), 'end', to_char((b ->> 'end')::time + v_by, 'HH24:MI'))), '[]')
      from jsonb_array_elements(coalesce(c.pattern -> 'breaks', '[]')) b))
  where c.id = p_id;
end
$$;
comment on function public.shift_schedule(uuid, int) is
  'Moves the whole day by so many minutes, students and breaks with it.';

create function public.release_schedules(p_schedule_ids uuid[], p_released boolean) returns int
language plpgsql set search_path = ''
as $$
declare
  v_count int;
begin
  perform private.require_admin();
  update public.schedules set
    released_at = case when p_released then now() end,
    released_revision = case when p_released then revision end
  where id = any (p_schedule_ids) and canceled_at is null
    and (not p_released or released_at is null or changed_since_release)
    and (p_released or released_at is not null);
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
comment on function public.release_schedules(uuid[], boolean) is
  'Releases schedules (again, when changed since) or withdraws the release. Canceled ones stay as they are. How many changed.';

create function public.cancel_schedule(p_schedule_id uuid, p_canceled boolean) returns void
language plpgsql set search_path = ''
as $$
begin
  perform private.require_admin();
  update public.schedules set canceled_at = case when p_canceled then coalesce(canceled_at, now()) end where id = p_schedule_id;
  if not found then
    perform private.refuse('not_found', '{"what": "schedule"}');
  end if;
end
$$;
comment on function public.cancel_schedule(uuid, boolean) is
  'Cancels a schedule, freeing its people and location, or restores it if they are still free.';

grant execute on function public.save_oci(text, uuid, uuid, text, uuid, text, text),
  public.save_schedule(date, text, public.schedule_format, jsonb, uuid, uuid, public.schedule_video, text, text, boolean, jsonb),
  public.copy_schedule(uuid, date, text, boolean), public.shift_schedule(uuid, int),
  public.release_schedules(uuid[], boolean), public.cancel_schedule(uuid, boolean) to authenticated;

-- supabase/schemas/12_slot_editing.sql

-- Editing a day: its slots, its interviewers, and who has which slot.

create function public.add_slot(
  p_schedule_id uuid, p_starts_at timestamptz, p_ends_at timestamptz,
  p_kind public.slot_kind default 'interview', p_label text default null
) returns uuid
language plpgsql set search_path = ''
as $$
declare
  v_slot public.slots;
begin
  perform private.require_admin();
  if p_starts_at is null or p_ends_at is null or p_ends_at <= p_starts_at then
    perform private.refuse('slot_ends_after_it_starts');
  end if;
  perform from public.schedules c where c.id = p_schedule_id for update;
  perform private.check_no_overlap(p_schedule_id, null, p_starts_at, p_ends_at);
  insert into public.slots (schedule_id, starts_at, ends_at, kind, label)
  values (p_schedule_id, p_starts_at, p_ends_at, p_kind, case when p_kind = 'break' then nullif(btrim(p_label), '') end)
  returning * into v_slot;
  perform private.log_activity('slots.add', (select c.oci_id from public.schedules c where c.id = p_schedule_id),
    p_schedule_id, v_slot.id, jsonb_build_object('starts_at', v_slot.starts_at, 'ends_at', v_slot.ends_at, 'kind', v_slot.kind));
  return v_slot.id;
end
$$;
comment on function public.add_slot(uuid, timestamptz, timestamptz, public.slot_kind, text) is
  'One more interview or break within a schedule''s day, free of students. Its id.';

create function public.move_slot(p_slot_id uuid, p_starts_at timestamptz, p_ends_at timestamptz) returns void
language plpgsql set search_path = ''
as $$
declare
  v_slot public.slots;
begin
  perform private.require_admin();
  if p_starts_at is null or p_ends_at is null or p_ends_at <= p_starts_at then
    perform private.refuse('slot_ends_after_it_starts');
  end if;
  perform from public.schedules c where c.id = (select s.schedule_id from public.slots s where s.id = p_slot_id) for update;
  select * into v_slot from public.slots where id = p_slot_id;
  if not found then
    perform private.refuse('not_found', '{"what": "slot"}');
  end if;
  perform private.check_no_overlap(v_slot.schedule_id, p_slot_id, p_starts_at, p_ends_at);
  update public.slots set starts_at = p_starts_at, ends_at = p_ends_at where id = p_slot_id;
  if (v_slot.starts_at, v_slot.ends_at) is distinct from (p_starts_at, p_ends_at) then
    perform private.log_activity('slots.move', (select c.oci_id from public.schedules c where c.id = v_slot.schedule_id),
      v_slot.schedule_id, p_slot_id, jsonb_build_object(
        'starts_at', jsonb_build_array(v_slot.starts_at, p_starts_at), 'ends_at', jsonb_build_array(v_slot.ends_at, p_ends_at)));
  end if;
end
$$;
comment on function public.move_slot(uuid, timestamptz, timestamptz) is
  'Gives a slot another time of its schedule''s day.';

create function public.remove_slot(p_slot_id uuid) returns void
language plpgsql set search_path = ''
as $$
declare
  v_slot public.slots;
begin
  perform private.require_admin();
  perform from public.schedules c where c.id = (select s.schedule_id from public.slots s where s.id = p_slot_id) for update;
  delete from public.slots s where s.id = p_slot_id and s.student_id is null returning * into v_slot;
  if found then
    perform private.log_activity('slots.remove', (select c.oci_id from public.schedules c where c.id = v_slot.schedule_id),
      v_slot.schedule_id, p_slot_id, jsonb_build_object('starts_at', v_slot.starts_at, 'ends_at', v_slot.ends_at, 'kind', v_slot.kind));
  elsif exists (select from public.slots s where s.id = p_slot_id) then
    perform private.refuse('slot_has_a_student');
  end if;
end
$$;
comment on function public.remove_slot(uuid) is
  'Takes an open slot or a break out of its day, no matter if it was gone; refuses while a student has it.';

create function private.add_interviewer(p_schedule_id uuid, p_person jsonb) returns uuid
language sql set search_path = ''
as $$
  insert into public.interviewers (employer_id, full_name, email, title, is_recruiter, shares_email)
  select o.employer_id, coalesce(btrim(p_person ->> 'full_name'), ''), coalesce(btrim(p_person ->> 'email'), ''),
    nullif(btrim(p_person ->> 'title'), ''), coalesce((p_person ->> 'is_recruiter')::boolean, false),
    coalesce((p_person ->> 'shares_email')::boolean, false)
  from public.schedules c join public.ocis o on o.id = c.oci_id where c.id = p_schedule_id
  returning id
$$;
comment on function private.add_interviewer(uuid, jsonb) is
  'A new interviewer of the schedule''s employer, from {full_name, email, title?, is_recruiter?, shares_email?}. Their id.';

create function public.assign_interviewers(p_schedule_id uuid, p_interviewer_ids uuid[] default '{}', p_new jsonb default null) returns uuid
language plpgsql set search_path = ''
as $$
declare
  v_ids uuid[] := coalesce(p_interviewer_ids, '{}');
  v_new uuid;
begin
  perform private.require_admin();
  perform from public.schedules c where c.id = p_schedule_id for update;
  if not found then
    perform private.refuse('not_found', '{"what": "schedule"}');
  end if;
  if p_new is not null then
    v_new := private.add_interviewer(p_schedule_id, p_new);
    v_ids := v_ids || v_new;
  end if;
  if exists (select from public.interviewers i where i.id = any (v_ids) and i.archived_at is not null) then
    perform private.refuse('interviewer_archived');
  end if;
  insert into public.schedule_interviewers (schedule_id, interviewer_id)
  select p_schedule_id, i from unnest(v_ids) i on conflict do nothing;
  return v_new;
end
$$;
comment on function public.assign_interviewers(uuid, uuid[], jsonb) is
  'Assigns interviewers of the schedule''s employer, and a new one from p_new {full_name, email, title?, is_recruiter?, shares_email?}. The new one''s id.';

create function public.set_slot_interviewers(p_slot_id uuid, p_interviewer_ids uuid[]) returns void
language plpgsql set search_path = ''
as $$
declare
  v_schedule uuid;
begin
  perform private.require_admin();
  select s.schedule_id into v_schedule from public.slots s where s.id = p_slot_id;
  perform from public.schedules where id = v_schedule for update;
  if not found then
    perform private.refuse('not_found', '{"what": "slot"}');
  end if;
  delete from public.slot_interviewers where slot_id = p_slot_id and not interviewer_id = any (p_interviewer_ids);
  insert into public.slot_interviewers (slot_id, schedule_id, interviewer_id)
  select p_slot_id, v_schedule, i from unnest(p_interviewer_ids) i on conflict do nothing;
end
$$;
comment on function public.set_slot_interviewers(uuid, uuid[]) is
  'Who takes a slot, among the schedule''s interviewers; none given: everyone does.';

create function public.assign_student(p_slot_id uuid, p_student_id uuid default null) returns void
language plpgsql set search_path = ''
as $$
declare
  v_slot public.slots;
begin
  perform private.require_admin();
  -- Schedule before slot, as everywhere: a fixed order of locks.
  perform from public.schedules c where c.id = (select s.schedule_id from public.slots s where s.id = p_slot_id) for update;
  select * into v_slot from public.slots where id = p_slot_id for update;
  if not found then
    perform private.refuse('not_found', '{"what": "slot"}');
  elsif p_student_id is not null and v_slot.student_id is not null and v_slot.student_id <> p_student_id then
    perform private.refuse('slot_taken', jsonb_build_object('student', (select st.full_name from public.students st where st.id = v_slot.student_id)));
  end if;
  update public.slots set student_id = p_student_id, outcome = case when p_student_id is null then null else outcome end
  where id = p_slot_id;
end
$$;
comment on function public.assign_student(uuid, uuid) is
  'Puts a student into an empty slot; null empties it. Never replaces another student.';

grant execute on function public.add_slot(uuid, timestamptz, timestamptz, public.slot_kind, text),
  public.move_slot(uuid, timestamptz, timestamptz), public.remove_slot(uuid),
  private.add_interviewer(uuid, jsonb), public.assign_interviewers(uuid, uuid[], jsonb), public.set_slot_interviewers(uuid, uuid[]),
  public.assign_student(uuid, uuid) to authenticated;

-- supabase/schemas/13_student_assignments.sql

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

-- supabase/schemas/14_activity_names.sql

-- Activity in words: what the rows of an activity line were called when it was written.

create function private.name_of(p_table text, p_id uuid) returns text
language plpgsql stable security definer set search_path = ''
as $$
begin
  if p_id is null then
    return null;
  end if;
  case p_table
    when 'students' then
      return (select s.full_name from public.students s where s.id = p_id);
    when 'interviewers' then
      return (select i.full_name from public.interviewers i where i.id = p_id);
    when 'access_links', 'emails', 'substitute_proposals' then
      return coalesce(private.name_of('interviewers', p_id), private.name_of('students', p_id));
    when 'staff' then
      return (select s.full_name from public.staff s where s.user_id = p_id);
    when 'employers' then
      return (select e.name from public.employers e where e.id = p_id);
    when 'job_postings' then
      return (select p.title from public.job_postings p where p.id = p_id);
    when 'slots' then
      return (select to_jsonb(s.starts_at) #>> '{}' from public.slots s where s.id = p_id);
    when 'video_rooms' then
      return private.name_of('slots', p_id);
    when 'schedule_templates' then
      return (select t.name from public.schedule_templates t where t.id = p_id);
    when 'applications' then
      return (select s.full_name from public.applications a join public.students s on s.id = a.student_id where a.id = p_id);
    else
      return null;
  end case;
end
$$;
comment on function private.name_of(text, uuid) is 'What people call a row, as activity shows it, a slot by its start; null for tables without such a name.';

create function private.name_activity() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_schedule record;
begin
  select s.oci_id, s.on_date, s.time_zone into v_schedule from public.schedules s where s.id = new.schedule_id;
  new.oci_id := coalesce(new.oci_id, v_schedule.oci_id);
  new.names := jsonb_strip_nulls(jsonb_build_object(
      'employer', (select e.name from public.ocis o join public.employers e on e.id = o.employer_id where o.id = new.oci_id),
      'on_date', v_schedule.on_date,
      'time_zone', v_schedule.time_zone,
      -- What has just been removed is known by its old values only.
      'subject', coalesce(private.name_of(split_part(new.action, '.', 1), new.subject_id),
        new.detail #>> '{name,0}', new.detail #>> '{full_name,0}', new.detail #>> '{title,0}',
        new.detail #>> '{full_name,1}')))
    || (select coalesce(jsonb_object_agg(d.key, jsonb_build_array(
          private.name_of(k.name_in, (d.value ->> 0)::uuid), private.name_of(k.name_in, (d.value ->> 1)::uuid))), '{}')
        from jsonb_each(new.detail) d
        join (values ('student_id', 'students'), ('interviewer_id', 'interviewers'), ('employer_id', 'employers'),
          ('job_posting_id', 'job_postings'), ('slot_id', 'slots')) k (id_column, name_in) on k.id_column = d.key);
  new.search := lower(concat_ws(' ', new.actor_name,
    (select string_agg(n #>> '{}', ' ') from jsonb_path_query(new.names, 'strict $.**') n where jsonb_typeof(n) = 'string')));
  return new;
end
$$;
create trigger activity_named before insert on public.activity
  for each row execute function private.name_activity();

-- supabase/schemas/15_access_links.sql

-- Interview Links: one a person, unlocking the person's own rows and nothing else.

create table public.access_links (
  id uuid primary key default gen_random_uuid(),
  interviewer_id uuid unique references public.interviewers (id) on delete cascade,
  student_id uuid unique references public.students (id) on delete cascade,
  version int not null default 1,
  first_opened_at timestamptz,
  last_opened_at timestamptz,
  created_at timestamptz not null default now(),
  constraint link_has_one_person check (num_nonnulls(interviewer_id, student_id) = 1)
);
comment on table public.access_links is
  'Whose Interview Link is whose, never the link itself: the token is computed from id and version with a secret that the database does not hold. Raising version kills every older link.';

select private.add_staff_policies('public.access_links', '{}');
grant select on public.access_links to authenticated;

-- Who holds the link -----------------------------------------------------------------------------

-- In PL/pgSQL, which keeps its plans: asked on every request, most of the time of a function in SQL goes into planning it.

create function private.current_access_link() returns public.access_links
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_claims jsonb := private.jwt_claims();
  v_link public.access_links;
begin
  select * into v_link from public.access_links l
  where l.id = (v_claims ->> 'link_id')::uuid and l.version = (v_claims ->> 'link_version')::int;
  return v_link;
end
$$;
comment on function private.current_access_link() is 'The caller''s link, as long as it has not been reset: asked on every request, so a reset acts on the next one.';

create function private.interviewer_id() returns uuid
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_id uuid := (private.current_access_link()).interviewer_id;
begin
  return (select i.id from public.interviewers i where i.id = v_id and i.archived_at is null);
end
$$;

create function private.student_id() returns uuid
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_id uuid := (private.current_access_link()).student_id;
begin
  return (select s.id from public.students s where s.id = v_id and s.archived_at is null);
end
$$;

create function private.relay_user() returns uuid
language sql stable security definer set search_path = ''
as $$
  select l.id from private.current_access_link() l where coalesce(private.interviewer_id(), private.student_id()) is not null
  union all
  select private.user_id() where private.is_admin()
$$;

create function public.relay_user() returns uuid
language sql stable set search_path = ''
as $$ select private.relay_user() $$;
comment on function public.relay_user() is
  'For turn-credentials, called as the caller: the id of the link or account that may be in a video room, under which a relay knows its user. null for anyone else.';

-- Functions --------------------------------------------------------------------------------------

create function public.access_link(p_id uuid)
returns table (id uuid, version int, interviewer_id uuid, student_id uuid, usable boolean)
language sql stable set search_path = ''
as $$
  select l.id, l.version, l.interviewer_id, l.student_id,
    coalesce(i.archived_at, s.archived_at) is null
  from public.access_links l
  left join public.interviewers i on i.id = l.interviewer_id
  left join public.students s on s.id = l.student_id
  where l.id = p_id
$$;
comment on function public.access_link(uuid) is 'For the token exchange (service only): what a token of this id must match. No row when there is no such link.';

create function private.record_link_opened() returns void
language plpgsql security definer set search_path = ''
as $$
begin
  -- With its version: a link that is being reset at this moment has not been opened.
  update public.access_links l set first_opened_at = coalesce(l.first_opened_at, now()), last_opened_at = now()
  from private.current_access_link() mine
  where l.id = mine.id and l.version = mine.version and coalesce(private.interviewer_id(), private.student_id()) is not null;
end
$$;

create function public.record_link_opened() returns void
language sql set search_path = ''
as $$ select private.record_link_opened() $$;
comment on function public.record_link_opened() is
  'Called by an open page once a person has shown themselves at it: that their own link was opened. The exchange of the link says nothing of the kind, as scanners make it too. Does nothing for a link that was reset.';

create function private.ensure_access_links(p_person_ids uuid[]) returns void
language sql security definer set search_path = ''
as $$
  insert into public.access_links (interviewer_id, student_id)
  select i.id, null from public.interviewers i where i.id = any (p_person_ids)
  union all
  select null, s.id from public.students s where s.id = any (p_person_ids)
  on conflict do nothing
$$;
comment on function private.ensure_access_links(uuid[]) is 'Makes the links of these interviewers and students that have none yet.';

create function private.ensure_access_link(p_person_id uuid) returns uuid
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.ensure_access_links(array[p_person_id]);
  -- A statement of its own: it also sees the row of whoever was first.
  return (select l.id from public.access_links l where l.interviewer_id = p_person_id or l.student_id = p_person_id);
end
$$;
comment on function private.ensure_access_link(uuid) is 'The link of this interviewer or student, made when there is none yet.';

create function private.reset_link_on_email_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- Whoever had the old email address may hold the link: it must not open this person's page any more.
  update public.access_links set version = version + 1, first_opened_at = null, last_opened_at = null
  where interviewer_id = new.id or student_id = new.id;
  return null;
end
$$;
create trigger interviewers_email_changed after update of email on public.interviewers
  for each row when (lower(old.email) is distinct from lower(new.email)) execute function private.reset_link_on_email_change();
create trigger students_email_changed after update of email on public.students
  for each row when (lower(old.email) is distinct from lower(new.email)) execute function private.reset_link_on_email_change();

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

create function public.reset_access_link(p_person_id uuid) returns int
language sql set search_path = ''
as $$ select private.reset_access_link(p_person_id) $$;
comment on function public.reset_access_link(uuid) is 'Kills every link this interviewer or student was sent so far, at once. The link''s new version. Admins only (42501).';

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

grant execute on function private.current_access_link() to interviewer, student;
grant execute on function private.interviewer_id() to interviewer;
grant execute on function private.student_id() to student;
grant execute on function private.relay_user(), public.relay_user() to anon, authenticated, interviewer, student;
grant execute on function private.record_link_opened(), public.record_link_opened() to interviewer, student;
grant execute on function public.access_link(uuid), private.ensure_access_link(uuid) to service_role;
grant execute on function private.reset_access_link(uuid), public.reset_access_link(uuid),
  private.reveal_access_link(uuid), public.reveal_access_link(uuid) to authenticated;

-- supabase/schemas/16_guest_access.sql

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

-- supabase/schemas/17_guest_pages.sql

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

-- supabase/schemas/18_notifications.sql

-- What each person was last notified of: the facts of their interviews as an email says them, and what changed since.

create function private.facts_of(p_schedule_ids uuid[], p_person_ids uuid[])
returns table (schedule_id uuid, person_id uuid, facts jsonb)
language plpgsql stable set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  with part as (
    select a.schedule_id, a.person_id, si.interviewer_id is not null as interviews
    from (select distinct * from unnest(p_schedule_ids, p_person_ids) u (schedule_id, person_id)) a
    left join public.schedule_interviewers si on si.schedule_id = a.schedule_id and si.interviewer_id = a.person_id
  ), whole as (
    -- Where everyone takes every slot, these are put together once.
    select s.schedule_id, private.slot_times(array_agg(s.starts_at order by s.starts_at), array_agg(s.ends_at order by s.starts_at)) as slots
    from public.slots s where s.schedule_id = any (p_schedule_ids) and s.kind = 'interview'
      and not exists (select from public.slot_interviewers o where o.schedule_id = s.schedule_id)
    group by s.schedule_id
  ), taken as (
    select p.schedule_id, p.person_id, s.starts_at, s.ends_at
    from part p join public.slots s on s.schedule_id = p.schedule_id and s.kind = 'interview'
    join private.slot_takers k on k.slot_id = s.id and k.interviewer_id = p.person_id
    where p.interviews and exists (select from public.slot_interviewers o where o.schedule_id = p.schedule_id)
    union all
    select p.schedule_id, p.person_id, s.starts_at, s.ends_at
    from part p join public.slots s on s.schedule_id = p.schedule_id and s.kind = 'interview' and s.student_id = p.person_id
    where not p.interviews
  ), own as (
    select t.schedule_id, t.person_id,
      private.slot_times(array_agg(t.starts_at order by t.starts_at), array_agg(t.ends_at order by t.starts_at)) as slots
    from taken t group by t.schedule_id, t.person_id
  )
  select p.schedule_id, p.person_id,
    jsonb_build_object('on_date', c.on_date, 'time_zone', c.time_zone, 'format', c.format, 'video', c.video, 'location', c.location,
      'meeting_url', case when p.interviews then c.meeting_url end, 'slots', coalesce(o.slots, case when p.interviews then w.slots end, '[]'))
  from part p
  join public.schedules c on c.id = p.schedule_id
  left join own o on o.schedule_id = p.schedule_id and o.person_id = p.person_id
  left join whole w on w.schedule_id = p.schedule_id
  where p.interviews or o.slots is not null;
end
$$;
comment on function private.facts_of(uuid[], uuid[]) is
  'What an email says to each person about the schedule in the same place of the other array: {on_date, time_zone, format, video, location, meeting_url, slots: [[start, end]]}, in seconds since 1970, their own interviews only. No row where they have no part in it. A student reads the meeting URL on the day only.';

create function private.person_facts(p_schedule_id uuid, p_person_id uuid) returns jsonb
-- Planned once a session: planning what facts_of does takes ten times as long as doing it for one person.
language plpgsql stable cost 1000 set search_path = '' set plan_cache_mode = 'force_generic_plan'
as $$ begin return (select f.facts from private.facts_of(array[p_schedule_id], array[p_person_id]) f); end $$;
comment on function private.person_facts(uuid, uuid) is 'What an email says to this person about this schedule (private.facts_of); null when they have no part in it.';

create function private.takes_place(s public.schedules, p_is_interviewer boolean) returns boolean
language sql immutable set search_path = ''
as $$ select s.canceled_at is null and (p_is_interviewer or s.released_at is not null) $$;
comment on function private.takes_place(public.schedules, boolean) is
  'Whether this person may count on the schedule: it is not canceled and, for a student, released.';

create function private.last_notified(p_schedule_id uuid, p_person_id uuid, p_except uuid default null) returns public.email_schedules
language plpgsql stable cost 200 set search_path = ''
as $$ begin return (
  select es from public.email_schedules es join public.emails e on e.id = es.email_id
  where es.schedule_id = p_schedule_id and es.person_id = p_person_id and es.sequence > 0
    and e.status <> 'queued' and private.has_notified(e.status) and e.id is distinct from p_except
  order by es.at desc limit 1);
end $$;
comment on function private.last_notified(uuid, uuid, uuid) is
  'What the latest email that reached this person said about this schedule, other than p_except; null when there is none.';

create function private.notification_state(p_current jsonb, p_last public.email_schedules, p_is_canceled boolean) returns text
language sql immutable set search_path = ''
as $$
  select case
    when p_current is null and p_last.snapshot is null then null
    when p_last.snapshot is null then 'new'
    when p_current is null then case when p_is_canceled then 'canceled' else 'removed' end
    when p_current = p_last.snapshot then 'up_to_date'
    else 'changed' end
$$;
comment on function private.notification_state(jsonb, public.email_schedules, boolean) is
  'new | changed | canceled | removed | up_to_date: how what holds now differs from what a person was last notified of; null when neither says anything.';

create view private.notification_states with (security_invoker = true) as
-- Facts and the email before: once, and not for emails that still wait unless asked for, as there may be thousands.
select k.schedule_id, c.oci_id, c.on_date, c.time_zone, k.person_id, k.is_interviewer,
  case when w.pending and w.takes_place then private.person_facts(k.schedule_id, k.person_id) else f.facts end as facts,
  (case when w.pending then private.last_notified(k.schedule_id, k.person_id) else l.email end).snapshot as last_facts, n.state
from (
  select si.schedule_id, si.interviewer_id as person_id, true as is_interviewer from public.schedule_interviewers si
  union
  select s.schedule_id, s.student_id, false from public.slots s where s.student_id is not null
  union
  select es.schedule_id, es.person_id, es.is_interviewer from public.email_schedules es
) k
join public.schedules c on c.id = k.schedule_id
cross join lateral (
  select private.takes_place(c, k.is_interviewer) as takes_place, exists (
    select from public.email_schedules es join public.emails e on e.id = es.email_id
    where es.schedule_id = k.schedule_id and es.person_id = k.person_id and e.status = 'queued' and e.kind <> 'reminder') as pending offset 0) w
cross join lateral (select case when not w.pending then private.last_notified(k.schedule_id, k.person_id) end as email offset 0) l
cross join lateral (
  select case when w.takes_place and not w.pending then private.person_facts(k.schedule_id, k.person_id) end as facts offset 0) f
cross join lateral (
  select case
    when not w.pending then private.notification_state(f.facts, l.email, c.canceled_at is not null)
    when w.takes_place and (exists (select from public.schedule_interviewers si where si.schedule_id = k.schedule_id and si.interviewer_id = k.person_id)
      or exists (select from public.slots s where s.schedule_id = k.schedule_id and s.student_id = k.person_id and s.kind = 'interview')) then 'up_to_date'
    end as state offset 0) n;
comment on view private.notification_states is
  'Each person and schedule: what holds now, what they were last notified of, and how these differ (private.notification_state). An email still to be sent will say what holds then: its person is up to date.';
grant select on private.notification_states to authenticated, service_role;

create function public.is_outdated(es public.email_schedules) returns boolean
language sql stable set search_path = ''
as $$
  select es.sequence > 0 and es.snapshot is distinct from
    case when private.takes_place(c, es.is_interviewer) then private.person_facts(es.schedule_id, es.person_id) end
  from public.schedules c where c.id = es.schedule_id
$$;
comment on function public.is_outdated(public.email_schedules) is
  'Selected like a column of email_schedules: whether what the email said of this schedule no longer holds.';

create function private.calendar_events(p_facts jsonb, p_is_interviewer boolean, p_last jsonb) returns jsonb
language sql immutable set search_path = ''
as $$
  with wanted as (
    select n, s ->> 0 as starts, s ->> 1 as ends from jsonb_array_elements(p_facts -> 'slots') with ordinality x (s, n)
    where not p_is_interviewer
    union all
    select 1, p_facts #>> '{slots,0,0}', p_facts #>> '{slots,-1,1}' where p_is_interviewer and p_facts -> 'slots' <> '[]'
  ), before as (
    select (e ->> 0)::int as key, e ->> 1 as starts, e ->> 2 as ends from jsonb_array_elements(coalesce(p_last, '[]')) e
  ), staying as (
    select w.n, b.key from wanted w join before b using (starts, ends)
  ), moving as (
    select w.*, row_number() over (order by w.n) as nth from wanted w where w.n not in (select n from staying)
  ), free as (
    select k as key, row_number() over (order by b.key is null, k) as nth
    from generate_series(1, (select count(*) from wanted) + (select coalesce(max(key), 0) from before)) k
    left join before b on b.key = k
    where k not in (select key from staying)
  )
  select coalesce(jsonb_agg(jsonb_build_array(coalesce(y.key, f.key), w.starts::bigint, w.ends::bigint) order by w.n), '[]')
  from wanted w
  left join staying y on y.n = w.n
  left join moving m on m.n = w.n
  left join free f on f.nth = m.nth
$$;
comment on function private.calendar_events(jsonb, boolean, jsonb) is
  'The calendar entries [[key, start, end]] for these facts: one for an interviewer''s day, one for each of a student''s interviews. p_last: the entries sent before. An interview that stays keeps its key, one that moves takes over a key that became free.';

create function private.calendar_entries(p_schedule_id uuid, p_slot_id uuid)
returns table (schedule_id uuid, person_id uuid, key int, sequence int, starts_at timestamptz, ends_at timestamptz)
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_interviewer uuid := private.interviewer_id();
  v_person uuid := coalesce(v_interviewer, private.student_id());
  v_schedule uuid := coalesce(p_schedule_id, (select s.schedule_id from public.slots s where s.id = p_slot_id));
begin
  return query
    select c.id, v_person, (e ->> 0)::int, coalesce(l.sequence, 0) + (l.snapshot is distinct from f.facts)::int,
      to_timestamp((e ->> 1)::bigint), to_timestamp((e ->> 2)::bigint)
    from public.schedules c
    left join lateral private.last_notified(c.id, v_person) l on true
    cross join lateral (select private.person_facts(c.id, v_person) as facts) f
    cross join lateral jsonb_array_elements(private.calendar_events(f.facts, v_interviewer is not null, l.events)) e
    where (c.id = v_schedule or coalesce(p_schedule_id, p_slot_id) is null) and c.canceled_at is null
      and c.id in (select private.interviewer_schedules() union all select private.student_schedules())
      and (p_slot_id is null or exists (
        select from public.slots s where s.id = p_slot_id and extract(epoch from s.starts_at)::bigint = (e ->> 1)::bigint));
end
$$;

create function public.calendar_entries(p_schedule_id uuid default null, p_slot_id uuid default null)
returns table (schedule_id uuid, person_id uuid, key int, sequence int, starts_at timestamptz, ends_at timestamptz)
language sql stable set search_path = ''
as $$ select * from private.calendar_entries(p_schedule_id, p_slot_id) $$;
comment on function public.calendar_entries(uuid, uuid) is
  'For interview-calendar and calendar-feed, called as a guest: the calendar entries of their own part in this schedule, of this interview, or without either of all their days, numbered as in the emails. None when it is not theirs.';

create function private.email_items(p_email_ids uuid[])
returns table (email_id uuid, schedule_id uuid, facts jsonb, before jsonb, state text, sequence int, events jsonb, dropped jsonb)
language sql stable set search_path = ''
as $$
  with said as materialized (
    select es.*, m.kind, row_number() over () as n
    from public.email_schedules es join public.emails m on m.id = es.email_id
    where es.email_id = any (p_email_ids)
  ), facts as materialized (
    select f.* from private.facts_of(array(select x.schedule_id from said x order by x.n), array(select x.person_id from said x order by x.n)) f
  )
  select es.email_id, es.schedule_id, f.facts, l.snapshot, s.state,
    case
      when f.facts is not distinct from es.snapshot and es.sequence > 0 then es.sequence
      when s.state = 'up_to_date' then l.sequence
      else 1 + (select max(o.sequence) from public.email_schedules o where o.schedule_id = es.schedule_id and o.person_id = es.person_id)
    end,
    v.events,
    (select coalesce(jsonb_agg(e), '[]') from jsonb_array_elements(l.events) e
      where not exists (select from jsonb_array_elements(v.events) o where o -> 0 = e -> 0))
  from said es
  join public.schedules c on c.id = es.schedule_id
  left join facts x on x.schedule_id = es.schedule_id and x.person_id = es.person_id
  cross join lateral (select case when private.takes_place(c, es.is_interviewer) then x.facts end as facts) f
  left join lateral private.last_notified(es.schedule_id, es.person_id, es.email_id) l on true
  cross join lateral (select private.notification_state(f.facts, l, c.canceled_at is not null) as state) s
  cross join lateral (select private.calendar_events(f.facts, es.is_interviewer, l.events) as events) v
  where s.state is not null and not (s.state = 'up_to_date' and es.kind in ('change', 'cancellation'))
$$;
comment on function private.email_items(uuid[]) is
  'What emails say of each of their schedules, as it stands now: the facts, those of the email before, how they differ, and the calendar entries that hold and that must go. None where there is nothing to say.';

create function private.queue_emails(
  p_plan jsonb, p_kind public.email_kind, p_batch_id uuid, p_due_at timestamptz default private.clock()
) returns table (email_id uuid, person_id uuid)
language plpgsql security definer set search_path = ''
as $$
#variable_conflict use_column
declare
  v_by uuid := private.user_id();
begin
  perform private.ensure_access_links(array(
    select distinct p.person_id from jsonb_to_recordset(p_plan) as p (person_id uuid, outcome text) where p.outcome = 'send'));
  return query
  -- Every row knows its email: nothing is joined to itself, whose size the planner cannot know.
  with given as materialized (
    select p.schedule_id, p.person_id, gen_random_uuid() as id
    from jsonb_to_recordset(p_plan) as p (schedule_id uuid, person_id uuid, outcome text) where p.outcome = 'send'
  ), planned as materialized (
    select g.schedule_id, g.person_id, first_value(g.id) over (partition by g.person_id) as email_id, row_number() over () as n,
      i.id as interviewer_id, st.id as student_id, coalesce(i.full_name, st.full_name) as full_name, coalesce(i.email, st.email) as email
    from given g
    left join public.interviewers i on i.id = g.person_id
    left join public.students st on st.id = g.person_id
  ), people as materialized (
    select distinct on (p.person_id) p.* from planned p
  ), facts as materialized (
    select f.* from private.facts_of(array(select p.schedule_id from planned p order by p.n), array(select p.person_id from planned p order by p.n)) f
  ), written as (
    insert into public.emails (id, batch_id, kind, interviewer_id, student_id, to_name, to_email, created_by, due_at)
    select x.email_id, p_batch_id, p_kind, x.interviewer_id, x.student_id, x.full_name, x.email, v_by, p_due_at from people x
  ), about as (
    insert into public.email_schedules (email_id, schedule_id, person_id, is_interviewer, snapshot)
    select p.email_id, p.schedule_id, p.person_id, p.interviewer_id is not null, f.facts
    from planned p
    left join facts f on f.schedule_id = p.schedule_id and f.person_id = p.person_id
    where p.schedule_id is not null
  ), assigned as (
    update public.schedule_interviewers si set link_email_id = p.email_id, invited_at = coalesce(si.invited_at, now())
    from planned p
    where p_kind <> 'reminder' and si.schedule_id = p.schedule_id and si.interviewer_id = p.person_id
  ), noted as (
    insert into public.email_events (email_id, type) select x.email_id, 'queued' from people x
  )
  select x.email_id, x.person_id from people x;
end
$$;
comment on function private.queue_emails(jsonb, public.email_kind, uuid, timestamptz) is
  'Queues one email to each person of a plan [{schedule_id, person_id, outcome, …}] about their schedules whose outcome is send. schedule_id null: about none of them. What it says is decided when it is sent.';

create function private.queue_email(
  p_person_id uuid, p_schedule_ids uuid[], p_kind public.email_kind, p_batch_id uuid, p_due_at timestamptz default private.clock()
) returns uuid
language sql security definer set search_path = ''
as $$
  select q.email_id from private.queue_emails(
    (select jsonb_agg(jsonb_build_object('schedule_id', x, 'person_id', p_person_id, 'outcome', 'send')) from unnest(p_schedule_ids) x),
    p_kind, p_batch_id, p_due_at) q
$$;
comment on function private.queue_email(uuid, uuid[], public.email_kind, uuid, timestamptz) is
  'Queues one email to an interviewer or a student about these schedules; its id.';

create function private.call_off_email(p_email_id uuid, p_reason public.unsent_reason, p_params jsonb default '{}') returns void
language plpgsql security definer set search_path = ''
as $$
begin
  insert into public.email_events (email_id, type, reason, params) values (p_email_id, 'canceled', p_reason, p_params);
  -- Its people are again where the email before left them.
  update public.schedule_interviewers si set link_email_id = (
    select es.email_id from public.email_schedules es join public.emails e on e.id = es.email_id
    where es.schedule_id = si.schedule_id and es.person_id = si.interviewer_id and e.status <> 'canceled'
    order by es.at desc limit 1)
  where si.link_email_id = p_email_id;
end
$$;
comment on function private.call_off_email(uuid, public.unsent_reason, jsonb) is 'An email that is not needed any more stays in Email Activity and is never sent.';

create function private.email_payloads(p_email_ids uuid[]) returns table (email_id uuid, payload jsonb)
language sql stable set search_path = ''
as $$
  with items as materialized (
    select x.*, coalesce(x.facts, x.before) as shown from private.email_items(p_email_ids) x
  )
  select m.id, jsonb_build_object(
    'email_id', m.id, 'created_at', m.created_at, 'audience', case when m.interviewer_id is null then 'student' else 'interviewer' end,
    'person_id', coalesce(m.interviewer_id, m.student_id),
    'employer', (select e.name from public.employers e where e.id = i.employer_id),
    'kind', k.kind, 'words', private.email_words(k.kind),
    'to', jsonb_build_object('name', m.to_name, 'email', m.to_email),
    'school', (select to_jsonb(x) from (
      select school_name, office_name, sender_name, sender_email, reply_to, support_email, support_phone, accent_color, exists (select from public.school_logo) as has_logo from public.settings) x),
    'link', jsonb_build_object('id', l.id, 'version', l.version),
    'schedules', case when m.kind = 'overview' and i.sees_overview then '[]' else (
      select jsonb_agg(jsonb_build_object(
        'id', s.id, 'employer', e.name, 'position', p.title, 'posting_id', p.id, 'posting_url', p.url,
        'time_zone', t.shown ->> 'time_zone', 'format', t.shown ->> 'format', 'video', t.shown ->> 'video',
        'location', t.shown ->> 'location', 'meeting_url', t.shown ->> 'meeting_url',
        'starts_at', coalesce(b.starts_at, s.starts_at, x.noon), 'ends_at', coalesce(b.ends_at, s.ends_at, x.noon),
        'slots', coalesce(b.slots, '[]'), 'state', t.state, 'facts', t.facts, 'before', t.before,
        'sequence', t.sequence, 'events', t.events, 'dropped', t.dropped
        ) order by b.starts_at, s.on_date)
      from items t
      join public.schedules s on s.id = t.schedule_id
      join public.ocis o on o.id = s.oci_id
      join public.employers e on e.id = o.employer_id
      left join public.job_postings p on p.id = o.job_posting_id
      cross join lateral (
        select min(x.starts_at) filter (where x.kind = 'interview') as starts_at, max(x.ends_at) filter (where x.kind = 'interview') as ends_at, jsonb_agg(jsonb_build_object('kind', x.kind, 'label', x.label, 'starts_at', x.starts_at, 'ends_at', x.ends_at) order by x.starts_at) as slots
        from (
          select 'interview' as kind, null as label, to_timestamp((i ->> 0)::bigint) as starts_at, to_timestamp((i ->> 1)::bigint) as ends_at
          from jsonb_array_elements(t.shown -> 'slots') i
          union all
          select 'break', k.label, k.starts_at, k.ends_at from public.slots k
          where m.interviewer_id is not null and t.facts is not null and k.schedule_id = s.id and k.kind = 'break'
        ) x) b
      cross join lateral (select (s.on_date + time '12:00') at time zone s.time_zone as noon) x
      where t.email_id = m.id) end)
  from public.emails m
  left join public.interviewers i on i.id = m.interviewer_id
  left join public.students st on st.id = m.student_id
  join public.access_links l on l.interviewer_id = m.interviewer_id or l.student_id = m.student_id
  cross join lateral (
    select case
      when m.kind in ('interview_link_request', 'student_link_request', 'reminder', 'overview') then m.kind
      when bool_and(t.state in ('canceled', 'removed')) then 'cancellation' when bool_or(t.state in ('changed', 'canceled', 'removed')) then 'change'
      when m.interviewer_id is null then 'student_link'
      when bool_and(t.facts ->> 'format' = 'in_person' or t.facts ->> 'video' = 'external') then 'schedule' else 'interview_link' end as kind
    from items t where t.email_id = m.id) k
  where m.id = any (p_email_ids) and coalesce(i.email, st.email) = m.to_email and coalesce(i.archived_at, st.archived_at) is null
$$;
comment on function private.email_payloads(uuid[]) is
  'All that emails are rendered from, as it stands now: {email_id, created_at, audience, person_id, employer, kind, words (private.email_words), to, school, link, schedules: [{id, employer, position, posting_id, posting_url, time_zone, format, video, location, meeting_url, starts_at, ends_at, slots, state, facts, before, sequence, events, dropped}]}. schedules is null when there is nothing to say; no row when the person is archived or has another email address now.';

create function private.email_payload(p_email_id uuid) returns jsonb
language sql stable set search_path = ''
as $$ select p.payload from private.email_payloads(array[p_email_id]) p $$;

create view private.outstanding_notices with (security_invoker = true) as
select n.schedule_id, n.oci_id, n.person_id, n.is_interviewer, coalesce(i.full_name, st.full_name) as full_name, coalesce(i.email, st.email) as email, n.state, n.facts, n.last_facts, private.is_suppressed(coalesce(i.email, st.email)) as suppressed
from private.notification_states n
left join public.interviewers i on i.id = n.person_id
left join public.students st on st.id = n.person_id
where coalesce(i.archived_at, st.archived_at) is null and not private.is_over(n.on_date, n.time_zone)
  and (n.state in ('changed', 'canceled', 'removed')
    -- Whoever is new where others of their kind have been notified already.
    or n.state = 'new' and exists (
      select from public.email_schedules es join public.emails e on e.id = es.email_id
      where es.schedule_id = n.schedule_id and es.is_interviewer = n.is_interviewer and es.sequence > 0 and private.has_notified(e.status)));
comment on view private.outstanding_notices is
  'Who does not know yet what changed: the one rule for notices, used by their count, their preview and their sending.';
grant select on private.outstanding_notices to authenticated, service_role;

create function private.plan_notices(p_schedule_ids uuid[], p_person_ids uuid[]) returns setof private.outstanding_notices
language plpgsql stable set search_path = ''
as $$
declare
  v_people uuid[] := array(
    select o.person_id from private.outstanding_notices o
    where o.schedule_id = any (p_schedule_ids) and (p_person_ids is null or o.person_id = any (p_person_ids)));
begin
  -- One email tells a person everything: what changed on their other days too.
  return query select o.* from private.outstanding_notices o where o.person_id = any (v_people);
end
$$;
comment on function private.plan_notices(uuid[], uuid[]) is
  'What each person of these schedules is to be notified of, all their schedules included. p_person_ids null: everyone.';

create function public.preview_notices(p_schedule_ids uuid[], p_person_ids uuid[] default null)
returns table (
  schedule_id uuid, oci_id uuid, employer text, "position" text, person_id uuid, is_interviewer boolean, full_name text, email text,
  state text, facts jsonb, last_facts jsonb, suppressed boolean
)
language sql stable set search_path = ''
as $$
  select o.schedule_id, o.oci_id, e.name, p.title, o.person_id, o.is_interviewer, o.full_name, o.email, o.state, o.facts, o.last_facts, o.suppressed
  from private.plan_notices(p_schedule_ids, p_person_ids) o
  join public.ocis v on v.id = o.oci_id
  join public.employers e on e.id = v.employer_id
  left join public.job_postings p on p.id = v.job_posting_id
  order by not o.is_interviewer, o.full_name, o.person_id, coalesce(o.facts, o.last_facts) ->> 'on_date'
$$;
comment on function public.preview_notices(uuid[], uuid[]) is
  'What queue_notices would say to whom, one row a person and schedule: state new | changed | canceled | removed, facts now and as last notified (private.person_facts). Pass the same arguments to both.';

create function private.queue_notices(p_request_id uuid, p_schedule_ids uuid[], p_person_ids uuid[], p_wait interval) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v record;
  v_plan jsonb;
begin
  select * into v from private.begin_batch(p_request_id);
  if v.answer is not null then
    return v.answer;
  end if;
  -- Whoever sends for the same schedules at the same time waits here, then finds nothing outstanding.
  perform from public.schedules s where s.id = any (p_schedule_ids) order by s.id for update;
  select coalesce(jsonb_agg(jsonb_build_object('schedule_id', p.schedule_id, 'person_id', p.person_id,
    'outcome', case when p.suppressed then 'suppressed' else 'send' end)), '[]') into v_plan
  from private.plan_notices(p_schedule_ids, p_person_ids) p;

  perform private.queue_emails(v_plan, 'change', v.batch_id, private.clock() + p_wait);
  return private.finish_batch(v.batch_id, v_plan, 'notified');
end
$$;

create function private.notice_wait(p_seconds int) returns interval
language sql immutable set search_path = ''
as $$ select make_interval(secs => greatest(0, least(p_seconds, 3600))) $$;
comment on function private.notice_wait(int) is 'How long a notice waits for further edits: an hour at most.';

create function public.queue_notices(p_request_id uuid, p_schedule_ids uuid[], p_person_ids uuid[] default null, p_wait_seconds int default 0)
returns jsonb
language sql set search_path = ''
as $$ select private.queue_notices(p_request_id, p_schedule_ids, p_person_ids, private.notice_wait(p_wait_seconds)) $$;
comment on function public.queue_notices(uuid, uuid[], uuid[], int) is
  'Queues one email to everyone who does not know yet what changed on these schedules; the same request id queues once. It leaves after p_wait_seconds (3600 at most): what is edited until then is in it, and what is undone is not sent. p_person_ids null: everyone. {batch_id, repeated, queued, unchanged, not_ready: []}. Admins only (42501).';

create function public.outstanding_notices(p_oci_ids uuid[]) returns table (oci_id uuid, schedule_id uuid, people int)
language sql stable set search_path = ''
as $$
  select o.oci_id, o.schedule_id, count(*)::int from private.outstanding_notices o
  where o.schedule_id = any (array(select s.id from public.schedules s where s.oci_id = any (p_oci_ids)))
  group by 1, 2
$$;
comment on function public.outstanding_notices(uuid[]) is
  'How many people of each schedule of these OCIs do not know yet what changed; schedules without any are left out.';

grant execute on function private.calendar_entries(uuid, uuid), public.calendar_entries(uuid, uuid) to interviewer, student;
grant execute on function private.facts_of(uuid[], uuid[]), private.person_facts(uuid, uuid), private.takes_place(public.schedules, boolean),
  private.last_notified(uuid, uuid, uuid), private.notification_state(jsonb, public.email_schedules, boolean),
  private.calendar_events(jsonb, boolean, jsonb), private.plan_notices(uuid[], uuid[]) to authenticated, service_role;
grant execute on function public.is_outdated(public.email_schedules), public.preview_notices(uuid[], uuid[]), private.notice_wait(int),
  private.queue_notices(uuid, uuid[], uuid[], interval), public.queue_notices(uuid, uuid[], uuid[], int),
  public.outstanding_notices(uuid[]) to authenticated;
grant execute on function private.email_items(uuid[]), private.email_payloads(uuid[]), private.email_payload(uuid),
  private.queue_emails(jsonb, public.email_kind, uuid, timestamptz), private.call_off_email(uuid, public.unsent_reason, jsonb),
  private.queue_email(uuid, uuid[], public.email_kind, uuid, timestamptz) to service_role;

-- supabase/schemas/19_link_readiness.sql

-- Readiness: what a schedule still lacks, may its Interview Link be sent, and how does each interviewer's stand?

create view private.schedule_states with (security_invoker = true) as
select c.id as schedule_id, t.interviews, t.assigned, p.interviewers,
  array_remove(array[
    case when t.interviews = 0 then 'interviews' end,
    case when p.interviewers = 0 then 'interviewers' end,
    case when t.assigned < t.interviews then 'students' end,
    case when c.video = 'external' and c.meeting_url is null then 'meeting_url' end], null) as release_gaps
from public.schedules c
cross join lateral (
  select (count(*) filter (where s.kind = 'interview'))::int as interviews, count(s.student_id)::int as assigned
  from public.slots s where s.schedule_id = c.id) t
cross join lateral (
  select count(*)::int as interviewers
  from public.schedule_interviewers si join public.interviewers i on i.id = si.interviewer_id
  where si.schedule_id = c.id and i.archived_at is null) p;
comment on view private.schedule_states is
  'Counts of each schedule, and release_gaps: what it may be released without, but hardly should be: interviews, interviewers, students (a slot is open), meeting_url.';
grant select on private.schedule_states to authenticated;

create function public.interview_count(s public.schedules) returns int
language sql stable set search_path = ''
as $$ select x.interviews from private.schedule_states x where x.schedule_id = s.id $$;
comment on function public.interview_count(public.schedules) is 'Selected like a column of schedules: how many interviews it has room for.';

create function public.assigned_count(s public.schedules) returns int
language sql stable set search_path = ''
as $$ select x.assigned from private.schedule_states x where x.schedule_id = s.id $$;
comment on function public.assigned_count(public.schedules) is 'Selected like a column of schedules: how many of its interviews have a student.';

create function public.interviewer_count(s public.schedules) returns int
language sql stable set search_path = ''
as $$ select x.interviewers from private.schedule_states x where x.schedule_id = s.id $$;
comment on function public.interviewer_count(public.schedules) is 'Selected like a column of schedules: how many interviewers it has that are not archived.';

create function public.release_gaps(s public.schedules) returns text[]
language sql stable set search_path = ''
as $$ select x.release_gaps from private.schedule_states x where x.schedule_id = s.id $$;
comment on function public.release_gaps(public.schedules) is
  'Selected like a column of schedules: what it lacks for its release: interviews, interviewers, students, meeting_url.';

create view public.link_states with (security_invoker = true) as
select si.schedule_id, s.oci_id, si.interviewer_id, i.full_name, i.email, i.title, i.is_recruiter,
  si.link_email_id as email_id, e.status, e.last_error, e.unsent_reason, coalesce(e.sent_at, e.created_at) as status_at,
  case when l.last_opened_at >= e.created_at then l.last_opened_at end as opened_at,
  x.outdated, e.to_email = i.email and r.link_reset as link_reset,
  e.id is not null and not x.outdated and not private.needs_attention(e.status) as up_to_date, b.email is not null as suppressed
from public.schedule_interviewers si
join public.schedules s on s.id = si.schedule_id
join public.interviewers i on i.id = si.interviewer_id
left join public.emails e on e.id = si.link_email_id
left join public.email_schedules es on es.email_id = e.id and es.schedule_id = si.schedule_id
left join public.access_links l on l.interviewer_id = si.interviewer_id
left join public.suppressed_addresses b on b.email = lower(i.email)
cross join lateral (select e.link_version is not null and e.link_version is distinct from l.version as link_reset) r
cross join lateral (
  select e.id is not null and (e.to_email is distinct from i.email or r.link_reset or (e.status <> 'queued' and es.snapshot is distinct from
    case when private.takes_place(s, true) then private.person_facts(si.schedule_id, si.interviewer_id) end)) as outdated) x;
comment on view public.link_states is
  'Each assigned interviewer''s Interview Link per schedule: the latest email and its status (null: not sent), when the link was last opened since, whether the email is out of date, and whether that is because its link was reset. up_to_date: there is no reason to send it again. suppressed: nothing is sent to their address.';
grant select on public.link_states to authenticated;

create function private.is_schedule_sent(s public.schedules) returns boolean
language sql immutable set search_path = ''
as $$ select s.format = 'in_person' or s.video is not distinct from 'external' $$;
comment on function private.is_schedule_sent(public.schedules) is
  'Whether interviewers are sent a Schedule, with the location or the meeting URL, instead of an Interview Link to a room.';

create function private.link_criteria(p_schedule_ids uuid[], p_bulk boolean)
returns table (schedule_id uuid, criterion text, met boolean)
language sql stable set search_path = ''
as $$
  select s.id, c.criterion, c.met
  from public.schedules s
  join private.schedule_states x on x.schedule_id = s.id
  cross join lateral (values
    ('in_app_video', s.video is not distinct from 'in_app', not private.is_schedule_sent(s)),
    ('location', s.location is not null, s.format = 'in_person'),
    ('meeting_url', s.meeting_url is not null, s.video is not distinct from 'external'),
    ('interviewers', x.interviewers > 0, true),
    ('interviews', x.interviews > 0, true),
    ('not_canceled', s.canceled_at is null, true),
    ('day_not_over', not private.is_over(s.on_date, s.time_zone), true),
    ('students', x.assigned > 0, p_bulk),
    ('released', s.released_at is not null, p_bulk)
  ) c (criterion, met, applies)
  where s.id = any (p_schedule_ids) and c.applies
$$;
comment on function private.link_criteria(uuid[], boolean) is
  'The one rule for which schedules'' interviewers may be sent their email: used by the single send, the bulk send (p_bulk), their previews and the badge in the lists. An Interview Link needs In-App Video; a Schedule needs its location or meeting URL.';

create function public.link_readiness(p_schedule_ids uuid[], p_bulk boolean default false)
returns table (schedule_id uuid, criterion text, met boolean)
language sql stable set search_path = ''
as $$ select * from private.link_criteria(p_schedule_ids, p_bulk) $$;
comment on function public.link_readiness(uuid[], boolean) is
  'Each criterion of each schedule: in_app_video, location or meeting_url, interviewers, interviews, not_canceled, day_not_over; in bulk also students, released.';

grant execute on function public.interview_count(public.schedules), public.assigned_count(public.schedules),
  public.interviewer_count(public.schedules), public.release_gaps(public.schedules),
  private.is_schedule_sent(public.schedules), private.link_criteria(uuid[], boolean), public.link_readiness(uuid[], boolean) to authenticated;

-- supabase/schemas/20_oci_list.sql

-- OCI Management's list: one row an OCI with all that the list shows, so that ten thousand of them
-- search, filter and sort like ten.

create table public.oci_list (
  id uuid primary key references public.ocis (id) on delete cascade,
  employer_id uuid not null,
  job_posting_id uuid,
  employer text not null default '',
  "position" text,
  name text,
  season text not null default '',
  archived_at timestamptz,
  search text not null default '',
  schedules int not null default 0,
  first_date date,
  last_date date,
  time_zones text[] not null default '{}',
  formats text[] not null default '{}',
  videos text[] not null default '{}',
  locations text[] not null default '{}',
  interviewers int not null default 0,
  without_interviewers int not null default 0,
  interviews int not null default 0,
  assigned int not null default 0,
  released int not null default 0,
  not_released int not null default 0,
  changed_since_release int not null default 0,
  without_meeting_url int not null default 0,
  to_send int not null default 0,
  sent int not null default 0,
  opened int not null default 0,
  needs_attention int not null default 0,
  to_notify int not null default 0
);
comment on table public.oci_list is
  'Derived by private.refresh_ocis: each OCI with the sums over its schedules that are not canceled. to_send, sent, opened, needs_attention count their interviewers; to_notify those who do not know yet what changed, canceled schedules included.';
create index oci_list_to_notify_idx on public.oci_list (id) where to_notify > 0;
create index oci_list_first_date_idx on public.oci_list (first_date, employer, id) where archived_at is null;
create index oci_list_last_date_idx on public.oci_list (last_date) where archived_at is null;
create index oci_list_employer_idx on public.oci_list (employer, id) where archived_at is null;
create index oci_list_season_idx on public.oci_list (season, first_date) where archived_at is null;
create index oci_list_interviewers_idx on public.oci_list (interviewers, employer, id) where archived_at is null;
create index oci_list_assigned_idx on public.oci_list (assigned, employer, id) where archived_at is null;
create index oci_list_search_idx on public.oci_list using gin (search extensions.gin_trgm_ops);
create index oci_list_latest_idx on public.oci_list (first_date desc nulls last, employer desc, id desc) where archived_at is null;
create index oci_list_counts_idx on public.oci_list (
  season, last_date, first_date, released, not_released, changed_since_release, to_send, sent, needs_attention, without_interviewers, without_meeting_url
) include (formats, videos) where archived_at is null;

select private.add_staff_policies('public.oci_list', '{}');
grant select on public.oci_list to authenticated;

create view public.seasons with (security_invoker = true) as
select x.season, max(x.last_date) as last_date from public.oci_list x where x.archived_at is null group by x.season;
comment on view public.seasons is 'The seasons there are OCIs of, each with its last day: what OCI Management filters by and new OCIs are put into.';
grant select on public.seasons to authenticated;

-- Functions --------------------------------------------------------------------------------------

create function private.refresh_ocis(p_oci_ids uuid[]) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  insert into public.oci_list (id, employer_id)
  select o.id, o.employer_id from public.ocis o where o.id = any (p_oci_ids) on conflict do nothing;
  -- Locked in one order, and in a statement of its own: the next one then sees what whoever held the lock has written.
  perform from public.oci_list x where x.id = any (p_oci_ids) order by x.id for no key update;
  update public.oci_list x set
    employer_id = o.employer_id, job_posting_id = o.job_posting_id, employer = e.name, "position" = p.title,
    name = o.name, season = o.season, archived_at = o.archived_at,
    search = lower(concat_ws(' ', e.name, p.title, o.name, o.season)),
    schedules = t.schedules, first_date = t.first_date, last_date = t.last_date, time_zones = t.time_zones,
    formats = t.formats, videos = t.videos, locations = t.locations,
    interviewers = t.interviewers, without_interviewers = t.without_interviewers,
    interviews = t.interviews, assigned = t.assigned, released = t.released, not_released = t.schedules - t.released,
    changed_since_release = t.changed_since_release, without_meeting_url = t.without_meeting_url,
    to_send = k.to_send, sent = k.sent, opened = k.opened, needs_attention = k.needs_attention, to_notify = n.to_notify
  from public.ocis o
  join public.employers e on e.id = o.employer_id
  left join public.job_postings p on p.id = o.job_posting_id
  cross join lateral (
    select count(*) as schedules, min(s.on_date) as first_date, max(s.on_date) as last_date,
      coalesce(array_agg(distinct s.time_zone), '{}') as time_zones, coalesce(array_agg(distinct s.format::text), '{}') as formats,
      coalesce(array_agg(distinct s.video::text) filter (where s.video is not null), '{}') as videos,
      coalesce(array_agg(distinct s.location) filter (where s.location is not null), '{}') as locations,
      coalesce(sum(c.interviewers), 0) as interviewers, coalesce(sum(c.interviews), 0) as interviews, coalesce(sum(c.assigned), 0) as assigned,
      count(*) filter (where 'interviewers' = any (c.release_gaps)) as without_interviewers,
      count(*) filter (where 'meeting_url' = any (c.release_gaps)) as without_meeting_url,
      count(s.released_at) as released, count(*) filter (where s.changed_since_release) as changed_since_release
    from public.schedules s join private.schedule_states c on c.schedule_id = s.id
    where s.oci_id = o.id and s.canceled_at is null
  ) t
  cross join lateral (
    select count(*) filter (where not l.up_to_date) as to_send, count(*) filter (where l.up_to_date) as sent,
      count(l.opened_at) as opened, count(*) filter (where private.needs_attention(l.status)) as needs_attention
    from public.schedules s join public.link_states l on l.schedule_id = s.id
    where s.oci_id = o.id and s.canceled_at is null
  ) k
  cross join lateral (
    select count(*) as to_notify from private.outstanding_notices n
    where n.schedule_id = any (array(select s.id from public.schedules s where s.oci_id = o.id))
  ) n
  where o.id = x.id and o.id = any (p_oci_ids);
end
$$;

create function public.ready_schedules(p_oci_ids uuid[]) returns table (oci_id uuid, ready int)
language sql stable set search_path = ''
as $$
  with live as (select s.id, s.oci_id from public.schedules s where s.oci_id = any (p_oci_ids) and s.canceled_at is null),
    judged as (select c.schedule_id, bool_and(c.met) as met from private.link_criteria(array(select l.id from live l), true) c group by 1)
  select l.oci_id, count(*) filter (where j.met)::int from live l join judged j on j.schedule_id = l.id group by 1
$$;
comment on function public.ready_schedules(uuid[]) is
  'How many schedules of each OCI meet every criterion of the bulk send. Not kept in oci_list, because it depends on the day: asked for the rows that are shown.';

create function public.schedules_to_notify() returns table (schedule_id uuid, people int)
language sql stable set search_path = ''
as $$
  select o.schedule_id, count(*)::int from private.outstanding_notices o
  where o.schedule_id = any (array(
    select s.id from public.oci_list x join public.schedules s on s.oci_id = x.id
    where x.to_notify > 0 and s.on_date >= (private.clock() - interval '1 day')::date))
  group by 1
$$;
comment on function public.schedules_to_notify() is
  'Every schedule, today or later, with people who do not know yet what changed, and how many. to_notify of oci_list may count days that are over by now; this does not.';

grant execute on function public.ready_schedules(uuid[]), public.schedules_to_notify() to authenticated;
grant execute on function public.schedules_to_notify() to service_role;

-- supabase/schemas/21_interview_links.sql

-- Sending Interview Links to interviewers: the plan, its preview and the queue; replacing one and sending in one step; the link to
-- a recruiter's overview.

create function private.plan_interview_links(p_schedule_ids uuid[], p_interviewer_ids uuid[], p_bulk boolean, p_include_unchanged boolean)
returns table (schedule_id uuid, person_id uuid, outcome text, unmet text[])
language sql stable set search_path = ''
as $$
  with ready as (
    select c.schedule_id, coalesce(array_agg(c.criterion) filter (where not c.met), '{}') as unmet
    from private.link_criteria(p_schedule_ids, p_bulk) c group by c.schedule_id
  )
  select r.schedule_id, null, 'not_ready', r.unmet from ready r where r.unmet <> '{}'
  union all
  select r.schedule_id, x.interviewer_id,
    case when x.suppressed then 'suppressed' when x.up_to_date and not p_include_unchanged then 'unchanged' else 'send' end,
    '{}'
  from ready r
  join public.link_states x on x.schedule_id = r.schedule_id
  join public.interviewers i on i.id = x.interviewer_id and i.archived_at is null
  where r.unmet = '{}' and (p_interviewer_ids is null or x.interviewer_id = any (p_interviewer_ids))
$$;
comment on function private.plan_interview_links(uuid[], uuid[], boolean, boolean) is
  'What a send would do: per schedule "not_ready" with the unmet criteria, or per person "send", "unchanged" (their last email is up to date) or "suppressed" (their address takes no mail).';

create function public.preview_interview_links(
  p_schedule_ids uuid[], p_interviewer_ids uuid[] default null, p_bulk boolean default false, p_include_unchanged boolean default true
) returns table (
  schedule_id uuid, oci_id uuid, employer text, "position" text, on_date date, time_zone text, starts_at timestamptz,
  interviewer_id uuid, full_name text, email text, format public.schedule_format, video public.schedule_video, outcome text, unmet text[],
  last_status public.email_status, last_at timestamptz
)
language sql stable set search_path = ''
as $$
  select s.id, s.oci_id, e.name, jp.title, s.on_date, s.time_zone, s.starts_at,
    x.interviewer_id, x.full_name, x.email, s.format, s.video, p.outcome, p.unmet, x.status, x.status_at
  from private.plan_interview_links(p_schedule_ids, p_interviewer_ids, p_bulk, p_include_unchanged) p
  join public.schedules s on s.id = p.schedule_id
  join public.ocis o on o.id = s.oci_id
  join public.employers e on e.id = o.employer_id
  left join public.job_postings jp on jp.id = o.job_posting_id
  left join public.link_states x on x.schedule_id = s.id and x.interviewer_id = p.person_id
  order by s.on_date, s.starts_at, s.id, x.full_name
$$;
comment on function public.preview_interview_links(uuid[], uuid[], boolean, boolean) is
  'What queue_interview_links would do, one row a person and schedule; interviewer_id is null for a schedule that is not_ready. Pass the same arguments to both.';

create function private.queue_interview_links(
  p_request_id uuid, p_schedule_ids uuid[], p_interviewer_ids uuid[], p_bulk boolean, p_include_unchanged boolean
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v record;
  v_plan jsonb;
begin
  select * into v from private.begin_batch(p_request_id);
  if v.answer is not null then
    return v.answer;
  end if;
  -- Whoever sends for the same schedules at the same time waits here, then finds them unchanged.
  perform from public.schedules s where s.id = any (p_schedule_ids) order by s.id for update;
  select coalesce(jsonb_agg(to_jsonb(p)), '[]') into v_plan
  from private.plan_interview_links(p_schedule_ids, p_interviewer_ids, p_bulk, p_include_unchanged) p;

  perform private.queue_emails(v_plan, 'interview_link', v.batch_id);
  return private.finish_batch(v.batch_id, v_plan, 'people');
end
$$;

create function public.queue_interview_links(
  p_request_id uuid, p_schedule_ids uuid[], p_interviewer_ids uuid[] default null,
  p_bulk boolean default false, p_include_unchanged boolean default true
) returns jsonb
language sql set search_path = ''
as $$ select private.queue_interview_links(p_request_id, p_schedule_ids, p_interviewer_ids, p_bulk, p_include_unchanged) $$;
comment on function public.queue_interview_links(uuid, uuid[], uuid[], boolean, boolean) is
  'Queues one email a person for all ready schedules given, all or nothing; the same request id queues once. p_interviewer_ids null: everyone assigned. {batch_id, repeated, queued, unchanged, not_ready: [{schedule_id, unmet}]}. Admins only (42501).';

create function private.replace_interviewer(p_schedule_id uuid, p_old uuid, p_new uuid, p_person jsonb, p_wait_seconds int) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_new uuid;
  v_last public.email_schedules;
  v_batch record;
  v_plan jsonb;
begin
  perform private.require_admin();
  perform from public.schedules c where c.id = p_schedule_id for update;
  if not exists (select from public.schedule_interviewers si where si.schedule_id = p_schedule_id and si.interviewer_id = p_old) then
    perform private.refuse('interviewer_not_assigned');
  elsif exists (select from public.schedule_interviewers si where si.schedule_id = p_schedule_id and si.interviewer_id = p_new) then
    perform private.refuse('interviewer_already_assigned');
  end if;
  v_new := coalesce(p_new, private.add_interviewer(p_schedule_id, p_person));

  perform set_config('campus.one_line', 'on', true);
  perform public.assign_interviewers(p_schedule_id, array[v_new]);
  insert into public.slot_interviewers (slot_id, schedule_id, interviewer_id)
  select o.slot_id, o.schedule_id, v_new from public.slot_interviewers o where o.schedule_id = p_schedule_id and o.interviewer_id = p_old;
  delete from public.schedule_interviewers si where si.schedule_id = p_schedule_id and si.interviewer_id = p_old;
  perform set_config('campus.one_line', 'off', true);
  perform private.log_activity('schedule_interviewers.replace', null, p_schedule_id, null,
    jsonb_build_object('interviewer_id', jsonb_build_array(p_old, v_new)));

  -- Whoever is put back knows of the day as long as no email has said otherwise.
  v_last := private.last_notified(p_schedule_id, v_new);
  update public.schedule_interviewers si set invited_at = v_last.at, link_email_id = v_last.email_id
  where si.schedule_id = p_schedule_id and si.interviewer_id = v_new and v_last.snapshot is not null;

  if p_wait_seconds is null then
    return jsonb_build_object('interviewer_id', v_new, 'queued', 0);
  end if;
  select * into v_batch from private.begin_batch(gen_random_uuid());
  select coalesce(jsonb_agg(to_jsonb(p)), '[]') into v_plan
  from (
    select n.schedule_id, n.person_id, case when n.suppressed then 'suppressed' else 'send' end as outcome, '{}'::text[] as unmet
    from private.plan_notices(array[p_schedule_id], array[p_old]) n
    union all
    select l.schedule_id, v_new, l.outcome, l.unmet
    from private.plan_interview_links(array[p_schedule_id], array[v_new], false, false) l
  ) p;
  perform private.queue_emails(v_plan, 'change', v_batch.batch_id, private.clock() + private.notice_wait(p_wait_seconds));
  return jsonb_build_object('interviewer_id', v_new) || private.finish_batch(v_batch.batch_id, v_plan, 'notified');
end
$$;

create function public.replace_interviewer(
  p_schedule_id uuid, p_old uuid, p_new uuid default null, p_person jsonb default null, p_wait_seconds int default null
) returns jsonb
language sql set search_path = ''
as $$ select private.replace_interviewer(p_schedule_id, p_old, p_new, p_person, p_wait_seconds) $$;
comment on function public.replace_interviewer(uuid, uuid, uuid, jsonb, int) is
  'Gives an interviewer''s part in a schedule, single slots included, to p_new of the same employer, or to a new one from p_person {full_name, email, title?, is_recruiter?, shares_email?}. With p_wait_seconds (3600 at most) both are notified after that time: the old one if they know of the day, the new one if its link may be sent. Swapped back until then, and nothing is sent. {interviewer_id: the new one''s, queued, …}. Admins only (42501).';

create function private.queue_overview(p_interviewer_id uuid) returns uuid
language sql security definer set search_path = ''
as $$
  select q.email_id
  from public.interviewers i
  cross join lateral private.queue_emails(
    jsonb_build_array(jsonb_build_object('schedule_id', null, 'person_id', i.id, 'outcome', 'send')), 'overview', null) q
  where i.id = p_interviewer_id and i.sees_overview and i.archived_at is null
$$;
comment on function private.queue_overview(uuid) is 'Queues the link to a recruiter''s page, about no schedule of their own; its id. null: not somebody who sees the overview.';

create function private.send_overview_link(p_interviewer_id uuid) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  v_email uuid;
begin
  perform private.require_admin();
  v_email := private.queue_overview(p_interviewer_id);
  if v_email is null then
    perform private.refuse('nothing_to_send');
  end if;
  perform private.log_activity('access_links.send_overview', null, null, p_interviewer_id);
  return v_email;
end
$$;

create function public.send_overview_link(p_interviewer_id uuid) returns uuid
language sql set search_path = ''
as $$ select private.send_overview_link(p_interviewer_id) $$;
comment on function public.send_overview_link(uuid) is
  'Queues the email with the link to the overview of a recruiter who sees it; its id. Admins only (42501).';

grant execute on function private.queue_overview(uuid) to service_role;
grant execute on function private.send_overview_link(uuid), public.send_overview_link(uuid) to authenticated;
grant execute on function private.plan_interview_links(uuid[], uuid[], boolean, boolean),
  public.preview_interview_links(uuid[], uuid[], boolean, boolean),
  private.queue_interview_links(uuid, uuid[], uuid[], boolean, boolean),
  public.queue_interview_links(uuid, uuid[], uuid[], boolean, boolean),
  private.replace_interviewer(uuid, uuid, uuid, jsonb, int), public.replace_interviewer(uuid, uuid, uuid, jsonb, int) to authenticated;

-- supabase/schemas/22_student_links.sql

-- Sending students their links: how each one's stands, the plan, its preview and the queue.

create view public.student_link_states with (security_invoker = true) as
select k.schedule_id, c.oci_id, k.student_id, st.full_name, st.email, t.starts_at, t.ends_at, t.starts_at is not null as is_assigned,
  e.id as email_id, e.status, e.last_error, e.unsent_reason, coalesce(e.sent_at, e.created_at) as status_at, l.last_opened_at,
  case when l.last_opened_at >= e.created_at then l.last_opened_at end as opened_at,
  x.outdated, e.to_email = st.email and r.link_reset as link_reset,
  e.id is not null and not x.outdated and not private.needs_attention(e.status) as up_to_date, b.email is not null as suppressed
from (
  select s.schedule_id, s.student_id from public.slots s where s.student_id is not null
  union
  select es.schedule_id, es.person_id from public.email_schedules es where not es.is_interviewer
) k
join public.schedules c on c.id = k.schedule_id
join public.students st on st.id = k.student_id
left join public.access_links l on l.student_id = k.student_id
left join public.suppressed_addresses b on b.email = lower(st.email)
left join lateral (
  select min(s.starts_at) as starts_at, max(s.ends_at) as ends_at from public.slots s
  where s.schedule_id = k.schedule_id and s.student_id = k.student_id
) t on true
left join lateral (
  select e.*, es.snapshot from public.email_schedules es join public.emails e on e.id = es.email_id
  where es.schedule_id = k.schedule_id and es.person_id = k.student_id and e.status <> 'canceled' and not (e.kind = 'reminder' and es.sequence = 0)
  order by es.at desc limit 1
) e on true
cross join lateral (select e.link_version is not null and e.link_version is distinct from l.version as link_reset) r
cross join lateral (
  select e.id is not null and (e.to_email is distinct from st.email or r.link_reset
    or (e.status <> 'queued' and e.snapshot is distinct from private.person_facts(k.schedule_id, k.student_id))) as outdated) x
where t.starts_at is not null or (private.last_notified(k.schedule_id, k.student_id)).snapshot is not null;
comment on view public.student_link_states is
  'Each assigned student''s link per schedule, like link_states; and, with is_assigned false, whoever was notified of an interview that they no longer have there.';
grant select on public.student_link_states to authenticated;

create function private.student_link_criteria(p_schedule_ids uuid[], p_as_released boolean)
returns table (schedule_id uuid, criterion text, met boolean)
language sql stable set search_path = ''
as $$
  select s.id, c.criterion, c.met
  from public.schedules s
  cross join lateral (values
    ('students', s.id in (select x.schedule_id from public.student_link_states x where x.schedule_id = any (p_schedule_ids))),
    ('released', p_as_released or s.released_at is not null),
    ('not_canceled', s.canceled_at is null),
    ('day_not_over', not private.is_over(s.on_date, s.time_zone))
  ) c (criterion, met)
  where s.id = any (p_schedule_ids)
$$;
comment on function private.student_link_criteria(uuid[], boolean) is
  'The one rule for when students may be notified. p_as_released: as if the schedules were released already.';

create function private.plan_student_links(p_schedule_ids uuid[], p_student_ids uuid[], p_include_unchanged boolean, p_as_released boolean)
returns table (schedule_id uuid, person_id uuid, outcome text, unmet text[])
language sql stable set search_path = ''
as $$
  with ready as (
    select c.schedule_id, coalesce(array_agg(c.criterion) filter (where not c.met), '{}') as unmet
    from private.student_link_criteria(p_schedule_ids, p_as_released) c group by c.schedule_id
  )
  select r.schedule_id, null, 'not_ready', r.unmet from ready r where r.unmet <> '{}'
  union all
  select r.schedule_id, x.student_id,
    case when x.suppressed then 'suppressed' when x.up_to_date and not p_include_unchanged then 'unchanged' else 'send' end,
    '{}'
  from ready r
  join public.student_link_states x on x.schedule_id = r.schedule_id
  join public.students st on st.id = x.student_id and st.archived_at is null
  -- Said once more as a constant: by a join alone the view would be made for all schedules.
  where x.schedule_id = any (p_schedule_ids) and r.unmet = '{}' and (p_student_ids is null or x.student_id = any (p_student_ids))
$$;
comment on function private.plan_student_links(uuid[], uuid[], boolean, boolean) is
  'What notifying the students would do: per schedule "not_ready" with the unmet criteria, or per student "send", "unchanged" (their last email is up to date) or "suppressed" (their address takes no mail).';

create function public.preview_student_links(
  p_schedule_ids uuid[], p_student_ids uuid[] default null, p_include_unchanged boolean default true, p_as_released boolean default false
) returns table (
  schedule_id uuid, oci_id uuid, employer text, "position" text, on_date date, time_zone text, starts_at timestamptz, ends_at timestamptz,
  student_id uuid, full_name text, email text, is_assigned boolean, outcome text, unmet text[],
  last_status public.email_status, last_at timestamptz
)
language sql stable set search_path = ''
as $$
  select s.id, s.oci_id, e.name, jp.title, s.on_date, s.time_zone, x.starts_at, x.ends_at,
    x.student_id, x.full_name, x.email, x.is_assigned, p.outcome, p.unmet, x.status, x.status_at
  from private.plan_student_links(p_schedule_ids, p_student_ids, p_include_unchanged, p_as_released) p
  join public.schedules s on s.id = p.schedule_id
  join public.ocis o on o.id = s.oci_id
  join public.employers e on e.id = o.employer_id
  left join public.job_postings jp on jp.id = o.job_posting_id
  left join public.student_link_states x
    on x.schedule_id = any (p_schedule_ids) and x.schedule_id = s.id and x.student_id = p.person_id
  order by s.on_date, s.id, x.starts_at, x.full_name
$$;
comment on function public.preview_student_links(uuid[], uuid[], boolean, boolean) is
  'What queue_student_links would do, one row a student and schedule; student_id is null for a schedule that is not_ready. p_as_released: as it would be once the schedules are released.';

create function private.queue_student_links(
  p_request_id uuid, p_schedule_ids uuid[], p_student_ids uuid[], p_include_unchanged boolean
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v record;
  v_plan jsonb;
begin
  select * into v from private.begin_batch(p_request_id);
  if v.answer is not null then
    return v.answer;
  end if;
  -- Whoever sends for the same schedules at the same time waits here, then finds them unchanged.
  perform from public.schedules s where s.id = any (p_schedule_ids) order by s.id for update;
  select coalesce(jsonb_agg(to_jsonb(p)), '[]') into v_plan
  from private.plan_student_links(p_schedule_ids, p_student_ids, p_include_unchanged, false) p;

  perform private.queue_emails(v_plan, 'student_link', v.batch_id);
  return private.finish_batch(v.batch_id, v_plan, 'students');
end
$$;

create function public.queue_student_links(
  p_request_id uuid, p_schedule_ids uuid[], p_student_ids uuid[] default null, p_include_unchanged boolean default true
) returns jsonb
language sql set search_path = ''
as $$ select private.queue_student_links(p_request_id, p_schedule_ids, p_student_ids, p_include_unchanged) $$;
comment on function public.queue_student_links(uuid, uuid[], uuid[], boolean) is
  'Queues one email a student for all ready schedules given, all or nothing; the same request id queues once. Whoever was notified of an interview they no longer have there is notified of that too. p_student_ids null: all. {batch_id, repeated, queued, unchanged, not_ready: [{schedule_id, unmet}]}. Admins only (42501).';

create function private.correct_address(p_request_id uuid, p_person_id uuid, p_email text, p_schedule_ids uuid[]) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v record;
  v_is_interviewer boolean := exists (select from public.interviewers i where i.id = p_person_id);
  v_plan jsonb;
begin
  select * into v from private.begin_batch(p_request_id);
  if v.answer is not null then
    return v.answer;
  elsif private.is_suppressed(btrim(p_email)) then
    perform private.refuse('address_suppressed');
  end if;
  perform from public.schedules s where s.id = any (p_schedule_ids) order by s.id for update;
  update public.interviewers i set email = btrim(p_email) where i.id = p_person_id;
  update public.students st set email = btrim(p_email) where st.id = p_person_id;
  if v_is_interviewer then
    select coalesce(jsonb_agg(to_jsonb(p)), '[]') into v_plan
    from private.plan_interview_links(p_schedule_ids, array[p_person_id], false, true) p;
  else
    select coalesce(jsonb_agg(to_jsonb(p)), '[]') into v_plan
    from private.plan_student_links(p_schedule_ids, array[p_person_id], true, false) p;
  end if;
  perform private.queue_emails(v_plan, case when v_is_interviewer then 'interview_link' else 'student_link' end::public.email_kind, v.batch_id);
  return private.finish_batch(v.batch_id, v_plan, case when v_is_interviewer then 'people' else 'students' end);
end
$$;

create function public.correct_address(p_request_id uuid, p_person_id uuid, p_email text, p_schedule_ids uuid[]) returns jsonb
language sql set search_path = ''
as $$ select private.correct_address(p_request_id, p_person_id, p_email, p_schedule_ids) $$;
comment on function public.correct_address(uuid, uuid, text, uuid[]) is
  'Gives an interviewer or a student another email address, which resets their link, and queues the email about these schedules to it; the same request id once. {batch_id, repeated, queued, unchanged, not_ready}. Admins only (42501).';

grant execute on function private.correct_address(uuid, uuid, text, uuid[]), public.correct_address(uuid, uuid, text, uuid[]) to authenticated;
grant execute on function private.student_link_criteria(uuid[], boolean),
  private.plan_student_links(uuid[], uuid[], boolean, boolean),
  public.preview_student_links(uuid[], uuid[], boolean, boolean),
  private.queue_student_links(uuid, uuid[], uuid[], boolean),
  public.queue_student_links(uuid, uuid[], uuid[], boolean) to authenticated;

-- supabase/schemas/23_reminders.sql

-- What is sent without anyone pressing Send: reminders, and notices where the office wants them to be automatic.

create type public.reminder_kind as enum ('day_before', 'same_day');

create table public.reminders (
  email_id uuid primary key references public.emails (id) on delete cascade,
  person_id uuid not null,
  on_date date not null,
  kind public.reminder_kind not null,
  unique (person_id, on_date, kind)
);
comment on table public.reminders is 'The emails that remind a person of a day, each once. They are queued up to two days ahead, so that the office sees them and may call them off.';

select private.add_staff_policies('public.reminders', '{}');
grant select on public.reminders to authenticated;

create function private.reminder_due(p_kind public.reminder_kind, p_on_date date, p_time_zone text, p_starts_at timestamptz) returns timestamptz
language sql stable set search_path = ''
as $$
  select case p_kind
    when 'day_before' then (p_on_date - 1 + time '16:00') at time zone p_time_zone
    else p_starts_at - interval '2 hours' end
$$;
comment on function private.reminder_due(public.reminder_kind, date, text, timestamptz) is
  'When a reminder leaves: at 4 PM of the day before in the schedule''s zone, or two hours before the first interview.';

create view private.due_reminders with (security_invoker = true) as
select n.person_id, n.is_interviewer, c.on_date, k.kind, min(d.due_at) as due_at, array_agg(c.id order by c.starts_at) as schedule_ids
from public.schedules c
cross join public.settings o
join lateral (
  select x.* from private.notification_states x where x.schedule_id = c.id and x.state in ('up_to_date', 'changed') and x.last_facts is not null) n on true
left join public.interviewers i on i.id = n.person_id
left join public.students st on st.id = n.person_id
cross join unnest(enum_range(null::public.reminder_kind)) k (kind)
cross join lateral (
  select private.reminder_due(k.kind, c.on_date, c.time_zone, to_timestamp((n.facts #>> '{slots,0,0}')::bigint)) as due_at) d
where c.on_date between (private.clock() - interval '1 day')::date and (private.clock() + interval '3 days')::date
  and c.reminders and case k.kind when 'day_before' then o.remind_day_before else o.remind_same_day end
  and coalesce(i.archived_at, st.archived_at) is null and d.due_at is not null
group by n.person_id, n.is_interviewer, c.on_date, k.kind;
comment on view private.due_reminders is
  'Every reminder of the next days that the office wants: for whoever was notified of an interview and still has it, one a person, date and kind.';
grant select on private.due_reminders to service_role;

create function private.queue_reminders() returns int
language plpgsql set search_path = ''
as $$
declare
  v record;
  v_id uuid;
  v_count int := 0;
begin
  -- A day that moved takes its reminders along.
  update public.emails e set due_at = d.due_at
  from public.reminders r join private.due_reminders d on (d.person_id, d.on_date, d.kind) = (r.person_id, r.on_date, r.kind)
  where e.id = r.email_id and e.status = 'queued' and e.attempts = 0 and e.due_at > private.clock() and e.due_at <> d.due_at;
  for v in
    select d.* from private.due_reminders d
    where d.due_at between private.clock() and private.clock() + interval '2 days'
      and not exists (select from public.reminders r where (r.person_id, r.on_date, r.kind) = (d.person_id, d.on_date, d.kind))
  loop
    v_id := private.queue_email(v.person_id, v.schedule_ids, 'reminder', null, v.due_at);
    insert into public.reminders (email_id, person_id, on_date, kind) values (v_id, v.person_id, v.on_date, v.kind);
    v_count := v_count + 1;
  end loop;
  return v_count;
end
$$;

create function private.settle_reminder(p_email public.emails) returns text
language plpgsql set search_path = ''
as $$
declare
  v_reminder public.reminders;
  v_due timestamptz;
begin
  select * into v_reminder from public.reminders r where r.email_id = p_email.id;
  select d.due_at into v_due from private.due_reminders d
  where d.person_id = v_reminder.person_id and d.on_date = v_reminder.on_date and d.kind = v_reminder.kind;
  if v_due is null then
    return 'nothing_to_send';
  end if;
  if exists (select from public.email_events v where v.email_id = p_email.id and v.type = 'queued' and v.params ? 'by') then
    return 'send';
  end if;
  if v_due > private.clock() then
    update public.emails set due_at = v_due where id = p_email.id;
    return 'later';
  end if;
  if exists (
    select from public.emails e
    where (e.interviewer_id = p_email.interviewer_id or e.student_id = p_email.student_id) and e.id <> p_email.id
      and private.has_notified(e.status) and coalesce(e.sent_at, e.due_at) between private.clock() - interval '3 hours' and private.clock()
  ) then
    return 'recently_notified';
  end if;
  return 'send';
end
$$;
comment on function private.settle_reminder(public.emails) is
  'What becomes of a reminder whose time has come, or that staff sent before it: send | later (the day moved) | nothing_to_send | recently_notified (another email went to them within three hours).';

create function private.queue_automatic_notices() returns int
language plpgsql set search_path = ''
as $$
declare
  v_schedules uuid[];
  v_count int;
begin
  if not (select o.notify_automatically from public.settings o) then
    return 0;
  end if;
  v_schedules := array(
    select c.id from public.schedules_to_notify() n join public.schedules c on c.id = n.schedule_id
    where not exists (
        select from public.activity a where a.schedule_id = c.id and a.at > private.clock() - interval '5 minutes')
      -- Nobody is woken for what is days away.
      and (c.starts_at < private.clock() + interval '24 hours'
        or extract(hour from private.clock() at time zone c.time_zone) between 7 and 20));
  select count(*) into v_count from private.queue_emails(
    (select coalesce(jsonb_agg(jsonb_build_object('schedule_id', p.schedule_id, 'person_id', p.person_id, 'outcome', 'send')), '[]')
      from private.plan_notices(v_schedules, null) p where not p.suppressed), 'change', null);
  return v_count;
end
$$;
comment on function private.queue_automatic_notices() is
  'Where the office wants it: notices of what changed, after five quiet minutes, and between 7 AM and 9 PM in the schedule''s zone unless it is within a day.';

create table private.job_runs (
  job text primary key,
  at timestamptz not null
);
comment on table private.job_runs is 'When a job that every delivery asks for was last done.';
alter table private.job_runs enable row level security;
grant select, insert, update on private.job_runs to service_role;

create function public.queue_scheduled_emails() returns int
language plpgsql set search_path = ''
as $$
begin
  insert into private.job_runs as j (job, at) values ('queue_scheduled_emails', private.clock())
  on conflict (job) do update set at = excluded.at where j.at <= excluded.at - interval '30 seconds';
  if not found then
    return 0;
  end if;
  return private.queue_reminders() + private.queue_automatic_notices();
end
$$;
comment on function public.queue_scheduled_emails() is
  'Service only. Queues the reminders of the next two days and, where the office wants them, notices of changes; at most twice a minute. How many it queued.';

grant insert on public.reminders to service_role;
grant execute on function private.reminder_due(public.reminder_kind, date, text, timestamptz) to authenticated, service_role;
grant execute on function private.queue_reminders(), private.settle_reminder(public.emails), private.queue_automatic_notices(),
  public.queue_scheduled_emails() to service_role;

-- supabase/schemas/24_delivery.sql

-- Delivery: links asked for again, due emails, and what became of them, for the service alone; what admins do about emails that wait,
-- and those they send themselves to try them.

create table private.link_requests (
  id bigint generated always as identity primary key,
  email_hash text not null,
  client_hash text not null,
  at timestamptz not null default now()
);
comment on table private.link_requests is 'Uses of the "email me my link" form, email address and client hashed, kept for a day to limit its rate.';
create index link_requests_at_idx on private.link_requests (at);

alter table private.link_requests enable row level security;
grant select, insert, delete on private.link_requests to service_role;

create function public.request_interview_link(p_email text, p_client text) returns int
language plpgsql set search_path = ''
as $$
declare
  v_email_hash text := encode(sha256(convert_to(lower(btrim(p_email)), 'UTF8')), 'hex');
  v_client_hash text := encode(sha256(convert_to(p_client, 'UTF8')), 'hex');
  v_queued int := 0;
  v_person record;
begin
  -- One at a time, so that the counts below hold.
  perform pg_advisory_xact_lock(hashtextextended('request_interview_link', 0));
  delete from private.link_requests where at < now() - interval '1 day';
  if (select count(*) filter (where r.email_hash = v_email_hash and r.at > now() - interval '1 hour') >= 3
        or count(*) filter (where r.client_hash = v_client_hash and r.at > now() - interval '1 hour') >= 20
      from private.link_requests r)
    or (select count(*) from public.emails m
        where m.kind in ('interview_link_request', 'student_link_request') and m.created_at > now() - interval '1 hour') >= 500 then
    return 0;
  end if;
  insert into private.link_requests (email_hash, client_hash) values (v_email_hash, v_client_hash);
  for v_person in
    select i.id, array_agg(s.id) filter (where s.id is not null) as schedules
    from public.interviewers i
    left join (public.schedule_interviewers si
      join public.schedules s on s.id = si.schedule_id and private.is_visible_to_interviewer(s, si)
        and s.canceled_at is null and not private.is_over(s.on_date, s.time_zone)) on si.interviewer_id = i.id
    where lower(i.email) = lower(btrim(p_email)) and not private.is_suppressed(i.email) and i.archived_at is null and (s.id is not null or i.sees_overview)
    group by i.id
  loop
    if v_person.schedules is null then
      perform private.queue_overview(v_person.id);
    else
      perform private.queue_email(v_person.id, v_person.schedules, 'interview_link_request', null);
    end if;
    v_queued := v_queued + 1;
  end loop;
  for v_person in
    select st.id, array_agg(distinct s.id) as schedules
    from public.students st
    join public.slots t on t.student_id = st.id
    join public.schedules s on s.id = t.schedule_id
    where lower(st.email) = lower(btrim(p_email)) and not private.is_suppressed(st.email) and st.archived_at is null
      and private.is_visible_to_student(s) and not private.is_over(s.on_date, s.time_zone)
    group by st.id
  loop
    perform private.queue_email(v_person.id, v_person.schedules, 'student_link_request', null);
    v_queued := v_queued + 1;
  end loop;
  return v_queued;
end
$$;
comment on function public.request_interview_link(text, text) is
  'Service only. Queues an interviewer''s or a student''s link again for the schedules they know of, today or later, and that of a recruiter who sees the overview; how many emails it queued. At most 3 an hour for one email address, 20 for one client, and 500 such emails in all; beyond that nothing happens.';

create function private.email_bodies_in(p_bodies jsonb) returns table (n int, id uuid, html text, body_text text)
language sql immutable set search_path = ''
as $$
  select (b.n - 1)::int, md5((b.body ->> 'html') || (b.body ->> 'body_text'))::uuid, b.body ->> 'html', b.body ->> 'body_text'
  from jsonb_array_elements(p_bodies) with ordinality b (body, n)
$$;
comment on function private.email_bodies_in(jsonb) is 'Bodies as record_email_results gets them, numbered from 0.';

create table private.send_rate_limit (
  id boolean primary key default true check (id),
  next_at timestamptz not null default 'epoch',
  held_until timestamptz not null default 'epoch'
);
comment on table private.send_rate_limit is
  'One row, shared by all who send. next_at: when the next email may leave where the mail provider limits their rate. held_until: when it will take any again, as it said itself.';

create table private.delivery_runs (
  id uuid primary key,
  ends_at timestamptz not null
);
comment on table private.delivery_runs is 'Who sends at the moment. ends_at: when a run that was killed is over at the latest.';

alter table private.send_rate_limit enable row level security;
alter table private.delivery_runs enable row level security;
grant select, insert, update on private.send_rate_limit to service_role;
grant select, insert, delete on private.delivery_runs to service_role;

create function private.is_sending_paused() returns boolean
language sql stable set search_path = ''
as $$ select exists (select from public.settings s where s.sending_paused_at is not null) $$;

create function private.is_due(m public.emails, p_at timestamptz default private.clock()) returns boolean
language plpgsql stable set search_path = ''
as $$ begin return case m.status when 'queued' then m.due_at when 'sending' then m.leased_until end <= p_at; end $$;
comment on function private.is_due(public.emails, timestamptz) is 'Whether at that time an email''s own time has come, or its lease has run out.';

create function public.begin_delivery(p_run_id uuid) returns boolean
language plpgsql set search_path = ''
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('delivery_runs', 0));
  delete from private.delivery_runs r where r.ends_at <= private.clock();
  if (select count(*) from private.delivery_runs) >= 4 then
    return false;
  end if;
  insert into private.delivery_runs (id, ends_at) values (p_run_id, private.clock() + interval '150 seconds');
  return true;
end
$$;
comment on function public.begin_delivery(uuid) is
  'Service only. Whether this run may send: four at once do, and each of them hands over for as long as anything is due.';

create function public.end_delivery(p_run_id uuid) returns int
language plpgsql set search_path = ''
as $$
declare
  v_rate private.send_rate_limit := (select p from private.send_rate_limit p);
  v_next timestamptz := greatest(private.clock(), v_rate.next_at - interval '5 seconds', v_rate.held_until);
begin
  delete from private.delivery_runs r where r.id = p_run_id;
  if private.is_sending_paused() or not exists (
    select from public.emails m where private.is_in_flight(m.status) and private.is_due(m, greatest(private.clock(), v_rate.held_until))) then
    return null;
  end if;
  return ceil(extract(epoch from v_next - private.clock()) * 1000);
end
$$;
comment on function public.end_delivery(uuid) is
  'Service only. Ends a run. In how many ms the next has something to send; null: nothing is due, nor when the provider takes any again.';

create function private.reserve_send_times(p_count int, p_per_second numeric) returns timestamptz
language plpgsql set search_path = ''
as $$
declare
  v_first timestamptz;
begin
  update private.send_rate_limit p set next_at = greatest(p.next_at, p.held_until, private.clock()) + make_interval(secs => p_count / p_per_second)
  returning p.next_at - make_interval(secs => p_count / p_per_second) into v_first;
  return v_first;
end
$$;
comment on function private.reserve_send_times(int, numeric) is 'Reserves the next times for so many emails: when the first of them may be sent.';

create function private.may_be_taken(m public.emails) returns boolean
language plpgsql stable set search_path = ''
as $$ begin return m.attempts > 0 and (m.status = 'sending' and m.leased_until <= private.clock() or exists (
  select from public.email_events v
  where v.email_id = m.id and v.params ?| array['unanswered', 'may_repeat'] and v.id > coalesce((
    select max(q.id) from public.email_events q where q.email_id = m.id and q.type = 'queued'), 0)));
end $$;
comment on function private.may_be_taken(public.emails) is
  'Whether an attempt since the email was last queued ended in a way that nobody knows: it may have arrived, so it does not end as failed.';

create function public.claim_emails(p_limit int default 20, p_lease_seconds int default 120, p_per_second numeric default null)
returns table (email_id uuid, lease_id uuid, payload jsonb, wait_ms int)
language plpgsql set search_path = ''
as $$
#variable_conflict use_column
declare
  v_now timestamptz := private.clock();
  v_due uuid[];
  v_left uuid[];
  v_unsaid uuid[];
  v_reminder public.emails;
  v_settled text;
  v_claimed jsonb;
  v_rate private.send_rate_limit;
  v_first timestamptz := v_now;
  v_limit int := p_limit;
begin
  insert into private.send_rate_limit default values on conflict do nothing;
  select * into v_rate from private.send_rate_limit;
  if private.is_sending_paused() or v_rate.held_until > v_now then
    return;
  end if;
  if p_per_second is not null then
    -- Whoever claims at the same time waits here, and goes on behind.
    select * into v_rate from private.send_rate_limit for update;
    if v_rate.next_at > v_now + interval '5 seconds' then
      return;
    end if;
    v_limit := least(p_limit, ceil(5 * p_per_second));
  end if;
  loop
    v_due := array(
      select m.id from public.emails m
      where private.is_in_flight(m.status) and private.is_due(m)
      order by m.due_at, m.id limit v_limit for update skip locked);
    exit when v_due = '{}';

    v_left := '{}';
    for v_reminder in select m.* from public.emails m where m.id = any (v_due) and m.kind = 'reminder' and m.attempts = 0 order by m.due_at, m.id loop
      v_settled := private.settle_reminder(v_reminder);
      continue when v_settled = 'send';
      v_left := v_left || v_reminder.id;
      if v_settled <> 'later' then
        perform private.call_off_email(v_reminder.id, v_settled::public.unsent_reason);
      end if;
    end loop;
    perform private.call_off_email(m.id, 'suppressed') from public.emails m where m.id = any (v_due) and private.is_suppressed(m.to_email);
    v_due := array(
      select m.id from public.emails m where m.id = any (v_due) and m.id <> all (v_left) and private.is_in_flight(m.status)
      order by m.due_at, m.id);

    select coalesce(jsonb_agg(jsonb_build_object('id', p.email_id, 'payload', p.payload)), '[]') into v_claimed
    from private.email_payloads(v_due) p where p.payload -> 'schedules' <> 'null';
    v_unsaid := array(
      select x from unnest(v_due) x where x not in (select c.id from jsonb_to_recordset(v_claimed) as c (id uuid)));
    perform private.call_off_email(x, 'nothing_to_send') from unnest(v_unsaid) x;

    insert into public.email_events (email_id, type, detail, reason, params)
    select m.id, case when private.may_be_taken(m) then 'uncertain' else 'failed' end::public.email_event_type, m.last_error, 'gave_up',
      jsonb_build_object('attempts', m.attempts)
    from public.emails m where m.id = any (v_due) and m.id <> all (v_unsaid) and m.attempts >= 5;

    if p_per_second is not null then
      v_first := private.reserve_send_times(jsonb_array_length(v_claimed), p_per_second);
    end if;
    return query
    with claimed as materialized (
      -- A lease that was never given back: how that attempt ended, nobody knows.
      select c.id, c.payload, m.lease_id is not null as may_repeat from jsonb_to_recordset(v_claimed) as c (id uuid, payload jsonb)
      join public.emails m on m.id = c.id where m.attempts < 5
    ), said as materialized (
      select c.id as email_id, i.* from claimed c, jsonb_to_recordset(c.payload -> 'schedules')
        as i (id uuid, employer text, "position" text, location text, facts jsonb, sequence int, events jsonb)
    ), leased as (
      update public.emails m set kind = (c.payload ->> 'kind')::public.email_kind, attempts = m.attempts + 1, lease_id = gen_random_uuid(),
        leased_until = v_now + make_interval(secs => p_lease_seconds), status = 'sending',
        link_version = (c.payload #>> '{link,version}')::int,
        sent_from = format('%s <%s>', c.payload #>> '{school,sender_name}', c.payload #>> '{school,sender_email}'),
        about = coalesce((select string_agg(distinct concat_ws(' ', i.employer, i."position", i.location), ' ') from said i where i.email_id = c.id),
          c.payload ->> 'employer')
      from claimed c where m.id = c.id returning m.id, m.lease_id, m.kind, m.interviewer_id, m.attempts, c.payload, c.may_repeat
    ), stated as (
      update public.email_schedules es set snapshot = nullif(i.facts, 'null'), sequence = i.sequence, events = i.events, at = clock_timestamp()
      from said i where es.email_id = i.email_id and es.schedule_id = i.id
    ), removed as (
      -- What needed saying when it was queued, and no longer does.
      delete from public.email_schedules es using claimed c
      where es.email_id = c.id and not exists (select from said i where i.email_id = es.email_id and i.id = es.schedule_id)
    ), reminded as (
      update public.schedule_interviewers si set link_email_id = l.id from leased l join said i on i.email_id = l.id
      where l.kind = 'reminder' and si.schedule_id = i.id and si.interviewer_id = l.interviewer_id
    ), noted as (
      insert into public.email_events (email_id, type, params)
      select l.id, 'sending', jsonb_strip_nulls(jsonb_build_object('attempt', l.attempts, 'may_repeat', nullif(l.may_repeat, false)))
      from leased l
    )
    select l.id, l.lease_id, l.payload,
      case when p_per_second is null then 0
        else ceil(extract(epoch from v_first - v_now) * 1000 + (row_number() over () - 1) * 1000 / p_per_second)::int end
    from leased l;
    exit when found;
  end loop;
end
$$;
comment on function public.claim_emails(int, int, numeric) is
  'Service only. Takes due emails for sending, at most p_limit of the oldest, for p_lease_seconds; two callers never get the same. p_per_second: how many the mail provider takes, for all callers together: each email leaves after its wait_ms. None: nothing is due, sending is paused, or the next five seconds are reserved. After that time an email whose result was not recorded is taken up again, five times at most.';

create function public.record_email_results(p_results jsonb, p_bodies jsonb default '[]')
returns table (email_id uuid, status public.email_status)
language plpgsql set search_path = ''
as $$
#variable_conflict use_column
begin
  perform from public.emails e where e.id in (select (r ->> 'email_id')::uuid from jsonb_array_elements(p_results) r) order by e.id for update;
  insert into public.email_bodies (id, html, body_text)
  select distinct on (b.id) b.id, b.html, b.body_text from private.email_bodies_in(p_bodies) b order by b.id on conflict do nothing;

  with given as materialized (
    select r.*, e.attempts, b.id as body_id, private.may_be_taken(e) as may_be_taken
    from jsonb_to_recordset(p_results) as r (email_id uuid, lease_id uuid, result text, detail text, retry_after numeric, provider_id text, subject text, body int, ics text)
    join public.emails e on e.id = r.email_id
    left join private.email_bodies_in(p_bodies) b on b.n = r.body
    -- A late answer of a lost lease is news only if the email went out.
    where e.lease_id is not distinct from r.lease_id or r.result = 'sent'
  ), kept as (
    update public.emails e set
      subject = coalesce(g.subject, e.subject), body_id = coalesce(g.body_id, e.body_id), ics = coalesce(g.ics, e.ics),
      provider_id = coalesce(g.provider_id, e.provider_id), lease_id = null, leased_until = null,
      attempts = e.attempts - (g.result = 'later')::int,
      due_at = private.clock() + case when g.result = 'later' then make_interval(secs => g.retry_after)
        else (array['30 seconds', '2 minutes', '10 minutes', '1 hour', '1 hour']::interval[])[greatest(e.attempts, 1)] end
    from given g where e.id = g.email_id
  ), held as (
    -- The times that are reserved move behind the hold, and so do those to come.
    update private.send_rate_limit p set held_until = l.until,
      next_at = greatest(p.next_at, private.clock()) + (l.until - greatest(p.held_until, private.clock()))
    from (select private.clock() + make_interval(secs => max(g.retry_after)) as until from given g where g.result = 'later') l
    where l.until > p.held_until
  )
  insert into public.email_events (email_id, type, detail, params)
  select g.email_id, case
      when g.result = 'sent' then 'sent'
      when g.result = 'uncertain' then 'uncertain'
      when g.result = 'later' or g.result in ('retry', 'unanswered') and g.attempts < 5 then 'deferred'
      when g.result = 'unanswered' or g.may_be_taken then 'uncertain'
      else 'failed'
    end::public.email_event_type, g.detail, case when g.result = 'unanswered' then '{"unanswered": true}' else '{}'::jsonb end
  from given g;
  return query select e.id, e.status from public.emails e
  where e.id in (select (r ->> 'email_id')::uuid from jsonb_array_elements(p_results) r);
end
$$;
comment on function public.record_email_results(jsonb, jsonb) is
  'Service only. p_results: [{email_id, lease_id, result, detail, retry_after, provider_id, subject, body, ics}]; result: sent | retry (temporary; again after 30 s, 2 min, 10 min, 1 h, then failed) | later (too many at once: nothing is sent for retry_after seconds, and it is no attempt) | unanswered (like retry, but it may have been taken: the provider sends it once, and it never ends as failed) | refused (final) | uncertain (possibly sent: never retried by itself). detail: the server''s words. body: which of p_bodies [{html, body_text}] it said, from 0. The new statuses.';

create function public.record_email_event(
  p_email_id uuid, p_provider_id text, p_type public.email_event_type, p_at timestamptz, p_detail text, p_provider_event_id text,
  p_suppresses boolean default true
) returns boolean
language plpgsql set search_path = ''
as $$
declare
  -- Locked: of two reports at once the later one sees both, and the gravest wins.
  v_id uuid := (select e.id from public.emails e where e.id = p_email_id or e.provider_id = p_provider_id limit 1 for update);
begin
  if v_id is null then
    return false;
  end if;
  insert into public.email_events (email_id, type, at, detail, params, provider_event_id)
  values (v_id, p_type, p_at, p_detail, case when p_suppresses then '{}' else '{"suppresses": false}'::jsonb end, p_provider_event_id) on conflict (provider_event_id) do nothing;
  return true;
end
$$;
comment on function public.record_email_event(uuid, text, public.email_event_type, timestamptz, text, text, boolean) is
  'Service only. What the provider reports (delivered, delayed, bounced, complained); the same report twice counts once. p_suppresses: whether a bounce is the address''s fault, so that nothing is sent there any more. False: no such email.';

create function private.send_emails_now(p_email_ids uuid[]) returns int
language plpgsql security definer set search_path = ''
as $$
declare
  v_count int;
begin
  perform private.require_admin();
  with hurried as (
    update public.emails e set due_at = private.clock()
    where e.id = any (p_email_ids) and e.status = 'queued' and e.due_at > private.clock() returning e.id
  ), noted as (
    insert into public.email_events (email_id, type, params)
    select id, 'queued', jsonb_build_object('by', (select s.full_name from public.staff s where s.user_id = private.user_id())) from hurried
    returning 1
  )
  select count(*) into v_count from noted;
  return v_count;
end
$$;

create function public.send_emails_now(p_email_ids uuid[]) returns int
language sql set search_path = ''
as $$ select private.send_emails_now(p_email_ids) $$;
comment on function public.send_emails_now(uuid[]) is
  'Emails that wait for their time are due at once. How many; others are left alone. Admins only (42501).';

create function private.call_off_emails(p_email_ids uuid[]) returns int
language plpgsql security definer set search_path = ''
as $$
declare
  v_waiting uuid[];
begin
  perform private.require_admin();
  -- Whoever is about to send one of these has it locked, and is done before it is looked at.
  v_waiting := array(
    select e.id from (select e.id, e.status from public.emails e where e.id = any (p_email_ids) order by e.id for update) e
    where e.status = 'queued');
  perform private.call_off_email(x, 'called_off',
    jsonb_build_object('by', (select s.full_name from public.staff s where s.user_id = private.user_id())))
  from unnest(v_waiting) x;
  return cardinality(v_waiting);
end
$$;

create function public.call_off_emails(p_email_ids uuid[]) returns int
language sql set search_path = ''
as $$ select private.call_off_emails(p_email_ids) $$;
comment on function public.call_off_emails(uuid[]) is
  'Emails that are still queued are not sent. How many; others are left alone. Admins only (42501).';

grant execute on function private.send_emails_now(uuid[]), public.send_emails_now(uuid[]),
  private.call_off_emails(uuid[]), public.call_off_emails(uuid[]) to authenticated;

create function private.unsent_payload(p_person_id uuid, p_schedule_ids uuid[], p_kind public.email_kind) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_email uuid;
  v_payload jsonb;
begin
  begin
    v_email := private.queue_email(p_person_id, p_schedule_ids, p_kind, null);
    v_payload := private.email_payload(v_email);
    -- What was queued to be looked at is undone.
    raise exception using errcode = 'UNDO1';
  exception
    when sqlstate 'UNDO1' then null;
    -- There is no such person or schedule.
    when not_null_violation or foreign_key_violation then null;
  end;
  if coalesce(v_payload -> 'schedules', 'null') = 'null' then
    perform private.refuse('nothing_to_send');
  end if;
  return v_payload;
end
$$;
comment on function private.unsent_payload(uuid, uuid[], public.email_kind) is 'What this person would be sent now about these schedules (private.email_payload), without queueing it.';

create function private.for_whoever_asks(p_payload jsonb) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object('payload', p_payload, 'to', (
    select jsonb_build_object('name', s.full_name, 'email', u.email)
    from public.staff s join auth.users u on u.id = s.user_id where s.user_id = private.user_id()))
$$;

create function private.test_email(p_person_id uuid, p_schedule_ids uuid[], p_kind public.email_kind) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_payload jsonb;
begin
  perform private.require_admin();
  v_payload := private.unsent_payload(p_person_id, p_schedule_ids, p_kind);
  perform private.log_activity('emails.test', null, p_schedule_ids[1], p_person_id);
  return private.for_whoever_asks(v_payload);
end
$$;

create function public.test_email(p_person_id uuid, p_schedule_ids uuid[], p_kind public.email_kind) returns jsonb
language sql set search_path = ''
as $$ select private.test_email(p_person_id, p_schedule_ids, p_kind) $$;
comment on function public.test_email(uuid, uuid[], public.email_kind) is
  'What this person would be sent now about these schedules, without queueing it: {payload (private.email_payload), to: {name, email} of who asks}. Admins only (42501).';
grant execute on function private.test_email(uuid, uuid[], public.email_kind), public.test_email(uuid, uuid[], public.email_kind) to authenticated;

grant execute on function public.begin_delivery(uuid), public.end_delivery(uuid), private.is_sending_paused(), private.is_due(public.emails, timestamptz), private.may_be_taken(public.emails),
  private.reserve_send_times(int, numeric) to service_role;
grant execute on function public.request_interview_link(text, text), public.claim_emails(int, int, numeric),
  private.email_bodies_in(jsonb), public.record_email_results(jsonb, jsonb),
  public.record_email_event(uuid, text, public.email_event_type, timestamptz, text, text, boolean) to service_role;

-- supabase/schemas/25_directory_lists.sql

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

-- supabase/schemas/26_derived_rows.sql

-- Derived rows: what makes an OCI's row of oci_list, a student's counts or a guest's page stale, and their one refresh
-- when the transaction commits. Changes of slots and of who interviews mark the lists in the reservations' triggers.

create function private.refresh_students(p_student_ids uuid[]) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  -- Locked in one order, and in a statement of its own: the next one then sees what whoever held the lock has written.
  perform from public.students s where s.id = any (p_student_ids) order by s.id for no key update;
  update public.students s set interviews = t.interviews, has_resume = t.has_resume
  from (
    select p.id, (
        select count(*)::int from public.slots x join public.schedules c on c.id = x.schedule_id
        where x.student_id = p.id and c.canceled_at is null) as interviews,
      exists (select from public.documents d where d.student_id = p.id and d.kind = 'resume') as has_resume
    from unnest(p_student_ids) p (id)
  ) t
  where s.id = t.id and (s.interviews, s.has_resume) is distinct from (t.interviews, t.has_resume);
end
$$;

create function private.refresh_page_versions(p_person_ids uuid[]) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  -- In one order, and last of all that a transaction locks: two of them wait for each other, never in a circle.
  insert into private.page_versions as v (link_id, version)
  select l.id, 1 from public.access_links l
  where l.student_id = any (p_person_ids) or l.interviewer_id = any (p_person_ids)
    -- Their page for another employer says that there is this one.
    or l.interviewer_id in (
      select other.id from public.interviewers me join public.interviewers other on lower(other.email) = lower(me.email)
      where me.id = any (p_person_ids))
  order by l.id
  on conflict (link_id) do update set version = v.version + 1;
end
$$;

create function private.refresh_stale_rows() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_ocis uuid[];
  v_students uuid[];
  v_pages uuid[];
begin
  delete from private.stale_transactions t where t.transaction = new.transaction;
  with taken as (delete from private.stale_rows r where r.transaction = new.transaction returning r.kind, r.id)
  select array_agg(t.id) filter (where t.kind = 'oci'), array_agg(t.id) filter (where t.kind = 'student'),
    array_agg(t.id) filter (where t.kind = 'page')
  into v_ocis, v_students, v_pages from taken t;
  if v_ocis is not null then
    perform private.refresh_ocis(v_ocis);
  end if;
  if v_students is not null then
    perform private.refresh_students(v_students);
  end if;
  if v_pages is not null then
    perform private.refresh_page_versions(v_pages);
  end if;
  return null;
end
$$;
create constraint trigger refresh_stale_rows after insert on private.stale_transactions
  deferrable initially deferred for each row execute function private.refresh_stale_rows();

create view private.schedule_readers with (security_invoker = true) as
select si.schedule_id, si.interviewer_id as person_id from public.schedule_interviewers si
union all
select s.schedule_id, s.student_id from public.slots s where s.student_id is not null
union all
select es.schedule_id, m.student_id from public.email_schedules es join public.emails m on m.id = es.email_id
where m.student_id is not null and es.snapshot is not null;
comment on view private.schedule_readers is
  'Whose page may show something of a schedule: its interviewers, its students, and those who were notified of it and then taken off.';

create function private.mark_pages_of(p_schedule_ids uuid[]) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.mark_stale('page', array(select r.person_id from private.schedule_readers r where r.schedule_id = any (p_schedule_ids)));
end
$$;
comment on function private.mark_pages_of(uuid[]) is 'Has everyone whose page may show something of these schedules ask for it anew.';

create function private.mark_interviewers_of(p_student_ids uuid[]) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.mark_stale('page', array(
    select si.interviewer_id from public.slots s join public.schedule_interviewers si on si.schedule_id = s.schedule_id
    where s.student_id = any (p_student_ids)));
end
$$;

create function private.mark_stale_on_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  case tg_table_name
    when 'ocis' then
      perform private.mark_stale('oci', array[new.id]);
      perform private.mark_pages_of(array(select s.id from public.schedules s where s.oci_id = new.id));
    when 'employers' then
      perform private.mark_stale('oci', array(select o.id from public.ocis o where o.employer_id = new.id));
      perform private.mark_stale('page', array(select i.id from public.interviewers i where i.employer_id = new.id));
      perform private.mark_pages_of(array(
        select s.id from public.schedules s join public.ocis o on o.id = s.oci_id where o.employer_id = new.id));
    when 'job_postings' then
      perform private.mark_stale('oci', array(select o.id from public.ocis o where o.job_posting_id = new.id));
      perform private.mark_pages_of(array(
        select s.id from public.schedules s join public.ocis o on o.id = s.oci_id where o.job_posting_id = new.id));
    when 'schedules' then
      perform private.mark_stale('oci', array[new.oci_id, old.oci_id]);
      perform private.mark_pages_of(array[new.id]);
      if tg_op = 'UPDATE' and (new.canceled_at is null) <> (old.canceled_at is null) then
        perform private.mark_stale('student', array(select s.student_id from public.slots s where s.schedule_id = new.id));
      end if;
    when 'interviewers' then
      perform private.mark_stale('oci', array(
        select s.oci_id from public.schedule_interviewers si join public.schedules s on s.id = si.schedule_id where si.interviewer_id = new.id));
      perform private.mark_stale('page', array[new.id] || array(select i.id from public.interviewers i where lower(i.email) = lower(old.email)));
      perform private.mark_pages_of(array(select si.schedule_id from public.schedule_interviewers si where si.interviewer_id = new.id));
    when 'students' then
      perform private.mark_stale('page', array[new.id]);
      perform private.mark_interviewers_of(array[new.id]);
    when 'email_schedules' then
      perform private.mark_stale('oci', array(select s.oci_id from public.schedules s where s.id = new.schedule_id));
    when 'documents' then
      perform private.mark_stale('student', array[new.student_id, old.student_id]);
      perform private.mark_interviewers_of(array[new.student_id, old.student_id]);
  end case;
  return null;
end
$$;
create trigger ocis_mark_stale after insert or update on public.ocis
  for each row execute function private.mark_stale_on_change();
create trigger employers_mark_stale after update on public.employers
  for each row when (new.name is distinct from old.name) execute function private.mark_stale_on_change();
create trigger job_postings_mark_stale after update on public.job_postings
  for each row when ((new.title, new.url) is distinct from (old.title, old.url)) execute function private.mark_stale_on_change();
create trigger schedules_mark_stale after insert or update or delete on public.schedules
  for each row execute function private.mark_stale_on_change();
create trigger interviewers_mark_stale after update on public.interviewers
  for each row when ((new.full_name, new.email, new.employer_id, new.archived_at, new.sees_overview)
    is distinct from (old.full_name, old.email, old.employer_id, old.archived_at, old.sees_overview)) execute function private.mark_stale_on_change();
create trigger students_mark_stale after update on public.students
  for each row when ((new.full_name, new.program, new.class_year, new.archived_at)
    is distinct from (old.full_name, old.program, old.class_year, old.archived_at)) execute function private.mark_stale_on_change();
create trigger email_schedules_mark_stale after update on public.email_schedules
  for each row when (new.snapshot is distinct from old.snapshot) execute function private.mark_stale_on_change();
create trigger student_email_schedules_mark_stale after insert on public.email_schedules
  for each row when (not new.is_interviewer) execute function private.mark_stale_on_change();
create trigger documents_mark_stale after insert or update or delete on public.documents
  for each row execute function private.mark_stale_on_change();

create function private.mark_stale_on_invitation() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.mark_stale('oci', array(
    select distinct s.oci_id from new_rows n
    join old_rows o on o.schedule_id = n.schedule_id and o.interviewer_id = n.interviewer_id
    join public.schedules s on s.id = n.schedule_id
    where (n.link_email_id, n.invited_at is null) is distinct from (o.link_email_id, o.invited_at is null)));
  perform private.mark_stale('page', array(
    select n.interviewer_id from new_rows n
    join old_rows o on o.schedule_id = n.schedule_id and o.interviewer_id = n.interviewer_id
    where (n.invited_at is null) <> (o.invited_at is null)));
  return null;
end
$$;
comment on function private.mark_stale_on_invitation() is 'Once a statement: thousands are invited by one.';
create trigger schedule_interviewers_mark_stale after update on public.schedule_interviewers
  referencing old table as old_rows new table as new_rows for each statement execute function private.mark_stale_on_invitation();

create function private.mark_stale_on_email_progress() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- A first attempt holds the link as it is. Only if the link is being reset at this very moment is the email outdated:
  -- the lock waits for that.
  if (private.needs_attention(new.status), private.has_notified(new.status)) = (private.needs_attention(old.status), private.has_notified(old.status))
    and old.link_version is null then
    perform from public.access_links l where l.interviewer_id = new.interviewer_id and l.version = new.link_version for share;
    if found then
      return null;
    end if;
  end if;
  perform private.mark_stale('oci', array(
    select s.oci_id from public.email_schedules es join public.schedules s on s.id = es.schedule_id where es.email_id = new.id));
  return null;
end
$$;
create trigger emails_mark_stale after update on public.emails
  for each row when (private.has_notified(new.status) <> private.has_notified(old.status) or new.interviewer_id is not null
    and (private.needs_attention(new.status), new.link_version) is distinct from (private.needs_attention(old.status), old.link_version))
  execute function private.mark_stale_on_email_progress();

create function private.mark_stale_on_link_use() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.mark_stale('oci', array(
    select s.oci_id
    from public.schedule_interviewers si
    join public.schedules s on s.id = si.schedule_id
    join public.emails e on e.id = si.link_email_id
    where si.interviewer_id = new.interviewer_id
      and (new.version <> old.version
        or coalesce(new.last_opened_at >= e.created_at, false) <> coalesce(old.last_opened_at >= e.created_at, false))));
  return null;
end
$$;
comment on function private.mark_stale_on_link_use() is 'An Interview Link was reset, or opened for the first time since its latest email.';
create trigger access_links_mark_stale after update on public.access_links
  for each row when (new.interviewer_id is not null) execute function private.mark_stale_on_link_use();

create function private.mark_pages_on_slot_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_schedules uuid[];
  v_students uuid[];
begin
  if tg_op = 'INSERT' then
    select array_agg(distinct n.schedule_id), array_agg(n.student_id) into v_schedules, v_students from new_rows n;
  elsif tg_op = 'DELETE' then
    select array_agg(distinct o.schedule_id), array_agg(o.student_id) into v_schedules, v_students from old_rows o;
  else
    select array_agg(distinct c.schedule_id), array_agg(c.student_id) into v_schedules, v_students from (
      (select id, schedule_id, kind, label, starts_at, ends_at, student_id from new_rows
        except select id, schedule_id, kind, label, starts_at, ends_at, student_id from old_rows)
      union all
      (select id, schedule_id, kind, label, starts_at, ends_at, student_id from old_rows
        except select id, schedule_id, kind, label, starts_at, ends_at, student_id from new_rows)) c;
  end if;
  perform private.mark_stale('page', v_students || array(
    select si.interviewer_id from public.schedule_interviewers si where si.schedule_id = any (v_schedules)));
  return null;
end
$$;
comment on function private.mark_pages_on_slot_change() is
  'A slot is on the pages of its student, before and after, and of the schedule''s interviewers.';
create trigger slots_inserted_mark_pages after insert on public.slots referencing new table as new_rows
  for each statement execute function private.mark_pages_on_slot_change();
create trigger slots_updated_mark_pages after update on public.slots referencing old table as old_rows new table as new_rows
  for each statement execute function private.mark_pages_on_slot_change();
create trigger slots_deleted_mark_pages after delete on public.slots referencing old table as old_rows
  for each statement execute function private.mark_pages_on_slot_change();

create function private.mark_pages_on_interviewer_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_table_name = 'schedule_interviewers' then
    perform private.mark_stale('page', array(select c.interviewer_id from changed c));
    perform private.mark_pages_of(array(select c.schedule_id from changed c));
  else
    perform private.mark_stale('page', array(
      select si.interviewer_id from changed c join public.schedule_interviewers si on si.schedule_id = c.schedule_id
      union all
      select s.student_id from changed c join public.slots s on s.id = c.slot_id));
  end if;
  return null;
end
$$;
create trigger schedule_interviewers_inserted_mark_pages after insert on public.schedule_interviewers referencing new table as changed
  for each statement execute function private.mark_pages_on_interviewer_change();
create trigger schedule_interviewers_deleted_mark_pages after delete on public.schedule_interviewers referencing old table as changed
  for each statement execute function private.mark_pages_on_interviewer_change();
create trigger slot_interviewers_inserted_mark_pages after insert on public.slot_interviewers referencing new table as changed
  for each statement execute function private.mark_pages_on_interviewer_change();
create trigger slot_interviewers_deleted_mark_pages after delete on public.slot_interviewers referencing old table as changed
  for each statement execute function private.mark_pages_on_interviewer_change();

create function private.mark_page_on_notification() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_table_name = 'emails' then
    perform private.mark_stale('page', array[new.student_id, old.student_id]);
  else
    perform private.mark_stale('page', array(select m.student_id from public.emails m where m.id in (new.email_id, old.email_id)));
  end if;
  return null;
end
$$;
comment on function private.mark_page_on_notification() is
  'A student''s page names the days that they were notified of and then taken off: which those are depends on their emails.';
create trigger email_schedules_added after insert on public.email_schedules
  for each row when (new.snapshot is not null and not new.is_interviewer) execute function private.mark_page_on_notification();
create trigger email_schedules_changed after update on public.email_schedules
  for each row when ((new.snapshot is null) <> (old.snapshot is null)) execute function private.mark_page_on_notification();
create trigger email_schedules_removed after delete on public.email_schedules
  for each row when (old.snapshot is not null and not old.is_interviewer) execute function private.mark_page_on_notification();
create trigger emails_removed after delete on public.emails
  for each row when (old.student_id is not null) execute function private.mark_page_on_notification();
create trigger emails_mark_page after update on public.emails
  for each row when (new.student_id is not null and private.has_notified(new.status) <> private.has_notified(old.status))
  execute function private.mark_page_on_notification();

-- supabase/schemas/27_search.sql

-- Searching past row-level security. Under a policy LIKE uses no index, because it might tell of rows before
-- the policy has hidden them. These functions ask once who is asking, then search as their owner. An index takes
-- patterns one by one, so three words are looked up; the rest, if there are more, is compared. PL/pgSQL hands over
-- all rows at once, SQL row by row, at twice the cost; a generic plan takes the index whatever the words.

create function private.search_patterns(p_text text) returns text[]
language sql immutable set search_path = ''
as $$
  select coalesce(array_agg('%' || regexp_replace(w, '([\\%_])', '\\\1', 'g') || '%' order by length(w) desc), '{}') || array['%', '%', '%']
  from regexp_split_to_table(lower(p_text), '\s+') w where w <> ''
$$;
comment on function private.search_patterns(text) is 'A LIKE pattern for each word of a text, the longest first, and three that everything matches.';

create function private.search_ocis(p_patterns text[]) returns setof public.oci_list
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
as $$
begin
  return query select l.* from public.oci_list l
  where (select private.is_staff())
    and l.search like p_patterns[1] and l.search like p_patterns[2] and l.search like p_patterns[3]
    and (cardinality(p_patterns) < 7 or l.search like all (p_patterns));
end
$$;

create function private.search_employers(p_patterns text[]) returns setof public.employer_list
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
as $$
begin
  return query select l.* from public.employer_list l
  where (select private.is_staff())
    and l.search like p_patterns[1] and l.search like p_patterns[2] and l.search like p_patterns[3]
    and (cardinality(p_patterns) < 7 or l.search like all (p_patterns));
end
$$;

create function private.search_interviewers(p_patterns text[]) returns setof public.interviewer_list
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
as $$
begin
  return query select l.* from public.interviewer_list l
  where (select private.is_staff())
    and l.search like p_patterns[1] and l.search like p_patterns[2] and l.search like p_patterns[3]
    and (cardinality(p_patterns) < 7 or l.search like all (p_patterns));
end
$$;

create function private.search_students(p_patterns text[]) returns setof public.student_list
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
as $$
begin
  return query select l.id, l.full_name, l.email, l.program, l.class_year, l.archived_at, l.interviews, l.has_resume from public.students l
  where (select private.is_staff())
    and l.search like p_patterns[1] and l.search like p_patterns[2] and l.search like p_patterns[3]
    and (cardinality(p_patterns) < 7 or l.search like all (p_patterns));
end
$$;

create function private.emails_of_employer(p_employer uuid) returns setof uuid
language sql stable rows 50 set search_path = ''
as $$
  select e.id from public.interviewers i join public.emails e on e.interviewer_id = i.id where i.employer_id = p_employer
  union
  select a.email_id from public.ocis o
  join public.schedules s on s.oci_id = o.id
  join public.email_schedules a on a.schedule_id = s.id
  where o.employer_id = p_employer
$$;
comment on function private.emails_of_employer(uuid) is
  'The emails to an employer''s interviewers, and those about one of its schedules, to whomever.';

create function private.search_emails(p_patterns text[], p_recipient text[], p_employer uuid) returns setof public.email_list
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
as $$
begin
  if p_employer is not null then
    return query select l.id, l.kind, l.batch_id, l.to_name, l.to_email, l.subject, l.status, l.created_at, l.status_group
    from private.emails_of_employer(p_employer) f (id) join public.emails l on l.id = f.id
    where (select private.is_staff())
      and l.search like all (p_patterns) and lower(l.to_name || ' ' || l.to_email) like all (p_recipient);
    return;
  end if;
  return query select l.id, l.kind, l.batch_id, l.to_name, l.to_email, l.subject, l.status, l.created_at, l.status_group
  from public.emails l
  where (select private.is_staff())
    and l.search like p_patterns[1] and l.search like p_patterns[2] and l.search like p_patterns[3]
    and (cardinality(p_patterns) < 7 or l.search like all (p_patterns))
    -- What holds the recipient holds it in search as well, which has the index.
    and l.search like p_recipient[1] and l.search like p_recipient[2] and lower(l.to_name || ' ' || l.to_email) like all (p_recipient);
end
$$;

create function private.search_activity(p_patterns text[]) returns setof public.activity
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
as $$
begin
  return query select l.* from public.activity l
  where (select private.is_staff())
    and l.search like p_patterns[1] and l.search like p_patterns[2] and l.search like p_patterns[3]
    and (cardinality(p_patterns) < 7 or l.search like all (p_patterns));
end
$$;

create function public.search_ocis(p_text text) returns setof public.oci_list
language sql stable set search_path = '' as $$ select * from private.search_ocis(private.search_patterns(p_text)) $$;
comment on function public.search_ocis(text) is 'The rows of oci_list that hold every word of a text.';

create function public.search_employers(p_text text) returns setof public.employer_list
language sql stable set search_path = '' as $$ select * from private.search_employers(private.search_patterns(p_text)) $$;
comment on function public.search_employers(text) is 'The rows of employer_list that hold every word of a text.';

create function public.search_interviewers(p_text text) returns setof public.interviewer_list
language sql stable set search_path = '' as $$ select * from private.search_interviewers(private.search_patterns(p_text)) $$;
comment on function public.search_interviewers(text) is 'The rows of interviewer_list that hold every word of a text.';

create function public.search_students(p_text text) returns setof public.student_list
language sql stable set search_path = '' as $$ select * from private.search_students(private.search_patterns(p_text)) $$;
comment on function public.search_students(text) is 'The rows of student_list that hold every word of a text.';

create function public.search_emails(p_text text, p_recipient text, p_employer uuid default null) returns setof public.email_list
language sql stable set search_path = '' as $$
  select * from private.search_emails(private.search_patterns(p_text), private.search_patterns(p_recipient), p_employer)
$$;
comment on function public.search_emails(text, text, uuid) is
  'The rows of email_list that hold every word of a text anywhere, and every word of p_recipient in the recipient''s name or email address, and concern an employer (private.emails_of_employer).';

create function public.search_activity(p_text text) returns setof public.activity
language sql stable set search_path = '' as $$ select * from private.search_activity(private.search_patterns(p_text)) $$;
comment on function public.search_activity(text) is 'The acts that hold every word of a text.';

-- A list to choose from is short, and every word of an email address matches: whoever's name was typed comes first.
create function private.match_rank(p_name text, p_text text) returns integer
language sql immutable set search_path = ''
as $$
  select case
    when lower(p_name) = lower(btrim(p_text)) then 0
    when starts_with(lower(p_name), lower(btrim(p_text))) then 1
    when lower(p_name) like all (private.search_patterns(p_text)) then 2
    else 3
  end
$$;
comment on function private.match_rank(text, text) is 'How well a name matches a text: 0 is it, 1 begins with it, 2 holds every word, 3 does not.';

create function public.match_employers(p_text text) returns table (id uuid, name text, match_rank integer)
language sql stable set search_path = ''
as $$
  select e.id, e.name, private.match_rank(e.name, p_text)
  from public.search_employers(p_text) e where e.archived_at is null
$$;
comment on function public.match_employers(text) is 'The employers to choose from that hold every word of a text; the best match has the lowest rank.';

create function public.match_students(p_text text) returns table (id uuid, full_name text, email text, program text, class_year int, match_rank integer)
language sql stable set search_path = ''
as $$
  select s.id, s.full_name, s.email, s.program, s.class_year, private.match_rank(s.full_name, p_text)
  from public.search_students(p_text) s where s.archived_at is null
$$;
comment on function public.match_students(text) is 'The students to choose from that hold every word of a text; the best match has the lowest rank.';

grant execute on function private.search_patterns(text), private.match_rank(text, text), private.search_ocis(text[]),
  private.search_employers(text[]), private.search_interviewers(text[]), private.search_students(text[]),
  private.search_emails(text[], text[], uuid), private.search_activity(text[]), public.search_ocis(text),
  public.search_employers(text), public.search_interviewers(text), public.search_students(text),
  public.search_emails(text, text, uuid), public.search_activity(text),
  public.match_employers(text), public.match_students(text) to authenticated;

-- supabase/schemas/28_import.sql

-- CSV import: each row's outcome is decided by one function a kind, the same for the dry run and the import.

create type public.import_kind as enum ('employers', 'interviewers', 'students', 'assignments');

create function private.problem(p_code text, p_params jsonb default '{}') returns jsonb
language sql immutable set search_path = ''
as $$ select jsonb_build_object('code', p_code, 'params', p_params) $$;
comment on function private.problem(text, jsonb) is 'What is wrong with a row, as private.refuse would say it: {code, params}.';

create function private.email_problem(p_email text) returns jsonb
language sql immutable set search_path = ''
as $$
  select case
    when coalesce(p_email, '') = '' then private.problem('email_missing')
    when not private.is_email_address(p_email)
      then private.problem('email_malformed', jsonb_build_object('email', left(p_email, 80)))
  end
$$;

create function private.name_problem(p_name text) returns jsonb
language sql immutable set search_path = ''
as $$
  select case
    when coalesce(p_name, '') = '' then private.problem('name_missing')
    when length(p_name) > 200 then private.problem('name_too_long')
    when p_name ~ '[[:cntrl:]]' then private.problem('name_of_several_lines')
  end
$$;

create function private.repeat_problem(p_code text, p_row int, p_first int) returns jsonb
language sql immutable set search_path = ''
as $$ select case when p_row <> p_first then private.problem(p_code, jsonb_build_object('row', p_first)) end $$;

-- How many rows a file has is not known when these are planned: joined by hash, they take time in
-- proportion to the rows, whatever comes.

create function private.check_employers(p_rows jsonb) returns table (n int, outcome text, problem jsonb, data jsonb)
language sql stable set search_path = '' set enable_nestloop = off
as $$
  with given as (
    select r.n::int, btrim(coalesce(r.j ->> 'name', '')) as name, nullif(btrim(r.j ->> 'website'), '') as website
    from jsonb_array_elements(p_rows) with ordinality r (j, n)
  ), judged as (
    select g.*, e.id, e.website as old_website,
      coalesce(private.name_problem(g.name),
        case when not private.is_web_url(g.website) then private.problem('website_malformed') end,
        private.repeat_problem('name_repeated', g.n, first_value(g.n) over w)) as problem
    from given g left join public.employers e on lower(e.name) = lower(g.name)
    window w as (partition by lower(g.name) order by g.n)
  )
  select j.n, case when j.problem is not null then 'error' when j.id is null then 'create'
      when j.website is not null and j.website is distinct from j.old_website then 'update' else 'unchanged' end,
    j.problem, jsonb_build_object('id', j.id, 'name', j.name, 'website', j.website)
  from judged j
$$;

create function private.check_students(p_rows jsonb) returns table (n int, outcome text, problem jsonb, data jsonb)
language sql stable set search_path = '' set enable_nestloop = off
as $$
  with given as (
    select r.n::int, btrim(coalesce(r.j ->> 'full_name', '')) as full_name, btrim(coalesce(r.j ->> 'email', '')) as email,
      nullif(btrim(r.j ->> 'program'), '') as program, nullif(btrim(r.j ->> 'class_year'), '') as class_year
    from jsonb_array_elements(p_rows) with ordinality r (j, n)
  ), judged as (
    select g.*, s.id, s.full_name as old_name, s.program as old_program, s.class_year as old_year,
      coalesce(private.name_problem(g.full_name), private.email_problem(g.email),
        case when g.class_year !~ '^(19[5-9]\d|20\d\d|2100)$' then private.problem('class_year_malformed', jsonb_build_object('class_year', left(g.class_year, 20))) end,
        private.repeat_problem('email_repeated', g.n, first_value(g.n) over w)) as problem
    from given g left join public.students s on lower(s.email) = lower(g.email)
    window w as (partition by lower(g.email) order by g.n)
  )
  select j.n, case when j.problem is not null then 'error' when j.id is null then 'create'
      when (j.full_name, coalesce(j.program, j.old_program), coalesce(j.class_year, j.old_year::text))
        is distinct from (j.old_name, j.old_program, j.old_year::text) then 'update' else 'unchanged' end,
    j.problem, jsonb_build_object('id', j.id, 'full_name', j.full_name, 'email', j.email, 'program', j.program, 'class_year', j.class_year)
  from judged j
$$;

create function private.check_interviewers(p_rows jsonb) returns table (n int, outcome text, problem jsonb, data jsonb)
language sql stable set search_path = '' set enable_nestloop = off
as $$
  with given as (
    select r.n::int, btrim(coalesce(r.j ->> 'employer', '')) as employer, btrim(coalesce(r.j ->> 'full_name', '')) as full_name,
      btrim(coalesce(r.j ->> 'email', '')) as email, nullif(btrim(r.j ->> 'title'), '') as title,
      lower(btrim(coalesce(r.j ->> 'is_recruiter', ''))) as is_recruiter
    from jsonb_array_elements(p_rows) with ordinality r (j, n)
  ), address as (
    select i.employer_id, lower(i.email) as email, count(*) as people from public.interviewers i group by 1, 2
  ), judged as (
    select g.*, e.id as employer_id, i.id, i.full_name as old_name, i.title as old_title, i.is_recruiter as old_recruiter,
      g.is_recruiter in ('yes', 'y', 'true', '1', 'x') as recruiter,
      coalesce(private.name_problem(g.full_name), private.email_problem(g.email),
        case when g.employer = '' then private.problem('employer_name_missing')
          when e.id is null then private.problem('employer_unknown', jsonb_build_object('employer', left(g.employer, 80))) end,
        case when g.is_recruiter not in ('', 'yes', 'y', 'true', '1', 'x', 'no', 'n', 'false', '0') then private.problem('recruiter_malformed') end,
        case when i.id is null and a.people > 0 then private.problem('address_of_several') end,
        private.repeat_problem('interviewer_repeated', g.n, first_value(g.n) over w)) as problem
    from given g
    left join public.employers e on lower(e.name) = lower(g.employer)
    left join address a on a.employer_id = e.id and a.email = lower(g.email)
    -- Whoever has the address alone is known by it, others by their name as well.
    left join public.interviewers i on i.employer_id = e.id and lower(i.email) = lower(g.email)
      and (a.people = 1 or lower(i.full_name) = lower(g.full_name))
    window w as (partition by lower(g.employer), lower(g.email), i.id order by g.n)
  )
  select j.n, case when j.problem is not null then 'error' when j.id is null then 'create'
      when (j.full_name, coalesce(j.title, j.old_title), case when j.is_recruiter = '' then j.old_recruiter else j.recruiter end)
        is distinct from (j.old_name, j.old_title, j.old_recruiter) then 'update' else 'unchanged' end,
    j.problem, jsonb_build_object('id', j.id, 'employer_id', j.employer_id, 'full_name', j.full_name, 'email', j.email, 'title', j.title,
      'is_recruiter', case when j.is_recruiter = '' then j.old_recruiter else j.recruiter end)
  from judged j
$$;

create function private.check_assignments(p_rows jsonb) returns table (n int, outcome text, problem jsonb, data jsonb)
language sql stable set search_path = '' set enable_nestloop = off
as $$
  with given as materialized (
    select r.n::int, lower(btrim(coalesce(r.j ->> 'employer', ''))) as employer, btrim(coalesce(r.j ->> 'date', '')) as date,
      lpad(btrim(coalesce(r.j ->> 'time', '')), 5, '0') as time, private.location_key(nullif(btrim(r.j ->> 'location'), '')) as location,
      lower(btrim(coalesce(r.j ->> 'email', ''))) as email
    from jsonb_array_elements(p_rows) with ordinality r (j, n)
  ), slot as (
    select lower(e.name) as employer, c.on_date::text as date, to_char(s.starts_at at time zone c.time_zone, 'HH24:MI') as time,
      private.location_key(c.location) as location, s.id, s.student_id, s.starts_at, s.ends_at
    from public.employers e
    join public.ocis o on o.employer_id = e.id
    join public.schedules c on c.oci_id = o.id and c.canceled_at is null
    join public.slots s on s.schedule_id = c.id and s.kind = 'interview'
  ), matched as (
    select g.n, count(*) as slots, (array_agg(s.id))[1] as slot_id, (array_agg(s.student_id))[1] as held_by,
      min(s.starts_at) as starts_at, min(s.ends_at) as ends_at
    from given g join slot s using (employer, date, time)
    where g.location is null or s.location = g.location
    group by g.n
  ), found as materialized (
    select g.*, st.id as student_id, coalesce(m.slots, 0) as slots, m.slot_id, m.held_by, m.starts_at, m.ends_at
    from given g
    left join public.students st on lower(st.email) = g.email
    left join matched m on m.n = g.n
  ), busy as (
    select distinct f.n
    from found f
    join public.slots o on o.student_id = f.student_id and tstzrange(o.starts_at, o.ends_at) && tstzrange(f.starts_at, f.ends_at)
    join public.schedules c on c.id = o.schedule_id and c.canceled_at is null
    where f.held_by is null
  ), earlier as (
    select distinct f.n
    from found f
    join found b on b.student_id = f.student_id and b.n < f.n and b.slots = 1 and b.slot_id <> f.slot_id
      and tstzrange(b.starts_at, b.ends_at) && tstzrange(f.starts_at, f.ends_at)
  ), judged as (
    select f.*,
      coalesce(private.email_problem(f.email),
        case when f.student_id is null then private.problem('student_unknown')
          when f.date !~ '^\d{4}-\d{2}-\d{2}$' then private.problem('date_malformed')
          when f.time !~ '^\d{2}:\d{2}$' then private.problem('time_malformed')
          when f.slots = 0 then private.problem('no_slot_then')
          when f.slots > 1 then private.problem('several_slots_then')
          when f.held_by <> f.student_id then private.problem('slot_of_another_student') end,
        private.repeat_problem('slot_repeated', f.n, first_value(f.n) over s),
        case when busy.n is not null then private.problem('student_busy')
          when earlier.n is not null then private.problem('student_in_an_earlier_row') end) as problem
    from found f left join busy on busy.n = f.n left join earlier on earlier.n = f.n
    window s as (partition by f.slot_id, case when f.slot_id is null then f.n end order by f.n)
  )
  select j.n, case when j.problem is not null then 'error' when j.held_by = j.student_id then 'unchanged' else 'create' end,
    j.problem, jsonb_build_object('slot_id', j.slot_id, 'from', null, 'to', j.student_id)
  from judged j
$$;

create function private.check_import(p_kind public.import_kind, p_rows jsonb) returns table (n int, outcome text, problem jsonb, data jsonb)
language plpgsql stable set search_path = ''
as $$
begin
  if jsonb_typeof(p_rows) is distinct from 'array' or jsonb_array_length(p_rows) > 50000 then
    perform private.refuse('import_too_large');
  end if;
  case p_kind
    when 'employers' then return query select * from private.check_employers(p_rows);
    when 'students' then return query select * from private.check_students(p_rows);
    when 'interviewers' then return query select * from private.check_interviewers(p_rows);
    when 'assignments' then return query select * from private.check_assignments(p_rows);
  end case;
end
$$;

-- One jsonb, because the API cuts a result of more than 1,000 rows short.
create function public.check_import(p_kind public.import_kind, p_rows jsonb) returns jsonb
language sql stable set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('n', c.n, 'outcome', c.outcome, 'problem', c.problem) order by c.n), '[]')
  from private.require_admin(), private.check_import(p_kind, p_rows) c
$$;
comment on function public.check_import(public.import_kind, jsonb) is
  'The dry run: [{n, outcome, problem}], each row''s outcome (create, update, unchanged, error) and, for an error, the problem: {code, params}. Rows are objects of text: employers {name, website}; students {full_name, email, program, class_year}; interviewers {employer, full_name, email, title, is_recruiter}; assignments {employer, date YYYY-MM-DD, time HH:MM, location, email}. An empty cell leaves what is there as it is.';

create function public.import_rows(p_kind public.import_kind, p_rows jsonb, p_skip_errors boolean default false)
returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_checked jsonb;
begin
  perform private.require_admin();
  select coalesce(jsonb_agg(to_jsonb(c)), '[]') into v_checked from private.check_import(p_kind, p_rows) c;

  if p_skip_errors or not jsonb_path_exists(v_checked, '$[*] ? (@.outcome == "error")') then
    perform set_config('campus.one_line', 'on', true);
    if p_kind = 'employers' then
      insert into public.employers (name, website)
      select c.data ->> 'name', c.data ->> 'website' from jsonb_to_recordset(v_checked) as c (outcome text, data jsonb) where c.outcome = 'create';
      update public.employers e set website = c.data ->> 'website'
      from jsonb_to_recordset(v_checked) as c (outcome text, data jsonb) where c.outcome = 'update' and e.id = (c.data ->> 'id')::uuid;
    elsif p_kind = 'students' then
      insert into public.students (full_name, email, program, class_year)
      select c.data ->> 'full_name', c.data ->> 'email', c.data ->> 'program', (c.data ->> 'class_year')::int
      from jsonb_to_recordset(v_checked) as c (outcome text, data jsonb) where c.outcome = 'create';
      update public.students s set full_name = c.data ->> 'full_name', program = coalesce(c.data ->> 'program', s.program),
        class_year = coalesce((c.data ->> 'class_year')::int, s.class_year)
      from jsonb_to_recordset(v_checked) as c (outcome text, data jsonb) where c.outcome = 'update' and s.id = (c.data ->> 'id')::uuid;
    elsif p_kind = 'interviewers' then
      insert into public.interviewers (employer_id, full_name, email, title, is_recruiter)
      select (c.data ->> 'employer_id')::uuid, c.data ->> 'full_name', c.data ->> 'email', c.data ->> 'title', coalesce((c.data ->> 'is_recruiter')::boolean, false)
      from jsonb_to_recordset(v_checked) as c (outcome text, data jsonb) where c.outcome = 'create';
      update public.interviewers i set full_name = c.data ->> 'full_name', title = coalesce(c.data ->> 'title', i.title),
        is_recruiter = (c.data ->> 'is_recruiter')::boolean
      from jsonb_to_recordset(v_checked) as c (outcome text, data jsonb) where c.outcome = 'update' and i.id = (c.data ->> 'id')::uuid;
    else
      perform private.change_assignments('import', jsonb_agg(c.data))
      from jsonb_to_recordset(v_checked) as c (outcome text, data jsonb) where c.outcome = 'create' having count(*) > 0;
    end if;
    perform set_config('campus.one_line', 'off', true);
    perform private.log_activity(p_kind || '.import', null, null, null, (
      select coalesce(jsonb_object_agg(t.outcome, t.rows), '{}')
      from (select c.outcome, count(*) as rows from jsonb_to_recordset(v_checked) as c (outcome text) group by 1) t));
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('n', c.n, 'outcome', c.outcome, 'problem', c.problem) order by c.n), '[]')
    from jsonb_to_recordset(v_checked) as c (n int, outcome text, problem jsonb));
end
$$;
comment on function public.import_rows(public.import_kind, jsonb, boolean) is
  'Imports in one transaction what check_import would, and answers the same: with an error nothing is written unless p_skip_errors, which leaves those rows out. Importing the same again changes nothing.';

grant execute on function private.problem(text, jsonb), private.email_problem(text), private.name_problem(text),
  private.repeat_problem(text, int, int), private.check_employers(jsonb),
  private.check_students(jsonb), private.check_interviewers(jsonb), private.check_assignments(jsonb),
  private.check_import(public.import_kind, jsonb), public.check_import(public.import_kind, jsonb),
  public.import_rows(public.import_kind, jsonb, boolean) to authenticated;

-- supabase/schemas/29_video_rooms.sql

-- In-App Video: the video room of each interview, and who is in it.
-- Browsers poll: the same on the embedded stack and on a hosted project, and every poll asks anew who may be there.

create type public.video_room_role as enum ('interviewer', 'student', 'staff');
create type public.video_room_message_kind as enum ('chat', 'notice');

create table public.video_rooms (
  slot_id uuid primary key references public.slots (id) on delete cascade,
  finished_at timestamptz
);
comment on table public.video_rooms is 'The room of one interview, from the first time anyone enters it. finished_at: handed off, from when on the student is no longer in it.';

create table public.video_room_members (
  id uuid primary key default gen_random_uuid(),
  slot_id uuid not null references public.video_rooms (slot_id) on delete cascade,
  role public.video_room_role not null,
  access_link_id uuid references public.access_links (id) on delete cascade,
  link_version int,
  user_id uuid references public.staff (user_id) on delete cascade,
  session uuid,
  state jsonb not null default '{}',
  admitted_at timestamptz,
  first_seen_at timestamptz not null default private.clock(),
  entered_at timestamptz not null default private.clock(),
  last_seen_at timestamptz not null default private.clock(),
  signals_since timestamptz not null default private.clock(),
  signals_sent int not null default 0,
  unique (slot_id, access_link_id),
  unique (slot_id, user_id),
  constraint member_is_one_person check (num_nonnulls(access_link_id, user_id) = 1),
  constraint staff_come_with_an_account check ((role = 'staff') = (user_id is not null))
) with (fillfactor = 70);
comment on table public.video_room_members is
  'Who is or was in a room, kept as its attendance. session: the tab that is in it now, null once it left. entered_at: since when, this time. signals_sent: how many since signals_since, the minute that bounds them.';
create index video_room_members_link_idx on public.video_room_members (access_link_id);
create index video_room_members_user_idx on public.video_room_members (user_id);

create table public.video_room_signals (
  id bigint generated always as identity primary key,
  slot_id uuid not null references public.video_rooms (slot_id) on delete cascade,
  from_member_id uuid not null references public.video_room_members (id) on delete cascade,
  from_session uuid not null,
  to_member_id uuid not null references public.video_room_members (id) on delete cascade,
  to_session uuid not null,
  body jsonb not null check (octet_length(body::text) <= 16384),
  created_at timestamptz not null default private.clock()
);
comment on table public.video_room_signals is 'WebRTC offers, answers and candidates on their way from one tab to another; deleted once read, or after two minutes.';
create index video_room_signals_slot_idx on public.video_room_signals (slot_id);
create index video_room_signals_to_idx on public.video_room_signals (to_member_id, id);
create index video_room_signals_from_idx on public.video_room_signals (from_member_id);
create index video_room_signals_created_idx on public.video_room_signals (created_at);

create table public.video_room_messages (
  id bigint generated always as identity primary key,
  slot_id uuid not null references public.video_rooms (slot_id) on delete cascade,
  kind public.video_room_message_kind not null,
  member_id uuid references public.video_room_members (id) on delete cascade,
  from_name text not null,
  from_role public.video_room_role not null,
  body text not null check (length(body) between 1 and 2000),
  created_at timestamptz not null default private.clock(),
  constraint chat_is_a_members check ((kind = 'chat') = (member_id is not null))
);
comment on table public.video_room_messages is 'A room''s chat, deleted when the interview is handed off, and the office''s notices; neither is kept for longer than a day.';
create index video_room_messages_slot_idx on public.video_room_messages (slot_id, id);
create index video_room_messages_member_idx on public.video_room_messages (member_id);
create index video_room_messages_created_idx on public.video_room_messages (created_at);

-- Row-level security and grants ------------------------------------------------------------------

select private.add_staff_policies(t, '{}') from unnest(array['public.video_rooms', 'public.video_room_members']::regclass[]) t;
grant select on public.video_rooms, public.video_room_members to authenticated;
-- Read and written by functions alone.
alter table public.video_room_signals enable row level security;
alter table public.video_room_messages enable row level security;

-- Who may be there -------------------------------------------------------------------------------

create function private.current_room_member(
  p_slot_id uuid, out role public.video_room_role, out access_link_id uuid, out link_version int, out user_id uuid, out name text
)
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_slot record;
begin
  select c.video, c.meeting_url into v_slot
  from public.slots s join public.schedules c on c.id = s.schedule_id
  where s.id = p_slot_id and s.kind = 'interview' and s.student_id is not null
    and c.format = 'virtual' and c.canceled_at is null and private.is_today(c.on_date, c.time_zone)
    and private.is_announced(c);
  if not found then
    perform private.refuse('not_yours');
  end if;
  case private.jwt_claims() ->> 'role'
    when 'interviewer' then
      select 'interviewer', l.id, l.version, i.full_name into role, access_link_id, link_version, name
      from private.current_access_link() l join public.interviewers i on i.id = l.interviewer_id
      where p_slot_id = any (array(select private.interviewer_slots_today()));
    when 'student' then
      select 'student', l.id, l.version, s.full_name into role, access_link_id, link_version, name
      from private.current_access_link() l join public.students s on s.id = l.student_id
      where p_slot_id = any (array(select private.student_slots()));
    else
      select 'staff', s.user_id, s.full_name into role, user_id, name
      from public.staff s where s.user_id = private.user_id() and s.role = 'admin';
  end case;
  if role is null then
    perform private.refuse('not_yours');
  elsif v_slot.video is distinct from 'in_app' then
    perform private.refuse('moved', jsonb_build_object('meeting_url', v_slot.meeting_url));
  end if;
end
$$;
comment on function private.current_room_member(uuid) is
  'Who the caller is in this interview''s room today. Refuses: not_yours, alike whatever the reason; moved {meeting_url}, when it now takes place at the employer''s own URL.';

create function private.is_present(p_session uuid, p_last_seen_at timestamptz) returns boolean
language plpgsql stable set search_path = ''
as $$ begin return p_session is not null and p_last_seen_at > private.clock() - interval '15 seconds'; end $$;
comment on function private.is_present(uuid, timestamptz) is 'Whether a member of a room is in it: a tab that is silent for 15 seconds is gone.';

create function private.video_room_participants(p_slot_ids uuid[])
returns table (
  id uuid, slot_id uuid, role public.video_room_role, name text, session uuid, admitted boolean, present boolean, state jsonb,
  admitted_at timestamptz, entered_at timestamptz, interviewer_id uuid
)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
as $$
begin
  return query select m.id, m.slot_id, m.role, coalesce(i.full_name, st.full_name, a.full_name), m.session,
    m.role <> 'student' or m.admitted_at is not null and r.finished_at is null,
    private.is_present(m.session, m.last_seen_at),
    m.state, m.admitted_at, m.entered_at, i.interviewer_id
  from public.video_room_members m
  join public.video_rooms r on r.slot_id = m.slot_id
  join public.slots s on s.id = m.slot_id
  left join public.access_links l on l.id = m.access_link_id and l.version = m.link_version
  left join private.interviewers_of_slots(p_slot_ids) i on i.slot_id = m.slot_id and i.interviewer_id = l.interviewer_id
  left join public.students st on st.id = s.student_id and st.id = l.student_id and st.archived_at is null
  left join public.staff a on a.user_id = m.user_id and a.role = 'admin'
  where m.slot_id = any (p_slot_ids) and coalesce(i.interviewer_id, st.id, a.user_id) is not null;
end
$$;
comment on function private.video_room_participants(uuid[]) is
  'The people of these rooms as they may be there now: someone whose link was reset or who was taken off the interview is no longer among them.';

create function private.is_video_room_full(p_slot_id uuid, p_role public.video_room_role, p_but uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
  select count(*) >= case when p_role = 'interviewer' then 3 else 1 end
  from private.video_room_participants(array[p_slot_id]) p
  where p.role = p_role and p.present and p.id is distinct from p_but
$$;
comment on function private.is_video_room_full(uuid, public.video_room_role, uuid) is
  'Whether the others present fill it: a room holds three interviewers, the student and one of the staff. Browsers send to each other, and five of them are what a laptop can do.';

create function private.current_room_session(
  p_slot_id uuid, p_session uuid, p_lock boolean, out me public.video_room_members, out name text, out admitted boolean
)
language plpgsql security definer set search_path = ''
as $$
declare
  v_caller record;
  v_finished boolean;
begin
  select * into v_caller from private.current_room_member(p_slot_id);
  if p_lock then
    -- In a statement of its own: the next ones see what whoever held the lock has written.
    perform from public.video_rooms r where r.slot_id = p_slot_id for no key update;
  end if;
  select r.finished_at is not null into v_finished from public.video_rooms r where r.slot_id = p_slot_id;
  select * into me from public.video_room_members m
  where m.slot_id = p_slot_id and (m.access_link_id = v_caller.access_link_id or m.user_id = v_caller.user_id);
  name := v_caller.name;
  admitted := v_caller.role <> 'student' or me.admitted_at is not null;
  if v_caller.role = 'student' and v_finished then
    perform private.refuse('closed');
  elsif me.session is null or me.link_version is distinct from v_caller.link_version then
    perform private.refuse('left');
  elsif me.session is distinct from p_session then
    perform private.refuse('elsewhere');
  elsif not private.is_present(me.session, me.last_seen_at) and private.is_video_room_full(p_slot_id, me.role, me.id) then
    perform private.refuse('full');
  end if;
end
$$;
comment on function private.current_room_session(uuid, uuid, boolean) is
  'The caller''s place in the room. Refuses what current_room_member does, and: closed, left (enter first), elsewhere, full. p_lock: the room''s writers one after the other, so that ids become visible in their order and nothing is written after a hand-off.';

create function private.lock_video_room_as_host(p_slot_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  if (private.current_room_member(p_slot_id)).role = 'student' then
    perform private.refuse('not_yours');
  end if;
  insert into public.video_rooms (slot_id) values (p_slot_id) on conflict do nothing;
  perform from public.video_rooms r where r.slot_id = p_slot_id for no key update;
end
$$;
comment on function private.lock_video_room_as_host(uuid) is 'Locks the room for one who may admit and hand off; refuses anyone else.';

create function private.log_video_room(p_action text, p_slot_id uuid, p_detail jsonb default '{}') returns void
language sql security definer set search_path = ''
as $$
  select private.log_activity(p_action, c.oci_id, c.id, p_slot_id, p_detail)
  from public.slots s join public.schedules c on c.id = s.schedule_id where s.id = p_slot_id
$$;
comment on function private.log_video_room(text, uuid, jsonb) is 'One activity line about an interview''s room.';

-- supabase/schemas/30_video_room_calls.sql

-- A call: the signals by which browsers find each other, the chat, and the poll that reads all that is new.

create function private.are_valid_signals(p_signals jsonb) returns boolean
language plpgsql immutable set search_path = ''
as $$
declare
  v_signal jsonb;
begin
  if jsonb_typeof(p_signals) is distinct from 'array' or jsonb_array_length(p_signals) > 20 then
    return false;
  end if;
  for v_signal in select * from jsonb_array_elements(p_signals) loop
    if jsonb_typeof(v_signal) is distinct from 'object' or jsonb_typeof(v_signal -> 'body') is distinct from 'object'
      or octet_length((v_signal -> 'body')::text) > 16384
      or not coalesce(concat_ws(' ', v_signal ->> 'to', v_signal ->> 'session')
        ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12} [0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$', false) then
      return false;
    end if;
  end loop;
  return true;
end
$$;

create function private.send_video_room_signals(p_slot_id uuid, p_session uuid, p_signals jsonb) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v record;
  v_now timestamptz := private.clock();
  v_since timestamptz;
  v_sent int;
  v_count int;
begin
  if not private.are_valid_signals(p_signals) then
    -- Whose room it is comes first: a stranger learns nothing from a malformed call.
    perform private.current_room_session(p_slot_id, p_session, false);
    perform private.refuse('malformed');
  end if;
  select * into v from private.current_room_session(p_slot_id, p_session, true);
  if not v.admitted then
    perform private.refuse('not_admitted');
  end if;
  v_count := jsonb_array_length(p_signals);
  v_since := case when (v.me).signals_since > v_now - interval '1 minute' then (v.me).signals_since else v_now end;
  v_sent := case when v_since = (v.me).signals_since then (v.me).signals_sent else 0 end + v_count;
  if v_sent > 600 then
    perform private.refuse('too_much', jsonb_build_object(
      'retry_after_ms', ceil(extract(epoch from v_since + interval '1 minute' - v_now) * 1000)::int));
  end if;
  delete from public.video_room_signals s where s.slot_id = p_slot_id and s.created_at < v_now - interval '2 minutes';
  if exists (
    select from (select x ->> 'to' as addressee, count(*) as more from jsonb_array_elements(p_signals) x group by 1) w
    where w.more + (select count(*) from public.video_room_signals s
      where s.to_member_id = w.addressee::uuid and s.from_member_id = (v.me).id) > 200
  ) then
    perform private.refuse('too_much', '{"retry_after_ms": 2000}');
  end if;
  update public.video_room_members m set signals_since = v_since, signals_sent = v_sent where m.id = (v.me).id;
  insert into public.video_room_signals (slot_id, from_member_id, from_session, to_member_id, to_session, body)
  select p_slot_id, (v.me).id, p_session, p.id, p.session, x.signal -> 'body'
  from jsonb_array_elements(p_signals) with ordinality x (signal, n)
  join private.video_room_participants(array[p_slot_id]) p
    on p.id = (x.signal ->> 'to')::uuid and p.session = (x.signal ->> 'session')::uuid and p.admitted and p.id <> (v.me).id
  order by x.n;
end
$$;

create function public.send_video_room_signals(p_slot_id uuid, p_session uuid, p_signals jsonb) returns void
language sql set search_path = ''
as $$ select private.send_video_room_signals(p_slot_id, p_session, p_signals) $$;
comment on function public.send_video_room_signals(uuid, uuid, jsonb) is
  'Sends signals [{to: member id, session: theirs, body: {}}] to admitted members: at most 20 a call of 16 KB each, 600 a minute, 200 unread by one addressee. One for a session that is over is dropped. Refuses what current_room_session does, and: malformed, not_admitted, too_much {retry_after_ms}.';

create function private.send_video_room_message(p_slot_id uuid, p_session uuid, p_body text) returns bigint
language plpgsql security definer set search_path = ''
as $$
declare
  v record;
  v_recent record;
  v_id bigint;
begin
  select * into v from private.current_room_session(p_slot_id, p_session, true);
  if not v.admitted then
    perform private.refuse('not_admitted');
  elsif coalesce(length(btrim(p_body)), 0) not between 1 and 2000 then
    perform private.refuse('malformed');
  end if;
  select count(*) as sent, min(m.created_at) as first, count(*) filter (where m.created_at > private.clock() - interval '1 minute') as of_minute
  into v_recent from public.video_room_messages m where m.member_id = (v.me).id;
  -- An evening of talk is far from a thousand lines; a script is there in half an hour.
  if v_recent.of_minute >= 30 or v_recent.sent >= 1000 then
    perform private.refuse('too_much', '{"retry_after_ms": 60000}');
  end if;
  insert into public.video_room_messages (slot_id, kind, member_id, from_name, from_role, body)
  values (p_slot_id, 'chat', (v.me).id, v.name, (v.me).role, btrim(p_body)) returning id into v_id;
  return v_id;
end
$$;

create function public.send_video_room_message(p_slot_id uuid, p_session uuid, p_body text) returns bigint
language sql set search_path = ''
as $$ select private.send_video_room_message(p_slot_id, p_session, p_body) $$;
comment on function public.send_video_room_message(uuid, uuid, text) is
  'Writes to the room''s chat: 1 to 2000 characters, 30 messages a minute. The message''s id. Refuses what current_room_session does, and: malformed, not_admitted, too_much {retry_after_ms}.';

-- Polling ----------------------------------------------------------------------------------------

create function private.clean_member_state(p_state jsonb) returns jsonb
language sql immutable set search_path = ''
as $$
  select coalesce(jsonb_object_agg(k.name, p_state -> k.name), '{}')
  from (values ('audio'), ('video'), ('screen'), ('connection')) k (name)
  where case k.name
    when 'connection' then p_state -> k.name <@ '["good", "poor", "lost", "new"]'
    else jsonb_typeof(p_state -> k.name) = 'boolean' end
$$;
comment on function private.clean_member_state(jsonb) is 'What a member may say of themselves: {audio, video, screen: boolean, connection: good|poor|lost|new}; anything else is left out.';

create function private.minutes_late(p_slot_id uuid) returns int
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
as $$
declare
  v_now timestamptz := private.clock();
begin
  return (select coalesce(max(ceil(extract(epoch from v_now - b.ends_at) / 60))::int, 0)
  from public.slots s
  join public.slots b on b.schedule_id = s.schedule_id and b.starts_at < s.starts_at and b.ends_at < v_now
  join public.video_rooms r on r.slot_id = b.id and r.finished_at is null
  where s.id = p_slot_id
    and exists (select from private.interviewers_of_slots(array[s.id]) a join private.interviewers_of_slots(array[b.id]) z on z.interviewer_id = a.interviewer_id)
    and (select count(distinct p.role) from private.video_room_participants(array[b.id]) p
      where p.present and p.admitted and p.role in ('student', 'interviewer')) = 2);
end
$$;
comment on function private.minutes_late(uuid) is 'By how many minutes an earlier interview of the same day and interviewers has run over, while it still goes on; else 0.';

create function private.next_video_room(p_slot_id uuid, p_link_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
as $$
begin
  return (select jsonb_build_object('slot_id', n.id, 'starts_at', n.starts_at, 'student', st.full_name, 'waiting', exists (
    select from private.video_room_participants(array[n.id]) p where p.role = 'student' and p.present and not p.admitted))
  from public.slots s
  join public.slots n on n.schedule_id = s.schedule_id and n.starts_at > s.starts_at and n.kind = 'interview'
  join public.students st on st.id = n.student_id
  left join public.video_rooms r on r.slot_id = n.id
  where s.id = p_slot_id and r.finished_at is null
    and exists (select from private.interviewers_of_slots(array[n.id]) i join public.access_links l on l.interviewer_id = i.interviewer_id where l.id = p_link_id)
  order by n.starts_at limit 1);
end
$$;
comment on function private.next_video_room(uuid, uuid) is 'The interviewer''s next interview of the same schedule: {slot_id, starts_at, student, waiting}, or null.';

create function private.poll_video_room(p_slot_id uuid, p_session uuid, p_ack bigint, p_seen bigint, p_state jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_now timestamptz := private.clock();
  v record;
  v_me public.video_room_members;
  v_state jsonb;
begin
  select * into v from private.current_room_session(p_slot_id, p_session, false);
  v_me := v.me;
  v_state := case when p_state is null then v_me.state else private.clean_member_state(p_state) end;
  -- Fast polls need not each write that someone is still there.
  if v_state is distinct from v_me.state or v_me.last_seen_at < v_now - interval '2 seconds' then
    update public.video_room_members m set last_seen_at = v_now, state = v_state
    where m.id = v_me.id and m.session = p_session;
  end if;
  delete from public.video_room_signals s
  where s.to_member_id = v_me.id and (s.id <= p_ack or s.created_at < v_now - interval '2 minutes');
  return jsonb_build_object('now', v_now,
    'you', jsonb_build_object('member_id', v_me.id, 'role', v_me.role, 'admitted', v.admitted),
    'interview', (
      select jsonb_build_object('starts_at', s.starts_at, 'ends_at', s.ends_at, 'time_zone', c.time_zone,
        'employer', e.name, 'position', p.title, 'student', jsonb_build_object('full_name', st.full_name),
        'interviewers', (select coalesce(jsonb_agg(i.full_name order by i.full_name), '[]') from private.interviewers_of_slots(array[s.id]) i),
        'finished', r.finished_at is not null,
        'late_minutes', case when v_me.role = 'student' and not v.admitted then private.minutes_late(s.id) else 0 end)
      from public.slots s
      join public.video_rooms r on r.slot_id = s.id
      join public.schedules c on c.id = s.schedule_id
      join public.ocis o on o.id = c.oci_id
      join public.employers e on e.id = o.employer_id
      join public.students st on st.id = s.student_id
      left join public.job_postings p on p.id = o.job_posting_id
      where s.id = p_slot_id),
    'members', (
      select coalesce(jsonb_agg(case
          when v.admitted or m.id = v_me.id then jsonb_build_object('id', m.id, 'role', m.role, 'name', m.name,
            'session', m.session, 'admitted', m.admitted, 'present', m.present, 'state', m.state)
          else jsonb_build_object('id', null, 'role', m.role, 'name', m.name,
            'session', null, 'admitted', true, 'present', true, 'state', '{}'::jsonb) end
        order by m.role, m.name, m.id), '[]')
      from private.video_room_participants(array[p_slot_id]) m
      where v.admitted or m.id = v_me.id or m.role = 'interviewer' and m.present),
    'signals', case when v.admitted then (
      select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'from', s.from_member_id, 'session', s.from_session, 'body', s.body) order by s.id), '[]')
      from (select * from public.video_room_signals s where s.to_member_id = v_me.id and s.to_session = p_session order by s.id limit 50) s)
      else '[]' end,
    'messages', (
      select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'from', m.from_name, 'role', m.from_role, 'kind', m.kind,
        'mine', coalesce(m.member_id = v_me.id, false), 'body', m.body, 'at', m.created_at) order by m.id), '[]')
      from (select * from public.video_room_messages m where m.slot_id = p_slot_id and m.id > coalesce(p_seen, 0)
        and (v.admitted or m.kind = 'notice') order by m.id limit 100) m),
    'next', case when v_me.role = 'interviewer' then private.next_video_room(p_slot_id, v_me.access_link_id) end);
end
$$;

create function public.poll_video_room(p_slot_id uuid, p_session uuid, p_ack bigint default 0, p_seen bigint default 0, p_state jsonb default null)
returns jsonb
language sql set search_path = ''
as $$ select private.poll_video_room(p_slot_id, p_session, p_ack, p_seen, p_state) $$;
comment on function public.poll_video_room(uuid, uuid, bigint, bigint, jsonb) is
  'Says that the caller is there, and reads all that is new. p_ack: the highest signal handled, deleted with those before it; p_seen: the highest message shown; p_state: {audio, video, screen: boolean, connection: good|poor|lost|new}. {now, you: {member_id, role, admitted}, interview: {starts_at, ends_at, time_zone, employer, position, student: {full_name}, interviewers: [name], finished, late_minutes}, members: [{id, role, name, session, admitted, present, state}], signals: [{id, from, session, body}], messages: [{id, from, role, kind: chat|notice, mine, body, at}], next: {slot_id, starts_at, student, waiting} | null}. To a student who waits, others have neither id nor session. Refuses: not_yours, moved {meeting_url}, closed, left, elsewhere, full.';

grant execute on function private.send_video_room_signals(uuid, uuid, jsonb), public.send_video_room_signals(uuid, uuid, jsonb),
  private.send_video_room_message(uuid, uuid, text), public.send_video_room_message(uuid, uuid, text),
  private.poll_video_room(uuid, uuid, bigint, bigint, jsonb), public.poll_video_room(uuid, uuid, bigint, bigint, jsonb)
  to authenticated, interviewer, student;

-- supabase/schemas/31_video_room_entry.sql

-- Entering and leaving a room, letting the student in, and handing off.

create function private.join_video_room(p_slot_id uuid, p_session uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_caller record;
  v_member public.video_room_members;
  v_finished boolean;
begin
  select * into v_caller from private.current_room_member(p_slot_id);
  if p_session is null then
    perform private.refuse('malformed');
  end if;
  delete from public.video_room_messages m where m.created_at < private.clock() - interval '1 day';
  delete from public.video_room_signals s where s.created_at < private.clock() - interval '2 minutes';
  insert into public.video_rooms (slot_id) values (p_slot_id) on conflict do nothing;
  perform from public.video_rooms r where r.slot_id = p_slot_id for no key update;
  select r.finished_at is not null into v_finished from public.video_rooms r where r.slot_id = p_slot_id;
  select * into v_member from public.video_room_members m
  where m.slot_id = p_slot_id and (m.access_link_id = v_caller.access_link_id or m.user_id = v_caller.user_id);
  if v_caller.role = 'student' and v_finished then
    perform private.refuse('closed');
  elsif private.is_video_room_full(p_slot_id, v_caller.role, v_member.id) then
    perform private.refuse('full');
  end if;
  if v_member.id is null then
    insert into public.video_room_members (slot_id, role, access_link_id, link_version, user_id, session)
    values (p_slot_id, v_caller.role, v_caller.access_link_id, v_caller.link_version, v_caller.user_id, p_session);
    if v_caller.role = 'staff' then
      perform private.log_video_room('video_rooms.join', p_slot_id);
    end if;
  else
    update public.video_room_members m set
      session = p_session, state = '{}', last_seen_at = private.clock(),
      -- Whoever came in by a link that was reset since is not who was admitted.
      admitted_at = case when m.link_version is not distinct from v_caller.link_version then m.admitted_at end,
      link_version = v_caller.link_version,
      entered_at = case when private.is_present(m.session, m.last_seen_at)
        then m.entered_at else private.clock() end
    where m.id = v_member.id;
    delete from public.video_room_signals s
    where s.to_member_id = v_member.id and s.to_session <> p_session or s.from_member_id = v_member.id and s.from_session <> p_session;
  end if;
  return private.poll_video_room(p_slot_id, p_session, 0, 0, null) || '{"poll_ms": 2500}';
end
$$;

create function public.join_video_room(p_slot_id uuid, p_session uuid) returns jsonb
language sql set search_path = ''
as $$ select private.join_video_room(p_slot_id, p_session) $$;
comment on function public.join_video_room(uuid, uuid) is
  'Takes the caller''s place in an interview''s room for this session (one tab). What poll_video_room answers, with poll_ms: how often to poll once all is quiet. Refuses: not_yours, moved {meeting_url}, closed, full, malformed.';

create function private.leave_video_room(p_slot_id uuid, p_session uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v record;
begin
  select * into v from private.current_room_session(p_slot_id, p_session, false);
  update public.video_room_members m set session = null, last_seen_at = private.clock()
  where m.id = (v.me).id and m.session = p_session;
  delete from public.video_room_signals s where s.to_member_id = (v.me).id or s.from_member_id = (v.me).id;
end
$$;

create function public.leave_video_room(p_slot_id uuid, p_session uuid) returns void
language sql set search_path = ''
as $$ select private.leave_video_room(p_slot_id, p_session) $$;
comment on function public.leave_video_room(uuid, uuid) is 'Ends this session''s presence at once.';

create function private.admit_to_video_room(p_slot_id uuid, p_member_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.lock_video_room_as_host(p_slot_id);
  if not exists (select from private.video_room_participants(array[p_slot_id]) p where p.id = p_member_id and p.role = 'student') then
    perform private.refuse('left');
  elsif exists (select from public.video_rooms r where r.slot_id = p_slot_id and r.finished_at is not null) then
    perform private.refuse('closed');
  end if;
  update public.video_room_members m set admitted_at = private.clock() where m.id = p_member_id and m.admitted_at is null;
  if found and private.user_id() is not null then
    perform private.log_video_room('video_rooms.admit', p_slot_id);
  end if;
end
$$;

create function public.admit_to_video_room(p_slot_id uuid, p_member_id uuid) returns void
language sql set search_path = ''
as $$ select private.admit_to_video_room(p_slot_id, p_member_id) $$;
comment on function public.admit_to_video_room(uuid, uuid) is
  'Lets the waiting student in, for good: coming back needs no new admission. Interviewers of the slot and admins. Refuses: not_yours, moved {meeting_url}, left, closed.';

create function private.finish_interview(p_slot_id uuid, p_finished boolean) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.lock_video_room_as_host(p_slot_id);
  update public.video_rooms r set finished_at = case when p_finished then private.clock() end
  where r.slot_id = p_slot_id and (r.finished_at is null) = p_finished;
  if found then
    delete from public.video_room_signals s where s.slot_id = p_slot_id;
    delete from public.video_room_messages m where m.slot_id = p_slot_id and m.kind = 'chat';
    if private.user_id() is not null then
      perform private.log_video_room(case when p_finished then 'video_rooms.finish' else 'video_rooms.reopen' end, p_slot_id);
    end if;
  end if;
end
$$;

create function public.finish_interview(p_slot_id uuid) returns void
language sql set search_path = ''
as $$ select private.finish_interview(p_slot_id, true) $$;
comment on function public.finish_interview(uuid) is
  'Hands off: the student is out of the room, its signals and chat are deleted. Interviewers of the slot and admins; again changes nothing. Refuses: not_yours, moved {meeting_url}.';

create function public.reopen_interview(p_slot_id uuid) returns void
language sql set search_path = ''
as $$ select private.finish_interview(p_slot_id, false) $$;
comment on function public.reopen_interview(uuid) is 'Undoes finish_interview: the student may come in again, as admitted as before. Refuses: not_yours, moved {meeting_url}.';

create function private.clear_video_room_on_reassignment() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- The room is another interview's now: nothing of the one before stays in it.
  update public.video_rooms set finished_at = null where slot_id = new.id;
  update public.video_room_members set admitted_at = null, session = null where slot_id = new.id and role = 'student';
  delete from public.video_room_signals where slot_id = new.id;
  delete from public.video_room_messages where slot_id = new.id;
  return null;
end
$$;
create trigger slots_student_changed after update of student_id on public.slots
  for each row when (old.student_id is distinct from new.student_id) execute function private.clear_video_room_on_reassignment();

grant execute on function private.join_video_room(uuid, uuid), public.join_video_room(uuid, uuid),
  private.leave_video_room(uuid, uuid), public.leave_video_room(uuid, uuid) to authenticated, interviewer, student;
grant execute on function private.admit_to_video_room(uuid, uuid), public.admit_to_video_room(uuid, uuid),
  private.finish_interview(uuid, boolean), public.finish_interview(uuid), public.reopen_interview(uuid)
  to authenticated, interviewer;

-- supabase/schemas/32_live_board.sql

-- The live board: the day's interviews as the office follows them, what it may do about them, and their attendance.

create view public.attendance with (security_invoker = true) as
select m.id, m.slot_id, c.id as schedule_id, c.oci_id, c.on_date, c.time_zone, e.name as employer, j.title as "position",
  s.starts_at, s.ends_at, m.role, coalesce(i.full_name, st.full_name, a.full_name) as name,
  m.first_seen_at, m.last_seen_at, m.admitted_at, s.outcome, s.outcome_note
from public.video_room_members m
join public.slots s on s.id = m.slot_id
join public.schedules c on c.id = s.schedule_id
join public.ocis o on o.id = c.oci_id
join public.employers e on e.id = o.employer_id
left join public.job_postings j on j.id = o.job_posting_id
left join public.access_links l on l.id = m.access_link_id
left join public.interviewers i on i.id = l.interviewer_id
left join public.students st on st.id = l.student_id
left join public.staff a on a.user_id = m.user_id;
comment on view public.attendance is 'Who was in which interview''s room: first and last presence. One row a person and interview.';
grant select on public.attendance to authenticated;

-- Reading ----------------------------------------------------------------------------------------

create function private.slots_today() returns setof uuid
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_day date := private.today('UTC');
begin
  return query select s.id from public.schedules c join public.slots s on s.schedule_id = c.id
  where c.on_date between v_day - 1 and v_day + 1
    and private.is_today(c.on_date, c.time_zone) and c.canceled_at is null
    and s.kind = 'interview' and s.student_id is not null
    and private.is_announced(c);
end
$$;
comment on function private.slots_today() is 'Today''s interviews, each in its own zone: those that people may know of.';

create function private.live_board() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_now timestamptz := private.clock();
begin
  return (with today as materialized (
    select coalesce(array_agg(t), '{}') as ids from private.slots_today() t where private.is_staff()
  ), people as materialized (
    select * from private.video_room_participants((select ids from today))
  ), seen as (
    select p.slot_id,
      (array_agg(p.id) filter (where p.role = 'student'))[1] as student_member_id,
      coalesce(bool_or(p.present) filter (where p.role = 'student'), false) as student_present,
      coalesce(bool_or(p.admitted) filter (where p.role = 'student'), false) as student_admitted,
      min(p.entered_at) filter (where p.role = 'student' and p.present) as student_since,
      coalesce(bool_or(p.present) filter (where p.role = 'interviewer'), false) as interviewer_present,
      bool_or(p.admitted_at is not null) and bool_or(p.role <> 'student') as started,
      coalesce(jsonb_agg(p.name order by p.name) filter (where p.role = 'staff' and p.present), '[]') as staff,
      (array['lost', 'poor', 'new', 'good'])[min(array_position(array['lost', 'poor', 'new', 'good'], p.state ->> 'connection'))
        filter (where p.present)] as connection
    from people p group by p.slot_id
  ), interviewers as (
    select i.slot_id, jsonb_agg(jsonb_build_object('name', i.full_name, 'present', coalesce(p.present, false)) order by i.full_name) as interviewers
    from private.interviewers_of_slots((select ids from today)) i
    left join people p on p.slot_id = i.slot_id and p.interviewer_id = i.interviewer_id
    group by i.slot_id
  )
  select jsonb_build_object('now', v_now, 'interviews', coalesce(jsonb_agg(jsonb_build_object(
      'id', s.id, 'schedule_id', c.id, 'oci_id', o.id, 'employer', e.name, 'position', j.title,
      'format', c.format, 'video', c.video, 'location', c.location, 'meeting_url', c.meeting_url,
      'starts_at', s.starts_at, 'ends_at', s.ends_at, 'time_zone', c.time_zone,
      'student', st.full_name, 'interviewers', coalesce(i.interviewers, '[]'), 'staff', coalesce(v.staff, '[]'),
      'student_member_id', v.student_member_id, 'student_present', coalesce(v.student_present, false),
      'student_admitted', coalesce(v.student_admitted, false),
      'student_waiting_since', case when v.student_present and not v.student_admitted then v.student_since end,
      'connection', v.connection, 'finished_at', r.finished_at, 'outcome', s.outcome, 'outcome_note', s.outcome_note,
      'state', case
        when s.outcome is not null or r.finished_at is not null then 'completed'
        when c.video is distinct from 'in_app' then
          case when v_now < s.starts_at then 'upcoming' when v_now < s.ends_at then 'in_progress' else 'completed' end
        when v.student_present and v.student_admitted and v.interviewer_present then
          case when v_now < s.ends_at then 'in_progress' else 'overtime' end
        when v.student_present and not v.student_admitted then 'waiting'
        when v.started then case when v_now < s.ends_at then 'in_progress' else 'completed' end
        when v_now < s.starts_at then 'upcoming'
        when v_now < s.ends_at then 'late'
        else 'missed' end
    ) order by s.starts_at, e.name, s.id), '[]'))
  from public.slots s
  join public.schedules c on c.id = s.schedule_id
  join public.ocis o on o.id = c.oci_id
  join public.employers e on e.id = o.employer_id
  join public.students st on st.id = s.student_id
  left join public.job_postings j on j.id = o.job_posting_id
  left join public.video_rooms r on r.slot_id = s.id
  left join seen v on v.slot_id = s.id
  left join interviewers i on i.slot_id = s.id
  where s.id = any ((select ids from today)::uuid[]));
end
$$;

create function public.live_board() returns jsonb
language sql stable set search_path = ''
as $$ select private.live_board() $$;
comment on function public.live_board() is
  'Today''s interviews for staff: {now, interviews: [{id (the slot''s), schedule_id, oci_id, employer, position, format, video, location, meeting_url, starts_at, ends_at, time_zone, student, interviewers: [{name, present}], staff: [name], student_member_id, student_present, student_admitted, student_waiting_since, connection: lost|poor|new|good|null (the worst of those present), finished_at, outcome, outcome_note, state: upcoming|late|waiting|in_progress|overtime|completed|missed}]}. late: its time has come, and nobody was let in. missed: its time is over, and nobody was let in. An interview that is not In-App Video goes by the clock. Nobody but staff sees any.';

-- Acting -----------------------------------------------------------------------------------------

create function public.set_outcome(p_slot_id uuid, p_outcome public.slot_outcome default null, p_note text default null) returns void
language plpgsql set search_path = ''
as $$
declare
  v_slot record;
begin
  perform private.require_admin();
  -- Schedule before slot, as everywhere: a fixed order of locks.
  perform from public.schedules c where c.id = (select s.schedule_id from public.slots s where s.id = p_slot_id) for update;
  select s.student_id, c.on_date > private.today(c.time_zone) as ahead into v_slot
  from public.slots s join public.schedules c on c.id = s.schedule_id where s.id = p_slot_id;
  if not found then
    perform private.refuse('not_found', '{"what": "interview"}');
  elsif v_slot.student_id is null then
    perform private.refuse('slot_empty');
  elsif v_slot.ahead and p_outcome is not null then
    perform private.refuse('interview_on_a_later_day');
  end if;
  update public.slots set outcome = p_outcome, outcome_note = nullif(btrim(p_note), '')
  where id = p_slot_id and (outcome, outcome_note) is distinct from (p_outcome, nullif(btrim(p_note), ''));
end
$$;
comment on function public.set_outcome(uuid, public.slot_outcome, text) is
  'Marks what became of an interview of today or before, with a note; null clears it. Admins only (42501).';

create function public.set_meeting_url(p_schedule_id uuid, p_url text default null) returns void
language plpgsql set search_path = ''
as $$
declare
  v_schedule public.schedules;
  v_url text := nullif(btrim(p_url), '');
begin
  perform private.require_admin();
  select * into v_schedule from public.schedules c where c.id = p_schedule_id for update;
  if not found then
    perform private.refuse('not_found', '{"what": "schedule"}');
  elsif v_schedule.format <> 'virtual' or v_schedule.canceled_at is not null or not private.is_today(v_schedule.on_date, v_schedule.time_zone) then
    perform private.refuse('not_a_virtual_schedule_of_today');
  end if;
  update public.schedules set meeting_url = v_url,
    video = case when v_url is null then 'in_app' else 'external' end::public.schedule_video
  where id = p_schedule_id;
end
$$;
comment on function public.set_meeting_url(uuid, text) is
  'When the video room fails: moves today''s schedule to the employer''s own URL, which the same Interview Links then show; null moves it back to In-App Video. Admins only (42501).';

create function private.message_video_rooms(p_slot_ids uuid[], p_body text) returns int
language plpgsql security definer set search_path = ''
as $$
declare
  v_ids uuid[];
begin
  perform private.require_admin();
  if coalesce(length(btrim(p_body)), 0) not between 1 and 500 then
    perform private.refuse('message_length');
  end if;
  select coalesce(array_agg(s.id order by s.id), '{}') into v_ids
  from public.slots s join public.schedules c on c.id = s.schedule_id
  left join public.video_rooms r on r.slot_id = s.id
  where s.id = any (p_slot_ids) and s.id in (select private.slots_today()) and c.video = 'in_app' and r.finished_at is null;
  insert into public.video_rooms (slot_id) select unnest(v_ids) on conflict do nothing;
  -- One writer at a time in a room, rooms in one order.
  perform from public.video_rooms r where r.slot_id = any (v_ids) order by r.slot_id for no key update;
  insert into public.video_room_messages (slot_id, kind, from_name, from_role, body)
  select i, 'notice', s.full_name, 'staff', btrim(p_body) from unnest(v_ids) i, public.staff s where s.user_id = private.user_id();
  if cardinality(v_ids) = 1 then
    perform private.log_video_room('video_rooms.message', v_ids[1], jsonb_build_object('body', btrim(p_body)));
  elsif cardinality(v_ids) > 1 then
    perform private.log_activity('video_rooms.message', null, null, null,
      jsonb_build_object('video_rooms', cardinality(v_ids), 'body', btrim(p_body)));
  end if;
  return cardinality(v_ids);
end
$$;

create function public.message_video_rooms(p_slot_ids uuid[], p_body text) returns int
language sql set search_path = ''
as $$ select private.message_video_rooms(p_slot_ids, p_body) $$;
comment on function public.message_video_rooms(uuid[], text) is
  'Puts a notice of the office into today''s rooms, for those who are there, wait or come later. Rooms that are handed off or not today''s are left out. How many rooms it reached. Admins only (42501).';

grant execute on function private.live_board(), public.live_board(),
  public.set_outcome(uuid, public.slot_outcome, text), public.set_meeting_url(uuid, text),
  private.message_video_rooms(uuid[], text), public.message_video_rooms(uuid[], text) to authenticated;

-- supabase/schemas/33_recruiter_overview.sql

-- The recruiter's overview: what a recruiter to whom the office gave it sees and does on all schedules of their employer.

create table public.substitute_proposals (
  id uuid primary key default gen_random_uuid(),
  schedule_id uuid not null,
  interviewer_id uuid not null,
  substitute_id uuid references public.interviewers (id) on delete cascade,
  full_name text check (btrim(full_name) <> '' and length(full_name) <= 200 and full_name !~ '[[:cntrl:]]'),
  email text check (private.is_email_address(email)),
  title text check (length(title) <= 200 and title !~ '[[:cntrl:]]'),
  proposed_by uuid not null references public.interviewers (id) on delete cascade,
  created_at timestamptz not null default now(),
  declined_at timestamptz,
  foreign key (schedule_id, interviewer_id)
    references public.schedule_interviewers (schedule_id, interviewer_id) on delete cascade,
  constraint proposal_names_one_person
    check (num_nonnulls(substitute_id, full_name) = 1 and (full_name is null) = (email is null))
);
comment on table public.substitute_proposals is
  'Who a recruiter would have interview instead of someone, until the office accepts it (the assignment goes, and the row with it). A substitute of the directory, or someone new by name.';
create unique index substitute_proposals_key on public.substitute_proposals (schedule_id, interviewer_id);
create index substitute_proposals_substitute_idx on public.substitute_proposals (substitute_id);
create index substitute_proposals_proposed_by_idx on public.substitute_proposals (proposed_by);

select private.add_staff_policies('public.substitute_proposals', '{}');
grant select on public.substitute_proposals to authenticated;

create view public.open_proposals with (security_invoker = true) as
select p.id, p.schedule_id, c.oci_id, o.employer_id, e.name as employer, c.on_date, c.time_zone, old.full_name as interviewer,
  coalesce(s.full_name, p.full_name) as substitute, coalesce(s.email, p.email) as substitute_email, s.id is null as is_new,
  p.interviewer_id, r.full_name as recruiter, p.created_at
from public.substitute_proposals p
join public.schedules c on c.id = p.schedule_id
join public.ocis o on o.id = c.oci_id
join public.employers e on e.id = o.employer_id
join public.interviewers old on old.id = p.interviewer_id
join public.interviewers r on r.id = p.proposed_by
left join public.interviewers s on s.id = p.substitute_id
where p.declined_at is null and c.canceled_at is null and not private.is_over(c.on_date, c.time_zone);
comment on view public.open_proposals is 'The substitutes that recruiters propose and the office has not answered yet.';
grant select on public.open_proposals to authenticated;

-- What a recruiter sees --------------------------------------------------------------------------

create function private.overview_schedules() returns setof public.schedules
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_employer uuid := private.overview_employer();
begin
  return query
    select s.* from public.ocis o join public.schedules s on s.oci_id = o.id
    where o.employer_id = v_employer and o.archived_at is null
      and private.is_announced(s) and not private.is_over(s.on_date, s.time_zone);
end
$$;
comment on function private.overview_schedules() is 'What the overview holds: the employer''s days, today or later, that anyone outside the office may know of.';

create function private.may_resend(s public.schedules, si public.schedule_interviewers) returns boolean
language sql immutable set search_path = ''
as $$ select s.canceled_at is null and private.is_visible_to_interviewer(s, si) $$;
comment on function private.may_resend(public.schedules, public.schedule_interviewers) is
  'Whether a recruiter may have this colleague''s link sent again: the colleague may know of the day already.';

create function private.recruiter_overview() returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'schedules', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', s.id, 'position', jp.title, 'on_date', s.on_date, 'time_zone', s.time_zone, 'starts_at', s.starts_at, 'ends_at', s.ends_at,
        'format', s.format, 'video', s.video, 'location', s.location, 'canceled', s.canceled_at is not null,
        'interviewers', coalesce((
          select jsonb_agg(jsonb_build_object(
            'id', x.interviewer_id, 'full_name', x.full_name, 'title', x.title,
            'link', l.link,
            'link_at', case l.link when 'opened' then x.opened_at when 'sent' then x.status_at end,
            'may_resend', private.may_resend(s, si),
            'proposal', (
              select jsonb_build_object('id', p.id, 'substitute', coalesce(i.full_name, p.full_name), 'declined', p.declined_at is not null)
              from public.substitute_proposals p left join public.interviewers i on i.id = p.substitute_id
              where p.schedule_id = s.id and p.interviewer_id = x.interviewer_id)
            ) order by x.full_name, x.interviewer_id)
          from public.link_states x
          join public.schedule_interviewers si on si.schedule_id = x.schedule_id and si.interviewer_id = x.interviewer_id
          join public.interviewers a on a.id = x.interviewer_id and a.archived_at is null
          cross join lateral (select case
            when x.status is null or x.link_reset or x.status = 'canceled' then 'not_sent'
            when private.needs_attention(x.status) then 'not_delivered'
            when private.is_in_flight(x.status) then 'on_its_way'
            when x.opened_at is not null then 'opened'
            else 'sent' end as link) l
          where x.schedule_id = s.id), '[]')
        ) order by s.on_date, s.starts_at, s.id)
      from private.overview_schedules() s
      join public.ocis o on o.id = s.oci_id
      left join public.job_postings jp on jp.id = o.job_posting_id), '[]'),
    'colleagues', (
      select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'full_name', i.full_name, 'title', i.title) order by i.full_name, i.id), '[]')
      from public.interviewers i where i.employer_id = e.id and i.archived_at is null))
  from public.employers e where e.id = private.overview_employer()
$$;

create function public.recruiter_overview() returns jsonb
language sql stable set search_path = ''
as $$ select private.recruiter_overview() $$;
comment on function public.recruiter_overview() is
  'All days of the caller''s employer, today or later, and how each interviewer''s link stands, for a recruiter who sees the overview: {schedules: [{id, position, on_date, time_zone, starts_at, ends_at, format, video, location, canceled, interviewers: [{id, full_name, title, link: not_sent|on_its_way|sent|opened|not_delivered, link_at, may_resend, proposal: {id, substitute, declined} | null}]}], colleagues: [{id, full_name, title}]}. No students, no email addresses, no links. null for anyone else.';

-- What a recruiter does --------------------------------------------------------------------------

create function private.log_recruiter(p_action text, p_schedule_id uuid, p_subject_id uuid, p_detail jsonb default '{}') returns void
language sql security definer set search_path = ''
as $$
  select private.log_activity(p_action, null, p_schedule_id, p_subject_id, p_detail, i.id, i.full_name)
  from public.interviewers i where i.id = private.interviewer_id()
$$;

create function private.require_overview(p_schedule_id uuid) returns public.schedules
language plpgsql security definer set search_path = ''
as $$
declare
  v_schedule public.schedules;
begin
  if private.overview_employer() is null then
    raise insufficient_privilege;
  end if;
  perform from public.schedules c where c.id = p_schedule_id for update;
  select * into v_schedule from private.overview_schedules() s where s.id = p_schedule_id;
  if v_schedule.id is null then
    perform private.refuse('not_found', '{"what": "schedule"}');
  elsif (select count(*) from public.activity a where a.actor_id = private.interviewer_id() and a.at > now() - interval '1 hour') >= 60 then
    perform private.refuse('try_later');
  elsif v_schedule.canceled_at is not null then
    perform private.refuse('schedule_canceled');
  end if;
  return v_schedule;
end
$$;
comment on function private.require_overview(uuid) is
  'A schedule of the caller''s overview, locked. Refuses anyone else (42501), any other schedule (not_found), a canceled one, and more than 60 acts an hour (try_later).';

create function private.resend_to_colleague(p_schedule_id uuid, p_interviewer_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_schedule public.schedules := private.require_overview(p_schedule_id);
  v_assigned public.schedule_interviewers;
begin
  select si.* into v_assigned
  from public.schedule_interviewers si join public.interviewers i on i.id = si.interviewer_id and i.archived_at is null
  where si.schedule_id = p_schedule_id and si.interviewer_id = p_interviewer_id;
  if v_assigned.schedule_id is null then
    perform private.refuse('interviewer_not_assigned');
  elsif not private.may_resend(v_schedule, v_assigned) then
    perform private.refuse('not_released');
  elsif (select count(*) from public.emails m where m.interviewer_id = p_interviewer_id and m.kind = 'interview_link_request'
      and m.created_at > now() - interval '1 hour') >= 3 then
    perform private.refuse('resent_already');
  end if;
  perform private.queue_email(p_interviewer_id, array[p_schedule_id], 'interview_link_request', null);
  perform private.log_recruiter('access_links.resend', p_schedule_id, p_interviewer_id);
end
$$;

create function public.resend_to_colleague(p_schedule_id uuid, p_interviewer_id uuid) returns void
language sql set search_path = ''
as $$ select private.resend_to_colleague(p_schedule_id, p_interviewer_id) $$;
comment on function public.resend_to_colleague(uuid, uuid) is
  'For a recruiter who sees the overview: sends a colleague''s own link again, to the colleague. At most 3 an hour for each (resent_already).';

create function private.propose_substitute(p_schedule_id uuid, p_interviewer_id uuid, p_substitute_id uuid, p_person jsonb) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  v_me uuid := private.interviewer_id();
  v_employer uuid := private.overview_employer();
  v_email text := btrim(p_person ->> 'email');
  v_substitute uuid;
  v_id uuid;
begin
  perform private.require_overview(p_schedule_id);
  -- Whom they name by an address that a colleague has is that colleague.
  v_substitute := coalesce(p_substitute_id, (
    select i.id from public.interviewers i
    where i.employer_id = v_employer and lower(i.email) = lower(v_email) and not i.shares_email and i.archived_at is null));
  if not exists (select from public.schedule_interviewers si where si.schedule_id = p_schedule_id and si.interviewer_id = p_interviewer_id) then
    perform private.refuse('interviewer_not_assigned');
  elsif exists (select from public.schedule_interviewers si where si.schedule_id = p_schedule_id and si.interviewer_id = v_substitute) then
    perform private.refuse('interviewer_already_assigned');
  elsif v_substitute is not null and not exists (
    select from public.interviewers i where i.id = v_substitute and i.employer_id = v_employer and i.archived_at is null) then
    perform private.refuse('not_found', '{"what": "interviewer"}');
  end if;
  delete from public.substitute_proposals p where p.schedule_id = p_schedule_id and p.interviewer_id = p_interviewer_id;
  insert into public.substitute_proposals (schedule_id, interviewer_id, substitute_id, full_name, email, title, proposed_by)
  values (p_schedule_id, p_interviewer_id, v_substitute,
    case when v_substitute is null then coalesce(btrim(p_person ->> 'full_name'), '') end,
    case when v_substitute is null then coalesce(v_email, '') end,
    case when v_substitute is null then nullif(btrim(p_person ->> 'title'), '') end, v_me)
  returning id into v_id;
  perform private.log_recruiter('substitute_proposals.insert', p_schedule_id, p_interviewer_id,
    jsonb_build_object('substitute', (
      select coalesce(i.full_name, p.full_name) from public.substitute_proposals p left join public.interviewers i on i.id = p.substitute_id where p.id = v_id)));
  return v_id;
end
$$;

create function public.propose_substitute(
  p_schedule_id uuid, p_interviewer_id uuid, p_substitute_id uuid default null, p_person jsonb default null
) returns uuid
language sql set search_path = ''
as $$ select private.propose_substitute(p_schedule_id, p_interviewer_id, p_substitute_id, p_person) $$;
comment on function public.propose_substitute(uuid, uuid, uuid, jsonb) is
  'For a recruiter who sees the overview: proposes a colleague, or someone new {full_name, email, title?}, instead of an interviewer, in the place of an earlier proposal. The office decides. The proposal''s id.';

create function private.withdraw_proposal(p_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_proposal public.substitute_proposals;
begin
  select * into v_proposal from public.substitute_proposals p where p.id = p_id;
  perform private.require_overview(v_proposal.schedule_id);
  delete from public.substitute_proposals p where p.id = p_id;
  if found and v_proposal.declined_at is null then
    perform private.log_recruiter('substitute_proposals.withdraw', v_proposal.schedule_id, v_proposal.interviewer_id);
  end if;
end
$$;

create function public.withdraw_proposal(p_id uuid) returns void
language sql set search_path = ''
as $$ select private.withdraw_proposal(p_id) $$;
comment on function public.withdraw_proposal(uuid) is
  'For a recruiter who sees the overview: takes a proposal back, or clears one that was declined.';

-- What the office decides ------------------------------------------------------------------------

create function private.decide_proposal(p_id uuid, p_accept boolean, p_wait_seconds int) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_schedule uuid := (select p.schedule_id from public.substitute_proposals p where p.id = p_id);
  v_proposal public.substitute_proposals;
begin
  perform private.require_admin();
  perform from public.schedules c where c.id = v_schedule for update;
  select * into v_proposal from public.substitute_proposals p where p.id = p_id and p.declined_at is null;
  if v_proposal.id is null then
    perform private.refuse('proposal_gone');
  elsif p_accept then
    return private.replace_interviewer(v_proposal.schedule_id, v_proposal.interviewer_id, v_proposal.substitute_id,
      jsonb_build_object('full_name', v_proposal.full_name, 'email', v_proposal.email, 'title', v_proposal.title), p_wait_seconds);
  end if;
  update public.substitute_proposals p set declined_at = now() where p.id = p_id;
  perform private.log_activity('substitute_proposals.decline', null, v_proposal.schedule_id, v_proposal.interviewer_id);
  return jsonb_build_object('interviewer_id', v_proposal.interviewer_id, 'queued', 0);
end
$$;

create function public.decide_proposal(p_id uuid, p_accept boolean, p_wait_seconds int default 120) returns jsonb
language sql set search_path = ''
as $$ select private.decide_proposal(p_id, p_accept, p_wait_seconds) $$;
comment on function public.decide_proposal(uuid, boolean, int) is
  'Accepts a recruiter''s proposal, which replaces the interviewer and notifies both after p_wait_seconds (replace_interviewer, whose answer it is), or declines it, which the recruiter sees. Admins only (42501).';

grant execute on function private.recruiter_overview(), public.recruiter_overview(),
  private.resend_to_colleague(uuid, uuid), public.resend_to_colleague(uuid, uuid),
  private.propose_substitute(uuid, uuid, uuid, jsonb), public.propose_substitute(uuid, uuid, uuid, jsonb),
  private.withdraw_proposal(uuid), public.withdraw_proposal(uuid) to interviewer;
grant execute on function private.decide_proposal(uuid, boolean, int), public.decide_proposal(uuid, boolean, int) to authenticated;

-- supabase/schemas/34_office_words.sql

-- The office's own words in emails: their fields, how they are saved, and drafts to look at before; the school's logo.

create function private.merge_fields(p_kind public.email_kind) returns text[]
language sql immutable set search_path = ''
as $$
  select array['first_name', 'full_name', 'school', 'office', 'employer'] || case when p_kind <> 'overview' then array['date'] else '{}' end || array['summary']
$$;
comment on function private.merge_fields(public.email_kind) is
  'The fields that the words of this kind of email may have, as {{name}}. summary: the standard subject, which says what changed.';

create function public.merge_fields(p_kind public.email_kind) returns text[]
language sql stable set search_path = ''
as $$ select case when private.is_staff() then private.merge_fields(p_kind) else '{}' end $$;
comment on function public.merge_fields(public.email_kind) is 'For staff: the fields that the words of this kind of email may have (private.merge_fields).';

create function private.unknown_fields(p_kind public.email_kind, p_text text) returns text[]
language sql immutable set search_path = ''
as $$
  with field as (
    select f[1] as written from regexp_matches(p_text, '\{\{[^{}]*\}\}', 'g') f
  )
  select coalesce(array_agg(distinct u.written), '{}') from (
    select f.written from field f where f.written <> all (select '{{' || x || '}}' from unnest(private.merge_fields(p_kind)) x)
    union all
    -- Opened and not closed, or the other way round.
    select left(r[1], 40) from regexp_matches(regexp_replace(p_text, '\{\{[^{}]*\}\}', E'\n', 'g'), '\{\{[^\n]*|[^\s]*\}\}', 'g') r
  ) u
$$;
comment on function private.unknown_fields(public.email_kind, text) is 'What stands in double braces in this text and is no field of this kind of email, as it was written.';

create function private.tidy_words(p_text text) returns text
language sql immutable set search_path = ''
as $$
  select nullif(btrim(regexp_replace(regexp_replace(p_text, E'\r\n?', E'\n', 'g'), '[\u0001-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]', '', 'g'), E' \t\n'), '')
$$;
comment on function private.tidy_words(text) is 'Words as they are kept: line feeds only, no other control characters, no writing direction overrides; null where nothing is left.';

create function private.check_words(p_kind public.email_kind, p_subject text, p_introduction text, p_closing text) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  v_subject text := private.tidy_words(p_subject);
  v_introduction text := private.tidy_words(p_introduction);
  v_closing text := private.tidy_words(p_closing);
  v_unknown text[];
begin
  if not private.is_subject(v_subject) then
    perform private.refuse('subject_not_a_line');
  end if;
  v_unknown := private.unknown_fields(p_kind, v_subject);
  if v_unknown <> '{}' then
    perform private.refuse('subject_unknown_fields', jsonb_build_object('fields', v_unknown));
  end if;
  if p_kind in ('change', 'cancellation') and v_subject not like '%{{summary}}%' then
    perform private.refuse('subject_without_summary');
  end if;
  if not private.is_passage(v_introduction) then
    perform private.refuse('introduction_too_long');
  end if;
  v_unknown := private.unknown_fields(p_kind, v_introduction);
  if v_unknown <> '{}' then
    perform private.refuse('introduction_unknown_fields', jsonb_build_object('fields', v_unknown));
  end if;
  if not private.is_passage(v_closing) then
    perform private.refuse('closing_too_long');
  end if;
  v_unknown := private.unknown_fields(p_kind, v_closing);
  if v_unknown <> '{}' then
    perform private.refuse('closing_unknown_fields', jsonb_build_object('fields', v_unknown));
  end if;
  -- The standard subject and nothing else is the standard one.
  return jsonb_build_object('subject', nullif(v_subject, '{{summary}}'), 'introduction', v_introduction, 'closing', v_closing);
end
$$;
comment on function private.check_words(public.email_kind, text, text, text) is
  'These words as they are kept, {subject, introduction, closing}, each null for the standard one; refused where they have unknown fields, are too long, or the subject would not say what changed.';

create function private.write_words(p_kind public.email_kind, p_words jsonb, p_action text) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_standard constant jsonb := '{"subject": null, "introduction": null, "closing": null}';
  v_before jsonb;
begin
  perform private.require_admin();
  perform pg_advisory_xact_lock(hashtextextended('email_words', 0));
  v_before := coalesce(private.email_words(p_kind), v_standard);
  if v_before = p_words then
    return;
  end if;
  delete from public.email_words w where w.kind = p_kind;
  if p_words <> v_standard then
    insert into public.email_words (kind, subject, introduction, closing)
    values (p_kind, p_words ->> 'subject', p_words ->> 'introduction', p_words ->> 'closing');
  end if;
  perform private.log_activity(p_action, null, null, null, jsonb_build_object('kind', p_kind, 'before', v_before, 'after', p_words));
end
$$;
comment on function private.write_words(public.email_kind, jsonb, text) is 'Keeps checked words and writes the line in Activity, with those before; none where nothing changes.';

create function public.save_email_words(p_kind public.email_kind, p_subject text, p_introduction text, p_closing text) returns void
language sql set search_path = ''
as $$ select private.write_words(p_kind, private.check_words(p_kind, p_subject, p_introduction, p_closing), 'email_words.save') $$;
comment on function public.save_email_words(public.email_kind, text, text, text) is
  'The office''s words for this kind of email; null or empty is the standard one. Emails that leave from now on have them. Admins only (42501).';

create function public.reset_email_words(p_kind public.email_kind) returns void
language sql set search_path = ''
as $$ select private.write_words(p_kind, '{"subject": null, "introduction": null, "closing": null}', 'email_words.reset') $$;
comment on function public.reset_email_words(public.email_kind) is 'Back to the standard words for this kind of email. Admins only (42501).';

create function public.accent_contrast(p_color text) returns table (ratio numeric, is_enough boolean)
language sql stable set search_path = ''
as $$
  select c.ratio, private.is_accent_color(p_color) from (select private.contrast_with_white(p_color) as ratio) c
  where private.is_staff() and c.ratio is not null
$$;
comment on function public.accent_contrast(text) is
  'For staff: the contrast of white text on a color written as #rrggbb, and whether it may be the accent color; no row for anything else.';
grant execute on function public.accent_contrast(text) to authenticated;

-- The logo ---------------------------------------------------------------------------------------

create function private.save_school_logo(p_content text) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_type text := private.image_type(p_content);
begin
  perform private.require_admin();
  if v_type is null then
    perform private.refuse('logo_not_an_image');
  end if;
  if octet_length(decode(p_content, 'base64')) > 200 * 1024 then
    perform private.refuse('logo_too_large');
  end if;
  insert into public.school_logo as l (content, mime_type) values (p_content, v_type)
  on conflict (id) do update set content = excluded.content, mime_type = excluded.mime_type;
  perform private.log_activity('school_logo.save', null, null, null);
end
$$;

create function public.save_school_logo(p_content text) returns void
language sql set search_path = ''
as $$ select private.save_school_logo(p_content) $$;
comment on function public.save_school_logo(text) is
  'The logo at the head of emails: a PNG or a JPEG of at most 200 KB, in base64. Refused with logo_not_an_image or logo_too_large. Admins only (42501).';

create function private.remove_school_logo() returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_admin();
  delete from public.school_logo;
  if found then
    perform private.log_activity('school_logo.remove', null, null, null);
  end if;
end
$$;

create function public.remove_school_logo() returns void
language sql set search_path = ''
as $$ select private.remove_school_logo() $$;
comment on function public.remove_school_logo() is 'Emails have no logo any more. Admins only (42501).';

-- Drafts -----------------------------------------------------------------------------------------

create function public.email_samples(p_kind public.email_kind)
returns table (person_id uuid, full_name text, schedule_id uuid, employer text, on_date date)
language sql stable set search_path = ''
as $$
  with part as (
    select si.interviewer_id as person_id, si.schedule_id, true as is_interviewer from public.schedule_interviewers si
    union
    select s.student_id, s.schedule_id, false from public.slots s where s.student_id is not null and s.kind = 'interview'
  )
  select x.person_id, x.full_name, x.schedule_id, x.employer, x.on_date
  from (
    select p.person_id, coalesce(i.full_name, st.full_name) as full_name, c.id as schedule_id, e.name as employer, c.on_date, c.time_zone
    from part p
    join public.schedules c on c.id = p.schedule_id and private.takes_place(c, p.is_interviewer)
    join public.ocis o on o.id = c.oci_id
    join public.employers e on e.id = o.employer_id
    left join public.interviewers i on i.id = p.person_id and i.archived_at is null
    left join public.students st on st.id = p.person_id and st.archived_at is null
    where coalesce(i.id, st.id) is not null and case
      when p_kind in ('interview_link', 'interview_link_request', 'schedule') then p.is_interviewer
      when p_kind in ('student_link', 'student_link_request') then not p.is_interviewer
      else p_kind <> 'overview' end
    union all
    select i.id, i.full_name, null, e.name, null, null
    from public.interviewers i join public.employers e on e.id = i.employer_id
    where p_kind = 'overview' and i.sees_overview and i.archived_at is null
  ) x
  order by private.is_over(x.on_date, x.time_zone), abs(x.on_date - private.today(x.time_zone)), x.full_name, x.person_id
  limit 20
$$;
comment on function public.email_samples(public.email_kind) is
  'Whom an email of this kind could go to, the next days first: at most 20 people and schedules to look at its words with. schedule_id and on_date are null for overviews.';

create function private.sample_schedule(p_schedule jsonb, p_kind public.email_kind) returns jsonb
language sql immutable set search_path = ''
as $$
  select p_schedule || case p_kind
    when 'change' then jsonb_build_object('state', 'changed', 'before', f.facts || jsonb_build_object('slots', (
      select coalesce(jsonb_agg(jsonb_build_array((s ->> 0)::bigint - 3600, (s ->> 1)::bigint - 3600)), '[]') from jsonb_array_elements(f.facts -> 'slots') s)))
    when 'cancellation' then jsonb_build_object('state', 'canceled', 'before', f.facts, 'facts', null)
    when 'reminder' then jsonb_build_object('state', 'up_to_date', 'before', f.facts)
    else jsonb_build_object('state', 'new', 'before', null) end
  from (select p_schedule -> 'facts' as facts) f
$$;
comment on function private.sample_schedule(jsonb, public.email_kind) is
  'A schedule of a payload as an email of this kind has it: newly announced, as it was, moved by an hour, or canceled.';

create function private.draft_email(p_person_id uuid, p_schedule_id uuid, p_kind public.email_kind, p_words jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_words jsonb;
  v_payload jsonb;
begin
  perform private.require_admin();
  v_words := private.check_words(p_kind, p_words ->> 'subject', p_words ->> 'introduction', p_words ->> 'closing');
  v_payload := private.unsent_payload(p_person_id, array[p_schedule_id], case p_kind when 'overview' then p_kind else 'interview_link' end);
  return v_payload || jsonb_build_object('kind', p_kind, 'words', v_words, 'schedules', (
    select coalesce(jsonb_agg(private.sample_schedule(s, p_kind)), '[]') from jsonb_array_elements(v_payload -> 'schedules') s));
end
$$;

create function public.preview_email(p_person_id uuid, p_schedule_id uuid, p_kind public.email_kind, p_words jsonb) returns jsonb
language sql set search_path = ''
as $$ select private.draft_email(p_person_id, p_schedule_id, p_kind, p_words) $$;
comment on function public.preview_email(uuid, uuid, public.email_kind, jsonb) is
  'What an email of this kind with these words {subject, introduction, closing} would say to this person about this schedule: private.email_payload. Writes nothing. Refused like save_email_words. Admins only (42501).';

create function private.test_words(p_person_id uuid, p_schedule_id uuid, p_kind public.email_kind, p_words jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_payload jsonb := private.draft_email(p_person_id, p_schedule_id, p_kind, p_words);
begin
  perform private.log_activity('emails.test', null, p_schedule_id, p_person_id);
  return private.for_whoever_asks(v_payload);
end
$$;

create function public.test_words(p_person_id uuid, p_schedule_id uuid, p_kind public.email_kind, p_words jsonb) returns jsonb
language sql set search_path = ''
as $$ select private.test_words(p_person_id, p_schedule_id, p_kind, p_words) $$;
comment on function public.test_words(uuid, uuid, public.email_kind, jsonb) is
  'The same, to be sent to whoever asks: {payload, to: {name, email}}. Admins only (42501).';

grant execute on function private.save_school_logo(text), public.save_school_logo(text), private.remove_school_logo(), public.remove_school_logo() to authenticated;
grant execute on function private.merge_fields(public.email_kind), public.merge_fields(public.email_kind), public.email_samples(public.email_kind) to authenticated;
grant execute on function private.unknown_fields(public.email_kind, text), private.tidy_words(text), private.check_words(public.email_kind, text, text, text),
  private.write_words(public.email_kind, jsonb, text), public.save_email_words(public.email_kind, text, text, text), public.reset_email_words(public.email_kind),
  private.draft_email(uuid, uuid, public.email_kind, jsonb), public.preview_email(uuid, uuid, public.email_kind, jsonb),
  private.test_words(uuid, uuid, public.email_kind, jsonb), public.test_words(uuid, uuid, public.email_kind, jsonb) to authenticated;

-- supabase/schemas/35_email_activity.sql

-- Email Activity: counts over time, and whether anything has changed.

create function public.email_activity_version() returns text
language sql stable set search_path = ''
as $$
  select (select count(*) from public.emails e where private.is_in_flight(e.status)) || ':' ||
    coalesce((select max(v.id) from public.email_events v), 0)
$$;
comment on function public.email_activity_version() is
  'A text that changes whenever an email is queued, sent or reported on. Two indexes answer it, so that it may be asked every other second.';

create function public.email_counts(
  p_text text, p_recipient text, p_employer uuid default null, p_kind public.email_kind default null, p_batch uuid default null,
  p_status public.email_status default null, p_group public.email_status_group default null,
  p_after timestamptz default null, p_before timestamptz default null
) returns table (unit text, starts_at timestamptz, first_day date, last_day date, sent int, waiting int, attention int, canceled int)
-- A custom plan leaves out the filters that are not set, and with them what could not use an index.
language plpgsql stable set search_path = '' set plan_cache_mode = force_custom_plan
as $$
declare
  v_searched boolean := p_text <> '' or p_recipient <> '' or p_employer is not null;
  v_zone text := (select s.time_zone from public.settings s);
begin
  return query
  with listed as materialized (
    select l.created_at, l.status_group
    from (
      select e.* from public.email_list e where not v_searched
      union all
      select e.* from public.search_emails(p_text, p_recipient, p_employer) e where v_searched
    ) l
    where (p_kind is null or l.kind = p_kind) and (p_batch is null or l.batch_id = p_batch)
      and (p_status is null or l.status = p_status) and (p_group is null or l.status_group = p_group)
      and (p_after is null or l.created_at >= p_after) and (p_before is null or l.created_at < p_before)
  ), span as (
    select b.first_at, b.last_at, case when b.last_at - b.first_at <= interval '2 days' then 'hour'
      when b.last_at - b.first_at <= interval '92 days' then 'day'
      when b.last_at - b.first_at <= interval '2 years' then 'week' else 'month' end as unit
    from (select min(l.created_at) as first_at, max(l.created_at) as last_at from listed l) b
    where b.first_at is not null
  ), edges as (
    -- Hours last equally long over a clock change, days do not. The last edge is after the last email.
    select h.at, s.unit from span s
    cross join lateral generate_series(date_trunc('hour', s.first_at, v_zone), s.last_at + interval '1 hour', interval '1 hour') h (at)
    where s.unit = 'hour'
    union all
    select d.at at time zone v_zone, s.unit from span s
    cross join lateral generate_series(date_trunc(s.unit, s.first_at at time zone v_zone),
      (s.last_at at time zone v_zone) + ('1 ' || s.unit)::interval, ('1 ' || s.unit)::interval) d (at)
    where s.unit <> 'hour'
  ), buckets as (
    select e.at, e.unit, lead(e.at) over (order by e.at) as ends_at, (row_number() over (order by e.at))::int as n from edges e
  ), counts as (
    select width_bucket(l.created_at, (select array_agg(e.at order by e.at) from edges e)) as n, l.status_group, count(*)::int as emails
    from listed l group by 1, 2
  )
  select b.unit, b.at, (b.at at time zone v_zone)::date, (b.ends_at at time zone v_zone - interval '1 microsecond')::date,
    coalesce(sum(c.emails) filter (where c.status_group = 'sent'), 0)::int,
    coalesce(sum(c.emails) filter (where c.status_group = 'waiting'), 0)::int,
    coalesce(sum(c.emails) filter (where c.status_group = 'attention'), 0)::int,
    coalesce(sum(c.emails) filter (where c.status_group = 'canceled'), 0)::int
  from buckets b left join counts c on c.n = b.n
  where b.ends_at is not null
  group by b.unit, b.at, b.ends_at
  order by b.at;
end
$$;
comment on function public.email_counts(text, text, uuid, public.email_kind, uuid, public.email_status, public.email_status_group, timestamptz, timestamptz) is
  'How many of the emails that search_emails and these filters leave are in each status group, by hour, day, week or month of the office''s time zone, as wide as the time between the first and the last asks for. Empty ones in between included.';

grant execute on function public.email_activity_version(),
  public.email_counts(text, text, uuid, public.email_kind, uuid, public.email_status, public.email_status_group, timestamptz, timestamptz)
  to authenticated;
