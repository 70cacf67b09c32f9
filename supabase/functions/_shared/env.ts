function optional(name: string): string | undefined {
  return Deno.env.get(name) || undefined;
}

function required(...names: string[]): string {
  for (const name of names) {
    const value = optional(name);
    if (value) return value;
  }
  throw new Error(`The environment variable ${names[0]} is not set.`);
}

export const env = {
  optional,
  /** The first of the names that is set: hosted projects know some of them by an older name. */
  required,
  supabaseUrl: () => required("SUPABASE_URL"),
  publishableKey: () => required("SUPABASE_PUBLISHABLE_KEY", "SUPABASE_ANON_KEY"),
  secretKey: () => required("SUPABASE_SECRET_KEY", "SUPABASE_SERVICE_ROLE_KEY"),
  linkSecret: () => required("INTERVIEW_LINK_SECRET"),
  /** What the mail provider allows, for all functions together; null: it sets no limit. */
  mailsPerSecond: () => Number(optional("MAILS_PER_SECOND")) || null,
  /** How many emails a run sends before the next goes on: within two seconds of processor time by default. */
  emailsPerRun: () => Number(optional("EMAILS_PER_RUN")) || 50,
  clientAddressHeader: () => optional("CLIENT_ADDRESS_HEADER") ?? "x-forwarded-for",
};
