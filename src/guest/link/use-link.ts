import { useEffect, useState } from "react";
import { interviewPath } from "../../shared/interview-path";

/**
 * The link that this page was opened with, as it came: the server finds the token in it. Follows a
 * second link opened in its tab; null where the URL has nothing beyond the page.
 */
export function useLink(): string | null {
  const [link, setLink] = useState(readLink);

  useEffect(() => {
    const follow = () => setLink(readLink());
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);

  return link;
}

function readLink(): string | null {
  const { pathname, search, hash, href } = location;
  const isBare = /^\/+interview\/*$/i.test(pathname) && !search && !hash;
  return isBare ? null : href;
}

/** Once a link has opened, the URL is the link as it was sent, however it came. */
export function showLink(token: string): void {
  history.replaceState(history.state, "", interviewPath(token));
}
