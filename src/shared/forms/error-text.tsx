import { use } from "react";
import { ErrorWords } from "./error-words";

/** What went wrong, with the way to what is in the way. */
export function ErrorText({ error }: { error: unknown }) {
  const { explain, Link } = use(ErrorWords);
  return (
    <>
      {explain(error)} <Link error={error} />
    </>
  );
}
