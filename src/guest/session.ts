import { FunctionError } from "../lib/call-function";
import { toDate } from "../lib/dates";
import { type Access, AccessEnded, openInterviewLink, readCalendar, readExperience } from "./api";
import type { Experience } from "./experience";

/** The link is unknown, reset or malformed: the server does not say which. */
export class LinkNotValid extends Error {}
/** The link is a student's. */
export class StudentLink extends Error {}

export interface Reading {
  experience: Experience;
  /** What to add to this device's clock to have the server's, in ms. */
  clockOffset: number;
  /** On the server's clock. */
  readAt: number;
}

/** One opened link: its access token is renewed as needed, by exchanging the link again. */
export interface Session {
  read(): Promise<Reading>;
  calendar(scheduleId: string): Promise<Blob>;
}

const renewBefore = 60_000;

export function openSession(token: string): Session {
  let access: Access | null = null;
  let clockOffset = 0;

  async function use<T>(ask: (accessToken: string) => Promise<T>): Promise<T> {
    const now = Date.now() + clockOffset;
    if (!access || toDate(access.expiresAt).getTime() - now < renewBefore) {
      access = await exchange(token);
    }
    try {
      return await ask(access.accessToken);
    } catch (error) {
      if (!(error instanceof AccessEnded)) throw error;
      access = await exchange(token);
      return ask(access.accessToken);
    }
  }

  return {
    async read() {
      let asked = 0;
      const experience = await use((accessToken) => {
        asked = Date.now();
        return readExperience(accessToken);
      });
      if (!experience) throw new LinkNotValid();
      const readAt = toDate(experience.now).getTime();
      clockOffset = readAt - (asked + Date.now()) / 2;
      return { experience, clockOffset, readAt };
    },
    calendar: (scheduleId) => use((accessToken) => readCalendar(accessToken, scheduleId)),
  };
}

async function exchange(token: string): Promise<Access> {
  try {
    const access = await openInterviewLink(token);
    if (access.role === "student") throw new StudentLink();
    return access;
  } catch (error) {
    const refused = error instanceof FunctionError && error.message === "link_not_valid";
    throw refused ? new LinkNotValid() : error;
  }
}
