import type { ReactNode } from "react";
import { Link } from "react-router";
import { DomainError } from "../../lib/errors/domain-error";
import { problemAt } from "../../lib/errors/messages";

/** What the server said about a field, with the way to what is in the way. */
export function fieldProblem(error: unknown, field: string): ReactNode {
  const message = problemAt(error, field);
  const href = error instanceof DomainError ? (error.params.href as string | undefined) : undefined;
  if (!message || !href) return message;
  return (
    <>
      {message}{" "}
      <Link className="link" to={href}>
        Open
      </Link>
    </>
  );
}
