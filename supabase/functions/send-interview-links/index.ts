import { z } from "zod";
import { post, readBody } from "../_shared/http.ts";
import { queueAndSend } from "../_shared/queue-and-send.ts";

const body = z.object({
  requestId: z.uuid(),
  scheduleIds: z.array(z.uuid()).min(1),
  interviewerIds: z.array(z.uuid()).optional(),
  bulk: z.boolean().optional(),
  includeUnchanged: z.boolean().optional(),
});

/** Sends interviewers their Interview Link. */
Deno.serve(
  post(async (request) => {
    const asked = await readBody(request, body);
    return queueAndSend(request, "queue_interview_links", {
      p_request_id: asked.requestId,
      p_schedule_ids: asked.scheduleIds,
      p_interviewer_ids: asked.interviewerIds,
      p_bulk: asked.bulk,
      p_include_unchanged: asked.includeUnchanged,
    });
  }),
);
