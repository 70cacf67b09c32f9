import { requestInterviewLink } from "../../../lib/supabase/call-function";
import { RequestLinkForm } from "../../../shared/request-link-form";

export function InterviewerHelp() {
  return (
    <aside
      id="interviewer"
      className="self-center rounded-lg border border-line bg-surface p-4 sm:p-5"
    >
      <h2 className="font-medium">Interviewer? You don’t need an account.</h2>
      <p className="mt-1 mb-4 text-muted text-pretty">
        Use the button in the email from the career office: it opens your own page. If you cannot
        find it, have it sent again.
      </p>
      <RequestLinkForm onRequest={requestInterviewLink} />
    </aside>
  );
}
