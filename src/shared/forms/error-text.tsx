import { Link } from "react-aria-components";
import { explainError } from "../../lib/errors/explain-error";
import { linkOf } from "./locate-error";

/** What went wrong, with the way to what is in the way. */
export function ErrorText({ error }: { error: unknown }) {
  const link = linkOf(error);
  return (
    <>
      {explainError(error)}
      {link && (
        <>
          {" "}
          <Link className="link" href={link.href}>
            {link.label}
          </Link>
        </>
      )}
    </>
  );
}
