-- CSV import: each row's outcome is decided by one function a kind, the same for the dry run and the import.

create type public.import_kind as enum ('employers', 'interviewers', 'students', 'assignments');

create function private.problem(p_code text, p_params jsonb default '{}') returns jsonb
language sql immutable set search_path = ''
as $$ select jsonb_build_object('code', p_code, 'params', p_params) $$;
comment on function private.problem(text, jsonb) is 'What is wrong with a row, as private.refuse would say it: {code, params}.';

create function private.email_problem(p_email text) returns jsonb
language sql immutable set search_path = ''
as $$
  select case
    when coalesce(p_email, '') = '' then private.problem('email_missing')
    when not private.is_email_address(p_email)
      then private.problem('email_malformed', jsonb_build_object('email', left(p_email, 80)))
  end
$$;

create function private.name_problem(p_name text) returns jsonb
language sql immutable set search_path = ''
as $$
  select case
    when coalesce(p_name, '') = '' then private.problem('name_missing')
    when length(p_name) > 200 then private.problem('name_too_long')
    when p_name ~ '[[:cntrl:]]' then private.problem('name_of_several_lines')
  end
$$;

create function private.repeat_problem(p_code text, p_row int, p_first int) returns jsonb
language sql immutable set search_path = ''
as $$ select case when p_row <> p_first then private.problem(p_code, jsonb_build_object('row', p_first)) end $$;

-- How many rows a file has is not known when these are planned: joined by hash, they take time in
-- proportion to the rows, whatever comes.

create function private.check_employers(p_rows jsonb) returns table (n int, outcome text, problem jsonb, data jsonb)
language sql stable set search_path = '' set enable_nestloop = off
as $$
  with given as (
    select r.n::int, btrim(coalesce(r.j ->> 'name', '')) as name, nullif(btrim(r.j ->> 'website'), '') as website
    from jsonb_array_elements(p_rows) with ordinality r (j, n)
  ), judged as (
    select g.*, e.id, e.website as old_website,
      coalesce(private.name_problem(g.name),
        case when not private.is_web_url(g.website) then private.problem('website_malformed') end,
        private.repeat_problem('name_repeated', g.n, first_value(g.n) over w)) as problem
    from given g left join public.employers e on lower(e.name) = lower(g.name)
    window w as (partition by lower(g.name) order by g.n)
  )
  select j.n, case when j.problem is not null then 'error' when j.id is null then 'create'
      when j.website is not null and j.website is distinct from j.old_website then 'update' else 'unchanged' end,
    j.problem, jsonb_build_object('id', j.id, 'name', j.name, 'website', j.website)
  from judged j
$$;

create function private.check_students(p_rows jsonb) returns table (n int, outcome text, problem jsonb, data jsonb)
language sql stable set search_path = '' set enable_nestloop = off
as $$
  with given as (
    select r.n::int, btrim(coalesce(r.j ->> 'full_name', '')) as full_name, btrim(coalesce(r.j ->> 'email', '')) as email,
      nullif(btrim(r.j ->> 'program'), '') as program, nullif(btrim(r.j ->> 'class_year'), '') as class_year
    from jsonb_array_elements(p_rows) with ordinality r (j, n)
  ), judged as (
    select g.*, s.id, s.full_name as old_name, s.program as old_program, s.class_year as old_year,
      coalesce(private.name_problem(g.full_name), private.email_problem(g.email),
        case when g.class_year !~ '^(19[5-9]\d|20\d\d|2100)$' then private.problem('class_year_malformed', jsonb_build_object('class_year', left(g.class_year, 20))) end,
        private.repeat_problem('email_repeated', g.n, first_value(g.n) over w)) as problem
    from given g left join public.students s on lower(s.email) = lower(g.email)
    window w as (partition by lower(g.email) order by g.n)
  )
  select j.n, case when j.problem is not null then 'error' when j.id is null then 'create'
      when (j.full_name, coalesce(j.program, j.old_program), coalesce(j.class_year, j.old_year::text))
        is distinct from (j.old_name, j.old_program, j.old_year::text) then 'update' else 'unchanged' end,
    j.problem, jsonb_build_object('id', j.id, 'full_name', j.full_name, 'email', j.email, 'program', j.program, 'class_year', j.class_year)
  from judged j
