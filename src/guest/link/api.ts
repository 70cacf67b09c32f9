import { callFunction } from "../../lib/supabase/call-function";
import { callRpc, RpcError } from "../../lib/supabase/call-rpc";
import { supabaseKey, supabaseUrl } from "../../lib/supabase/config";
import { fetchDocument, StorageError } from "../../lib/supabase/document-files";
import type { Experience } from "../experience/experience";
import type { StudentExperience } from "../experience/student-days";

export interface Access {
  accessToken: string;
  expiresAt: string;
  role: "interviewer" | "student";
  /** The token that was found in the link. */
  token: string;
  /** Opens the calendar feed, and nothing else. */
  feedToken: string;
}

const timeout = 15_000;
// Short: on a connection that is gone, the next attempt is worth more than waiting for this one.
const checkTimeout = 4_000;

/** @param link as it came: a URL, or text around one; it is the server that finds the token in it. */
export function openInterviewLink(link: string): Promise<Access> {
  return callFunction("open-interview-link", { link });
}

export class AccessEnded extends Error {}

/** A SQL function's answer to the holder of an access token. Throws AccessEnded when it is no longer accepted. */
export async function callAsGuest<T>(
  name: string,
  args: object,
  accessToken: string,
  init: RequestInit = { signal: AbortSignal.timeout(timeout) },
): Promise<T> {
  try {
    return await callRpc<T>(name, args, accessToken, init);
  } catch (error) {
    throw error instanceof RpcError && error.status === 401 ? new AccessEnded() : error;
  }
}

/** Both are null when the link was reset. */
export const fetchExperience = (accessToken: string) =>
  callAsGuest<Experience | null>("interview_experience", {}, accessToken);
export const fetchStudentExperience = (accessToken: string) =>
  callAsGuest<StudentExperience | null>("student_experience", {}, accessToken);

/** That the link was opened by a person, for the career office to see. */
export const recordLinkOpened = (accessToken: string) =>
  callAsGuest<null>("record_link_opened", {}, accessToken);

/** Of what `fetchExperience` answers; null when the link was reset. */
export const fetchVersion = (accessToken: string) =>
  callAsGuest<string | null>("experience_version", {}, accessToken, {
    signal: AbortSignal.timeout(checkTimeout),
  });

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
