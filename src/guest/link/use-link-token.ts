import { useEffect, useState } from "react";
import { interviewPath } from "../../shared/interview-path";
import { readToken } from "./link-token";

/** The token of the link that this page was opened with; follows a second link opened in its tab. */
export function useLinkToken(): string | null {
  const [token, setToken] = useState(() => readToken(location));

  useEffect(() => {
    const follow = () => setToken(readToken(location));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);

  useEffect(() => {
    if (token) history.replaceState(history.state, "", interviewPath(token));
  }, [token]);

  return token;
}
