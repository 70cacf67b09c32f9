import { requestInterviewLink } from "../../lib/supabase/call-function";
import { RequestLinkForm } from "../../shared/request-link-form";
import { PasteLink } from "./paste-link";

/** The ways to one's page without a link that opens it. */
export function WaysIn() {
  return (
    <>
      <PasteLink />
      <div className="flex flex-col gap-3 border-line border-t pt-5">
        <p className="text-pretty">If you cannot find the email, have it sent again:</p>
        <RequestLinkForm size="lg" onRequest={requestInterviewLink} />
      </div>
    </>
  );
}
