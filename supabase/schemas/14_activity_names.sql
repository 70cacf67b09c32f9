-- Activity in words: what the rows of an activity line were called when it was written.

create function private.name_of(p_table text, p_id uuid) returns text
language plpgsql stable security definer set search_path = ''
as $$
begin
  if p_id is null then
    return null;
  end if;
  case p_table
    when 'students' then
      return (select s.full_name from public.students s where s.id = p_id);
    when 'interviewers' then
      return (select i.full_name from public.interviewers i where i.id = p_id);
    when 'access_links', 'emails', 'substitute_proposals' then
      return coalesce(private.name_of('interviewers', p_id), private.name_of('students', p_id));
    when 'staff' then
      return (select s.full_name from public.staff s where s.user_id = p_id);
    when 'employers' then
      return (select e.name from public.employers e where e.id = p_id);
    when 'job_postings' then
      return (select p.title from public.job_postings p where p.id = p_id);
    when 'slots' then
      return (select to_jsonb(s.starts_at) #>> '{}' from public.slots s where s.id = p_id);
    when 'video_rooms' then
      return private.name_of('slots', p_id);
    when 'schedule_templates' then
      return (select t.name from public.schedule_templates t where t.id = p_id);
    when 'applications' then
      return (select s.full_name from public.applications a join public.students s on s.id = a.student_id where a.id = p_id);
    else
      return null;
  end case;
end
$$;
comment on function private.name_of(text, uuid) is 'What people call a row, as activity shows it, a slot by its start; null for tables without such a name.';

create function private.name_activity() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_schedule record;
begin
  select s.oci_id, s.on_date, s.time_zone into v_schedule from public.schedules s where s.id = new.schedule_id;
  new.oci_id := coalesce(new.oci_id, v_schedule.oci_id);
  new.names := jsonb_strip_nulls(jsonb_build_object(
      'employer', (select e.name from public.ocis o join public.employers e on e.id = o.employer_id where o.id = new.oci_id),
      'on_date', v_schedule.on_date,
      'time_zone', v_schedule.time_zone,
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
