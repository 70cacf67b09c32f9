-- Sending Interview Links to interviewers: the plan, its preview and the queue; replacing one and sending in one step; the link to
-- a recruiter's overview.

create function private.plan_interview_links(p_schedule_ids uuid[], p_interviewer_ids uuid[], p_bulk boolean, p_include_unchanged boolean)
returns table (schedule_id uuid, person_id uuid, outcome text, unmet text[])
language sql stable set search_path = ''
as $$
  with ready as (
    select c.schedule_id, coalesce(array_agg(c.criterion) filter (where not c.met), '{}') as unmet
    from private.link_criteria(p_schedule_ids, p_bulk) c group by c.schedule_id
  )
  select r.schedule_id, null, 'not_ready', r.unmet from ready r where r.unmet <> '{}'
  union all
  select r.schedule_id, x.interviewer_id,
    case when x.suppressed then 'suppressed' when x.up_to_date and not p_include_unchanged then 'unchanged' else 'send' end,
    '{}'
  from ready r
  join public.link_states x on x.schedule_id = r.schedule_id
  join public.interviewers i on i.id = x.interviewer_id and i.archived_at is null
  where r.unmet = '{}' and (p_interviewer_ids is null or x.interviewer_id = any (p_interviewer_ids))
$$;
comment on function private.plan_interview_links(uuid[], uuid[], boolean, boolean) is
  'What a send would do: per schedule "not_ready" with the unmet criteria, or per person "send", "unchanged" (their last email is up to date) or "suppressed" (their address takes no mail).';

create function public.preview_interview_links(
  p_schedule_ids uuid[], p_interviewer_ids uuid[] default null, p_bulk boolean default false, p_include_unchanged boolean default true
) returns table (
  schedule_id uuid, oci_id uuid, employer text, "position" text, on_date date, time_zone text, starts_at timestamptz,
  interviewer_id uuid, full_name text, email text, format public.schedule_format, video public.schedule_video, outcome text, unmet text[],
  last_status public.email_status, last_at timestamptz
)
language sql stable set search_path = ''
as $$
  select s.id, s.oci_id, e.name, jp.title, s.on_date, s.time_zone, s.starts_at,
    x.interviewer_id, x.full_name, x.email, s.format, s.video, p.outcome, p.unmet, x.status, x.status_at
  from private.plan_interview_links(p_schedule_ids, p_interviewer_ids, p_bulk, p_include_unchanged) p
  join public.schedules s on s.id = p.schedule_id
  join public.ocis o on o.id = s.oci_id
  join public.employers e on e.id = o.employer_id
  left join public.job_postings jp on jp.id = o.job_posting_id
  left join public.link_states x on x.schedule_id = s.id and x.interviewer_id = p.person_id
  order by s.on_date, s.starts_at, s.id, x.full_name
$$;
comment on function public.preview_interview_links(uuid[], uuid[], boolean, boolean) is
  'What queue_interview_links would do, one row a person and schedule; interviewer_id is null for a schedule that is not_ready. Pass the same arguments to both.';

