-- Derived rows: what makes an OCI's row of oci_list, a student's counts or a guest's page stale, and their one refresh
-- when the transaction commits. Changes of slots and of who interviews mark the lists in the reservations' triggers.

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

create function private.refresh_page_versions(p_person_ids uuid[]) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  -- In one order, and last of all that a transaction locks: two of them wait for each other, never in a circle.
  insert into private.page_versions as v (link_id, version)
  select l.id, 1 from public.access_links l
  where l.student_id = any (p_person_ids) or l.interviewer_id = any (p_person_ids)
    -- Their page for another employer says that there is this one.
    or l.interviewer_id in (
      select other.id from public.interviewers me join public.interviewers other on lower(other.email) = lower(me.email)
      where me.id = any (p_person_ids))
  order by l.id
  on conflict (link_id) do update set version = v.version + 1;
end
$$;

create function private.refresh_stale_rows() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_ocis uuid[];
  v_students uuid[];
  v_pages uuid[];
begin
  delete from private.stale_transactions t where t.transaction = new.transaction;
  with taken as (delete from private.stale_rows r where r.transaction = new.transaction returning r.kind, r.id)
  select array_agg(t.id) filter (where t.kind = 'oci'), array_agg(t.id) filter (where t.kind = 'student'),
    array_agg(t.id) filter (where t.kind = 'page')
  into v_ocis, v_students, v_pages from taken t;
  if v_ocis is not null then
    perform private.refresh_ocis(v_ocis);
  end if;
  if v_students is not null then
    perform private.refresh_students(v_students);
  end if;
  if v_pages is not null then
    perform private.refresh_page_versions(v_pages);
  end if;
  return null;
end
$$;
create constraint trigger refresh_stale_rows after insert on private.stale_transactions
  deferrable initially deferred for each row execute function private.refresh_stale_rows();

create view private.schedule_readers with (security_invoker = true) as
select si.schedule_id, si.interviewer_id as person_id from public.schedule_interviewers si
union all
select s.schedule_id, s.student_id from public.slots s where s.student_id is not null
union all
select es.schedule_id, m.student_id from public.email_schedules es join public.emails m on m.id = es.email_id
where m.student_id is not null and es.snapshot is not null;
comment on view private.schedule_readers is
  'Whose page may show something of a schedule: its interviewers, its students, and those who were notified of it and then taken off.';

create function private.mark_pages_of(p_schedule_ids uuid[]) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.mark_stale('page', array(select r.person_id from private.schedule_readers r where r.schedule_id = any (p_schedule_ids)));
end
$$;
comment on function private.mark_pages_of(uuid[]) is 'Has everyone whose page may show something of these schedules ask for it anew.';

create function private.mark_interviewers_of(p_student_ids uuid[]) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.mark_stale('page', array(
    select si.interviewer_id from public.slots s join public.schedule_interviewers si on si.schedule_id = s.schedule_id
    where s.student_id = any (p_student_ids)));
end
$$;

