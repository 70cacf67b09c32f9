import { sameText } from "../_shared/constant-time.ts";
import { deliverEmails } from "../_shared/deliver-emails.ts";
import { env } from "../_shared/env.ts";
import { answer, HttpError, post } from "../_shared/http.ts";

/** What the clock calls: sends what is due and answers how many ended in which status. */
Deno.serve(
  post(async (request) => {
    const secret = request.headers.get("x-delivery-secret") ?? "";
    if (!sameText(secret, env.required("DELIVERY_SECRET"))) {
      throw new HttpError(401, "not_allowed");
    }
    return answer(await deliverEmails());
  }),
);
