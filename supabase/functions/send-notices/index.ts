import { z } from "zod";
import { post, readBody } from "../_shared/http.ts";
import { queueAndSend } from "../_shared/queue-and-send.ts";

const body = z.object({
  requestId: z.uuid(),
  scheduleIds: z.array(z.uuid()).min(1),
  personIds: z.array(z.uuid()).optional(),
  waitSeconds: z.int().min(0).max(3600).optional(),
});

/** Notifies interviewers and students of what changed for them. */
Deno.serve(
  post(async (request) => {
    const asked = await readBody(request, body);
    return queueAndSend(request, "queue_notices", {
      p_request_id: asked.requestId,
      p_schedule_ids: asked.scheduleIds,
      p_person_ids: asked.personIds,
      p_wait_seconds: asked.waitSeconds,
    });
  }),
);
