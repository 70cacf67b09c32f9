/** The Interview Experience page. The token is in the fragment, which no server and no Referer header ever sees. */
export const interviewPath = (token?: string): string =>
  token ? `/interview#${token}` : "/interview";
