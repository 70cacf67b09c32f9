import { randomUUID } from "node:crypto";
import type { Database } from "../postgres/database";
import { fileStorage } from "../stack/file-storage";
import { onePagePdf } from "./pdf";

const names = { resume: "Résumé", transcript: "Transcript", cover_letter: "Cover letter" };

interface DemoDocument {
  student_id: string;
  full_name: string;
  kind: keyof typeof names;
  job_posting_id: string | null;
  about: string;
}

/** Gives the demo season's students documents: nearly all a résumé, some a transcript and a letter. */
export async function seedDocuments(database: Database, filesDir: string): Promise<void> {
  const storage = fileStorage(filesDir);
  const wanted = await database.query<DemoDocument>(wishes);
  const rows = await Promise.all(
    wanted.map(async ({ full_name, about, ...row }) => {
      const id = randomUUID();
      const title = `${full_name}: ${names[row.kind]}`;
      const pdf = onePagePdf(title, [about, "", "A demo document of Campus Interviews."]);
      const type = "application/pdf";
      const metadata = await storage.uploadObject(
        "documents",
        id,
        undefined,
        pdf,
        type,
        "no-store",
      );
      return { ...row, id, file_name: `${full_name} - ${names[row.kind]}.pdf`, metadata };
    }),
  );
  await database.query(
    `with file as (
       select * from jsonb_to_recordset($1) as f (
         id uuid, student_id uuid, kind document_kind, job_posting_id uuid, file_name text, metadata jsonb)
     ), object as (
       insert into storage.objects (bucket_id, name, metadata) select 'documents', id, metadata from file
     )
     insert into documents (id, student_id, kind, job_posting_id, file_name, mime_type, size)
     select id, student_id, kind, job_posting_id, file_name, metadata ->> 'mimetype', (metadata ->> 'size')::int from file`,
    [JSON.stringify(rows)],
  );
}

const wishes = `
  with student as (
    select id as student_id, full_name, concat_ws(' ', program, class_year) as about, row_number() over (order by id) as n
    from students
  )
  select student_id, full_name, about, 'resume' as kind, null::uuid as job_posting_id from student where n <= 22
  union all
  select student_id, full_name, about, 'transcript', null from student where n % 2 = 1
  union all
  select s.student_id, s.full_name, 'To ' || e.name || ', ' || p.title, 'cover_letter', p.id
  from student s
  join applications a on a.student_id = s.student_id
  join job_postings p on p.id = a.job_posting_id
  join employers e on e.id = p.employer_id
  where s.n % 3 = 1`;
