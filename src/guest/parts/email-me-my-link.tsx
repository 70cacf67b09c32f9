import { requestInterviewLink } from "../../lib/supabase/call-function";
import { RequestLinkForm } from "../../shared/request-link-form";

export function EmailMeMyLink() {
  return <RequestLinkForm size="lg" onRequest={requestInterviewLink} />;
}
