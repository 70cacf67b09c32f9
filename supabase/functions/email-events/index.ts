import { z } from "zod";
import { asService, call } from "../_shared/database.ts";
import { answer, post, readText } from "../_shared/http.ts";
import { readPostmarkReport } from "../_shared/reports/postmark-reports.ts";
import { isFromResend, readResendReport } from "../_shared/reports/resend-reports.ts";
import { storableText } from "../_shared/storable-text.ts";

// A report quotes an email's subject, not its body.
const largest = 256 * 1024;

/** Keeps what the mail provider reports. Reports of emails that are not ours are taken and ignored. */
Deno.serve(
  post(async (request) => {
    const { headers } = request;
    const read = isFromResend(headers) ? readResendReport : readPostmarkReport;
    const report = read(headers, await readText(request, largest));
    if (!report) return answer({ recorded: false });
    const parameters = {
      p_email_id: report.emailId,
      p_provider_id: storableText(report.providerId),
      p_type: report.type,
      p_at: report.at.toISOString(),
      p_detail: report.detail && storableText(report.detail),
      p_provider_event_id: report.eventId && storableText(report.eventId),
      p_suppresses: report.isAddressAtFault,
    };
    const recorded = await call(asService(), "record_email_event", parameters, z.boolean());
    return answer({ recorded });
  }),
);
