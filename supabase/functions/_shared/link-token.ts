import { base64url } from "jose";
import { sameBytes } from "./constant-time.ts";

/** What a token opens: the page, or the calendar feed and nothing else. A reset ends both. */
type Purpose = "page" | "calendar-feed";

/**
 * An Interview Link's token: base64url(16 bytes link id ‖ 32 bytes HMAC-SHA256(secret, "v1:id:version")), for a calendar feed "v1:calendar-feed:id:version".
 * Nothing of it is stored; a higher version makes every earlier token worthless.
 */
export async function makeLinkToken(
  secret: string,
  linkId: string,
  version: number,
  purpose: Purpose = "page",
) {
  const mac = await authenticate(secret, linkId, version, purpose);
  return base64url.encode(new Uint8Array([...uuidToBytes(linkId), ...mac]));
}

export type ParsedToken = { linkId: string; mac: Uint8Array };

/** The link and the HMAC that 64 characters of base64url stand for. */
export function parseLinkToken(token: string): ParsedToken {
  const bytes = base64url.decode(token);
  return { linkId: bytesToUuid(bytes.subarray(0, 16)), mac: bytes.subarray(16) };
}

/** Compares in constant time. A null version (no such link) costs the same and is never valid. */
export async function verifyLinkToken(
  secret: string,
  token: ParsedToken,
  version: number | null,
  purpose: Purpose = "page",
) {
  const expected = await authenticate(secret, token.linkId, version ?? 0, purpose);
  return sameBytes(token.mac, expected) && version !== null;
}

async function authenticate(secret: string, linkId: string, version: number, purpose: Purpose) {
  const context = purpose === "page" ? "v1" : `v1:${purpose}`;
  const message = new TextEncoder().encode(`${context}:${linkId.toLowerCase()}:${version}`);
  return new Uint8Array(await crypto.subtle.sign("HMAC", await keyOf(secret), message));
}

let latest: { secret: string; key: Promise<CryptoKey> } | undefined;

/** Kept, because thousands of links are made with the same one. */
function keyOf(secret: string): Promise<CryptoKey> {
  if (latest?.secret !== secret) {
    const bytes = new TextEncoder().encode(secret);
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    latest = { secret, key: crypto.subtle.importKey("raw", bytes, algorithm, false, ["sign"]) };
  }
  return latest.key;
}

function uuidToBytes(uuid: string): Uint8Array {
  const pairs = uuid.replaceAll("-", "").match(/../g) ?? [];
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}

function bytesToUuid(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
