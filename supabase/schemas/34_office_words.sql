-- The office's own words in emails: their fields, how they are saved, and drafts to look at before; the school's logo.

create function private.merge_fields(p_kind public.email_kind) returns text[]
language sql immutable set search_path = ''
as $$
  select array['first_name', 'full_name', 'school', 'office', 'employer'] || case when p_kind <> 'overview' then array['date'] else '{}' end || array['summary']
$$;
comment on function private.merge_fields(public.email_kind) is
  'The fields that the words of this kind of email may have, as {{name}}. summary: the standard subject, which says what changed.';

create function public.merge_fields(p_kind public.email_kind) returns text[]
language sql stable set search_path = ''
as $$ select case when private.is_staff() then private.merge_fields(p_kind) else '{}' end $$;
comment on function public.merge_fields(public.email_kind) is 'For staff: the fields that the words of this kind of email may have (private.merge_fields).';

create function private.unknown_fields(p_kind public.email_kind, p_text text) returns text[]
language sql immutable set search_path = ''
as $$
  with field as (
    select f[1] as written from regexp_matches(p_text, '\{\{[^{}]*\}\}', 'g') f
  )
  select coalesce(array_agg(distinct u.written), '{}') from (
    select f.written from field f where f.written <> all (select '{{' || x || '}}' from unnest(private.merge_fields(p_kind)) x)
    union all
    -- Opened and not closed, or the other way round.
    select left(r[1], 40) from regexp_matches(regexp_replace(p_text, '\{\{[^{}]*\}\}', E'\n', 'g'), '\{\{[^\n]*|[^\s]*\}\}', 'g') r
  ) u
$$;
comment on function private.unknown_fields(public.email_kind, text) is 'What stands in double braces in this text and is no field of this kind of email, as it was written.';

create function private.tidy_words(p_text text) returns text
language sql immutable set search_path = ''
as $$
  select nullif(btrim(regexp_replace(regexp_replace(p_text, E'\r\n?', E'\n', 'g'), '[\u0001-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]', '', 'g'), E' \t\n'), '')
$$;
comment on function private.tidy_words(text) is 'Words as they are kept: line feeds only, no other control characters, no writing direction overrides; null where nothing is left.';

create function private.check_words(p_kind public.email_kind, p_subject text, p_introduction text, p_closing text) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  v_subject text := private.tidy_words(p_subject);
  v_introduction text := private.tidy_words(p_introduction);
  v_closing text := private.tidy_words(p_closing);
  v_unknown text[];
begin
  if not private.is_subject(v_subject) then
    perform private.refuse('subject_not_a_line');
  end if;
  v_unknown := private.unknown_fields(p_kind, v_subject);
  if v_unknown <> '{}' then
    perform private.refuse('subject_unknown_fields', jsonb_build_object('fields', v_unknown));
  end if;
  if p_kind in ('change', 'cancellation') and v_subject not like '%{{summary}}%' then
    perform private.refuse('subject_without_summary');
  end if;
  if not private.is_passage(v_introduction) then
    perform private.refuse('introduction_too_long');
  end if;
  v_unknown := private.unknown_fields(p_kind, v_introduction);
  if v_unknown <> '{}' then
    perform private.refuse('introduction_unknown_fields', jsonb_build_object('fields', v_unknown));
  end if;
  if not private.is_passage(v_closing) then
    perform private.refuse('closing_too_long');
  end if;
  v_unknown := private.unknown_fields(p_kind, v_closing);
  if v_unknown <> '{}' then
    perform private.refuse('closing_unknown_fields', jsonb_build_object('fields', v_unknown));
  end if;
  -- The standard subject and nothing else is the standard one.
  return jsonb_build_object('subject', nullif(v_subject, '{{summary}}'), 'introduction', v_introduction, 'closing', v_closing);
end
$$;
comment on function private.check_words(public.email_kind, text, text, text) is
  'These words as they are kept, {subject, introduction, closing}, each null for the standard one; refused where they have unknown fields, are too long, or the subject would not say what changed.';

create function private.write_words(p_kind public.email_kind, p_words jsonb, p_action text) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_standard constant jsonb := '{"subject": null, "introduction": null, "closing": null}';
  v_before jsonb;
