import { z } from "zod";
import { inBackground } from "./background.ts";
import { asCaller, call } from "./database.ts";
import { deliverEmails } from "./deliver-emails.ts";
import { answer } from "./http.ts";

const queued = z.object({
  batch_id: z.uuid(),
  repeated: z.boolean(),
  queued: z.int(),
  unchanged: z.int(),
  not_ready: z.array(z.object({ schedule_id: z.uuid(), unmet: z.array(z.string()) })),
});

/** Queues emails as the caller with a SQL function, answers how many, and goes on to send them. */
export async function queueAndSend(
  request: Request,
  queue: string,
  parameters: Record<string, unknown>,
): Promise<Response> {
  const batch = await call(asCaller(request), queue, parameters, queued);
  inBackground(queue, deliverEmails());
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
}
