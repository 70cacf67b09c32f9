import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { type Locator, type Page, test } from "@playwright/test";
import { onePagePdf } from "../../dev/demo/pdf";
import { secrets } from "../../dev/stack/secrets";
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

/** As from the desktop: no script of a page could make such an event. */
export async function drop(page: Page, onto: Locator, { name, buffer }: File) {
  await onto.scrollIntoViewIfNeeded();
  const path = test.info().outputPath(name);
  await writeFile(path, buffer);
  const browser = await page.context().newCDPSession(page);
  const { x = 0, y = 0 } = (await onto.boundingBox()) ?? {};
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await browser.send("Input.dispatchDragEvent", { type, x: x + 5, y: y + 5, data });
  }
}

/** The token that this link is exchanged for, as the page gets it. */
export async function tokenOf(link: string): Promise<string> {
  const answer = await fetch(`${process.env.APP_URL}/functions/v1/open-interview-link`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ link }),
  });
  return (await answer.json()).accessToken;
}

export const fetchFile = (id: string, token?: string) =>
  fetch(`${process.env.APP_URL}/storage/v1/object/documents/${id}`, {
    headers: { apikey: secrets.publishableKey, ...(token && { Authorization: `Bearer ${token}` }) },
  });

export const fileStatus = async (office: Office, id: string) =>
  (await office.storage(`object/documents/${id}`)).status;
