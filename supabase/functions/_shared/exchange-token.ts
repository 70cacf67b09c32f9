import { z } from "zod";
import { asService, call } from "./database.ts";
import { env } from "./env.ts";
import { signGuestJwt } from "./guest-jwt.ts";
import { makeLinkToken, parseLinkToken, verifyLinkToken } from "./link-token.ts";

const links = z.array(
  z.object({
    version: z.int(),
    interviewer_id: z.uuid().nullable(),
    usable: z.boolean(),
  }),
);

/** What is no token takes the same way as one of an unknown link, and so the same time. */
export const noToken = "A".repeat(64);

/**
 * A short-lived access token of the person a token belongs to, and the token of their calendar
 * feed. Null when it is unknown, reset, or made for another purpose.
 */
export async function exchangeToken(token: string, purpose: "page" | "calendar-feed") {
  const secret = env.linkSecret();
  const parsed = parseLinkToken(token);
  const [link] = await call(asService(), "access_link", { p_id: parsed.linkId }, links);
  const version = link?.usable ? link.version : null;
  const valid = await verifyLinkToken(secret, parsed, version, purpose);
  if (!valid || !link) return null;
  const access = await signGuestJwt(env.required("GUEST_JWT_SECRET"), {
    linkId: parsed.linkId,
    linkVersion: link.version,
    role: link.interviewer_id ? "interviewer" : "student",
  });
  const feedToken = await makeLinkToken(secret, parsed.linkId, link.version, "calendar-feed");
  return { ...access, feedToken };
}
