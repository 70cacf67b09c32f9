-- Interviewer assignments: who interviews on a schedule, and who takes a slot where that differs.

create table public.schedule_interviewers (
  schedule_id uuid not null references public.schedules (id) on delete cascade,
  interviewer_id uuid not null references public.interviewers (id) on delete restrict,
  invited_at timestamptz,
  link_email_id uuid references public.emails (id) on delete set null,
  created_at timestamptz not null default now(),
  primary key (schedule_id, interviewer_id)
);
comment on table public.schedule_interviewers is 'Who interviews on a schedule. invited_at: when the Interview Link was first sent for it, from when on they may know of the schedule even if it is not released.';
comment on column public.schedule_interviewers.link_email_id is 'The latest email to this person about this schedule.';
create index schedule_interviewers_interviewer_idx on public.schedule_interviewers (interviewer_id);
create index schedule_interviewers_email_idx on public.schedule_interviewers (link_email_id);

create table public.slot_interviewers (
  slot_id uuid not null,
  schedule_id uuid not null,
  interviewer_id uuid not null,
  primary key (slot_id, interviewer_id),
  foreign key (slot_id, schedule_id) references public.slots (id, schedule_id) on delete cascade,
  foreign key (schedule_id, interviewer_id)
    references public.schedule_interviewers (schedule_id, interviewer_id) on delete cascade
);
comment on table public.slot_interviewers is 'Who takes this slot, where that differs from the whole schedule. No row: everyone on the schedule does.';
create index slot_interviewers_interviewer_idx on public.slot_interviewers (schedule_id, interviewer_id);

-- Row-level security and grants ------------------------------------------------------------------

select private.add_staff_policies(t, array['insert', 'delete'])
from unnest(array['public.schedule_interviewers', 'public.slot_interviewers']::regclass[]) t;
grant select, insert, delete on public.schedule_interviewers, public.slot_interviewers to authenticated;

create trigger schedule_interviewers_log after insert or delete on public.schedule_interviewers
  for each row execute function private.log_change();
create trigger slot_interviewers_log after insert or delete on public.slot_interviewers
  for each row execute function private.log_change();

create view private.slot_takers with (security_invoker = true) as
select s.id as slot_id, s.schedule_id, si.interviewer_id
from public.slots s
join public.schedule_interviewers si on si.schedule_id = s.schedule_id
where not exists (select from public.slot_interviewers o where o.slot_id = s.id)
  or exists (select from public.slot_interviewers o where o.slot_id = s.id and o.interviewer_id = si.interviewer_id);
comment on view private.slot_takers is 'Who takes each slot: those named for it, else everyone on its schedule.';
grant select on private.slot_takers to authenticated, interviewer, service_role;

-- Functions --------------------------------------------------------------------------------------

create function private.interviewers_of_slots(p_slot_ids uuid[])
returns table (slot_id uuid, interviewer_id uuid, full_name text)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
as $$
begin
  return query select t.slot_id, i.id, i.full_name
  from private.slot_takers t join public.interviewers i on i.id = t.interviewer_id and i.archived_at is null
  where t.slot_id = any (p_slot_ids);
end
$$;
comment on function private.interviewers_of_slots(uuid[]) is 'Who interviews in each of these slots.';

create function private.check_interviewer_employer() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if exists (
    select from public.schedule_interviewers si
    join public.interviewers i on i.id = si.interviewer_id
    join public.schedules s on s.id = si.schedule_id
    join public.ocis o on o.id = s.oci_id
    where i.employer_id <> o.employer_id
      and case tg_table_name
        when 'schedule_interviewers' then si.schedule_id = (to_jsonb(new) ->> 'schedule_id')::uuid
        when 'ocis' then o.id = (to_jsonb(new) ->> 'id')::uuid
        when 'interviewers' then i.id = (to_jsonb(new) ->> 'id')::uuid
        else s.id = (to_jsonb(new) ->> 'id')::uuid end
  ) then
    perform private.refuse('interviewer_of_another_employer');
  end if;
  return null;
end
$$;
create trigger schedule_interviewers_employer after insert on public.schedule_interviewers
  for each row execute function private.check_interviewer_employer();
create trigger ocis_employer after update of employer_id on public.ocis
  for each row execute function private.check_interviewer_employer();
create trigger interviewers_employer after update of employer_id on public.interviewers
  for each row execute function private.check_interviewer_employer();
create trigger schedules_employer after update of oci_id on public.schedules
  for each row execute function private.check_interviewer_employer();
