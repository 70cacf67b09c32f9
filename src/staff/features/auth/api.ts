import { queryOptions } from "@tanstack/react-query";
import { supabase } from "../../../lib/supabase/staff-client";
import { paths } from "../../../paths";

export type Me = { userId: string; email: string; fullName: string; isAdmin: boolean };

/** null: an account that is not in the office's staff. */
export const meQuery = (userId: string, email: string) =>
  queryOptions({
    queryKey: ["me", userId],
    staleTime: 5 * 60_000,
    queryFn: async (): Promise<Me | null> => {
      const { data } = await supabase
        .from("staff")
        .select("full_name, role")
        .eq("user_id", userId)
        .maybeSingle()
        .throwOnError();
      return data && { userId, email, fullName: data.full_name, isAdmin: data.role === "admin" };
    },
  });

export async function readSession() {
  const { data } = await supabase.auth.getSession();
  return data.session;
}

export async function signInWithPassword(email: string, password: string): Promise<void> {
  const { error } = await supabase.auth.signInWithPassword({ email, password });
  if (error) throw error;
}

/** Does not reveal whether the email address has an account. */
export async function sendSignInCode(email: string): Promise<void> {
  const { error } = await supabase.auth.signInWithOtp({
    email,
    options: { shouldCreateUser: false },
  });
  if (error && error.code !== "otp_disabled" && error.code !== "signup_disabled") throw error;
}

export async function sendPasswordCode(email: string): Promise<void> {
  const redirectTo = location.origin + paths.newPassword();
  const { error } = await supabase.auth.resetPasswordForEmail(email, { redirectTo });
  if (error) throw error;
}

/** "magiclink" is the emailed sign-in code: hosted Supabase also says "email", the embedded one does not. */
export async function signInWithCode(
  email: string,
  token: string,
  type: "magiclink" | "recovery",
): Promise<void> {
  const { error } = await supabase.auth.verifyOtp({ email, token, type });
  if (error) throw error;
}

export async function setPassword(password: string): Promise<void> {
  const { error } = await supabase.auth.updateUser({ password });
  if (error) throw error;
}

let isLeaving = false;

export async function signOut(): Promise<void> {
  isLeaving = true;
  await supabase.auth.signOut({ scope: "local" });
  isLeaving = false;
}

/** Calls back when the session ends on its own: it ran out, or was ended elsewhere. */
export function onSessionLost(callback: () => void): () => void {
  const { data } = supabase.auth.onAuthStateChange((event) => {
    if (event === "SIGNED_OUT" && !isLeaving) callback();
  });
  return () => data.subscription.unsubscribe();
}
