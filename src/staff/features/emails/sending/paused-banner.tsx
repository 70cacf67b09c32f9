import { useQuery } from "@tanstack/react-query";
import { formatTimestamp } from "../../../../lib/dates/relative-time";
import { explainError } from "../../../../lib/errors/explain-error";
import { Button } from "../../../../ui/buttons/button";
import { Banner } from "../../../../ui/feedback/banner";
import { showToast } from "../../../../ui/feedback/toast";
import { useMe } from "../../../app/require-staff";
import { useSaveSettings } from "../../settings/api";
import { notPaused, pauseQuery } from "./sending-api";

/** On every page while sending is paused. */
export function PausedBanner() {
  const { isAdmin } = useMe();
  const { data: pause } = useQuery(pauseQuery);
  const resume = useSaveSettings();
  if (!pause) return null;
  return (
    <Banner
      tone="warning"
      title={`Sending is paused: ${pause.reason}`}
      className="mx-4 mt-4 sm:mx-6"
      action={
        isAdmin && (
          <Button
            size="sm"
            isPending={resume.isPending}
            onClick={() =>
              resume.mutate(notPaused, {
                onSuccess: () => showToast("Sending resumes within half a minute."),
                onError: (error) => showToast(explainError(error)),
              })
            }
          >
            Resume
          </Button>
        )
      }
    >
      Since {formatTimestamp(pause.since)}. {waitingWords(pause.waiting)}
    </Banner>
  );
}

function waitingWords(count: number): string {
  if (count === 0) return "No emails are waiting.";
  return count === 1 ? "1 email is waiting." : `${count.toLocaleString()} emails are waiting.`;
}
