import { isOutdatedPage } from "./outdated-page";

interface Failure {
  status?: number;
  message?: string;
}

/** What happened and what to do next where nothing was refused: the network, the server, too many tries. */
export function explainFailure(error: unknown): string {
  const { status, message = "" } = (error ?? {}) as Failure;
  if (status === 429) return "Too many tries in a short time. Wait a minute, then try again.";
  if (!navigator.onLine) return "You are offline. Connect to the internet, then try again.";
  if (isOutdatedPage(error)) {
    return "A newer version of this page is out, or the connection was lost. Load the page again.";
  }
  if (/fetch|network|load failed|timed out/i.test(message)) {
    return "The server could not be reached. Check your connection, then try again.";
  }
  return "Something went wrong on our side. Try again. If it happens again, tell the career office.";
}
