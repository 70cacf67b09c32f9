import { SignJWT } from "jose";

/** Who an Interview Link belongs to, as the policies read it from the token. */
export type Guest = {
  linkId: string;
  linkVersion: number;
  role: "interviewer" | "student";
};

const minutes = 10;

/** A short-lived access token with the guest's database role, signed with the project's JWT secret. */
export async function signGuestJwt(secret: string, guest: Guest, now = new Date()) {
  const expiresAt = new Date(now.getTime() + minutes * 60_000);
  const accessToken = await new SignJWT({
    role: guest.role,
    link_id: guest.linkId,
    link_version: guest.linkVersion,
  })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setAudience("authenticated")
    .setSubject(guest.linkId)
    .setIssuedAt(now)
    .setExpirationTime(expiresAt)
    .sign(new TextEncoder().encode(secret));
  return { accessToken, expiresAt: expiresAt.toISOString(), role: guest.role };
}
