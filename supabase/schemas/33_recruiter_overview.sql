-- The recruiter's overview: what a recruiter to whom the office gave it sees and does on all schedules of their employer.

create table public.substitute_proposals (
  id uuid primary key default gen_random_uuid(),
  schedule_id uuid not null,
  interviewer_id uuid not null,
  substitute_id uuid references public.interviewers (id) on delete cascade,
  full_name text check (btrim(full_name) <> '' and length(full_name) <= 200 and full_name !~ '[[:cntrl:]]'),
  email text check (private.is_email_address(email)),
  title text check (length(title) <= 200 and title !~ '[[:cntrl:]]'),
  proposed_by uuid not null references public.interviewers (id) on delete cascade,
  created_at timestamptz not null default now(),
  declined_at timestamptz,
  foreign key (schedule_id, interviewer_id)
    references public.schedule_interviewers (schedule_id, interviewer_id) on delete cascade,
  constraint proposal_names_one_person
    check (num_nonnulls(substitute_id, full_name) = 1 and (full_name is null) = (email is null))
);
comment on table public.substitute_proposals is
  'Who a recruiter would have interview instead of someone, until the office accepts it (the assignment goes, and the row with it). A substitute of the directory, or someone new by name.';
create unique index substitute_proposals_key on public.substitute_proposals (schedule_id, interviewer_id);
create index substitute_proposals_substitute_idx on public.substitute_proposals (substitute_id);
create index substitute_proposals_proposed_by_idx on public.substitute_proposals (proposed_by);

select private.add_staff_policies('public.substitute_proposals', '{}');
grant select on public.substitute_proposals to authenticated;

create view public.open_proposals with (security_invoker = true) as
select p.id, p.schedule_id, c.oci_id, o.employer_id, e.name as employer, c.on_date, c.time_zone, old.full_name as interviewer,
  coalesce(s.full_name, p.full_name) as substitute, coalesce(s.email, p.email) as substitute_email, s.id is null as is_new,
  p.interviewer_id, r.full_name as recruiter, p.created_at
from public.substitute_proposals p
join public.schedules c on c.id = p.schedule_id
join public.ocis o on o.id = c.oci_id
join public.employers e on e.id = o.employer_id
join public.interviewers old on old.id = p.interviewer_id
join public.interviewers r on r.id = p.proposed_by
left join public.interviewers s on s.id = p.substitute_id
where p.declined_at is null and c.canceled_at is null and not private.is_over(c.on_date, c.time_zone);
comment on view public.open_proposals is 'The substitutes that recruiters propose and the office has not answered yet.';
grant select on public.open_proposals to authenticated;

-- What a recruiter sees --------------------------------------------------------------------------

create function private.overview_schedules() returns setof public.schedules
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_employer uuid := private.overview_employer();
begin
  return query
    select s.* from public.ocis o join public.schedules s on s.oci_id = o.id
    where o.employer_id = v_employer and o.archived_at is null
      and private.is_announced(s) and not private.is_over(s.on_date, s.time_zone);
end
$$;
comment on function private.overview_schedules() is 'What the overview holds: the employer''s days, today or later, that anyone outside the office may know of.';

create function private.may_resend(s public.schedules, si public.schedule_interviewers) returns boolean
language sql immutable set search_path = ''
as $$ select s.canceled_at is null and private.is_visible_to_interviewer(s, si) $$;
comment on function private.may_resend(public.schedules, public.schedule_interviewers) is
  'Whether a recruiter may have this colleague''s link sent again: the colleague may know of the day already.';

create function private.recruiter_overview() returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'schedules', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', s.id, 'position', jp.title, 'on_date', s.on_date, 'time_zone', s.time_zone, 'starts_at', s.starts_at, 'ends_at', s.ends_at,
        'format', s.format, 'video', s.video, 'location', s.location, 'canceled', s.canceled_at is not null,
        'interviewers', coalesce((
          select jsonb_agg(jsonb_build_object(
            'id', x.interviewer_id, 'full_name', x.full_name, 'title', x.title,
            'link', l.link,
            'link_at', case l.link when 'opened' then x.opened_at when 'sent' then x.status_at end,
            'may_resend', private.may_resend(s, si),
            'proposal', (
              select jsonb_build_object('id', p.id, 'substitute', coalesce(i.full_name, p.full_name), 'declined', p.declined_at is not null)
              from public.substitute_proposals p left join public.interviewers i on i.id = p.substitute_id
              where p.schedule_id = s.id and p.interviewer_id = x.interviewer_id)
            ) order by x.full_name, x.interviewer_id)
          from public.link_states x
          join public.schedule_interviewers si on si.schedule_id = x.schedule_id and si.interviewer_id = x.interviewer_id
          join public.interviewers a on a.id = x.interviewer_id and a.archived_at is null
          cross join lateral (select case
            when x.status is null or x.link_reset or x.status = 'canceled' then 'not_sent'
            when private.needs_attention(x.status) then 'not_delivered'
            when private.is_in_flight(x.status) then 'on_its_way'
            when x.opened_at is not null then 'opened'
            else 'sent' end as link) l
          where x.schedule_id = s.id), '[]')
        ) order by s.on_date, s.starts_at, s.id)
      from private.overview_schedules() s
      join public.ocis o on o.id = s.oci_id
      left join public.job_postings jp on jp.id = o.job_posting_id), '[]'),
    'colleagues', (
      select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'full_name', i.full_name, 'title', i.title) order by i.full_name, i.id), '[]')
      from public.interviewers i where i.employer_id = e.id and i.archived_at is null))
  from public.employers e where e.id = private.overview_employer()
