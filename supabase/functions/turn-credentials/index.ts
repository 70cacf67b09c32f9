import { z } from "zod";
import { asCaller, call } from "../_shared/database.ts";
import { env } from "../_shared/env.ts";
import { answer, HttpError, post } from "../_shared/http.ts";
import { iceServers } from "../_shared/turn-credentials.ts";

/** Lends an hour's TURN credentials to whoever may be in a room; the database says who that is. */
Deno.serve(
  post(async (request) => {
    const user = await call(asCaller(request), "relay_user", {}, z.uuid().nullable());
    if (!user) throw new HttpError(401, "not_signed_in");
    const turnUrls = list("TURN_URLS");
    const turnSecret = turnUrls.length > 0 ? env.required("TURN_SECRET") : undefined;
    return answer(await iceServers({ stunUrls: list("STUN_URLS"), turnUrls, turnSecret }, user));
  }),
);

const list = (name: string): string[] =>
  (env.optional(name) ?? "")
    .split(",")
    .map((url) => url.trim())
    .filter(Boolean);
