import { z } from "zod";
import { exchangeToken, noToken } from "../_shared/exchange-token.ts";
import { findToken } from "../_shared/find-token.ts";
import { answer, HttpError, post, readBody } from "../_shared/http.ts";

const body = z.object({ link: z.string() });

/**
 * Exchanges an Interview Link, as whole as it still is, for a short-lived access token of the person
 * it belongs to, and answers the token that was found in it
 * and that of their calendar feed. Changes nothing: a scanner may ask too.
 */
Deno.serve(
  post(async (request) => {
    const { link: text } = await readBody(request, body);
    const token = findToken(text) ?? noToken;
    const access = await exchangeToken(token, "page");
    if (!access) throw new HttpError(404, "link_not_valid");
    return answer({ ...access, token });
  }),
);
