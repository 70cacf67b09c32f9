import { z } from "zod";
import { asService, call } from "../_shared/database.ts";
import { env } from "../_shared/env.ts";
import { findToken } from "../_shared/find-token.ts";
import { signGuestJwt } from "../_shared/guest-jwt.ts";
import { answer, HttpError, post, readBody } from "../_shared/http.ts";
import { parseLinkToken, verifyLinkToken } from "../_shared/link-token.ts";

const body = z.object({ link: z.string() });

const links = z.array(
  z.object({
    version: z.int(),
    interviewer_id: z.uuid().nullable(),
    usable: z.boolean(),
  }),
);

// What holds no token takes the same way as one of an unknown link, and so the same time.
const noToken = "A".repeat(64);

/**
 * Exchanges an Interview Link, as whole as it still is, for a short-lived access token of the person
 * it belongs to, and answers the token that was found in it. Changes nothing: a scanner may ask too.
 */
Deno.serve(
  post(async (request) => {
    const { link: text } = await readBody(request, body);
    const token = findToken(text) ?? noToken;
    const parsed = parseLinkToken(token);
    const database = asService();
    const [link] = await call(database, "access_link", { p_id: parsed.linkId }, links);
    const version = link?.usable ? link.version : null;
    const valid = await verifyLinkToken(env.linkSecret(), parsed, version);
    if (!valid || !link) {
      throw new HttpError(404, "link_not_valid");
    }
    const access = await signGuestJwt(env.required("GUEST_JWT_SECRET"), {
      linkId: parsed.linkId,
      linkVersion: link.version,
      role: link.interviewer_id ? "interviewer" : "student",
    });
    return answer({ ...access, token });
  }),
);
