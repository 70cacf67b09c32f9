import { z } from "zod";
import { inBackground } from "../_shared/background.ts";
import { asService, call } from "../_shared/database.ts";
import { env } from "../_shared/env.ts";
import { signGuestJwt } from "../_shared/guest-jwt.ts";
import { answer, HttpError, post, readBody } from "../_shared/http.ts";
import { parseLinkToken, verifyLinkToken } from "../_shared/link-token.ts";

const body = z.object({ token: z.string().max(4000) });

const links = z.array(
  z.object({
    version: z.int(),
    interviewer_id: z.uuid().nullable(),
    usable: z.boolean(),
  }),
);

// What is no token takes the same way as one of an unknown link, and so the same time.
const noToken = { linkId: "00000000-0000-0000-0000-000000000000", mac: new Uint8Array(32) };

/** Exchanges an Interview Link's token for a short-lived access token of the person it belongs to. */
Deno.serve(
  post(async (request) => {
    const { token } = await readBody(request, body);
    const parsed = parseLinkToken(token) ?? noToken;
    const database = asService();
    const [link] = await call(database, "access_link", { p_id: parsed.linkId }, links);
    const version = link?.usable ? link.version : null;
    const valid = await verifyLinkToken(env.linkSecret(), parsed, version);
    if (!valid || !link) {
      throw new HttpError(404, "link_not_valid");
    }
    inBackground(
      "record_link_opened",
      call(database, "record_link_opened", { p_id: parsed.linkId }, z.unknown()),
    );
    return answer(
      await signGuestJwt(env.required("GUEST_JWT_SECRET"), {
        linkId: parsed.linkId,
        linkVersion: link.version,
        role: link.interviewer_id ? "interviewer" : "student",
      }),
    );
  }),
);