create function private.mark_stale_on_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  case tg_table_name
    when 'ocis' then
      perform private.mark_stale('oci', array[new.id]);
      perform private.mark_pages_of(array(select s.id from public.schedules s where s.oci_id = new.id));
    when 'employers' then
      perform private.mark_stale('oci', array(select o.id from public.ocis o where o.employer_id = new.id));
      perform private.mark_stale('page', array(select i.id from public.interviewers i where i.employer_id = new.id));
      perform private.mark_pages_of(array(
        select s.id from public.schedules s join public.ocis o on o.id = s.oci_id where o.employer_id = new.id));
    when 'job_postings' then
      perform private.mark_stale('oci', array(select o.id from public.ocis o where o.job_posting_id = new.id));
      perform private.mark_pages_of(array(
        select s.id from public.schedules s join public.ocis o on o.id = s.oci_id where o.job_posting_id = new.id));
    when 'schedules' then
      perform private.mark_stale('oci', array[new.oci_id, old.oci_id]);
      perform private.mark_pages_of(array[new.id]);
      if tg_op = 'UPDATE' and (new.canceled_at is null) <> (old.canceled_at is null) then
        perform private.mark_stale('student', array(select s.student_id from public.slots s where s.schedule_id = new.id));
      end if;
    when 'interviewers' then
      perform private.mark_stale('oci', array(
        select s.oci_id from public.schedule_interviewers si join public.schedules s on s.id = si.schedule_id where si.interviewer_id = new.id));
      perform private.mark_stale('page', array[new.id] || array(select i.id from public.interviewers i where lower(i.email) = lower(old.email)));
      perform private.mark_pages_of(array(select si.schedule_id from public.schedule_interviewers si where si.interviewer_id = new.id));
    when 'students' then
      perform private.mark_stale('page', array[new.id]);
      perform private.mark_interviewers_of(array[new.id]);
    when 'email_schedules' then
      perform private.mark_stale('oci', array(select s.oci_id from public.schedules s where s.id = new.schedule_id));
    when 'documents' then
      perform private.mark_stale('student', array[new.student_id, old.student_id]);
      perform private.mark_interviewers_of(array[new.student_id, old.student_id]);
  end case;
  return null;
end
$$;
create trigger ocis_mark_stale after insert or update on public.ocis
  for each row execute function private.mark_stale_on_change();
create trigger employers_mark_stale after update on public.employers
  for each row when (new.name is distinct from old.name) execute function private.mark_stale_on_change();
create trigger job_postings_mark_stale after update on public.job_postings
  for each row when ((new.title, new.url) is distinct from (old.title, old.url)) execute function private.mark_stale_on_change();
create trigger schedules_mark_stale after insert or update or delete on public.schedules
  for each row execute function private.mark_stale_on_change();
create trigger interviewers_mark_stale after update on public.interviewers
  for each row when ((new.full_name, new.email, new.employer_id, new.archived_at, new.sees_overview)
    is distinct from (old.full_name, old.email, old.employer_id, old.archived_at, old.sees_overview)) execute function private.mark_stale_on_change();
create trigger students_mark_stale after update on public.students
  for each row when ((new.full_name, new.program, new.class_year, new.archived_at)
    is distinct from (old.full_name, old.program, old.class_year, old.archived_at)) execute function private.mark_stale_on_change();
create trigger email_schedules_mark_stale after update on public.email_schedules
  for each row when (new.snapshot is distinct from old.snapshot) execute function private.mark_stale_on_change();
create trigger student_email_schedules_mark_stale after insert on public.email_schedules
  for each row when (not new.is_interviewer) execute function private.mark_stale_on_change();
create trigger documents_mark_stale after insert or update or delete on public.documents
  for each row execute function private.mark_stale_on_change();

create function private.mark_stale_on_invitation() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.mark_stale('oci', array(
    select distinct s.oci_id from new_rows n
    join old_rows o on o.schedule_id = n.schedule_id and o.interviewer_id = n.interviewer_id
    join public.schedules s on s.id = n.schedule_id
    where (n.link_email_id, n.invited_at is null) is distinct from (o.link_email_id, o.invited_at is null)));
  perform private.mark_stale('page', array(
    select n.interviewer_id from new_rows n
    join old_rows o on o.schedule_id = n.schedule_id and o.interviewer_id = n.interviewer_id
    where (n.invited_at is null) <> (o.invited_at is null)));
  return null;
end
$$;
comment on function private.mark_stale_on_invitation() is 'Once a statement: thousands are invited by one.';
create trigger schedule_interviewers_mark_stale after update on public.schedule_interviewers
  referencing old table as old_rows new table as new_rows for each statement execute function private.mark_stale_on_invitation();

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

create function private.mark_pages_on_slot_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_schedules uuid[];
  v_students uuid[];
