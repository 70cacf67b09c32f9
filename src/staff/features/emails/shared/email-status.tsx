import type { ReactNode } from "react";
import type { Enums } from "../../../../lib/supabase/database.types";
import { type Mark, Status, type Tone } from "../../../../ui/feedback/status";

export type EmailState = Enums<"email_status">;

const looks: Record<EmailState, { label: string; tone: Tone; mark: Mark }> = {
  queued: { label: "Queued", tone: "neutral", mark: "ring" },
  sending: { label: "Sending", tone: "accent", mark: "ring" },
  sent: { label: "Sent", tone: "accent", mark: "dot" },
  delivered: { label: "Delivered", tone: "success", mark: "dot" },
  delayed: { label: "Delayed", tone: "warning", mark: "ring" },
  bounced: { label: "Bounced", tone: "danger", mark: "triangle" },
  complained: { label: "Marked as spam", tone: "danger", mark: "triangle" },
  failed: { label: "Failed", tone: "danger", mark: "triangle" },
  uncertain: { label: "Perhaps sent", tone: "warning", mark: "triangle" },
};

export const emailStates = Object.keys(looks) as EmailState[];
export const emailStateLabel = (state: EmailState) => looks[state].label;

export function EmailStatus({ state, children }: { state: EmailState; children?: ReactNode }) {
  const { label, tone, mark } = looks[state];
  return (
    <Status tone={tone} mark={mark}>
      {label}
      {children}
    </Status>
  );
}
