import { randomUUID } from "node:crypto";
import { PostgrestClient } from "@supabase/postgrest-js";
import { secrets } from "../../dev/stack/secrets";
import type { Database } from "../../src/lib/supabase/database.types";
import { accounts } from "./accounts";
import { openSession, type Session } from "./session";

type Person = { id: string; full_name: string; email: string };
type ScheduleWishes = {
  /** Days from today in the schedule's zone. */
  day?: number;
  zone?: string;
  interviewers?: Person[];
  students?: Person[];
  released?: boolean;
  first?: string;
  last?: string;
  video?: "in_app" | "external";
  /** Makes it in person. */
  location?: string;
  meetingUrl?: string;
};

/** The career office's admin at the API: makes what a test needs, each with a name of its own. */
export class Office {
  readonly api: PostgrestClient<Database>;
  readonly #headers: Record<string, string>;

  constructor({ access_token }: Session) {
    const headers = { apikey: secrets.publishableKey, Authorization: `Bearer ${access_token}` };
    this.api = new PostgrestClient<Database>(`${process.env.APP_URL}/rest/v1`, { headers });
    this.#headers = headers;
  }

  static async open(): Promise<Office> {
    return new Office(await openSession(accounts.admin));
  }

  async employer(name = `Employer ${randomUUID().slice(0, 8)}`) {
    const { data } = await this.api
      .from("employers")
      .insert({ name })
      .select("id, name")
      .single()
      .throwOnError();
    return data;
  }

  async interviewer(employerId: string, fullName: string): Promise<Person> {
    const email = `${fullName.replaceAll(" ", ".").toLowerCase()}.${randomUUID().slice(0, 8)}@employer.example`;
    const { data } = await this.api
      .from("interviewers")
      .insert({ employer_id: employerId, full_name: fullName, email })
      .select("id, full_name, email")
      .single()
      .throwOnError();
    return data;
  }

  async student(fullName: string): Promise<Person> {
    const email = `${randomUUID()}@students.example`;
    const { data } = await this.api
      .from("students")
      .insert({ full_name: fullName, email, program: "JD", class_year: 2027 })
      .select("id, full_name, email")
      .single()
      .throwOnError();
    return data;
  }

  async oci(employerId: string): Promise<string> {
    return this.#ask("save_oci", {
      p_season: "Test season",
      p_employer_id: employerId,
      p_new_posting: "Analyst",
    });
  }

  /** A schedule of half-hour interviews, the students in its first slots. */
  async schedule(ociId: string, wishes: ScheduleWishes = {}): Promise<string> {
    const zone = wishes.zone ?? "America/New_York";
    const id = await this.#ask("save_schedule", {
      p_oci_id: ociId,
      p_on_date: dateIn(zone, wishes.day ?? 0),
      p_time_zone: zone,
      ...(wishes.location
        ? { p_format: "in_person", p_location: wishes.location }
        : { p_format: "virtual", p_video: wishes.video ?? "in_app" }),
      p_meeting_url: wishes.meetingUrl,
      p_pattern: {
        first: wishes.first ?? "00:00",
        last: wishes.last ?? "23:30",
        slot_minutes: 30,
        gap_minutes: 0,
        breaks: [],
      },
    });
    const people = (wishes.interviewers ?? []).map((person) => person.id);
    await this.#ask("assign_interviewers", { p_schedule_id: id, p_interviewer_ids: people });
    const slots = await this.slots(id);
    for (const [n, student] of (wishes.students ?? []).entries()) {
      await this.#ask("assign_student", { p_slot_id: slots[n]?.id, p_student_id: student.id });
    }
    if (wishes.released) {
      await this.#ask("release_schedules", { p_schedule_ids: [id], p_released: true });
    }
    return id;
  }

  async slots(scheduleId: string) {
    const { data } = await this.api
      .from("slots")
      .select("id, starts_at, ends_at, student_id")
      .eq("schedule_id", scheduleId)
      .order("starts_at")
      .throwOnError();
    return data;
  }

  async sendLinks(scheduleIds: string[], interviewerIds?: string[]): Promise<Response> {
    return this.call("send-interview-links", {
      requestId: randomUUID(),
      scheduleIds,
      interviewerIds,
    });
  }

  /** A person's working Interview Link. */
  async reveal(personId: string): Promise<string> {
    const answer = await this.call("reveal-interview-link", { personId });
    if (!answer.ok) throw new Error(`reveal-interview-link: ${await answer.text()}`);
    return (await answer.json()).url;
  }

  call(name: string, body: object): Promise<Response> {
    return fetch(`${process.env.APP_URL}/functions/v1/${name}`, {
      method: "POST",
      headers: { ...this.#headers, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  }

  storage(path: string, init?: RequestInit): Promise<Response> {
    return fetch(`${process.env.APP_URL}/storage/v1/${path}`, {
      ...init,
      headers: { ...this.#headers, ...(init?.headers as Record<string, string>) },
    });
  }

  async #ask(name: string, args: Record<string, unknown>): Promise<string> {
    const { data } = await this.api.rpc(name as never, args as never).throwOnError();
    return data as never;
  }
}

/** The date that is `days` after today in a zone, as YYYY-MM-DD. */
export function dateIn(zone: string, days: number): string {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(new Date());
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