begin
  perform private.require_admin();
  perform pg_advisory_xact_lock(hashtextextended('email_words', 0));
  v_before := coalesce(private.email_words(p_kind), v_standard);
  if v_before = p_words then
    return;
  end if;
  delete from public.email_words w where w.kind = p_kind;
  if p_words <> v_standard then
    insert into public.email_words (kind, subject, introduction, closing)
    values (p_kind, p_words ->> 'subject', p_words ->> 'introduction', p_words ->> 'closing');
  end if;
  perform private.log_activity(p_action, null, null, null, jsonb_build_object('kind', p_kind, 'before', v_before, 'after', p_words));
end
$$;
comment on function private.write_words(public.email_kind, jsonb, text) is 'Keeps checked words and writes the line in Activity, with those before; none where nothing changes.';

create function public.save_email_words(p_kind public.email_kind, p_subject text, p_introduction text, p_closing text) returns void
language sql set search_path = ''
as $$ select private.write_words(p_kind, private.check_words(p_kind, p_subject, p_introduction, p_closing), 'email_words.save') $$;
comment on function public.save_email_words(public.email_kind, text, text, text) is
  'The office''s words for this kind of email; null or empty is the standard one. Emails that leave from now on have them. Admins only (42501).';

create function public.reset_email_words(p_kind public.email_kind) returns void
language sql set search_path = ''
as $$ select private.write_words(p_kind, '{"subject": null, "introduction": null, "closing": null}', 'email_words.reset') $$;
comment on function public.reset_email_words(public.email_kind) is 'Back to the standard words for this kind of email. Admins only (42501).';

create function public.accent_contrast(p_color text) returns table (ratio numeric, is_enough boolean)
language sql stable set search_path = ''
as $$
  select c.ratio, private.is_accent_color(p_color) from (select private.contrast_with_white(p_color) as ratio) c
  where private.is_staff() and c.ratio is not null
$$;
comment on function public.accent_contrast(text) is
  'For staff: the contrast of white text on a color written as #rrggbb, and whether it may be the accent color; no row for anything else.';
grant execute on function public.accent_contrast(text) to authenticated;

-- The logo ---------------------------------------------------------------------------------------

create function private.save_school_logo(p_content text) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_type text := private.image_type(p_content);
begin
  perform private.require_admin();
  if v_type is null then
    perform private.refuse('logo_not_an_image');
  end if;
  if octet_length(decode(p_content, 'base64')) > 200 * 1024 then
    perform private.refuse('logo_too_large');
  end if;
  insert into public.school_logo as l (content, mime_type) values (p_content, v_type)
  on conflict (id) do update set content = excluded.content, mime_type = excluded.mime_type;
  perform private.log_activity('school_logo.save', null, null, null);
end
$$;

create function public.save_school_logo(p_content text) returns void
language sql set search_path = ''
as $$ select private.save_school_logo(p_content) $$;
comment on function public.save_school_logo(text) is
  'The logo at the head of emails: a PNG or a JPEG of at most 200 KB, in base64. Refused with logo_not_an_image or logo_too_large. Admins only (42501).';

create function private.remove_school_logo() returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_admin();
  delete from public.school_logo;
  if found then
    perform private.log_activity('school_logo.remove', null, null, null);
  end if;
end
$$;

create function public.remove_school_logo() returns void
language sql set search_path = ''
as $$ select private.remove_school_logo() $$;
comment on function public.remove_school_logo() is 'Emails have no logo any more. Admins only (42501).';

-- Drafts -----------------------------------------------------------------------------------------

create function public.email_samples(p_kind public.email_kind)
returns table (person_id uuid, full_name text, schedule_id uuid, employer text, on_date date)
language sql stable set search_path = ''
as $$
  with part as (
    select si.interviewer_id as person_id, si.schedule_id, true as is_interviewer from public.schedule_interviewers si
    union
    select s.student_id, s.schedule_id, false from public.slots s where s.student_id is not null and s.kind = 'interview'
  )
  select x.person_id, x.full_name, x.schedule_id, x.employer, x.on_date
  from (
    select p.person_id, coalesce(i.full_name, st.full_name) as full_name, c.id as schedule_id, e.name as employer, c.on_date, c.time_zone
    from part p
    join public.schedules c on c.id = p.schedule_id and private.takes_place(c, p.is_interviewer)
    join public.ocis o on o.id = c.oci_id
    join public.employers e on e.id = o.employer_id
    left join public.interviewers i on i.id = p.person_id and i.archived_at is null
    left join public.students st on st.id = p.person_id and st.archived_at is null
    where coalesce(i.id, st.id) is not null and case
      when p_kind in ('interview_link', 'interview_link_request', 'schedule') then p.is_interviewer
      when p_kind in ('student_link', 'student_link_request') then not p.is_interviewer
      else p_kind <> 'overview' end
    union all
    select i.id, i.full_name, null, e.name, null, null
    from public.interviewers i join public.employers e on e.id = i.employer_id
    where p_kind = 'overview' and i.sees_overview and i.archived_at is null
  ) x
  order by private.is_over(x.on_date, x.time_zone), abs(x.on_date - private.today(x.time_zone)), x.full_name, x.person_id
  limit 20
