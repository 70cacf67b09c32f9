import { randomUUID } from "node:crypto";
import { onePagePdf } from "../../dev/demo-pdf";
import type { Office } from "./office";

/** A file as a browser is given it. */
export interface File {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A PDF that no other test has. */
export const pdf = (name: string): File => ({
  name,
  mimeType: "application/pdf",
  buffer: onePagePdf(name, [randomUUID()]),
});

/** As the student's page does it, without its checks. */
export async function addDocument(
  office: Office,
  studentId: string,
  kind: "resume" | "transcript" | "cover_letter",
  { name, mimeType, buffer }: File,
): Promise<string> {
  const id = randomUUID();
  const uploaded = await office.storage(`object/documents/${id}`, {
    method: "POST",
    headers: { "Content-Type": mimeType },
    body: new Uint8Array(buffer),
  });
  if (!uploaded.ok) throw new Error(`Storage: ${await uploaded.text()}`);
  await office.api
    .rpc("save_document", { p_id: id, p_student_id: studentId, p_kind: kind, p_file_name: name })
    .throwOnError();
  return id;
}

/** The id of a student's only document. */
export async function documentOf(office: Office, studentId: string): Promise<string> {
  const { data } = await office.api
    .from("documents")
    .select("id")
    .eq("student_id", studentId)
    .single()
    .throwOnError();
  return data.id;
}
