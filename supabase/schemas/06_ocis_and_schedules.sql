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

