import { RequestLinkForm } from "../../components/request-link-form";
import { requestInterviewLink } from "../../lib/call-function";
import { explainError } from "../../lib/explain-error";

export function EmailMeMyLink() {
  return <RequestLinkForm size="lg" onRequest={requestInterviewLink} explain={explainError} />;
}
