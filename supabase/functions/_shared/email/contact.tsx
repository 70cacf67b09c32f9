/** @jsxImportSource react */
import { Link } from "./links.tsx";
import type { School } from "./payload.ts";
import { placeholder } from "./placeholders.ts";
import { Small } from "./text.tsx";

/** Below every email: whom to ask, and why it came. */
export function Contact({ school, children }: { school: School; children: string }) {
  return (
    <>
      <Small>
        {`Questions? ${school.office_name}, `}
        <Link href={`mailto:${school.support_email}`}>{school.support_email}</Link>
        {school.support_phone && `, ${school.support_phone}`}
      </Small>
      <Small top={8}>{`Sent to ${placeholder.recipientEmail} because ${children}.`}</Small>
    </>
  );
}
