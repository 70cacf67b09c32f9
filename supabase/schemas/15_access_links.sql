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
