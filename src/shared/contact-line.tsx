import type { ReactNode } from "react";
import type { Contact } from "../lib/calendar-links";

/** Whom to ask, in a sentence that `children` begins. */
export function ContactLine({ school, children }: { school: Contact; children: ReactNode }) {
  const { office_name, support_email, support_phone } = school;
  return (
    <p className="text-muted text-pretty wrap-anywhere">
      {children} {office_name},{" "}
      <a className="link" href={`mailto:${support_email}`}>
        {support_email}
      </a>
      {support_phone && (
        <>
          {", "}
          <a className="link whitespace-nowrap" href={`tel:${support_phone.replaceAll(" ", "")}`}>
            {support_phone}
          </a>
        </>
      )}
    </p>
  );
}
