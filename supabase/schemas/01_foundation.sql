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

create function private.clock() returns timestamptz
language sql stable set search_path = ''
as $$ select now() $$;
comment on function private.clock() is 'Now, for every rule about days and deadlines. Tests replace it to stand on either side of midnight.';

create function private.jwt_claims() returns jsonb
language sql stable set search_path = ''
as $$ select coalesce(nullif(current_setting('request.jwt.claims', true), ''), '{}')::jsonb $$;
comment on function private.jwt_claims() is 'The verified claims of the caller''s token; {} without one.';

grant execute on function private.refuse(text, jsonb), private.is_time_zone(text), private.clock(), private.jwt_claims()
  to anon, authenticated, interviewer, student, service_role;