begin
  if tg_op = 'INSERT' then
    select array_agg(distinct n.schedule_id), array_agg(n.student_id) into v_schedules, v_students from new_rows n;
  elsif tg_op = 'DELETE' then
    select array_agg(distinct o.schedule_id), array_agg(o.student_id) into v_schedules, v_students from old_rows o;
  else
    select array_agg(distinct c.schedule_id), array_agg(c.student_id) into v_schedules, v_students from (
      (select id, schedule_id, kind, label, starts_at, ends_at, student_id from new_rows
        except select id, schedule_id, kind, label, starts_at, ends_at, student_id from old_rows)
      union all
      (select id, schedule_id, kind, label, starts_at, ends_at, student_id from old_rows
        except select id, schedule_id, kind, label, starts_at, ends_at, student_id from new_rows)) c;
  end if;
  perform private.mark_stale('page', v_students || array(
    select si.interviewer_id from public.schedule_interviewers si where si.schedule_id = any (v_schedules)));
  return null;
end
$$;
comment on function private.mark_pages_on_slot_change() is
  'A slot is on the pages of its student, before and after, and of the schedule''s interviewers.';
create trigger slots_inserted_mark_pages after insert on public.slots referencing new table as new_rows
  for each statement execute function private.mark_pages_on_slot_change();
create trigger slots_updated_mark_pages after update on public.slots referencing old table as old_rows new table as new_rows
  for each statement execute function private.mark_pages_on_slot_change();
create trigger slots_deleted_mark_pages after delete on public.slots referencing old table as old_rows
  for each statement execute function private.mark_pages_on_slot_change();

create function private.mark_pages_on_interviewer_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_table_name = 'schedule_interviewers' then
    perform private.mark_stale('page', array(select c.interviewer_id from changed c));
    perform private.mark_pages_of(array(select c.schedule_id from changed c));
  else
    perform private.mark_stale('page', array(
      select si.interviewer_id from changed c join public.schedule_interviewers si on si.schedule_id = c.schedule_id
      union all
      select s.student_id from changed c join public.slots s on s.id = c.slot_id));
  end if;
  return null;
end
$$;
create trigger schedule_interviewers_inserted_mark_pages after insert on public.schedule_interviewers referencing new table as changed
  for each statement execute function private.mark_pages_on_interviewer_change();
create trigger schedule_interviewers_deleted_mark_pages after delete on public.schedule_interviewers referencing old table as changed
  for each statement execute function private.mark_pages_on_interviewer_change();
create trigger slot_interviewers_inserted_mark_pages after insert on public.slot_interviewers referencing new table as changed
  for each statement execute function private.mark_pages_on_interviewer_change();
create trigger slot_interviewers_deleted_mark_pages after delete on public.slot_interviewers referencing old table as changed
  for each statement execute function private.mark_pages_on_interviewer_change();

create function private.mark_page_on_notification() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_table_name = 'emails' then
    perform private.mark_stale('page', array[new.student_id, old.student_id]);
  else
    perform private.mark_stale('page', array(select m.student_id from public.emails m where m.id in (new.email_id, old.email_id)));
  end if;
  return null;
end
$$;
comment on function private.mark_page_on_notification() is
  'A student''s page names the days that they were notified of and then taken off: which those are depends on their emails.';
create trigger email_schedules_added after insert on public.email_schedules
  for each row when (new.snapshot is not null and not new.is_interviewer) execute function private.mark_page_on_notification();
create trigger email_schedules_changed after update on public.email_schedules
  for each row when ((new.snapshot is null) <> (old.snapshot is null)) execute function private.mark_page_on_notification();
create trigger email_schedules_removed after delete on public.email_schedules
  for each row when (old.snapshot is not null and not old.is_interviewer) execute function private.mark_page_on_notification();
create trigger emails_removed after delete on public.emails
  for each row when (old.student_id is not null) execute function private.mark_page_on_notification();
create trigger emails_mark_page after update on public.emails
  for each row when (new.student_id is not null and private.has_notified(new.status) <> private.has_notified(old.status))
  execute function private.mark_page_on_notification();