$$;
comment on function public.email_samples(public.email_kind) is
  'Whom an email of this kind could go to, the next days first: at most 20 people and schedules to look at its words with. schedule_id and on_date are null for overviews.';

create function private.sample_schedule(p_schedule jsonb, p_kind public.email_kind) returns jsonb
language sql immutable set search_path = ''
as $$
  select p_schedule || case p_kind
    when 'change' then jsonb_build_object('state', 'changed', 'before', f.facts || jsonb_build_object('slots', (
      select coalesce(jsonb_agg(jsonb_build_array((s ->> 0)::bigint - 3600, (s ->> 1)::bigint - 3600)), '[]') from jsonb_array_elements(f.facts -> 'slots') s)))
    when 'cancellation' then jsonb_build_object('state', 'canceled', 'before', f.facts, 'facts', null)
    when 'reminder' then jsonb_build_object('state', 'up_to_date', 'before', f.facts)
    else jsonb_build_object('state', 'new', 'before', null) end
  from (select p_schedule -> 'facts' as facts) f
$$;
comment on function private.sample_schedule(jsonb, public.email_kind) is
  'A schedule of a payload as an email of this kind has it: newly announced, as it was, moved by an hour, or canceled.';

create function private.draft_email(p_person_id uuid, p_schedule_id uuid, p_kind public.email_kind, p_words jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_words jsonb;
  v_payload jsonb;
begin
  perform private.require_admin();
  v_words := private.check_words(p_kind, p_words ->> 'subject', p_words ->> 'introduction', p_words ->> 'closing');
  v_payload := private.unsent_payload(p_person_id, array[p_schedule_id], case p_kind when 'overview' then p_kind else 'interview_link' end);
  return v_payload || jsonb_build_object('kind', p_kind, 'words', v_words, 'schedules', (
    select coalesce(jsonb_agg(private.sample_schedule(s, p_kind)), '[]') from jsonb_array_elements(v_payload -> 'schedules') s));
end
$$;

create function public.preview_email(p_person_id uuid, p_schedule_id uuid, p_kind public.email_kind, p_words jsonb) returns jsonb
language sql set search_path = ''
as $$ select private.draft_email(p_person_id, p_schedule_id, p_kind, p_words) $$;
comment on function public.preview_email(uuid, uuid, public.email_kind, jsonb) is
  'What an email of this kind with these words {subject, introduction, closing} would say to this person about this schedule: private.email_payload. Writes nothing. Refused like save_email_words. Admins only (42501).';

create function private.test_words(p_person_id uuid, p_schedule_id uuid, p_kind public.email_kind, p_words jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_payload jsonb := private.draft_email(p_person_id, p_schedule_id, p_kind, p_words);
begin
  perform private.log_activity('emails.test', null, p_schedule_id, p_person_id);
  return private.for_whoever_asks(v_payload);
end
$$;

create function public.test_words(p_person_id uuid, p_schedule_id uuid, p_kind public.email_kind, p_words jsonb) returns jsonb
language sql set search_path = ''
as $$ select private.test_words(p_person_id, p_schedule_id, p_kind, p_words) $$;
comment on function public.test_words(uuid, uuid, public.email_kind, jsonb) is
  'The same, to be sent to whoever asks: {payload, to: {name, email}}. Admins only (42501).';

grant execute on function private.save_school_logo(text), public.save_school_logo(text), private.remove_school_logo(), public.remove_school_logo() to authenticated;
grant execute on function private.merge_fields(public.email_kind), public.merge_fields(public.email_kind), public.email_samples(public.email_kind) to authenticated;
grant execute on function private.unknown_fields(public.email_kind, text), private.tidy_words(text), private.check_words(public.email_kind, text, text, text),
  private.write_words(public.email_kind, jsonb, text), public.save_email_words(public.email_kind, text, text, text), public.reset_email_words(public.email_kind),
  private.draft_email(uuid, uuid, public.email_kind, jsonb), public.preview_email(uuid, uuid, public.email_kind, jsonb),
  private.test_words(uuid, uuid, public.email_kind, jsonb), public.test_words(uuid, uuid, public.email_kind, jsonb) to authenticated;
