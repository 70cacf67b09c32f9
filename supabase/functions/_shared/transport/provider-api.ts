import { type Attachment, type Mailbox, MailError, type MailFailure } from "./mail-transport.ts";

const timeout = 20_000;

export interface ProviderAnswer {
  status: number;
  body: string;
  /** In seconds: for how long the provider takes no more, as it says itself or else briefly. */
  retryAfter?: number;
}

/**
 * Posts JSON to a mail provider, once. Rejects with a MailError where no answer came: retry if no
 * connection was made, else as `unanswered` says.
 */
export async function postOnce(
  url: string,
  headers: Record<string, string>,
  content: unknown,
  unanswered: MailFailure,
): Promise<ProviderAnswer> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { ...headers, "Content-Type": "application/json" },
      // Deno sends text again by itself when a connection breaks off; a blob it sends once.
      body: new Blob([JSON.stringify(content)]),
      signal: AbortSignal.timeout(timeout),
    });
    const retryAfter = retryAfterOf(response);
    return { status: response.status, body: await response.text(), retryAfter };
  } catch (error) {
    const failure = String(error).includes("(Connect)") ? "retry" : unanswered;
    throw new MailError(failure, `No answer from the mail provider: ${error}`);
  }
}

function retryAfterOf({ status, headers }: Response): number | undefined {
  if (status !== 429 && status !== 503) return undefined;
  const value = headers.get("retry-after") ?? "";
  const seconds = Number(value) || (Date.parse(value) - Date.now()) / 1000;
  if (seconds > 0) return Math.ceil(seconds);
  return status === 429 ? 1 : undefined;
}

export function mailbox({ name, address }: Mailbox): string {
  return `"${name.replace(/["\\]/g, "\\$&")}" <${address}>`;
}

/** What a file holds, in base64. */
export function contentOf({ content, encoding }: Attachment): string {
  if (encoding) return content;
  return btoa(
    Array.from(new TextEncoder().encode(content), (byte) => String.fromCharCode(byte)).join(""),
  );
}
