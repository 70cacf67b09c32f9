import { PostgrestClient } from "@supabase/postgrest-js";
import type { Contact } from "../../lib/calendar-links";
import { callFunction } from "../../lib/supabase/call-function";
import { supabaseKey, supabaseUrl } from "../../lib/supabase/config";
import type { Database } from "../../lib/supabase/database.types";
import { fetchDocument, StorageError } from "../../lib/supabase/document-files";
import { asDocument } from "../../lib/supabase/typed-results";
import type { Experience } from "../experience/experience";
import type { StudentExperience } from "../experience/student-days";

export interface Access {
  accessToken: string;
  expiresAt: string;
  role: "interviewer" | "student";
}

const timeout = 15_000;
const database = new PostgrestClient<Database>(`${supabaseUrl}/rest/v1`, {
  headers: { apikey: supabaseKey },
  timeout,
});

export function openInterviewLink(token: string): Promise<Access> {
  return callFunction("open-interview-link", { token });
}

export class AccessEnded extends Error {}

/** Both are null when the link was reset, and throw AccessEnded when the access token is no longer accepted. */
export const fetchExperience = (accessToken: string) =>
  fetchRpc<Experience>("interview_experience", accessToken);
export const fetchStudentExperience = (accessToken: string) =>
  fetchRpc<StudentExperience>("student_experience", accessToken);

async function fetchRpc<T>(
  name: "interview_experience" | "student_experience",
  accessToken: string,
): Promise<T | null> {
  const { data, error, status } = await database
    .rpc(name)
    .setHeader("authorization", `Bearer ${accessToken}`);
  if (status === 401) throw new AccessEnded();
  if (error) throw error;
  return asDocument<T | null>(data);
}

export async function fetchContact(): Promise<Contact> {
  const { data, error } = await database
    .from("settings")
    .select("school_name, office_name, support_email, support_phone")
    .single();
  if (error) throw error;
  return data;
}

/** The .ics of one schedule, or of one interview of a student. */
export async function fetchCalendar(
  accessToken: string,
  which: { scheduleId: string } | { slotId: string },
): Promise<Blob> {
  const response = await fetch(`${supabaseUrl}/functions/v1/interview-calendar`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      apikey: supabaseKey,
      authorization: `Bearer ${accessToken}`,
    },
    body: JSON.stringify(which),
    signal: AbortSignal.timeout(timeout),
  });
  if (response.status === 401) throw new AccessEnded();
  if (!response.ok) throw new Error(`interview-calendar answered ${response.status}`);
  return response.blob();
}

/** Storage answers alike to an access token that has run out and to one without the right. */
export async function downloadDocument(accessToken: string, id: string): Promise<Blob> {
  try {
    return await fetchDocument(id, accessToken);
  } catch (error) {
    throw error instanceof StorageError && error.status < 500 ? new AccessEnded() : error;
  }
}
