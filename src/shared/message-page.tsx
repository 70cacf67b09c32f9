import type { ReactNode } from "react";
import { Card } from "../ui/layout/card";
import { ContactLine } from "./contact-line";
import { Frame } from "./frame";
import { useContact } from "./use-contact";

interface MessagePageProps {
  title: string;
  /** One sentence: what happened, or what this page is. */
  sentence: string;
  children?: ReactNode;
}

/** The card shown instead of a page that cannot be opened. */
export function MessagePage({ title, sentence, children }: MessagePageProps) {
  const school = useContact();
  return (
    <Frame title={title}>
      <p className="min-h-6 text-muted">{school && `Interviews at ${school.school_name}`}</p>
      <Card className="flex flex-col gap-5">
        {/* An open page may turn into this one: that is said at once. */}
        <div role="alert">
          <h1 className="font-semibold text-lg">{title}</h1>
          <p className="mt-1 text-pretty">{sentence}</p>
        </div>
        {children}
      </Card>
      <div className="min-h-12">
        {school && <ContactLine school={school}>Need help?</ContactLine>}
        {school === null && (
          <p className="text-muted">Need help? Ask the career office that invited you.</p>
        )}
      </div>
    </Frame>
  );
}
