-- Activity in words: what the rows of an activity line were called when it was written.

create function private.name_of(p_table text, p_id uuid) returns text
language sql stable security definer set search_path = ''
as $$
  select case p_table
    when 'students' then (select s.full_name from public.students s where s.id = p_id)
    when 'interviewers' then (select i.full_name from public.interviewers i where i.id = p_id)
    when 'access_links' then coalesce(private.name_of('interviewers', p_id), private.name_of('students', p_id))
    when 'staff' then (select s.full_name from public.staff s where s.user_id = p_id)
    when 'employers' then (select e.name from public.employers e where e.id = p_id)
    when 'job_postings' then (select p.title from public.job_postings p where p.id = p_id)
    when 'slots' then (select to_jsonb(s.starts_at) #>> '{}' from public.slots s where s.id = p_id)
    when 'video_rooms' then private.name_of('slots', p_id)
    when 'schedule_templates' then (select t.name from public.schedule_templates t where t.id = p_id)
    when 'applications' then (
      select s.full_name from public.applications a join public.students s on s.id = a.student_id where a.id = p_id)
  end
$$;
comment on function private.name_of(text, uuid) is 'What people call a row, as activity shows it, a slot by its start; null for tables without such a name.';

create function private.name_activity() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  new.oci_id := coalesce(new.oci_id, (select s.oci_id from public.schedules s where s.id = new.schedule_id));
  new.names := jsonb_strip_nulls(jsonb_build_object(
      'employer', (select private.name_of('employers', o.employer_id) from public.ocis o where o.id = new.oci_id),
      'on_date', (select s.on_date from public.schedules s where s.id = new.schedule_id),
      'time_zone', (select s.time_zone from public.schedules s where s.id = new.schedule_id),
      -- What has just been removed is known by its old values only.
      'subject', coalesce(private.name_of(split_part(new.action, '.', 1), new.subject_id),
        new.detail #>> '{name,0}', new.detail #>> '{full_name,0}', new.detail #>> '{title,0}',
        new.detail #>> '{full_name,1}')))
    || (select coalesce(jsonb_object_agg(d.key, jsonb_build_array(
          private.name_of(k.name_in, (d.value ->> 0)::uuid), private.name_of(k.name_in, (d.value ->> 1)::uuid))), '{}')
        from jsonb_each(new.detail) d
        join (values ('student_id', 'students'), ('interviewer_id', 'interviewers'), ('employer_id', 'employers'),
          ('job_posting_id', 'job_postings'), ('slot_id', 'slots')) k (id_column, name_in) on k.id_column = d.key);
  new.search := lower(concat_ws(' ', new.actor_name,
    (select string_agg(n #>> '{}', ' ') from jsonb_path_query(new.names, 'strict $.**') n where jsonb_typeof(n) = 'string')));
  return new;
end
$$;
create trigger activity_named before insert on public.activity
  for each row execute function private.name_activity();
