import { callFunction } from "./call-function";
import { supabase } from "./staff-client";

/** Calls an edge function as the staff member who is signed in. Throws as callFunction does. */
export async function callAsMe<T>(name: string, body: unknown): Promise<T> {
  const { data } = await supabase.auth.getSession();
  return callFunction<T>(name, body, data.session?.access_token);
}
