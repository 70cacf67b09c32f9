import { toDate } from "../../lib/dates/format-date";
import { FunctionError } from "../../lib/supabase/call-function";
import type { Experience } from "../experience/experience";
import { studentDays } from "../experience/student-days";
import {
  type Access,
  AccessEnded,
  downloadDocument,
  fetchCalendar,
  fetchExperience,
  fetchStudentExperience,
  fetchVersion,
  openInterviewLink,
} from "./api";

/** The link is unknown, reset or malformed: the server does not say which. */
export class LinkNotValid extends Error {}

export interface Snapshot {
  experience: Experience;
  feedToken: string;
  /** What to add to this device's clock to have the server's, in ms. */
  clockOffset: number;
  /** On the server's clock. */
  fetchedAt: number;
}

/** One opened link: its access token is renewed as needed, by exchanging the link again. */
export interface Session {
  read(): Promise<Snapshot>;
  /** Of what `read` answers at this moment. */
  version(): Promise<string | null>;
  /** Of a schedule, or for a student of their slot. */
  calendar(id: string): Promise<Blob>;
  document(id: string): Promise<Blob>;
  /** Asks with a token that is good, and once more with a new one after AccessEnded. */
  withAccess<T>(ask: (accessToken: string) => Promise<T>): Promise<T>;
}

const renewBefore = 60_000;

/**
 * @param link as it came, however mangled.
 * @param loadStudentPage fetches the screens of a student, which an interviewer never needs: not
 * getting them is an attempt that failed, to be made again.
 * @param onOpened gets the token that was found in the link.
 */
export function openSession(
  link: string,
  loadStudentPage: () => Promise<unknown>,
  onOpened: (token: string) => void,
): Session {
  let access: Access | null = null;
  let clockOffset = 0;

  async function renew(): Promise<Access> {
    access = await exchangeLink(link);
    onOpened(access.token);
    return access;
  }

  async function use<T>(ask: (access: Access) => Promise<T>): Promise<T> {
    const now = Date.now() + clockOffset;
    const isGood = (held: Access) => toDate(held.expiresAt).getTime() - now >= renewBefore;
    const current = access && isGood(access) ? access : await renew();
    try {
      return await ask(current);
    } catch (error) {
      if (!(error instanceof AccessEnded)) throw error;
      return ask(await renew());
    }
  }

  async function fetchAs({ accessToken, role }: Access): Promise<Experience | null> {
    if (role === "interviewer") return fetchExperience(accessToken);
    const [student] = await Promise.all([fetchStudentExperience(accessToken), loadStudentPage()]);
    return student && studentDays(student);
  }

  return {
    async read() {
      let asked = 0;
      let feedToken = "";
      const experience = await use((access) => {
        asked = Date.now();
        feedToken = access.feedToken;
        return fetchAs(access);
      });
      if (!experience) throw new LinkNotValid();
      const fetchedAt = toDate(experience.now).getTime();
      clockOffset = fetchedAt - (asked + Date.now()) / 2;
      return { experience, feedToken, clockOffset, fetchedAt };
    },
    version: () => use(({ accessToken }) => fetchVersion(accessToken)),
    calendar: (id) =>
      use(({ accessToken, role }) =>
        fetchCalendar(accessToken, role === "student" ? { slotId: id } : { scheduleId: id }),
      ),
    withAccess: (ask) => use(({ accessToken }) => ask(accessToken)),
    document: (id) => use(({ accessToken }) => downloadDocument(accessToken, id)),
  };
}

/** Throws LinkNotValid, or what kept the server from answering. */
export async function exchangeLink(link: string): Promise<Access> {
  try {
    return await openInterviewLink(link);
  } catch (error) {
    const refused = error instanceof FunctionError && error.code === "link_not_valid";
    throw refused ? new LinkNotValid() : error;
  }
}
