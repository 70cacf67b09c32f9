import type { ReactNode } from "react";
import type { Enums } from "../../../../lib/supabase/database.types";
import { type Mark, Status, type Tone } from "../../../../ui/feedback/status";
import { emailStatusLabels } from "../../../labels";

type EmailState = Enums<"email_status">;

const looks: Record<EmailState, { tone: Tone; mark: Mark }> = {
  queued: { tone: "neutral", mark: "ring" },
  sending: { tone: "accent", mark: "ring" },
  sent: { tone: "accent", mark: "dot" },
  delivered: { tone: "success", mark: "dot" },
  delayed: { tone: "warning", mark: "ring" },
  bounced: { tone: "danger", mark: "triangle" },
  complained: { tone: "danger", mark: "triangle" },
  failed: { tone: "danger", mark: "triangle" },
  uncertain: { tone: "warning", mark: "triangle" },
  canceled: { tone: "neutral", mark: "ring" },
};

export function EmailStatus({ state, children }: { state: EmailState; children?: ReactNode }) {
  const { tone, mark } = looks[state];
  return (
    <Status tone={tone} mark={mark}>
      {emailStatusLabels[state]}
      {children}
    </Status>
  );
}