$$;

create function private.check_interviewers(p_rows jsonb) returns table (n int, outcome text, problem jsonb, data jsonb)
language sql stable set search_path = '' set enable_nestloop = off
as $$
  with given as (
    select r.n::int, btrim(coalesce(r.j ->> 'employer', '')) as employer, btrim(coalesce(r.j ->> 'full_name', '')) as full_name,
      btrim(coalesce(r.j ->> 'email', '')) as email, nullif(btrim(r.j ->> 'title'), '') as title,
      lower(btrim(coalesce(r.j ->> 'is_recruiter', ''))) as is_recruiter
    from jsonb_array_elements(p_rows) with ordinality r (j, n)
  ), address as (
    select i.employer_id, lower(i.email) as email, count(*) as people from public.interviewers i group by 1, 2
  ), judged as (
    select g.*, e.id as employer_id, i.id, i.full_name as old_name, i.title as old_title, i.is_recruiter as old_recruiter,
      g.is_recruiter in ('yes', 'y', 'true', '1', 'x') as recruiter,
      coalesce(private.name_problem(g.full_name), private.email_problem(g.email),
        case when g.employer = '' then private.problem('employer_name_missing')
          when e.id is null then private.problem('employer_unknown', jsonb_build_object('employer', left(g.employer, 80))) end,
        case when g.is_recruiter not in ('', 'yes', 'y', 'true', '1', 'x', 'no', 'n', 'false', '0') then private.problem('recruiter_malformed') end,
        case when i.id is null and a.people > 0 then private.problem('address_of_several') end,
        private.repeat_problem('interviewer_repeated', g.n, first_value(g.n) over w)) as problem
    from given g
    left join public.employers e on lower(e.name) = lower(g.employer)
    left join address a on a.employer_id = e.id and a.email = lower(g.email)
    -- Whoever has the address alone is known by it, others by their name as well.
    left join public.interviewers i on i.employer_id = e.id and lower(i.email) = lower(g.email)
      and (a.people = 1 or lower(i.full_name) = lower(g.full_name))
    window w as (partition by lower(g.employer), lower(g.email), i.id order by g.n)
  )
  select j.n, case when j.problem is not null then 'error' when j.id is null then 'create'
      when (j.full_name, coalesce(j.title, j.old_title), case when j.is_recruiter = '' then j.old_recruiter else j.recruiter end)
        is distinct from (j.old_name, j.old_title, j.old_recruiter) then 'update' else 'unchanged' end,
    j.problem, jsonb_build_object('id', j.id, 'employer_id', j.employer_id, 'full_name', j.full_name, 'email', j.email, 'title', j.title,
      'is_recruiter', case when j.is_recruiter = '' then j.old_recruiter else j.recruiter end)
  from judged j
$$;

