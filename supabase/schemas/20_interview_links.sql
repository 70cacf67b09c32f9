-- Sending Interview Links to interviewers: the plan, its preview, the queue, and what an email is made from.

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
  interviewer_id uuid, full_name text, email text, outcome text, unmet text[],
  last_status public.email_status, last_at timestamptz
)
language sql stable set search_path = ''
as $$
  select s.id, s.oci_id, e.name, jp.title, s.on_date, s.time_zone, s.starts_at,
    x.interviewer_id, x.full_name, x.email, p.outcome, p.unmet, x.status, x.status_at
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

create function private.queue_interviewer_email(
  p_interviewer_id uuid, p_schedule_ids uuid[], p_kind public.email_kind, p_batch_id uuid
) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  v_id uuid := gen_random_uuid();
begin
  perform private.ensure_access_link(p_interviewer_id);
  insert into public.emails (id, batch_id, kind, interviewer_id, to_name, to_email, created_by)
  select v_id, p_batch_id, p_kind, i.id, i.full_name, i.email, private.user_id()
  from public.interviewers i where i.id = p_interviewer_id;
  insert into public.email_schedules (email_id, schedule_id, revision)
  select v_id, s.id, s.revision from public.schedules s where s.id = any (p_schedule_ids);
  update public.schedule_interviewers si set link_email_id = v_id, invited_at = coalesce(si.invited_at, now())
  where si.interviewer_id = p_interviewer_id and si.schedule_id = any (p_schedule_ids);
  insert into public.email_events (email_id, type) values (v_id, 'queued');
  return v_id;
end
$$;

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

  perform private.queue_interviewer_email(p.interviewer_id, array_agg(p.schedule_id), 'interview_link', v.batch_id)
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

create function private.interviewer_email_payload(p_email_id uuid) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'email_id', m.id, 'kind', m.kind, 'created_at', m.created_at,
    'to', jsonb_build_object('name', m.to_name, 'email', m.to_email),
    'school', (select to_jsonb(x) from (
      select school_name, office_name, sender_name, sender_email, reply_to, support_email, support_phone from public.settings) x),
    'employer', e.name,
    'link', (select jsonb_build_object('id', l.id, 'version', l.version) from public.access_links l where l.interviewer_id = i.id),
    'schedules', (
      select jsonb_agg(jsonb_build_object(
        'id', s.id, 'position', p.title, 'posting_id', p.id, 'posting_url', p.url,
        'on_date', s.on_date, 'time_zone', s.time_zone, 'starts_at', s.starts_at, 'ends_at', s.ends_at,
        'format', s.format, 'video', s.video, 'location', s.location, 'revision', s.revision,
        'slots', (select jsonb_agg(jsonb_build_object('kind', t.kind, 'label', t.label, 'starts_at', t.starts_at, 'ends_at', t.ends_at) order by t.starts_at)
          from private.slot_takers k join public.slots t on t.id = k.slot_id
          where k.schedule_id = s.id and k.interviewer_id = i.id)
        ) order by s.on_date, s.starts_at)
      from public.email_schedules es
      join public.schedules s on s.id = es.schedule_id
      join public.schedule_interviewers si on si.schedule_id = s.id and si.interviewer_id = i.id
      join public.ocis o on o.id = s.oci_id
      left join public.job_postings p on p.id = o.job_posting_id
      where es.email_id = m.id and s.canceled_at is null))
  from public.emails m
  join public.interviewers i on i.id = m.interviewer_id and i.email = m.to_email and i.archived_at is null
  join public.employers e on e.id = i.employer_id
  where m.id = p_email_id
$$;
comment on function private.interviewer_email_payload(uuid) is 'All that an email is rendered from, as it stands now; schedules is null when none is left to notify of.';

grant execute on function private.plan_interview_links(uuid[], uuid[], boolean, boolean),
  public.preview_interview_links(uuid[], uuid[], boolean, boolean),
  private.queue_interview_links(uuid, uuid[], uuid[], boolean, boolean),
  public.queue_interview_links(uuid, uuid[], uuid[], boolean, boolean) to authenticated;
grant execute on function private.queue_interviewer_email(uuid, uuid[], public.email_kind, uuid), private.interviewer_email_payload(uuid)
  to service_role;