$$;

create function public.recruiter_overview() returns jsonb
language sql stable set search_path = ''
as $$ select private.recruiter_overview() $$;
comment on function public.recruiter_overview() is
  'All days of the caller''s employer, today or later, and how each interviewer''s link stands, for a recruiter who sees the overview: {schedules: [{id, position, on_date, time_zone, starts_at, ends_at, format, video, location, canceled, interviewers: [{id, full_name, title, link: not_sent|on_its_way|sent|opened|not_delivered, link_at, may_resend, proposal: {id, substitute, declined} | null}]}], colleagues: [{id, full_name, title}]}. No students, no email addresses, no links. null for anyone else.';

-- What a recruiter does --------------------------------------------------------------------------

create function private.log_recruiter(p_action text, p_schedule_id uuid, p_subject_id uuid, p_detail jsonb default '{}') returns void
language sql security definer set search_path = ''
as $$
  select private.log_activity(p_action, null, p_schedule_id, p_subject_id, p_detail, i.id, i.full_name)
  from public.interviewers i where i.id = private.interviewer_id()
$$;

create function private.require_overview(p_schedule_id uuid) returns public.schedules
language plpgsql security definer set search_path = ''
as $$
declare
  v_schedule public.schedules;
begin
  if private.overview_employer() is null then
    raise insufficient_privilege;
  end if;
  perform from public.schedules c where c.id = p_schedule_id for update;
  select * into v_schedule from private.overview_schedules() s where s.id = p_schedule_id;
  if v_schedule.id is null then
    perform private.refuse('not_found', '{"what": "schedule"}');
  elsif (select count(*) from public.activity a where a.actor_id = private.interviewer_id() and a.at > now() - interval '1 hour') >= 60 then
    perform private.refuse('try_later');
  elsif v_schedule.canceled_at is not null then
    perform private.refuse('schedule_canceled');
  end if;
  return v_schedule;
end
$$;
comment on function private.require_overview(uuid) is
  'A schedule of the caller''s overview, locked. Refuses anyone else (42501), any other schedule (not_found), a canceled one, and more than 60 acts an hour (try_later).';