create function private.check_assignments(p_rows jsonb) returns table (n int, outcome text, problem jsonb, data jsonb)
language sql stable set search_path = '' set enable_nestloop = off
as $$
  with given as materialized (
    select r.n::int, lower(btrim(coalesce(r.j ->> 'employer', ''))) as employer, btrim(coalesce(r.j ->> 'date', '')) as date,
      lpad(btrim(coalesce(r.j ->> 'time', '')), 5, '0') as time, private.location_key(nullif(btrim(r.j ->> 'location'), '')) as location,
      lower(btrim(coalesce(r.j ->> 'email', ''))) as email
    from jsonb_array_elements(p_rows) with ordinality r (j, n)
  ), slot as (
    select lower(e.name) as employer, c.on_date::text as date, to_char(s.starts_at at time zone c.time_zone, 'HH24:MI') as time,
      private.location_key(c.location) as location, s.id, s.student_id, s.starts_at, s.ends_at
    from public.employers e
    join public.ocis o on o.employer_id = e.id
    join public.schedules c on c.oci_id = o.id and c.canceled_at is null
    join public.slots s on s.schedule_id = c.id and s.kind = 'interview'
  ), matched as (
    select g.n, count(*) as slots, (array_agg(s.id))[1] as slot_id, (array_agg(s.student_id))[1] as held_by,
      min(s.starts_at) as starts_at, min(s.ends_at) as ends_at
    from given g join slot s using (employer, date, time)
    where g.location is null or s.location = g.location
    group by g.n
  ), found as materialized (
    select g.*, st.id as student_id, coalesce(m.slots, 0) as slots, m.slot_id, m.held_by, m.starts_at, m.ends_at
    from given g
    left join public.students st on lower(st.email) = g.email
    left join matched m on m.n = g.n
  ), busy as (
    select distinct f.n
    from found f
    join public.slots o on o.student_id = f.student_id and tstzrange(o.starts_at, o.ends_at) && tstzrange(f.starts_at, f.ends_at)
    join public.schedules c on c.id = o.schedule_id and c.canceled_at is null
    where f.held_by is null
  ), earlier as (
    select distinct f.n
    from found f
    join found b on b.student_id = f.student_id and b.n < f.n and b.slots = 1 and b.slot_id <> f.slot_id
      and tstzrange(b.starts_at, b.ends_at) && tstzrange(f.starts_at, f.ends_at)
  ), judged as (
    select f.*,
      coalesce(private.email_problem(f.email),
        case when f.student_id is null then private.problem('student_unknown')
          when f.date !~ '^\d{4}-\d{2}-\d{2}$' then private.problem('date_malformed')
          when f.time !~ '^\d{2}:\d{2}$' then private.problem('time_malformed')
          when f.slots = 0 then private.problem('no_slot_then')
          when f.slots > 1 then private.problem('several_slots_then')
          when f.held_by <> f.student_id then private.problem('slot_of_another_student') end,
        private.repeat_problem('slot_repeated', f.n, first_value(f.n) over s),
        case when busy.n is not null then private.problem('student_busy')
          when earlier.n is not null then private.problem('student_in_an_earlier_row') end) as problem
    from found f left join busy on busy.n = f.n left join earlier on earlier.n = f.n
    window s as (partition by f.slot_id, case when f.slot_id is null then f.n end order by f.n)
  )
  select j.n, case when j.problem is not null then 'error' when j.held_by = j.student_id then 'unchanged' else 'create' end,
    j.problem, jsonb_build_object('slot_id', j.slot_id, 'from', null, 'to', j.student_id)
  from judged j
$$;

create function private.check_import(p_kind public.import_kind, p_rows jsonb) returns table (n int, outcome text, problem jsonb, data jsonb)
language plpgsql stable set search_path = ''
as $$
begin
  if jsonb_typeof(p_rows) is distinct from 'array' or jsonb_array_length(p_rows) > 50000 then
    perform private.refuse('import_too_large');
  end if;
  case p_kind
    when 'employers' then return query select * from private.check_employers(p_rows);
    when 'students' then return query select * from private.check_students(p_rows);
    when 'interviewers' then return query select * from private.check_interviewers(p_rows);
    when 'assignments' then return query select * from private.check_assignments(p_rows);
  end case;
end
$$;

-- One jsonb, because the API cuts a result of more than 1,000 rows short.
create function public.check_import(p_kind public.import_kind, p_rows jsonb) returns jsonb
language sql stable set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('n', c.n, 'outcome', c.outcome, 'problem', c.problem) order by c.n), '[]')
  from private.require_admin(), private.check_import(p_kind, p_rows) c
$$;
comment on function public.check_import(public.import_kind, jsonb) is
  'The dry run: [{n, outcome, problem}], each row''s outcome (create, update, unchanged, error) and, for an error, the problem: {code, params}. Rows are objects of text: employers {name, website}; students {full_name, email, program, class_year}; interviewers {employer, full_name, email, title, is_recruiter}; assignments {employer, date YYYY-MM-DD, time HH:MM, location, email}. An empty cell leaves what is there as it is.';

