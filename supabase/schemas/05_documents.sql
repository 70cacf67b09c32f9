-- Documents: students' résumés, transcripts and cover letters, as files in Supabase Storage.

create type public.document_kind as enum ('resume', 'transcript', 'cover_letter');

create function private.document_types() returns table (extension text, mime_type text)
language sql immutable set search_path = ''
as $$
  values ('pdf', 'application/pdf'), ('doc', 'application/msword'),
    ('docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')
$$;
comment on function private.document_types() is 'The files that a document may be.';

create function private.max_document_bytes() returns int
language sql immutable set search_path = ''
as $$ select 10 * 1024 * 1024 $$;

create function private.document_type(p_file_name text) returns text
language sql immutable set search_path = ''
as $$ select t.mime_type from private.document_types() t where t.extension = lower(substring(p_file_name from '\.([^.]+)$')) $$;
comment on function private.document_type(text) is 'The one type a file of that name may have; null for a name that no document may have.';

create table public.documents (
  id uuid primary key,
  student_id uuid not null references public.students (id) on delete cascade,
  kind public.document_kind not null,
  job_posting_id uuid references public.job_postings (id) on delete cascade,
  file_name text not null check (length(file_name) <= 200 and file_name !~ '[[:cntrl:]/\\]'),
  mime_type text not null,
  size int not null check (size between 1 and private.max_document_bytes()),
  uploaded_at timestamptz not null default now(),
  constraint only_a_cover_letter_is_for_a_posting check (job_posting_id is null or kind = 'cover_letter'),
  -- Saved under its name, a file must not open as something else, such as a page.
  constraint name_says_the_type check (coalesce(mime_type = private.document_type(file_name), false)),
  unique nulls not distinct (student_id, kind, job_posting_id)
);
comment on table public.documents is
  'A student''s files: one résumé, one transcript, one cover letter a job posting and one for any. The file is the object of bucket "documents" that is named by id; it is never overwritten, and without its row nobody can open it but staff. A cover letter for a posting is shown to no other employer.';
create index documents_posting_idx on public.documents (job_posting_id);

-- Row-level security and grants ------------------------------------------------------------------

select private.add_staff_policies('public.documents', '{}');
grant select on public.documents to authenticated;

-- Storage ----------------------------------------------------------------------------------------

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('documents', 'documents', false, private.max_document_bytes(), array(select t.mime_type from private.document_types() t))
on conflict (id) do update set public = excluded.public, file_size_limit = excluded.file_size_limit,
  allowed_mime_types = excluded.allowed_mime_types;

create function private.storage_operation() returns text
language sql stable set search_path = ''
as $$ select coalesce(current_setting('storage.operation', true), '') $$;
comment on function private.storage_operation() is
  'What the Storage API was asked for, such as storage.object.get_authenticated; empty outside of it.';

-- Nobody signs a URL: it would open the file for whoever has it, and outlive a reset link.
create policy "Staff open and look up the files of documents" on storage.objects for select to authenticated
  using (bucket_id = 'documents' and (select private.is_staff()) and (select private.storage_operation()) not like '%sign%');
create policy "Admins upload the files of documents" on storage.objects for insert to authenticated
  with check (bucket_id = 'documents' and (select private.is_admin()) and (select private.storage_operation()) not like '%sign%'
    and name ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$');
create policy "Admins delete the files that no document has" on storage.objects for delete to authenticated
  using (bucket_id = 'documents' and (select private.is_admin())
    and not exists (select from public.documents d where d.id::text = objects.name));

-- Functions --------------------------------------------------------------------------------------

create function private.save_document(
  p_id uuid, p_student_id uuid, p_kind public.document_kind, p_file_name text, p_job_posting_id uuid
) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  v_file jsonb;
  v_replaced uuid;
begin
  perform private.require_admin();
  -- One at a time for a student: the later of two uploads replaces the earlier one.
  perform from public.students s where s.id = p_student_id for update;
  if not found then
    perform private.refuse('not_found', '{"what": "student"}');
  end if;
  if exists (select from public.documents d where d.id = p_id and d.student_id = p_student_id) then
    return null;
  end if;
  -- Type and size as Storage recorded them, whatever the caller says.
  select o.metadata into v_file from storage.objects o where o.bucket_id = 'documents' and o.name = p_id::text;
  if v_file is null then
    perform private.refuse('file_not_uploaded');
  elsif (v_file ->> 'mimetype') is distinct from private.document_type(p_file_name) then
    perform private.refuse('file_type');
  elsif not (v_file ->> 'size')::bigint between 1 and private.max_document_bytes() then
    perform private.refuse('file_size');
  end if;
  delete from public.documents d
  where d.student_id = p_student_id and d.kind = p_kind and d.job_posting_id is not distinct from p_job_posting_id
  returning d.id into v_replaced;
  insert into public.documents (id, student_id, kind, job_posting_id, file_name, mime_type, size)
  values (p_id, p_student_id, p_kind, p_job_posting_id, p_file_name, v_file ->> 'mimetype', (v_file ->> 'size')::int);
  perform private.log_activity(case when v_replaced is null then 'students.add_document' else 'students.replace_document' end,
    null, null, p_student_id, jsonb_build_object('kind', p_kind, 'file_name', p_file_name));
  return v_replaced;
end
$$;

create function public.save_document(
  p_id uuid, p_student_id uuid, p_kind public.document_kind, p_file_name text, p_job_posting_id uuid default null
) returns uuid
language sql set search_path = ''
as $$ select private.save_document(p_id, p_student_id, p_kind, p_file_name, p_job_posting_id) $$;
comment on function public.save_document(uuid, uuid, public.document_kind, text, uuid) is
  'Makes the uploaded object named p_id this student''s document, in place of an earlier one of its kind (and posting): the id of the replaced object, to be deleted, or null. Refuses: not_found, file_not_uploaded, file_type, file_size. Asking twice saves once. Admins only (42501).';

create function private.remove_document(p_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_document public.documents;
begin
  perform private.require_admin();
  delete from public.documents d where d.id = p_id returning d.* into v_document;
  if found then
    perform private.log_activity('students.remove_document', null, null, v_document.student_id,
      jsonb_build_object('kind', v_document.kind, 'file_name', v_document.file_name));
  end if;
end
$$;

create function public.remove_document(p_id uuid) returns void
language sql set search_path = ''
as $$ select private.remove_document(p_id) $$;
comment on function public.remove_document(uuid) is
  'From here on nobody can open this document; its object can then be deleted. No matter if it was gone. Admins only (42501).';

create function private.orphaned_files() returns setof text
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_admin();
  return query select o.name from storage.objects o
  where o.bucket_id = 'documents' and o.created_at < now() - interval '1 hour'
    and not exists (select from public.documents d where d.id::text = o.name)
  limit 100;
end
$$;

create function public.orphaned_files() returns setof text
language sql stable set search_path = ''
as $$ select * from private.orphaned_files() $$;
comment on function public.orphaned_files() is
  'Objects of bucket "documents" that belong to no document: left behind where someone stopped half-way, or by a removed student. An upload has an hour to become a document. Admins only (42501).';

grant execute on function private.storage_operation() to authenticated, interviewer, student;
grant execute on function private.save_document(uuid, uuid, public.document_kind, text, uuid),
  public.save_document(uuid, uuid, public.document_kind, text, uuid), private.remove_document(uuid),
  public.remove_document(uuid), private.orphaned_files(), public.orphaned_files() to authenticated;
