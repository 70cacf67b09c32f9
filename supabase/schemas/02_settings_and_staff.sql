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
