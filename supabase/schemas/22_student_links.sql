-- Sending students their links: how each one's stands, the plan, its preview and the queue.

create view public.student_link_states with (security_invoker = true) as
select k.schedule_id, c.oci_id, k.student_id, st.full_name, st.email, t.starts_at, t.ends_at, t.starts_at is not null as is_assigned,
  e.id as email_id, e.status, e.last_error, e.unsent_reason, coalesce(e.sent_at, e.created_at) as status_at, l.last_opened_at,
  case when l.last_opened_at >= e.created_at then l.last_opened_at end as opened_at,
  x.outdated, e.to_email = st.email and r.link_reset as link_reset,
  e.id is not null and not x.outdated and not private.needs_attention(e.status) as up_to_date, b.email is not null as suppressed
from (
  select s.schedule_id, s.student_id from public.slots s where s.student_id is not null
  union
  select es.schedule_id, es.person_id from public.email_schedules es where not es.is_interviewer
) k
join public.schedules c on c.id = k.schedule_id
join public.students st on st.id = k.student_id
left join public.access_links l on l.student_id = k.student_id
left join public.suppressed_addresses b on b.email = lower(st.email)
left join lateral (
  select min(s.starts_at) as starts_at, max(s.ends_at) as ends_at from public.slots s
  where s.schedule_id = k.schedule_id and s.student_id = k.student_id
) t on true
left join lateral (
  select e.*, es.snapshot from public.email_schedules es join public.emails e on e.id = es.email_id
  where es.schedule_id = k.schedule_id and es.person_id = k.student_id and e.status <> 'canceled' and not (e.kind = 'reminder' and es.sequence = 0)
  order by es.at desc limit 1
) e on true
cross join lateral (select e.link_version is not null and e.link_version is distinct from l.version as link_reset) r
cross join lateral (
  select e.id is not null and (e.to_email is distinct from st.email or r.link_reset
    or (e.status <> 'queued' and e.snapshot is distinct from private.person_facts(k.schedule_id, k.student_id))) as outdated) x
where t.starts_at is not null or (private.last_notified(k.schedule_id, k.student_id)).snapshot is not null;
comment on view public.student_link_states is
  'Each assigned student''s link per schedule, like link_states; and, with is_assigned false, whoever was notified of an interview that they no longer have there.';
grant select on public.student_link_states to authenticated;

create function private.student_link_criteria(p_schedule_ids uuid[], p_as_released boolean)
returns table (schedule_id uuid, criterion text, met boolean)
language sql stable set search_path = ''
as $$
  select s.id, c.criterion, c.met
  from public.schedules s
  cross join lateral (values
    ('students', s.id in (select x.schedule_id from public.student_link_states x where x.schedule_id = any (p_schedule_ids))),
    ('released', p_as_released or s.released_at is not null),
    ('not_canceled', s.canceled_at is null),
    ('day_not_over', not private.is_over(s.on_date, s.time_zone))
  ) c (criterion, met)
  where s.id = any (p_schedule_ids)
$$;
comment on function private.student_link_criteria(uuid[], boolean) is
  'The one rule for when students may be notified. p_as_released: as if the schedules were released already.';

create function private.plan_student_links(p_schedule_ids uuid[], p_student_ids uuid[], p_include_unchanged boolean, p_as_released boolean)
returns table (schedule_id uuid, person_id uuid, outcome text, unmet text[])
language sql stable set search_path = ''
as $$
  with ready as (
    select c.schedule_id, coalesce(array_agg(c.criterion) filter (where not c.met), '{}') as unmet
    from private.student_link_criteria(p_schedule_ids, p_as_released) c group by c.schedule_id
  )
  select r.schedule_id, null, 'not_ready', r.unmet from ready r where r.unmet <> '{}'
  union all
  select r.schedule_id, x.student_id,
    case when x.suppressed then 'suppressed' when x.up_to_date and not p_include_unchanged then 'unchanged' else 'send' end,
    '{}'
  from ready r
  join public.student_link_states x on x.schedule_id = r.schedule_id
  join public.students st on st.id = x.student_id and st.archived_at is null
  -- Said once more as a constant: by a join alone the view would be made for all schedules.
  where x.schedule_id = any (p_schedule_ids) and r.unmet = '{}' and (p_student_ids is null or x.student_id = any (p_student_ids))
$$;
comment on function private.plan_student_links(uuid[], uuid[], boolean, boolean) is
  'What notifying the students would do: per schedule "not_ready" with the unmet criteria, or per student "send", "unchanged" (their last email is up to date) or "suppressed" (their address takes no mail).';

