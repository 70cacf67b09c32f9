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
