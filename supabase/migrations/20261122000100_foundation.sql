-- Foundation: schemas, roles, who is asking, settings, staff, activity.

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

-- Nothing is readable or callable until a migration says so.
alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke all on sequences from anon, authenticated;
alter default privileges in schema public revoke execute on functions from public, anon, authenticated;
alter default privileges revoke execute on functions from public;
alter default privileges in schema public grant all on tables to service_role;
alter default privileges in schema public grant all on sequences to service_role;

create function private.is_time_zone(p_name text) returns boolean
language sql immutable set search_path = ''
as $$
  -- PostgreSQL also takes POSIX rules such as "Evil/Zone+5", which no browser knows.
  select p_name ~ '^([A-Z][A-Za-z_]+(/[A-Z][A-Za-z_-]+)+|Etc/GMT[+-]\d{1,2}|Etc/GMT0|UTC)$'
    and timezone(p_name, 'epoch'::timestamptz) is not null
$$;
comment on function private.is_time_zone(text) is 'An IANA name that browsers know as well. Raises 22023 for a name of the right shape that is none.';

create type public.staff_role as enum ('admin', 'viewer');

-- Tables -----------------------------------------------------------------------------------------

create table public.settings (
  id boolean primary key default true check (id),
  school_name text not null check (school_name <> '' and length(school_name) <= 200),
  office_name text not null check (office_name <> '' and length(office_name) <= 200),
  sender_name text not null check (sender_name <> '' and length(sender_name) <= 200),
  sender_email text not null check (sender_email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$'),
  reply_to text check (reply_to ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$'),
  support_email text not null check (support_email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$'),
  support_phone text check (length(support_phone) <= 50),
  time_zone text not null default 'America/New_York' check (private.is_time_zone(time_zone))
);
comment on table public.settings is 'The career office: one row.';

create table public.staff (
  user_id uuid primary key references auth.users (id) on delete cascade,
  full_name text not null check (full_name <> ''),
  role public.staff_role not null default 'viewer',
  created_at timestamptz not null default now()
);
comment on table public.staff is 'People of the career office who may sign in. An account without a row here sees nothing.';

create table public.activity (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor_id uuid,
  actor_name text not null,
  action text not null,
  oci_id uuid,
  schedule_id uuid,
  subject_id uuid,
  detail jsonb not null default '{}'
);
comment on table public.activity is 'Append-only audit: who did what. action is "<table>.<verb>"; detail holds {column: [old, new]} or the facts of the act.';

create index activity_at_idx on public.activity (at desc);
create index activity_oci_idx on public.activity (oci_id, at desc);
create index activity_schedule_idx on public.activity (schedule_id, at desc);

-- Who is asking ----------------------------------------------------------------------------------

create function private.clock() returns timestamptz
language sql stable set search_path = ''
as $$ select now() $$;
comment on function private.clock() is 'Now, for every rule about days and deadlines. Tests replace it to stand on either side of midnight.';

create function private.claims() returns jsonb
language sql stable set search_path = ''
as $$ select coalesce(nullif(current_setting('request.jwt.claims', true), ''), '{}')::jsonb $$;
comment on function private.claims() is 'The verified claims of the caller''s token; {} without one.';

create function private.user_id() returns uuid
language sql stable set search_path = ''
as $$ select (private.claims() ->> 'sub')::uuid where private.claims() ->> 'role' = 'authenticated' $$;
comment on function private.user_id() is 'The signed-in staff account, or null.';

create function private.staff_role() returns public.staff_role
language sql stable security definer set search_path = ''
as $$ select s.role from public.staff s where s.user_id = private.user_id() $$;

create function private.is_staff() returns boolean
language sql stable set search_path = ''
as $$ select private.staff_role() is not null $$;

create function private.is_admin() returns boolean
language sql stable set search_path = ''
as $$ select coalesce(private.staff_role() = 'admin', false) $$;

create function private.require_admin() returns void
language plpgsql stable set search_path = ''
as $$
begin
  if not private.is_admin() then
    raise exception 'Only an admin of the career office may do this.' using errcode = '42501';
  end if;
end
$$;
comment on function private.require_admin() is 'Refuses (42501) anyone but a staff admin. First line of every definer function that staff call.';

create function private.log_activity(
  p_action text, p_oci_id uuid, p_schedule_id uuid, p_subject_id uuid, p_detail jsonb default '{}'
) returns void
language sql security definer set search_path = ''
as $$
  insert into public.activity (actor_id, actor_name, action, oci_id, schedule_id, subject_id, detail)
  select private.user_id(),
    coalesce((select s.full_name from public.staff s where s.user_id = private.user_id()), 'System'),
    p_action, p_oci_id, p_schedule_id, p_subject_id, p_detail
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
  -- An import is one line, written by import_rows.
  if current_setting('campus.importing', true) = 'on' then
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
      case when tg_table_name = 'ocis' then (v_row ->> 'id')::uuid
           else coalesce((v_row ->> 'oci_id')::uuid,
             (select s.oci_id from public.schedules s where s.id = (v_row ->> 'schedule_id')::uuid)) end,
      case when tg_table_name = 'schedules' then (v_row ->> 'id')::uuid else (v_row ->> 'schedule_id')::uuid end,
      case when coalesce(v_row ->> 'id', v_row ->> 'user_id') ~ '^[0-9a-f-]{36}$' then coalesce(v_row ->> 'id', v_row ->> 'user_id')::uuid end,
      v_changes
    );
  end if;
  return null;
end
$$;
comment on function private.log_change() is 'Row trigger: one activity line a changed row.';

create function private.add_staff_policies(p_table regclass) returns void
language plpgsql set search_path = ''
as $$
declare
  v_name text := (select relname from pg_catalog.pg_class where oid = p_table);
begin
  execute format('alter table %s enable row level security', p_table);
  execute format('revoke all on %s from anon, authenticated', p_table);
  execute format('grant select, insert, update, delete on %s to authenticated', p_table);
  execute format('create policy %I on %s for select to authenticated using ((select private.is_staff()))',
    'Staff read ' || v_name, p_table);
  execute format('create policy %I on %s for insert to authenticated with check ((select private.is_admin()))',
    'Admins add ' || v_name, p_table);
  execute format('create policy %I on %s for update to authenticated using ((select private.is_admin())) with check ((select private.is_admin()))',
    'Admins change ' || v_name, p_table);
  execute format('create policy %I on %s for delete to authenticated using ((select private.is_admin()))',
    'Admins remove ' || v_name, p_table);
end
$$;
comment on function private.add_staff_policies(regclass) is
  'Used by migrations: turns on row-level security with the office''s usual four policies (staff read; admins add, change, remove).';

-- Row-level security and grants ------------------------------------------------------------------

select private.add_staff_policies('public.settings');
revoke insert, delete on public.settings from authenticated;
create policy "Everyone reads whom to contact" on public.settings
  for select to anon, interviewer, student using (true);
grant select (id, school_name, office_name, support_email, support_phone, time_zone)
  on public.settings to anon, interviewer, student;

select private.add_staff_policies('public.staff');

select private.add_staff_policies('public.activity');
revoke insert, update, delete on public.activity from authenticated;
drop policy "Admins add activity" on public.activity;
drop policy "Admins change activity" on public.activity;
drop policy "Admins remove activity" on public.activity;
drop policy "Admins add settings" on public.settings;
drop policy "Admins remove settings" on public.settings;

create trigger settings_log after update on public.settings
  for each row execute function private.log_change();
create trigger staff_log after insert or update or delete on public.staff
  for each row execute function private.log_change();

create function private.keep_an_admin() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- One at a time: two admins removing each other would each still see the other.
  perform pg_advisory_xact_lock(hashtextextended('keep_an_admin', 0));
  if not exists (select from public.staff where role = 'admin') then
    raise exception 'The last admin cannot be removed: make someone else admin first.' using errcode = '23514';
  end if;
  return null;
end
$$;
create trigger staff_keep_an_admin after update or delete on public.staff
  for each statement execute function private.keep_an_admin();

grant execute on function private.is_time_zone(text), private.clock(), private.claims(), private.user_id(), private.staff_role(),
  private.is_staff(), private.is_admin(), private.require_admin()
  to anon, authenticated, service_role, interviewer, student;
