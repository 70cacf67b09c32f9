import { inBackground } from "../_shared/background.ts";
import { sameText } from "../_shared/constant-time.ts";
import { deliverEmails } from "../_shared/deliver-emails.ts";
import { env } from "../_shared/env.ts";
import { answer, HttpError, post } from "../_shared/http.ts";

/** What the clock calls, and each run that leaves something to the next: sends what is due, after the answer. */
Deno.serve(
  post(async (request) => {
    const secret = request.headers.get("x-delivery-secret") ?? "";
    if (!sameText(secret, env.required("DELIVERY_SECRET"))) {
      throw new HttpError(401, "not_allowed");
    }
    inBackground("deliver-emails", deliverEmails());
    return answer({ ok: true }, 202);
  }),
);
