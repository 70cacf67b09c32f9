-- Sending Interview Links to interviewers: the plan, its preview and the queue.

create function private.plan_interview_links(p_schedule_ids uuid[], p_interviewer_ids uuid[], p_bulk boolean, p_include_unchanged boolean)
returns table (schedule_id uuid, interviewer_id uuid, outcome text, unmet text[])
language sql stable set search_path = ''
as $$
  with ready as (
    select c.schedule_id, coalesce(array_agg(c.criterion) filter (where not c.met), '{}') as unmet
    from private.link_criteria(p_schedule_ids, p_bulk) c group by c.schedule_id
  )
  select r.schedule_id, null, 'not_ready', r.unmet from ready r where r.unmet <> '{}'
  union all
  select r.schedule_id, x.interviewer_id,
    case when x.up_to_date and not p_include_unchanged then 'unchanged' else 'send' end,
    '{}'
  from ready r
  join public.link_states x on x.schedule_id = r.schedule_id
  join public.interviewers i on i.id = x.interviewer_id and i.archived_at is null
  where r.unmet = '{}' and (p_interviewer_ids is null or x.interviewer_id = any (p_interviewer_ids))
$$;
comment on function private.plan_interview_links(uuid[], uuid[], boolean, boolean) is
  'What a send would do: per schedule "not_ready" with the unmet criteria, or per person "send" or "unchanged" (their last email is up to date).';

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
  left join public.link_states x on x.schedule_id = s.id and x.interviewer_id = p.interviewer_id
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

  perform private.queue_email(p.interviewer_id, array_agg(p.schedule_id), 'interview_link', v.batch_id)
  from jsonb_to_recordset(v_plan) as p (schedule_id uuid, interviewer_id uuid, outcome text)
  where p.outcome = 'send' group by p.interviewer_id;
  return private.finish_batch(v.batch_id, v_plan, 'interviewer_id', 'people');
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

grant execute on function private.plan_interview_links(uuid[], uuid[], boolean, boolean),
  public.preview_interview_links(uuid[], uuid[], boolean, boolean),
  private.queue_interview_links(uuid, uuid[], uuid[], boolean, boolean),
  public.queue_interview_links(uuid, uuid[], uuid[], boolean, boolean) to authenticated;
