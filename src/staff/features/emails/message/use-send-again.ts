import { useMutation } from "@tanstack/react-query";
import { useRequestId } from "../../../../ui/hooks/use-request-id";
import { sendInterviewLinks, sendStudentLinks } from "../../links/api";
import type { Email } from "./email-api";

/** Sends this email's schedules to its person again, as they are now. */
export function useSendAgain({ interviewer_id, student_id, schedules }: Email) {
  const [requestId, renewRequestId] = useRequestId();
  const scheduleIds = schedules.map(({ schedule }) => schedule.id);
  const send = useMutation({
    mutationFn: () =>
      student_id
        ? sendStudentLinks({ requestId, scheduleIds, studentIds: [student_id] })
        : sendInterviewLinks({
            requestId,
            scheduleIds,
            interviewerIds: interviewer_id ? [interviewer_id] : [],
          }),
  });
  return {
    ...send,
    isPossible: (interviewer_id ?? student_id) !== null && scheduleIds.length > 0,
    /** Repeated after a lost answer it keeps its id, so that nobody gets two. */
    again: () => send.mutate(undefined, { onSuccess: renewRequestId }),
  };
}
