const tokenAfterHash = /(?:#|%(?:25)*23)([\w-]{1,200}|[^?&]{1,200})/i;

/**
 * What stands for a token in a URL, be it one or not: in its fragment, or where a mail gateway
 * turned "#" into "%23".
 */
export function readToken(url: Pick<URL, "pathname" | "search" | "hash">): string | null {
  const { pathname, search, hash } = url;
  return tokenAfterHash.exec(hash || pathname + search)?.[1] ?? null;
}
