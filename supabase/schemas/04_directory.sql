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
