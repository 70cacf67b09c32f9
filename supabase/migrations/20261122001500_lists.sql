-- Lists at full size: searching past row-level security, and an index for every order they can have.

-- On SSD and in memory, reading a page out of order costs little more than in order.
do $$
begin
  execute format('alter database %I set random_page_cost = 1.1', current_database());
exception when insufficient_privilege then
  raise notice 'random_page_cost stays as it is: let the owner of the database set it to 1.1.';
end
$$;

create view public.email_list with (security_invoker = true) as
select e.id, e.kind, e.batch_id, e.to_name, e.to_email, e.subject, e.status, e.created_at from public.emails e;
comment on view public.email_list is 'Emails without their contents, which need not be read to list them.';
grant select on public.email_list to authenticated;
revoke all on public.email_list from anon;

-- Searching --------------------------------------------------------------------------------------

-- Under a policy LIKE uses no index, because it might tell of rows before the policy has hidden them.
-- These functions ask once who is asking, then search as their owner. An index takes patterns one by
-- one, so three words are looked up; the rest, if there are more, is compared. PL/pgSQL hands over
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
create function private.search_emails(p_patterns text[], p_recipient text[]) returns setof public.email_list
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
as $$
begin
  return query select l.id, l.kind, l.batch_id, l.to_name, l.to_email, l.subject, l.status, l.created_at from public.emails l
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
create function public.search_employers(p_text text) returns setof public.employer_list
language sql stable set search_path = '' as $$ select * from private.search_employers(private.search_patterns(p_text)) $$;
create function public.search_interviewers(p_text text) returns setof public.interviewer_list
language sql stable set search_path = '' as $$ select * from private.search_interviewers(private.search_patterns(p_text)) $$;
create function public.search_students(p_text text) returns setof public.student_list
language sql stable set search_path = '' as $$ select * from private.search_students(private.search_patterns(p_text)) $$;
create function public.search_emails(p_text text, p_recipient text) returns setof public.email_list
language sql stable set search_path = '' as $$ select * from private.search_emails(private.search_patterns(p_text), private.search_patterns(p_recipient)) $$;
create function public.search_activity(p_text text) returns setof public.activity
language sql stable set search_path = '' as $$ select * from private.search_activity(private.search_patterns(p_text)) $$;
comment on function public.search_ocis(text) is 'The rows of oci_list that hold every word of a text.';
comment on function public.search_employers(text) is 'The rows of employer_list that hold every word of a text.';
comment on function public.search_interviewers(text) is 'The rows of interviewer_list that hold every word of a text.';
comment on function public.search_students(text) is 'The rows of student_list that hold every word of a text.';
comment on function public.search_emails(text, text) is
  'The rows of email_list that hold every word of a text anywhere, and every word of p_recipient in the name or address they went to.';
comment on function public.search_activity(text) is 'The acts that hold every word of a text.';

grant execute on function private.search_patterns(text), private.search_ocis(text[]), private.search_employers(text[]), private.search_interviewers(text[]),
  private.search_students(text[]), private.search_emails(text[], text[]), private.search_activity(text[]),
  public.search_ocis(text), public.search_employers(text), public.search_interviewers(text),
  public.search_students(text), public.search_emails(text, text), public.search_activity(text) to authenticated;

create index employers_search_idx on public.employers using gin (lower(name) extensions.gin_trgm_ops);
create index interviewers_search_idx on public.interviewers using gin (search extensions.gin_trgm_ops);
create index students_search_idx on public.students using gin (search extensions.gin_trgm_ops);

-- Orders and counts ------------------------------------------------------------------------------

create index oci_list_latest_idx on public.oci_list (first_date desc nulls last, employer desc, id desc) where archived_at is null;
create index oci_list_counts_idx on public.oci_list (
  season, last_date, first_date, released, not_released, changed_since_release, to_send, sent, problems, without_interviewers, without_meeting_url
) include (formats, videos) where archived_at is null;

create index students_name_order_idx on public.students (full_name, id) where archived_at is null;
create index students_program_idx on public.students (program, full_name, id) where archived_at is null;
create index students_last_program_idx on public.students (program desc nulls last, full_name desc, id desc) where archived_at is null;
create index students_year_idx on public.students (class_year, full_name, id) where archived_at is null;
create index students_last_year_idx on public.students (class_year desc nulls last, full_name desc, id desc) where archived_at is null;
create index students_interviews_idx on public.students (interviews, full_name, id) where archived_at is null;
create index students_groups_idx on public.students (program, class_year) where archived_at is null;
create index students_archived_idx on public.students (full_name, id) where archived_at is not null;

create index employers_order_idx on public.employers (name, id);
create index interviewers_order_idx on public.interviewers (employer_id, full_name, id) where archived_at is null;
create index interviewers_name_idx on public.interviewers (full_name, id) where archived_at is null;
create index interviewers_archived_idx on public.interviewers (full_name, id) where archived_at is not null;

alter table public.activity add about text generated always as (split_part(action, '.', 1)) stored;
comment on column public.activity.about is 'The table, or the kind of thing, that action is about.';
create index activity_about_idx on public.activity (about, at desc);
create index emails_kind_idx on public.emails (kind, created_at desc);
