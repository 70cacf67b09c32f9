/** The Interview Experience page. The token is in the fragment, which no server and no Referer header ever sees. */
export const interviewPath = (token?: string): string =>
  token ? `/interview#${token}` : "/interview";

/** Whether it leads there, in whatever case and with whatever a gateway has put behind it. */
export const isInterviewPath = (pathname: string): boolean => /^\/+interview/i.test(pathname);
