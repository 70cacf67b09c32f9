import { z } from "zod";
import { asCaller, call, read } from "../_shared/database.ts";
import { answer, post, Refusal, readBody } from "../_shared/http.ts";
import { interviewLink } from "../_shared/links.ts";

const body = z.union([z.object({ interviewerId: z.uuid() }), z.object({ emailId: z.uuid() })]);

const recipient = z.object({ interviewer_id: z.uuid().nullable() }).nullable();
const revealed = z.array(z.object({ link_id: z.uuid(), version: z.int() }));

/** Shows an admin a person's working link, as it is now. SQL checks the admin and keeps the audit. */
Deno.serve(
  post(async (request) => {
    const asked = await readBody(request, body);
    const database = asCaller(request);
    const interviewerId =
      "interviewerId" in asked ? asked.interviewerId : await recipientOf(database, asked.emailId);
    const parameters = { p_interviewer_id: interviewerId };
    const [link] = await call(database, "reveal_access_link", parameters, revealed);
    if (!link) throw new Refusal(404, "not_found", "There is no such person any more.");
    return answer({ url: await interviewLink(link.link_id, link.version) });
  }),
);

async function recipientOf(database: ReturnType<typeof asCaller>, emailId: string) {
  const query = database.from("emails").select("interviewer_id").eq("id", emailId).maybeSingle();
  return (await read(query, recipient))?.interviewer_id ?? null;
}
