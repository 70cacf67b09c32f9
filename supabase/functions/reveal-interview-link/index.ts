import { z } from "zod";
import { asCaller, call, read } from "../_shared/database.ts";
import { answer, HttpError, post, readBody } from "../_shared/http.ts";
import { interviewLink } from "../_shared/links.ts";

const body = z.union([z.object({ personId: z.uuid() }), z.object({ emailId: z.uuid() })]);

const recipient = z
  .object({ interviewer_id: z.uuid().nullable(), student_id: z.uuid().nullable() })
  .nullable();
const revealed = z.array(z.object({ link_id: z.uuid(), version: z.int() }));

/** Shows an admin a person's working link, as it is now. SQL checks the admin and keeps the audit. */
Deno.serve(
  post(async (request) => {
    const asked = await readBody(request, body);
    const database = asCaller(request);
    const personId =
      "personId" in asked ? asked.personId : await recipientOf(database, asked.emailId);
    const parameters = { p_person_id: personId };
    const [link] = await call(database, "reveal_access_link", parameters, revealed);
    if (!link) throw new HttpError(404, "not_found", { what: "person" });
    return answer({ url: await interviewLink(link.link_id, link.version) });
  }),
);

async function recipientOf(database: ReturnType<typeof asCaller>, emailId: string) {
  const columns = "interviewer_id, student_id";
  const query = database.from("emails").select(columns).eq("id", emailId).maybeSingle();
  const found = await read(query, recipient);
  return found?.interviewer_id ?? found?.student_id ?? null;
}
