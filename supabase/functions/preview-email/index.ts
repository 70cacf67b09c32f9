import { asCaller, call } from "../_shared/database.ts";
import { draft, draftParameters } from "../_shared/draft.ts";
import { logoId } from "../_shared/email/logo.tsx";
import { emailPayload } from "../_shared/email/payload.ts";
import {
  fillHtml,
  fillText,
  headerText,
  personValues,
  placeholder,
} from "../_shared/email/placeholders.ts";
import { renderEmail } from "../_shared/email/render-email.tsx";
import { answer, post, readBody } from "../_shared/http.ts";
import { appUrl } from "../_shared/links.ts";
import { readLogo } from "../_shared/school-logo.ts";

/** Shows an admin what an email with these words would be. Its link opens nobody's page. */
Deno.serve(
  post(async (request) => {
    const parameters = draftParameters(await readBody(request, draft));
    const payload = await call(asCaller(request), "preview_email", parameters, emailPayload);
    const { subject, html, text } = await renderEmail(payload, appUrl());
    const values = {
      ...personValues(payload.to.name, payload.to.email),
      [placeholder.interviewLink]: `${appUrl()}/interview`,
    };
    const logo = payload.school.has_logo ? await readLogo(asCaller(request)) : null;
    const shown = logo
      ? html.replace(`cid:${logoId}`, `data:${logo.mime_type};base64,${logo.content}`)
      : html;
    return answer({
      subject: headerText(fillText(subject, values)),
      html: fillHtml(shown, values),
      text: fillText(text, values),
    });
  }),
);
