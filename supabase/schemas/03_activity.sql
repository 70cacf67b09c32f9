-- Activity: the append-only audit, and the triggers that write it.

create table public.activity (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor_id uuid,
  actor_name text not null,
  action text not null,
  oci_id uuid,
  schedule_id uuid,
  subject_id uuid,
  detail jsonb not null default '{}',
  about text generated always as (split_part(action, '.', 1)) stored,
  names jsonb not null default '{}',
  search text not null default ''
);
comment on table public.activity is 'Append-only audit: who did what. action is "<table>.<verb>"; detail holds {column: [old, new]} or the facts of the act.';
comment on column public.activity.names is
  'What things were called at the time: {employer, on_date, time_zone, subject, student_id | interviewer_id | employer_id | job_posting_id | slot_id: [old, new]}; a slot is called by its start.';
comment on column public.activity.about is 'The table, or the kind of thing, that action is about.';
create index activity_at_idx on public.activity (at desc);
create index activity_oci_idx on public.activity (oci_id, at desc);
create index activity_schedule_idx on public.activity (schedule_id, at desc);
create index activity_actor_idx on public.activity (actor_id, at desc);
create index activity_search_idx on public.activity using gin (search extensions.gin_trgm_ops);
create index activity_about_idx on public.activity (about, at desc);

select private.add_staff_policies('public.activity', '{}');
grant select on public.activity to authenticated;

create function private.log_activity(
  p_action text, p_oci_id uuid, p_schedule_id uuid, p_subject_id uuid, p_detail jsonb default '{}',
  p_guest_id uuid default null, p_guest_name text default null
) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_user uuid := private.user_id();
begin
  insert into public.activity (actor_id, actor_name, action, oci_id, schedule_id, subject_id, detail)
  values (coalesce(v_user, p_guest_id), coalesce((select s.full_name from public.staff s where s.user_id = v_user), p_guest_name, 'System'),
    p_action, p_oci_id, p_schedule_id, p_subject_id, p_detail);
end
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
  -- Some changes of many rows are one line, written by the function that makes them.
  if current_setting('campus.one_line', true) = 'on' then
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
      case when tg_table_name = 'ocis' then (v_row ->> 'id')::uuid else (v_row ->> 'oci_id')::uuid end,
      case when tg_table_name = 'schedules' then (v_row ->> 'id')::uuid else (v_row ->> 'schedule_id')::uuid end,
      case when coalesce(v_row ->> 'id', v_row ->> 'user_id') ~ '^[0-9a-f-]{36}$' then coalesce(v_row ->> 'id', v_row ->> 'user_id')::uuid end,
      v_changes
    );
  end if;
  return null;
end
$$;
comment on function private.log_change() is 'Row trigger: one activity line a changed row.';

create trigger settings_log after update on public.settings
  for each row execute function private.log_change();
create trigger staff_log after insert or update or delete on public.staff
  for each row execute function private.log_change();

grant execute on function private.log_activity(text, uuid, uuid, uuid, jsonb, uuid, text) to authenticated;
