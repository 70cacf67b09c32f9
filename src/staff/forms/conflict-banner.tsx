import type { ReactNode } from "react";
import { Link } from "react-router";
import { explainError } from "../../lib/errors/explain-error";
import { Refusal } from "../../lib/errors/rpc-result";
import { Banner } from "../../ui/feedback/banner";

interface ClashBannerProps {
  error: Error | null;
  action?: ReactNode;
}

/** Why it was refused, with the way to the schedule that is in the way. */
export function ClashBanner({ error, action }: ClashBannerProps) {
  if (!error) return null;
  const clash = error instanceof Refusal ? error.problem.schedule_id : undefined;
  return (
    <Banner tone="danger" title={clash && "Double booking"} action={action}>
      {explainError(error)}{" "}
      {clash && (
        <Link className="link" to={`/admin/schedules/${clash}`}>
          Open that schedule
        </Link>
      )}
    </Banner>
  );
}
