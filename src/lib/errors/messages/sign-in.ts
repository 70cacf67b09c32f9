import { at, type ErrorMessage, say } from "./message";

/** With these codes Supabase Auth refuses. */
export const signInMessages: Record<string, ErrorMessage> = {
  email_not_confirmed: say(
    "This email address is not confirmed yet. Use the link in the invitation.",
  ),
  invalid_credentials: say(
    "The email address or the password is not right. Try again, or have a code emailed to you.",
  ),
  otp_expired: at(
    "code",
    "This code is wrong or has expired. Use the newest email, or send another code.",
  ),
  same_password: at("password", "This is your current password. Choose another one."),
  session_not_found: say("Your session has ended. Sign in again, then repeat this."),
  weak_password: at("password", "This password is too easy to guess. Make it longer."),
};
