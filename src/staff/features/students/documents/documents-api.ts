import { queryOptions, useMutation } from "@tanstack/react-query";
import { DomainError, unwrap } from "../../../../lib/errors/domain-error";
import { saveFile } from "../../../../lib/save-file";
import type { Enums } from "../../../../lib/supabase/database.types";
import { fetchDocument, StorageError } from "../../../../lib/supabase/document-files";
import { supabase } from "../../../../lib/supabase/staff-client";
import { documentType, safeFileName } from "./document-file";
import { uploadFile } from "./upload-file";

export type StudentDocument = Awaited<ReturnType<typeof fetchDocuments>>[number];

async function fetchDocuments(studentId: string) {
  const { data } = await supabase
    .from("documents")
    .select("*, posting:job_postings(title, employer:employers(name))")
    .eq("student_id", studentId)
    .order("kind")
    .order("uploaded_at")
    .throwOnError();
  return data;
}

export const documentsQuery = (studentId: string) =>
  queryOptions({
    queryKey: ["documents", studentId],
    queryFn: () => fetchDocuments(studentId),
  });

const postingColumns = "posting:job_postings(id, title, employer:employers(name))";

/** What a cover letter may be written for: the postings that the student applied or is invited to. */
export const coverLetterTargetsQuery = (studentId: string) =>
  queryOptions({
    queryKey: ["documents", "postings", studentId],
    queryFn: async () => {
      const [{ data: applications }, { data: slots }, { data: letters }] = await Promise.all([
        supabase
          .from("applications")
          .select(postingColumns)
          .eq("student_id", studentId)
          .throwOnError(),
        supabase
          .from("slots")
          .select(`schedule:schedules(oci:ocis(${postingColumns}))`)
          .eq("student_id", studentId)
          .throwOnError(),
        supabase
          .from("documents")
          .select(postingColumns)
          .eq("student_id", studentId)
          .throwOnError(),
      ]);
      const named = [...applications, ...slots.map(({ schedule }) => schedule.oci), ...letters];
      const labels = new Map(
        named.flatMap(({ posting }) =>
          posting ? [[posting.id, `${posting.employer.name}: ${posting.title}`]] : [],
        ),
      );
      return Array.from(labels, ([id, label]) => ({ id, label })).sort((a, b) =>
        a.label.localeCompare(b.label),
      );
    },
  });

async function accessToken(): Promise<string> {
  const { data, error } = await supabase.auth.getSession();
  if (error) throw error;
  return data.session?.access_token ?? "";
}

interface Upload {
  studentId: string;
  file: File;
  kind: Enums<"document_kind">;
  postingId: string | null;
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

async function upload({ studentId, file, kind, postingId, onProgress, signal }: Upload) {
  const type = await documentType(file);
  const id = crypto.randomUUID();
  const save = async () => {
    await uploadFile({ id, file, type, token: await accessToken(), onProgress, signal });
    return unwrap(
      await supabase.rpc("save_document", {
        p_id: id,
        p_student_id: studentId,
        p_kind: kind,
        p_file_name: safeFileName(file),
        p_job_posting_id: postingId ?? undefined,
      }),
    );
  };
  const replaced = await save().catch(async (error) => {
    // If it was saved and only the answer was lost, the database keeps the file.
    await deleteFiles([id]);
    throw error;
  });
  await deleteFiles(replaced ? [replaced] : []);
}

/** Of files that no document has any more. What fails here is found by the next one to do this. */
async function deleteFiles(ids: string[]): Promise<void> {
  const { data: strays } = await supabase.rpc("orphaned_files");
  const all = [...ids, ...(strays ?? [])];
  if (all.length > 0) await supabase.storage.from("documents").remove(all);
}

export const useUploadDocument = () => useMutation({ mutationFn: upload });

export const useRemoveDocument = (onSuccess: () => void) =>
  useMutation({
    // The row first: from then on nobody can open the file.
    mutationFn: async (id: string) => {
      unwrap(await supabase.rpc("remove_document", { p_id: id }));
      await deleteFiles([id]);
    },
    onSuccess,
  });

export async function downloadDocument({ id, file_name }: StudentDocument): Promise<void> {
  try {
    saveFile(await fetchDocument(id, await accessToken()), file_name);
  } catch (error) {
    const isGone = error instanceof StorageError && [400, 404].includes(error.status);
    if (!isGone) throw error;
    throw new DomainError("document_gone");
  }
}