create function public.import_rows(p_kind public.import_kind, p_rows jsonb, p_skip_errors boolean default false)
returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_checked jsonb;
begin
  perform private.require_admin();
  select coalesce(jsonb_agg(to_jsonb(c)), '[]') into v_checked from private.check_import(p_kind, p_rows) c;

  if p_skip_errors or not jsonb_path_exists(v_checked, '$[*] ? (@.outcome == "error")') then
    perform set_config('campus.one_line', 'on', true);
    if p_kind = 'employers' then
      insert into public.employers (name, website)
      select c.data ->> 'name', c.data ->> 'website' from jsonb_to_recordset(v_checked) as c (outcome text, data jsonb) where c.outcome = 'create';
      update public.employers e set website = c.data ->> 'website'
      from jsonb_to_recordset(v_checked) as c (outcome text, data jsonb) where c.outcome = 'update' and e.id = (c.data ->> 'id')::uuid;
    elsif p_kind = 'students' then
      insert into public.students (full_name, email, program, class_year)
      select c.data ->> 'full_name', c.data ->> 'email', c.data ->> 'program', (c.data ->> 'class_year')::int
      from jsonb_to_recordset(v_checked) as c (outcome text, data jsonb) where c.outcome = 'create';
      update public.students s set full_name = c.data ->> 'full_name', program = coalesce(c.data ->> 'program', s.program),
        class_year = coalesce((c.data ->> 'class_year')::int, s.class_year)
      from jsonb_to_recordset(v_checked) as c (outcome text, data jsonb) where c.outcome = 'update' and s.id = (c.data ->> 'id')::uuid;
    elsif p_kind = 'interviewers' then
      insert into public.interviewers (employer_id, full_name, email, title, is_recruiter)
      select (c.data ->> 'employer_id')::uuid, c.data ->> 'full_name', c.data ->> 'email', c.data ->> 'title', coalesce((c.data ->> 'is_recruiter')::boolean, false)
      from jsonb_to_recordset(v_checked) as c (outcome text, data jsonb) where c.outcome = 'create';
      update public.interviewers i set full_name = c.data ->> 'full_name', title = coalesce(c.data ->> 'title', i.title),
        is_recruiter = (c.data ->> 'is_recruiter')::boolean
      from jsonb_to_recordset(v_checked) as c (outcome text, data jsonb) where c.outcome = 'update' and i.id = (c.data ->> 'id')::uuid;
    else
      perform private.change_assignments('import', jsonb_agg(c.data))
      from jsonb_to_recordset(v_checked) as c (outcome text, data jsonb) where c.outcome = 'create' having count(*) > 0;
    end if;
    perform set_config('campus.one_line', 'off', true);
    perform private.log_activity(p_kind || '.import', null, null, null, (
      select coalesce(jsonb_object_agg(t.outcome, t.rows), '{}')
      from (select c.outcome, count(*) as rows from jsonb_to_recordset(v_checked) as c (outcome text) group by 1) t));
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('n', c.n, 'outcome', c.outcome, 'problem', c.problem) order by c.n), '[]')
    from jsonb_to_recordset(v_checked) as c (n int, outcome text, problem jsonb));
end
$$;
comment on function public.import_rows(public.import_kind, jsonb, boolean) is
  'Imports in one transaction what check_import would, and answers the same: with an error nothing is written unless p_skip_errors, which leaves those rows out. Importing the same again changes nothing.';

grant execute on function private.problem(text, jsonb), private.email_problem(text), private.name_problem(text),
  private.repeat_problem(text, int, int), private.check_employers(jsonb),
  private.check_students(jsonb), private.check_interviewers(jsonb), private.check_assignments(jsonb),
  private.check_import(public.import_kind, jsonb), public.check_import(public.import_kind, jsonb),
  public.import_rows(public.import_kind, jsonb, boolean) to authenticated;
