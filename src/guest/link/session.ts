import { toDate } from "../../lib/dates/format-date";
import { FunctionError } from "../../lib/supabase/call-function";
import type { Experience } from "../experience/experience";
import { studentDays } from "../experience/student-days";
import {
  type Access,
  AccessEnded,
  openInterviewLink,
  readCalendar,
  readDocument,
  readExperience,
  readStudentExperience,
} from "./api";

/** The link is unknown, reset or malformed: the server does not say which. */
export class LinkNotValid extends Error {}

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
  /** Of a schedule, or for a student of their slot. */
  calendar(id: string): Promise<Blob>;
  document(id: string): Promise<Blob>;
  /** Asks with a token that is good, and once more with a new one after AccessEnded. */
  withAccess<T>(ask: (accessToken: string) => Promise<T>): Promise<T>;
}

const renewBefore = 60_000;

/**
 * @param loadStudentPage fetches the screens of a student, which an interviewer never needs: not
 * getting them is an attempt that failed, to be made again.
 */
export function openSession(token: string, loadStudentPage: () => Promise<unknown>): Session {
  let access: Access | null = null;
  let clockOffset = 0;

  async function use<T>(ask: (access: Access) => Promise<T>): Promise<T> {
    const now = Date.now() + clockOffset;
    if (!access || toDate(access.expiresAt).getTime() - now < renewBefore) {
      access = await exchange(token);
    }
    try {
      return await ask(access);
    } catch (error) {
      if (!(error instanceof AccessEnded)) throw error;
      access = await exchange(token);
      return ask(access);
    }
  }

  async function readAs({ accessToken, role }: Access): Promise<Experience | null> {
    if (role === "interviewer") return readExperience(accessToken);
    const [student] = await Promise.all([readStudentExperience(accessToken), loadStudentPage()]);
    return student && studentDays(student);
  }

  return {
    async read() {
      let asked = 0;
      const experience = await use((access) => {
        asked = Date.now();
        return readAs(access);
      });
      if (!experience) throw new LinkNotValid();
      const readAt = toDate(experience.now).getTime();
      clockOffset = readAt - (asked + Date.now()) / 2;
      return { experience, clockOffset, readAt };
    },
    calendar: (id) =>
      use(({ accessToken, role }) =>
        readCalendar(accessToken, role === "student" ? { slotId: id } : { scheduleId: id }),
      ),
    withAccess: (ask) => use(({ accessToken }) => ask(accessToken)),
    document: (id) => use(({ accessToken }) => readDocument(accessToken, id)),
  };
}

async function exchange(token: string): Promise<Access> {
  try {
    return await openInterviewLink(token);
  } catch (error) {
    const refused = error instanceof FunctionError && error.message === "link_not_valid";
    throw refused ? new LinkNotValid() : error;
  }
}
