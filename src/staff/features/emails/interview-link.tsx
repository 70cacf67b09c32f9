import { useState } from "react";
import { Button } from "../../../components/button";
import { errorClass, helpClass } from "../../../components/field-class";
import { showToast } from "../../../components/toast";
import { copyText } from "../../../lib/copy-text";
import { explainError } from "../../../lib/explain-error";
import { useMe } from "../../require-staff";
import { useRevealInterviewLink } from "./api";
import { type Email, isLinkOld } from "./email-api";
import { maskedLink } from "./mask-link";

/** Masked for everyone; an admin may see or copy the one that works now. */
export function InterviewLink({ email }: { email: Email }) {
  const { isAdmin } = useMe();
  const [url, setUrl] = useState<string | null>(null);
  const [isRefused, setIsRefused] = useState(false);
  const reveal = useRevealInterviewLink();
  const revealToCopy = useRevealInterviewLink();
  const whose = { emailId: email.id };
  const error = reveal.error ?? revealToCopy.error;

  async function copy() {
    reveal.reset();
    const text = url ? Promise.resolve(url) : revealToCopy.mutateAsync(whose);
    try {
      await copyText(text);
      showToast(`${email.to_name}’s Interview Link is copied.`);
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
        {isAdmin && email.interviewer && (
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
      {isAdmin && email.interviewer && (
        <p className={helpClass}>
          {isRefused && url
            ? "Your browser refused to copy. The link is selected: press Ctrl+C or ⌘C."
            : noteFor(email, url !== null)}
        </p>
      )}
    </div>
  );
}

function noteFor(email: Email, isShown: boolean): string {
  if (!isShown) return "Revealing or copying it is recorded with your name.";
  const which = isLinkOld(email) ? "This is the new link, not the one in this email. " : "";
  return `${which}It opens ${email.to_name}’s page for whoever has it.`;
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
