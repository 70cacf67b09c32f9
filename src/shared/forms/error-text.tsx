import { type AnchorHTMLAttributes, type ComponentType, createContext, use } from "react";
import { explainError } from "../../lib/errors/explain-error";
import { linkOf } from "./locate-error";

type LinkProps = Pick<AnchorHTMLAttributes<HTMLAnchorElement>, "href" | "className" | "children">;

/** How an app follows a link within itself: the staff app by its router, the guest page has none. */
export const ErrorLink = createContext<ComponentType<LinkProps>>((props) => <a {...props} />);

/** What went wrong, with the way to what is in the way. */
export function ErrorText({ error }: { error: unknown }) {
  const link = linkOf(error);
  const Link = use(ErrorLink);
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
