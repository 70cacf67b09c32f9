-- Derived rows: what makes an OCI's row of oci_list or a student's counts stale, and their one refresh when the
-- transaction commits. Changes of slots and of who interviews mark theirs in the reservations' triggers.

create function private.refresh_students(p_student_ids uuid[]) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  -- Locked in one order, and in a statement of its own: the next one then sees what whoever held the lock has written.
  perform from public.students s where s.id = any (p_student_ids) order by s.id for no key update;
  update public.students s set interviews = t.interviews, has_resume = t.has_resume
  from (
    select p.id, (
        select count(*)::int from public.slots x join public.schedules c on c.id = x.schedule_id
        where x.student_id = p.id and c.canceled_at is null) as interviews,
      exists (select from public.documents d where d.student_id = p.id and d.kind = 'resume') as has_resume
    from unnest(p_student_ids) p (id)
  ) t
  where s.id = t.id and (s.interviews, s.has_resume) is distinct from (t.interviews, t.has_resume);
end
$$;

create function private.refresh_stale_rows() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_ocis uuid[];
  v_students uuid[];
begin
  -- The first of a transaction's rows takes all of them.
  if not exists (select from private.stale_rows r where (r.transaction, r.kind, r.id) = (new.transaction, new.kind, new.id)) then
    return null;
  end if;
  with taken as (delete from private.stale_rows r where r.transaction = new.transaction returning r.kind, r.id)
  select array_agg(t.id) filter (where t.kind = 'oci'), array_agg(t.id) filter (where t.kind = 'student')
  into v_ocis, v_students from taken t;
  if v_ocis is not null then
    perform private.refresh_ocis(v_ocis);
  end if;
  if v_students is not null then
    perform private.refresh_students(v_students);
  end if;
  return null;
end
$$;
create constraint trigger refresh_stale_rows after insert on private.stale_rows
  deferrable initially deferred for each row execute function private.refresh_stale_rows();

create function private.mark_stale_on_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  case tg_table_name
    when 'ocis' then
      perform private.mark_stale('oci', array[new.id]);
    when 'employers' then
      perform private.mark_stale('oci', array(select o.id from public.ocis o where o.employer_id = new.id));
    when 'job_postings' then
      perform private.mark_stale('oci', array(select o.id from public.ocis o where o.job_posting_id = new.id));
    when 'schedules' then
      perform private.mark_stale('oci', array[new.oci_id, old.oci_id]);
      if tg_op = 'UPDATE' and (new.canceled_at is null) <> (old.canceled_at is null) then
        perform private.mark_stale('student', array(select s.student_id from public.slots s where s.schedule_id = new.id));
      end if;
    when 'interviewers' then
      perform private.mark_stale('oci', array(
        select s.oci_id from public.schedule_interviewers si join public.schedules s on s.id = si.schedule_id where si.interviewer_id = new.id));
    when 'schedule_interviewers' then
      perform private.mark_stale('oci', array(select s.oci_id from public.schedules s where s.id = new.schedule_id));
    when 'email_schedules' then
      perform private.mark_stale('oci', array(select s.oci_id from public.schedules s where s.id = new.schedule_id));
    when 'documents' then
      perform private.mark_stale('student', array[new.student_id, old.student_id]);
  end case;
  return null;
end
$$;
create trigger ocis_mark_stale after insert or update on public.ocis
  for each row execute function private.mark_stale_on_change();
create trigger employers_mark_stale after update on public.employers
  for each row when (new.name is distinct from old.name) execute function private.mark_stale_on_change();
create trigger job_postings_mark_stale after update on public.job_postings
  for each row when (new.title is distinct from old.title) execute function private.mark_stale_on_change();
create trigger schedules_mark_stale after insert or update or delete on public.schedules
  for each row execute function private.mark_stale_on_change();
create trigger interviewers_mark_stale after update on public.interviewers
  for each row when ((new.email, new.archived_at) is distinct from (old.email, old.archived_at)) execute function private.mark_stale_on_change();
create trigger schedule_interviewers_mark_stale after update on public.schedule_interviewers
  for each row when (new.link_email_id is distinct from old.link_email_id) execute function private.mark_stale_on_change();
create trigger email_schedules_mark_stale after update on public.email_schedules
  for each row when (new.snapshot is distinct from old.snapshot) execute function private.mark_stale_on_change();
create trigger student_email_schedules_mark_stale after insert on public.email_schedules
  for each row when (not new.is_interviewer) execute function private.mark_stale_on_change();
create trigger documents_mark_stale after insert or update or delete on public.documents
  for each row execute function private.mark_stale_on_change();

create function private.mark_stale_on_email_progress() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- A first attempt holds the link as it is. Only if the link is being reset at this very moment is the email outdated:
  -- the lock waits for that.
  if (private.needs_attention(new.status), private.has_notified(new.status)) = (private.needs_attention(old.status), private.has_notified(old.status))
    and old.link_version is null then
    perform from public.access_links l where l.interviewer_id = new.interviewer_id and l.version = new.link_version for share;
    if found then
      return null;
    end if;
  end if;
  perform private.mark_stale('oci', array(
    select s.oci_id from public.email_schedules es join public.schedules s on s.id = es.schedule_id where es.email_id = new.id));
  return null;
end
$$;
create trigger emails_mark_stale after update on public.emails
  for each row when (private.has_notified(new.status) <> private.has_notified(old.status) or new.interviewer_id is not null
    and (private.needs_attention(new.status), new.link_version) is distinct from (private.needs_attention(old.status), old.link_version))
  execute function private.mark_stale_on_email_progress();

create function private.mark_stale_on_link_use() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.mark_stale('oci', array(
    select s.oci_id
    from public.schedule_interviewers si
    join public.schedules s on s.id = si.schedule_id
    join public.emails e on e.id = si.link_email_id
    where si.interviewer_id = new.interviewer_id
      and (new.version <> old.version
        or coalesce(new.last_opened_at >= e.created_at, false) <> coalesce(old.last_opened_at >= e.created_at, false))));
  return null;
end
$$;
comment on function private.mark_stale_on_link_use() is 'An Interview Link was reset, or opened for the first time since its latest email.';
create trigger access_links_mark_stale after update on public.access_links
  for each row when (new.interviewer_id is not null) execute function private.mark_stale_on_link_use();