create function private.resend_to_colleague(p_schedule_id uuid, p_interviewer_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_schedule public.schedules := private.require_overview(p_schedule_id);
  v_assigned public.schedule_interviewers;
begin
  select si.* into v_assigned
  from public.schedule_interviewers si join public.interviewers i on i.id = si.interviewer_id and i.archived_at is null
  where si.schedule_id = p_schedule_id and si.interviewer_id = p_interviewer_id;
  if v_assigned.schedule_id is null then
    perform private.refuse('interviewer_not_assigned');
  elsif not private.may_resend(v_schedule, v_assigned) then
    perform private.refuse('not_released');
  elsif (select count(*) from public.emails m where m.interviewer_id = p_interviewer_id and m.kind = 'interview_link_request'
      and m.created_at > now() - interval '1 hour') >= 3 then
    perform private.refuse('resent_already');
  end if;
  perform private.queue_email(p_interviewer_id, array[p_schedule_id], 'interview_link_request', null);
  perform private.log_recruiter('access_links.resend', p_schedule_id, p_interviewer_id);
end
$$;

create function public.resend_to_colleague(p_schedule_id uuid, p_interviewer_id uuid) returns void
language sql set search_path = ''
as $$ select private.resend_to_colleague(p_schedule_id, p_interviewer_id) $$;
comment on function public.resend_to_colleague(uuid, uuid) is
  'For a recruiter who sees the overview: sends a colleague''s own link again, to the colleague. At most 3 an hour for each (resent_already).';

create function private.propose_substitute(p_schedule_id uuid, p_interviewer_id uuid, p_substitute_id uuid, p_person jsonb) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  v_me uuid := private.interviewer_id();
  v_employer uuid := private.overview_employer();
  v_email text := btrim(p_person ->> 'email');
  v_substitute uuid;
  v_id uuid;
begin
  perform private.require_overview(p_schedule_id);
  -- Whom they name by an address that a colleague has is that colleague.
  v_substitute := coalesce(p_substitute_id, (
    select i.id from public.interviewers i
    where i.employer_id = v_employer and lower(i.email) = lower(v_email) and not i.shares_email and i.archived_at is null));
  if not exists (select from public.schedule_interviewers si where si.schedule_id = p_schedule_id and si.interviewer_id = p_interviewer_id) then
    perform private.refuse('interviewer_not_assigned');
  elsif exists (select from public.schedule_interviewers si where si.schedule_id = p_schedule_id and si.interviewer_id = v_substitute) then
    perform private.refuse('interviewer_already_assigned');
  elsif v_substitute is not null and not exists (
    select from public.interviewers i where i.id = v_substitute and i.employer_id = v_employer and i.archived_at is null) then
    perform private.refuse('not_found', '{"what": "interviewer"}');
  end if;
  delete from public.substitute_proposals p where p.schedule_id = p_schedule_id and p.interviewer_id = p_interviewer_id;
  insert into public.substitute_proposals (schedule_id, interviewer_id, substitute_id, full_name, email, title, proposed_by)
  values (p_schedule_id, p_interviewer_id, v_substitute,
    case when v_substitute is null then coalesce(btrim(p_person ->> 'full_name'), '') end,
    case when v_substitute is null then coalesce(v_email, '') end,
    case when v_substitute is null then nullif(btrim(p_person ->> 'title'), '') end, v_me)
  returning id into v_id;
  perform private.log_recruiter('substitute_proposals.insert', p_schedule_id, p_interviewer_id,
    jsonb_build_object('substitute', (
      select coalesce(i.full_name, p.full_name) from public.substitute_proposals p left join public.interviewers i on i.id = p.substitute_id where p.id = v_id)));
  return v_id;
end
$$;

create function public.propose_substitute(
  p_schedule_id uuid, p_interviewer_id uuid, p_substitute_id uuid default null, p_person jsonb default null
) returns uuid
language sql set search_path = ''
as $$ select private.propose_substitute(p_schedule_id, p_interviewer_id, p_substitute_id, p_person) $$;
comment on function public.propose_substitute(uuid, uuid, uuid, jsonb) is
  'For a recruiter who sees the overview: proposes a colleague, or someone new {full_name, email, title?}, instead of an interviewer, in the place of an earlier proposal. The office decides. The proposal''s id.';

create function private.withdraw_proposal(p_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_proposal public.substitute_proposals;
begin
  select * into v_proposal from public.substitute_proposals p where p.id = p_id;
  perform private.require_overview(v_proposal.schedule_id);
  delete from public.substitute_proposals p where p.id = p_id;
  if found and v_proposal.declined_at is null then
    perform private.log_recruiter('substitute_proposals.withdraw', v_proposal.schedule_id, v_proposal.interviewer_id);
  end if;
end
$$;

create function public.withdraw_proposal(p_id uuid) returns void
language sql set search_path = ''
as $$ select private.withdraw_proposal(p_id) $$;
comment on function public.withdraw_proposal(uuid) is
  'For a recruiter who sees the overview: takes a proposal back, or clears one that was declined.';

-- What the office decides ------------------------------------------------------------------------

create function private.decide_proposal(p_id uuid, p_accept boolean, p_wait_seconds int) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_schedule uuid := (select p.schedule_id from public.substitute_proposals p where p.id = p_id);
  v_proposal public.substitute_proposals;
begin
  perform private.require_admin();
  perform from public.schedules c where c.id = v_schedule for update;
  select * into v_proposal from public.substitute_proposals p where p.id = p_id and p.declined_at is null;
  if v_proposal.id is null then
    perform private.refuse('proposal_gone');
  elsif p_accept then
    return private.replace_interviewer(v_proposal.schedule_id, v_proposal.interviewer_id, v_proposal.substitute_id,
      jsonb_build_object('full_name', v_proposal.full_name, 'email', v_proposal.email, 'title', v_proposal.title), p_wait_seconds);
  end if;
  update public.substitute_proposals p set declined_at = now() where p.id = p_id;
  perform private.log_activity('substitute_proposals.decline', null, v_proposal.schedule_id, v_proposal.interviewer_id);
  return jsonb_build_object('interviewer_id', v_proposal.interviewer_id, 'queued', 0);
end
$$;

create function public.decide_proposal(p_id uuid, p_accept boolean, p_wait_seconds int default 120) returns jsonb
language sql set search_path = ''
as $$ select private.decide_proposal(p_id, p_accept, p_wait_seconds) $$;
comment on function public.decide_proposal(uuid, boolean, int) is
  'Accepts a recruiter''s proposal, which replaces the interviewer and notifies both after p_wait_seconds (replace_interviewer, whose answer it is), or declines it, which the recruiter sees. Admins only (42501).';

grant execute on function private.recruiter_overview(), public.recruiter_overview(),
  private.resend_to_colleague(uuid, uuid), public.resend_to_colleague(uuid, uuid),
  private.propose_substitute(uuid, uuid, uuid, jsonb), public.propose_substitute(uuid, uuid, uuid, jsonb),
  private.withdraw_proposal(uuid), public.withdraw_proposal(uuid) to interviewer;
grant execute on function private.decide_proposal(uuid, boolean, int), public.decide_proposal(uuid, boolean, int) to authenticated;
