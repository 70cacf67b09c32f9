import { useReducer } from "react";
import { useSendInterviewLinks } from "./api";
import type { Email } from "./email-api";

/** Sends this email's schedules to its person again, as they are now. */
export function useSendAgain({ interviewer_id, schedules }: Email) {
  const [requestId, renewId] = useReducer(
    () => crypto.randomUUID(),
    "",
    crypto.randomUUID.bind(crypto),
  );
  const send = useSendInterviewLinks();
  const scheduleIds = schedules.map(({ schedule }) => schedule.id);
  return {
    ...send,
    isPossible: interviewer_id !== null && scheduleIds.length > 0,
    /** Repeated after a lost answer it keeps its id, so that nobody gets two. */
    again: () =>
      send.mutate(
        { requestId, scheduleIds, interviewerIds: interviewer_id ? [interviewer_id] : [] },
        { onSuccess: renewId },
      ),
  };
}
