/** As RTCPeerConnection takes it. */
export type IceServer = { urls: string[]; username?: string; credential?: string };

export type IceConfiguration = { stunUrls: string[]; turnUrls: string[]; turnSecret?: string };

const lifetime = 3600;

/**
 * The servers by which a browser finds a way to another, with TURN credentials of an hour: the
 * shared-secret scheme of coturn (use-auth-secret) and of hosted services (draft-uberti-behave-turn-rest).
 */
export async function iceServers(
  { stunUrls, turnUrls, turnSecret }: IceConfiguration,
  user: string,
  now = new Date(),
): Promise<{ iceServers: IceServer[]; expiresAt: string }> {
  const expires = Math.floor(now.getTime() / 1000) + lifetime;
  const servers: IceServer[] = stunUrls.length > 0 ? [{ urls: stunUrls }] : [];
  if (turnUrls.length > 0 && turnSecret) {
    const username = `${expires}:${user}`;
    servers.push({ urls: turnUrls, username, credential: await sign(turnSecret, username) });
  }
  return { iceServers: servers, expiresAt: new Date(expires * 1000).toISOString() };
}

async function sign(secret: string, username: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-1" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, [
    "sign",
  ]);
  const mac = await crypto.subtle.sign("HMAC", key, encoder.encode(username));
  return btoa(String.fromCharCode(...new Uint8Array(mac)));
}
