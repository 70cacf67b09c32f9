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
