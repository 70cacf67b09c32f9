import type { Contact } from "../calendar-links";
import { supabaseKey, supabaseUrl } from "./config";

const columns = "school_name,office_name,support_email,support_phone";

/**
 * The office's contact, which anyone may read. Without the API's client, so that a page whose other
 * code did not load can still say whom to ask.
 */
export async function fetchContact(): Promise<Contact> {
  const response = await fetch(`${supabaseUrl}/rest/v1/settings?select=${columns}`, {
    headers: { apikey: supabaseKey },
    signal: AbortSignal.timeout(15_000),
  });
  const [contact] = response.ok ? await response.json() : [];
  if (!contact) throw new Error(`The office's contact: ${response.status}`);
  return contact;
}
