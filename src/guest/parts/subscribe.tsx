import { useState } from "react";
import { copyText } from "../../lib/copy-text";
import { supabaseUrl } from "../../lib/supabase/config";
import { Button } from "../../ui/buttons/button";
import { buttonClass } from "../../ui/buttons/button-class";
import { useGuest } from "../experience/guest-context";
import { Disclosure } from "./disclosure";

const feed = `${supabaseUrl}/functions/v1/calendar-feed?token=`;

/** All of the person's days as a calendar that follows every change. */
export function Subscribe() {
  const { feedToken } = useGuest();
  const [outcome, setOutcome] = useState("");
  const url = feed + feedToken;
  return (
    <Disclosure summary="Subscribe: your calendar then follows every change">
      <div className="flex flex-col gap-2">
        <div className="flex flex-wrap gap-2">
          <a href={url.replace(/^https?/, "webcal")} className={buttonClass(undefined, "lg")}>
            Subscribe
          </a>
          <Button
            size="lg"
            onClick={() =>
              copyText(Promise.resolve(url)).then(
                () => setOutcome("Copied."),
                () => setOutcome("Your browser did not allow copying."),
              )
            }
          >
            Copy URL
          </Button>
        </div>
        <p className="text-muted text-sm">
          Anyone who has this URL can see your interview times. <span role="status">{outcome}</span>
        </p>
      </div>
    </Disclosure>
  );
}
