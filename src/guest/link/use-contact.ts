import { useEffect, useState } from "react";
import type { Contact } from "../../lib/calendar-links";
import { readContact } from "./api";

/** The office's contact, which anyone may read; null where it cannot be reached. */
export function useContact(): Contact | null | undefined {
  const [school, setSchool] = useState<Contact | null>();
  useEffect(() => {
    readContact().then(setSchool, () => setSchool(null));
  }, []);
  return school;
}
