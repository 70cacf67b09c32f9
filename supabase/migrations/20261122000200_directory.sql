-- Directory: employers, their interviewers and postings, and the school's students.

create table public.employers (
  id uuid primary key default gen_random_uuid(),
  name text not null check (btrim(name) <> '' and length(name) <= 200),
  website text check (website ~ '^https?://\S+$' and length(website) <= 2000),
  archived_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table public.employers is 'Organisations that interview.';
create unique index employers_name_key on public.employers (lower(name));

create table public.interviewers (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid not null references public.employers (id) on delete restrict,
  full_name text not null check (btrim(full_name) <> '' and length(full_name) <= 200 and full_name !~ '[[:cntrl:]]'),
  email text not null check (email ~ '^[^@\s,;<>"]+@[^@\s,;<>"]+\.[^@\s,;<>"]+$' and length(email) <= 254),
  title text,
  is_recruiter boolean not null default false,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  search text not null generated always as (lower(full_name || ' ' || email)) stored
);
comment on table public.interviewers is 'People of an employer. A recruiter coordinates and may receive copies.';
create unique index interviewers_employer_email_key on public.interviewers (employer_id, lower(email));
create index interviewers_email_idx on public.interviewers (lower(email));

create table public.students (
  id uuid primary key default gen_random_uuid(),
  full_name text not null check (btrim(full_name) <> '' and length(full_name) <= 200 and full_name !~ '[[:cntrl:]]'),
  email text not null check (email ~ '^[^@\s,;<>"]+@[^@\s,;<>"]+\.[^@\s,;<>"]+$' and length(email) <= 254),
  program text,
  class_year int check (class_year between 1950 and 2100),
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  search text not null generated always as (lower(full_name || ' ' || email)) stored
);
comment on table public.students is 'The school''s students. program is what follows a name on a schedule, such as "JD".';
create unique index students_email_key on public.students (lower(email));

create table public.job_postings (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid not null references public.employers (id) on delete restrict,
  title text not null check (btrim(title) <> '' and length(title) <= 200),
  description text not null default '' check (length(description) <= 20000),
  location text,
  url text check (url ~ '^https://[A-Za-z0-9.-]+\.[A-Za-z0-9-]+(:\d{1,4})?([/?#][^\s{}<>"]*)?$' and length(url) <= 2000),
  archived_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table public.job_postings is 'Positions. url is where the posting stands when it is not kept here; it needs a sign-in there.';
create index job_postings_employer_idx on public.job_postings (employer_id);
-- What ocis refer to, so that an OCI's posting is always its own employer's.
alter table public.job_postings add unique (employer_id, id);

select private.add_staff_policies(t)
from unnest(array['public.employers', 'public.interviewers', 'public.students', 'public.job_postings']::regclass[]) t;

create trigger employers_log after insert or update or delete on public.employers
  for each row execute function private.log_change();
create trigger interviewers_log after insert or update or delete on public.interviewers
  for each row execute function private.log_change('search');
create trigger students_log after insert or update or delete on public.students
  for each row execute function private.log_change('interviews', 'has_resume', 'search');
create trigger job_postings_log after insert or update or delete on public.job_postings
  for each row execute function private.log_change();
