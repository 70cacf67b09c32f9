import { Link } from "react-aria-components";
import { DomainError } from "../../lib/errors/domain-error";
import { paths } from "../../paths";

/** The page of what is in the way. */
export function ErrorLink({ error }: { error: unknown }) {
  if (!(error instanceof DomainError)) return null;
  const { href, schedule_id } = error.params as { href?: string; schedule_id?: string };
  const to = href ?? (schedule_id && paths.schedule(schedule_id));
  if (!to) return null;
  return (
    <Link className="link" href={to}>
      {href ? "Open" : "Open that schedule"}
    </Link>
  );
}
