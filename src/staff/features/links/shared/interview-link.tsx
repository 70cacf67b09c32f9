import { useState } from "react";
import { copyText } from "../../../../lib/copy-text";
import { explainError } from "../../../../lib/errors/explain-error";
import { Button } from "../../../../ui/buttons/button";
import { showToast } from "../../../../ui/feedback/toast";
import { errorClass, helpClass } from "../../../../ui/fields/field-class";
import { useRevealInterviewLink } from "../api";
import { maskedLink } from "./masked-link";

interface InterviewLinkProps {
  whose: { emailId: string } | { personId: string };
  name: string;
  /** Whether there is a link to show, and someone who may see it. */
  canReveal: boolean;
  /** Said of the link that is shown: that it is not the one that was sent, for instance. */
  note?: string;
}

/** Masked for everyone; an admin may see or copy the one that works now. */
export function InterviewLink({ whose, name, canReveal, note = "" }: InterviewLinkProps) {
  const [url, setUrl] = useState<string | null>(null);
  const [isRefused, setIsRefused] = useState(false);
  const reveal = useRevealInterviewLink();
  const revealToCopy = useRevealInterviewLink();
  const error = reveal.error ?? revealToCopy.error;

  async function copy() {
    reveal.reset();
    const text = url ? Promise.resolve(url) : revealToCopy.mutateAsync(whose);
    try {
      await copyText(text);
      showToast(`${name}’s Interview Link is copied.`);
    } catch {
      // Shown instead, unless it was revealing that failed: that error has its own place.
      text.then(setUrl, () => {});
      setIsRefused(true);
    }
  }

  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-2">
        {url ? <LinkField url={url} /> : <span className="font-mono text-xs">{maskedLink}</span>}
        {canReveal && (
          <>
            <Button
              size="sm"
              icon="eye"
              isPending={reveal.isPending}
              onClick={() => {
                revealToCopy.reset();
                setIsRefused(false);
                if (url) setUrl(null);
                else reveal.mutate(whose, { onSuccess: setUrl });
              }}
            >
              {url ? "Hide" : "Reveal link"}
            </Button>
            <Button size="sm" icon="copy" isPending={revealToCopy.isPending} onClick={copy}>
              Copy link
            </Button>
          </>
        )}
      </div>
      {error && <p className={errorClass}>{explainError(error)}</p>}
      {canReveal && <p className={helpClass}>{help()}</p>}
    </div>
  );

  function help(): string {
    if (isRefused && url) {
      return "Your browser refused to copy. The link is selected: press Ctrl+C or ⌘C.";
    }
    if (!url) return "Revealing or copying it is recorded with your name.";
    return `${note}It opens ${name}’s page for whoever has it.`;
  }
}

function LinkField({ url }: { url: string }) {
  return (
    <input
      ref={(input) => input?.select()}
      readOnly
      aria-label="Interview Link"
      value={url}
      className="h-7 min-w-0 flex-1 basis-60 rounded-md border border-edge bg-surface px-2 font-mono text-xs touch:h-11"
    />
  );
}
