import { z } from "zod";
import { emailKind, officeWords } from "./email/payload.ts";

/** Words that are not saved, and whom the email is shown for. */
export const draft = z.object({
  personId: z.uuid(),
  /** None for an overview. */
  scheduleId: z.uuid().nullable(),
  kind: emailKind,
  words: officeWords,
});

export const draftParameters = ({ personId, scheduleId, kind, words }: z.infer<typeof draft>) => ({
  p_person_id: personId,
  p_schedule_id: scheduleId,
  p_kind: kind,
  p_words: words,
});