create function private.queue_interview_links(
  p_request_id uuid, p_schedule_ids uuid[], p_interviewer_ids uuid[], p_bulk boolean, p_include_unchanged boolean
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
  from private.plan_interview_links(p_schedule_ids, p_interviewer_ids, p_bulk, p_include_unchanged) p;

  perform private.queue_emails(v_plan, 'interview_link', v.batch_id);
  return private.finish_batch(v.batch_id, v_plan, 'people');
end
$$;

create function public.queue_interview_links(
  p_request_id uuid, p_schedule_ids uuid[], p_interviewer_ids uuid[] default null,
  p_bulk boolean default false, p_include_unchanged boolean default true
) returns jsonb
language sql set search_path = ''
as $$ select private.queue_interview_links(p_request_id, p_schedule_ids, p_interviewer_ids, p_bulk, p_include_unchanged) $$;
comment on function public.queue_interview_links(uuid, uuid[], uuid[], boolean, boolean) is
  'Queues one email a person for all ready schedules given, all or nothing; the same request id queues once. p_interviewer_ids null: everyone assigned. {batch_id, repeated, queued, unchanged, not_ready: [{schedule_id, unmet}]}. Admins only (42501).';

create function private.replace_interviewer(p_schedule_id uuid, p_old uuid, p_new uuid, p_person jsonb, p_wait_seconds int) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_new uuid;
  v_last public.email_schedules;
  v_batch record;
  v_plan jsonb;
begin
  perform private.require_admin();
  perform from public.schedules c where c.id = p_schedule_id for update;
  if not exists (select from public.schedule_interviewers si where si.schedule_id = p_schedule_id and si.interviewer_id = p_old) then
    perform private.refuse('interviewer_not_assigned');
  elsif exists (select from public.schedule_interviewers si where si.schedule_id = p_schedule_id and si.interviewer_id = p_new) then
    perform private.refuse('interviewer_already_assigned');
  end if;
  v_new := coalesce(p_new, private.add_interviewer(p_schedule_id, p_person));

  perform set_config('campus.one_line', 'on', true);
  perform public.assign_interviewers(p_schedule_id, array[v_new]);
  insert into public.slot_interviewers (slot_id, schedule_id, interviewer_id)
  select o.slot_id, o.schedule_id, v_new from public.slot_interviewers o where o.schedule_id = p_schedule_id and o.interviewer_id = p_old;
  delete from public.schedule_interviewers si where si.schedule_id = p_schedule_id and si.interviewer_id = p_old;
  perform set_config('campus.one_line', 'off', true);
  perform private.log_activity('schedule_interviewers.replace', null, p_schedule_id, null,
    jsonb_build_object('interviewer_id', jsonb_build_array(p_old, v_new)));

  -- Whoever is put back knows of the day as long as no email has said otherwise.
  v_last := private.last_notified(p_schedule_id, v_new);
  update public.schedule_interviewers si set invited_at = v_last.at, link_email_id = v_last.email_id
  where si.schedule_id = p_schedule_id and si.interviewer_id = v_new and v_last.snapshot is not null;

  if p_wait_seconds is null then
    return jsonb_build_object('interviewer_id', v_new, 'queued', 0);
  end if;
  select * into v_batch from private.begin_batch(gen_random_uuid());
  select coalesce(jsonb_agg(to_jsonb(p)), '[]') into v_plan
  from (
    select n.schedule_id, n.person_id, case when n.suppressed then 'suppressed' else 'send' end as outcome, '{}'::text[] as unmet
    from private.plan_notices(array[p_schedule_id], array[p_old]) n
    union all
    select l.schedule_id, v_new, l.outcome, l.unmet
    from private.plan_interview_links(array[p_schedule_id], array[v_new], false, false) l
  ) p;
  perform private.queue_emails(v_plan, 'change', v_batch.batch_id, private.clock() + private.notice_wait(p_wait_seconds));
  return jsonb_build_object('interviewer_id', v_new) || private.finish_batch(v_batch.batch_id, v_plan, 'notified');
end
$$;

create function public.replace_interviewer(
  p_schedule_id uuid, p_old uuid, p_new uuid default null, p_person jsonb default null, p_wait_seconds int default null
) returns jsonb
language sql set search_path = ''
as $$ select private.replace_interviewer(p_schedule_id, p_old, p_new, p_person, p_wait_seconds) $$;
comment on function public.replace_interviewer(uuid, uuid, uuid, jsonb, int) is
  'Gives an interviewer''s part in a schedule, single slots included, to p_new of the same employer, or to a new one from p_person {full_name, email, title?, is_recruiter?, shares_email?}. With p_wait_seconds (3600 at most) both are notified after that time: the old one if they know of the day, the new one if its link may be sent. Swapped back until then, and nothing is sent. {interviewer_id: the new one''s, queued, …}. Admins only (42501).';

create function private.queue_overview(p_interviewer_id uuid) returns uuid
language sql security definer set search_path = ''
as $$
  select q.email_id
  from public.interviewers i
  cross join lateral private.queue_emails(
    jsonb_build_array(jsonb_build_object('schedule_id', null, 'person_id', i.id, 'outcome', 'send')), 'overview', null) q
  where i.id = p_interviewer_id and i.sees_overview and i.archived_at is null
$$;
comment on function private.queue_overview(uuid) is 'Queues the link to a recruiter''s page, about no schedule of their own; its id. null: not somebody who sees the overview.';

create function private.send_overview_link(p_interviewer_id uuid) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  v_email uuid;
begin
  perform private.require_admin();
  v_email := private.queue_overview(p_interviewer_id);
  if v_email is null then
    perform private.refuse('nothing_to_send');
  end if;
  perform private.log_activity('access_links.send_overview', null, null, p_interviewer_id);
  return v_email;
end
$$;

create function public.send_overview_link(p_interviewer_id uuid) returns uuid
language sql set search_path = ''
as $$ select private.send_overview_link(p_interviewer_id) $$;
comment on function public.send_overview_link(uuid) is
  'Queues the email with the link to the overview of a recruiter who sees it; its id. Admins only (42501).';

grant execute on function private.queue_overview(uuid) to service_role;
grant execute on function private.send_overview_link(uuid), public.send_overview_link(uuid) to authenticated;
grant execute on function private.plan_interview_links(uuid[], uuid[], boolean, boolean),
  public.preview_interview_links(uuid[], uuid[], boolean, boolean),
  private.queue_interview_links(uuid, uuid[], uuid[], boolean, boolean),
  public.queue_interview_links(uuid, uuid[], uuid[], boolean, boolean),
  private.replace_interviewer(uuid, uuid, uuid, jsonb, int), public.replace_interviewer(uuid, uuid, uuid, jsonb, int) to authenticated;
