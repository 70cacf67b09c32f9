import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Schedule } from "../../schedules/api";
import { useSendInterviewLinks } from "../api";
import { sendPreviewQuery } from "../preview-api";
import { SendForm } from "../send/send-form";
import { SendFrame } from "../send/send-frame";
import { isScheduleSent, whatIsSent } from "./what-is-sent";

interface SendDialogProps {
  schedule: Schedule;
  /** One person; null: everyone who needs it. */
  onlyTo: string | null;
  onClose: () => void;
}

export function SendDialog({ schedule, onlyTo, onClose }: SendDialogProps) {
  const preview = useQuery(sendPreviewQuery(schedule.id));
  const [batchId, setBatchId] = useState<string | null>(null);
  const { mutateAsync } = useSendInterviewLinks();
  const send = (interviewerIds: string[], requestId: string) =>
    mutateAsync({ requestId, scheduleIds: [schedule.id], interviewerIds, includeUnchanged: true });
  const frame = { schedule, preview, batchId, onClose };

  return (
    <SendFrame title={`Send ${whatIsSent(schedule)}`} {...frame}>
      {({ people }) => (
        <SendForm
          people={people.map((one) => ({ ...one, id: one.interviewer_id }))}
          onlyTo={onlyTo}
          test={{ kind: "interview_link", scheduleIds: [schedule.id] }}
          send={send}
          label={isScheduleSent(schedule) ? "Who is sent the schedule" : undefined}
          onSent={setBatchId}
        >
          Each gets a personal email with their own link, the times and a calendar file. Sending
          again sends the same link.
        </SendForm>
      )}
    </SendFrame>
  );
}
