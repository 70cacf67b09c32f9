import { z } from "zod";
import { inBackground } from "../_shared/background.ts";
import { asService, call } from "../_shared/database.ts";
import { deliverEmails } from "../_shared/deliver-emails.ts";
import { answer, clientAddress, post, readBody } from "../_shared/http.ts";

const body = z.object({ email: z.email().max(254) });

/** Sends someone their Interview Link again. The answer comes before the look-up, so it tells nothing. */
Deno.serve(
  post(async (request) => {
    const { email } = await readBody(request, body);
    inBackground("request-interview-link", queueAndDeliver(email, clientAddress(request)));
    return answer({ ok: true }, 202);
  }),
);

async function queueAndDeliver(email: string, client: string) {
  const parameters = { p_email: email, p_client: client };
  const queued = await call(asService(), "request_interview_link", parameters, z.int());
  if (queued > 0) await deliverEmails();
}
