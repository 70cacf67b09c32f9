import type { ReactNode } from "react";
import { Link } from "react-router";
import { DomainError } from "../../lib/errors/domain-error";
import { explainError } from "../../lib/errors/explain-error";
import { paths } from "../../paths";
import { Banner } from "../../ui/feedback/banner";

interface ConflictBannerProps {
  error: Error | null;
  action?: ReactNode;
}

/** Why it was refused, with the way to the schedule that is in the way. */
export function ConflictBanner({ error, action }: ConflictBannerProps) {
  if (!error) return null;
  const conflict =
    error instanceof DomainError ? (error.params.schedule_id as string | undefined) : undefined;
  return (
    <Banner tone="danger" title={conflict && "Double booking"} action={action}>
      {explainError(error)}{" "}
      {conflict && (
        <Link className="link" to={paths.schedule(conflict)}>
          Open that schedule
        </Link>
      )}
    </Banner>
  );
}
