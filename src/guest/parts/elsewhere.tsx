import { listNames } from "../../lib/list-names";
import { requestInterviewLink } from "../../lib/supabase/call-function";
import { RequestLinkForm } from "../../shared/request-link-form";
import { useGuest } from "../experience/guest-context";
import { Disclosure } from "./disclosure";

/** Whoever interviews for several employers has a page for each: the others, and how to get there. */
export function Elsewhere() {
  const { elsewhere = [] } = useGuest().experience;
  if (elsewhere.length === 0) return null;
  return (
    <Disclosure summary={`You also interview for ${listNames(elsewhere)}`}>
      <div className="flex flex-col gap-3">
        <p className="text-pretty">
          Those interviews are on a page of their own, with a link of its own. Have all your links
          sent to you again:
        </p>
        <RequestLinkForm size="lg" onRequest={requestInterviewLink} />
      </div>
    </Disclosure>
  );
}
