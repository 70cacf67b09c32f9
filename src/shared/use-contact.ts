import { useEffect, useState } from "react";
import type { Contact } from "../lib/calendar-links";
import { fetchContact } from "../lib/supabase/office-contact";

/** The office's contact, which anyone may read; null where it cannot be reached. */
export function useContact(): Contact | null | undefined {
  const [school, setSchool] = useState<Contact | null>();
  useEffect(() => {
    fetchContact().then(setSchool, () => setSchool(null));
  }, []);
  return school;
}
