import { contentFor } from "../_shared/compose-email.ts";
import { asCaller, call } from "../_shared/database.ts";
import { draft, draftParameters } from "../_shared/draft.ts";
import { logoId } from "../_shared/email/logo.tsx";
import { emailPayload } from "../_shared/email/payload.ts";
import { renderEmail } from "../_shared/email/render-email.tsx";
import { answer, post, readBody } from "../_shared/http.ts";
import { appUrl, noLink } from "../_shared/links.ts";
import { readLogo } from "../_shared/school-logo.ts";

/** Shows an admin what an email with these words would be. Its link opens nobody's page. */
Deno.serve(
  post(async (request) => {
    const parameters = draftParameters(await readBody(request, draft));
    const payload = await call(asCaller(request), "preview_email", parameters, emailPayload);
    const template = await renderEmail(payload, appUrl());
    const { subject, html, text } = contentFor(payload, template, noLink());
    const logo = payload.school.has_logo ? await readLogo(asCaller(request)) : null;
    const shown = logo
      ? html.replace(`src="cid:${logoId}"`, `src="data:${logo.mime_type};base64,${logo.content}"`)
      : html;
    return answer({ subject, html: shown, text });
  }),
);
