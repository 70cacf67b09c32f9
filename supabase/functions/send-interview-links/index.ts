import { z } from "zod";
import { inBackground } from "../_shared/background.ts";
import { asCaller, call } from "../_shared/database.ts";
import { deliverEmails } from "../_shared/deliver-emails.ts";
import { answer, post, readBody } from "../_shared/http.ts";

const body = z.object({
  requestId: z.uuid(),
  scheduleIds: z.array(z.uuid()).min(1),
  interviewerIds: z.array(z.uuid()).optional(),
  bulk: z.boolean().optional(),
  includeUnchanged: z.boolean().optional(),
});

const queued = z.object({
  batch_id: z.uuid(),
  repeated: z.boolean(),
  queued: z.int(),
  unchanged: z.int(),
  not_ready: z.array(z.object({ schedule_id: z.uuid(), unmet: z.array(z.string()) })),
});

/** Queues the links as the caller, answers how many, and goes on to send them. */
Deno.serve(
  post(async (request) => {
    const asked = await readBody(request, body);
    const batch = await call(
      asCaller(request),
      "queue_interview_links",
      {
        p_request_id: asked.requestId,
        p_schedule_ids: asked.scheduleIds,
        p_interviewer_ids: asked.interviewerIds,
        p_bulk: asked.bulk,
        p_include_unchanged: asked.includeUnchanged,
      },
      queued,
    );
    inBackground("send-interview-links", deliverEmails());
    return answer(
      {
        batchId: batch.batch_id,
        repeated: batch.repeated,
        queued: batch.queued,
        unchanged: batch.unchanged,
        notReady: batch.not_ready.map(({ schedule_id, unmet }) => ({
          scheduleId: schedule_id,
          unmet,
        })),
      },
      202,
    );
  }),
);