create function public.preview_student_links(
  p_schedule_ids uuid[], p_student_ids uuid[] default null, p_include_unchanged boolean default true, p_as_released boolean default false
) returns table (
  schedule_id uuid, oci_id uuid, employer text, "position" text, on_date date, time_zone text, starts_at timestamptz, ends_at timestamptz,
  student_id uuid, full_name text, email text, is_assigned boolean, outcome text, unmet text[],
  last_status public.email_status, last_at timestamptz
)
language sql stable set search_path = ''
as $$
  select s.id, s.oci_id, e.name, jp.title, s.on_date, s.time_zone, x.starts_at, x.ends_at,
    x.student_id, x.full_name, x.email, x.is_assigned, p.outcome, p.unmet, x.status, x.status_at
  from private.plan_student_links(p_schedule_ids, p_student_ids, p_include_unchanged, p_as_released) p
  join public.schedules s on s.id = p.schedule_id
  join public.ocis o on o.id = s.oci_id
  join public.employers e on e.id = o.employer_id
  left join public.job_postings jp on jp.id = o.job_posting_id
  left join public.student_link_states x
    on x.schedule_id = any (p_schedule_ids) and x.schedule_id = s.id and x.student_id = p.person_id
  order by s.on_date, s.id, x.starts_at, x.full_name
$$;
comment on function public.preview_student_links(uuid[], uuid[], boolean, boolean) is
  'What queue_student_links would do, one row a student and schedule; student_id is null for a schedule that is not_ready. p_as_released: as it would be once the schedules are released.';

create function private.queue_student_links(
  p_request_id uuid, p_schedule_ids uuid[], p_student_ids uuid[], p_include_unchanged boolean
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v record;
  v_plan jsonb;
begin
  select * into v from private.begin_batch(p_request_id);
  if v.answer is not null then
    return v.answer;
  end if;
  -- Whoever sends for the same schedules at the same time waits here, then finds them unchanged.
  perform from public.schedules s where s.id = any (p_schedule_ids) order by s.id for update;
  select coalesce(jsonb_agg(to_jsonb(p)), '[]') into v_plan
  from private.plan_student_links(p_schedule_ids, p_student_ids, p_include_unchanged, false) p;

  perform private.queue_emails(v_plan, 'student_link', v.batch_id);
  return private.finish_batch(v.batch_id, v_plan, 'students');
end
$$;

create function public.queue_student_links(
  p_request_id uuid, p_schedule_ids uuid[], p_student_ids uuid[] default null, p_include_unchanged boolean default true
) returns jsonb
language sql set search_path = ''
as $$ select private.queue_student_links(p_request_id, p_schedule_ids, p_student_ids, p_include_unchanged) $$;
comment on function public.queue_student_links(uuid, uuid[], uuid[], boolean) is
  'Queues one email a student for all ready schedules given, all or nothing; the same request id queues once. Whoever was notified of an interview they no longer have there is notified of that too. p_student_ids null: all. {batch_id, repeated, queued, unchanged, not_ready: [{schedule_id, unmet}]}. Admins only (42501).';

create function private.correct_address(p_request_id uuid, p_person_id uuid, p_email text, p_schedule_ids uuid[]) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v record;
  v_is_interviewer boolean := exists (select from public.interviewers i where i.id = p_person_id);
  v_plan jsonb;
begin
  select * into v from private.begin_batch(p_request_id);
  if v.answer is not null then
    return v.answer;
  elsif private.is_suppressed(btrim(p_email)) then
    perform private.refuse('address_suppressed');
  end if;
  perform from public.schedules s where s.id = any (p_schedule_ids) order by s.id for update;
  update public.interviewers i set email = btrim(p_email) where i.id = p_person_id;
  update public.students st set email = btrim(p_email) where st.id = p_person_id;
  if v_is_interviewer then
    select coalesce(jsonb_agg(to_jsonb(p)), '[]') into v_plan
    from private.plan_interview_links(p_schedule_ids, array[p_person_id], false, true) p;
  else
    select coalesce(jsonb_agg(to_jsonb(p)), '[]') into v_plan
    from private.plan_student_links(p_schedule_ids, array[p_person_id], true, false) p;
  end if;
  perform private.queue_emails(v_plan, case when v_is_interviewer then 'interview_link' else 'student_link' end::public.email_kind, v.batch_id);
  return private.finish_batch(v.batch_id, v_plan, case when v_is_interviewer then 'people' else 'students' end);
end
$$;

create function public.correct_address(p_request_id uuid, p_person_id uuid, p_email text, p_schedule_ids uuid[]) returns jsonb
language sql set search_path = ''
as $$ select private.correct_address(p_request_id, p_person_id, p_email, p_schedule_ids) $$;
comment on function public.correct_address(uuid, uuid, text, uuid[]) is
  'Gives an interviewer or a student another email address, which resets their link, and queues the email about these schedules to it; the same request id once. {batch_id, repeated, queued, unchanged, not_ready}. Admins only (42501).';

grant execute on function private.correct_address(uuid, uuid, text, uuid[]), public.correct_address(uuid, uuid, text, uuid[]) to authenticated;
grant execute on function private.student_link_criteria(uuid[], boolean),
  private.plan_student_links(uuid[], uuid[], boolean, boolean),
  public.preview_student_links(uuid[], uuid[], boolean, boolean),
  private.queue_student_links(uuid, uuid[], uuid[], boolean),
  public.queue_student_links(uuid, uuid[], uuid[], boolean) to authenticated;
