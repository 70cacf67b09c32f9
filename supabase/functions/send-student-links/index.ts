import { z } from "zod";
import { post, readBody } from "../_shared/http.ts";
import { queueAndSend } from "../_shared/queue-and-send.ts";

const body = z.object({
  requestId: z.uuid(),
  scheduleIds: z.array(z.uuid()).min(1),
  studentIds: z.array(z.uuid()).optional(),
  includeUnchanged: z.boolean().optional(),
});

/** Tells students of their interviews, each with their own link. */
Deno.serve(
  post(async (request) => {
    const asked = await readBody(request, body);
    return queueAndSend(request, "queue_student_links", {
      p_request_id: asked.requestId,
      p_schedule_ids: asked.scheduleIds,
      p_student_ids: asked.studentIds,
      p_include_unchanged: asked.includeUnchanged,
    });
  }),
);
