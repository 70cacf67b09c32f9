import type { PostgrestClient } from "@supabase/postgrest-js";
import { z } from "zod";
import { call } from "./database.ts";
import type { EmailTemplate } from "./email/render-email.tsx";
import type { MailFailure } from "./transport/mail-transport.ts";

/** What came of one attempt, as record_email_results takes it. */
export interface Outcome {
  email_id: string;
  lease_id: string;
  result: "sent" | MailFailure | "later";
  /** Of later: for how many seconds the provider takes no more. */
  retry_after?: number;
  /** The mail server's words. */
  detail: string;
  provider_id?: string;
  subject?: string;
  ics?: string;
  /** What it was written from; absent where it could not be written. */
  template?: EmailTemplate;
}

const statuses = z.array(z.unknown());

// A kill loses what was sent within this time, in ms: those emails would be sent once more.
const delay = 100;
const most = 40;

const pauses = [0, 500, 2_000, 8_000];

/** Writes results down in small batches, each within a moment of the mail server's answer. */
export function openRecorder(database: PostgrestClient) {
  let waiting: Outcome[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Whoever awaits the end hears of a failure.
  const writes: Promise<void>[] = [];

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    const written = persist(waiting);
    written.catch(() => {});
    writes.push(written);
    waiting = [];
  }

  /** What was sent must be known: while the lease lasts, a database that is away is asked again. */
  async function persist(outcomes: Outcome[]): Promise<void> {
    const templates = [...new Set(outcomes.flatMap(({ template }) => template ?? []))];
    const parameters = {
      p_results: outcomes.map(({ template, ...outcome }) => ({
        ...outcome,
        body: template && templates.indexOf(template),
      })),
      p_bodies: templates.map(({ html, text }) => ({ html, body_text: text })),
    };
    let failure: unknown;
    for (const pause of pauses) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      try {
        await call(database, "record_email_results", parameters, statuses);
        return;
      } catch (error) {
        failure = error;
      }
    }
    throw failure;
  }

  return {
    add(outcome: Outcome): void {
      waiting.push(outcome);
      if (waiting.length >= most) flush();
      else timer ??= setTimeout(flush, delay);
    },
    /** Resolves once all is written. */
    async end(): Promise<void> {
      flush();
      await Promise.all(writes);
    },
  };
}
