import { formatZonedRange } from "../../lib/dates/format-date";
import { listNames } from "../../lib/list-names";
import { Button } from "../../ui/buttons/button";
import { Banner } from "../../ui/feedback/banner";
import { useClock } from "../../ui/hooks/use-clock";
import { Card } from "../../ui/layout/card";
import { SpeakerCheck } from "../check/speaker-check";
import { lateLabel, timeLeft } from "../labels";
import { DeviceSelect } from "../parts/device-select";
import { FocusedHeading } from "../parts/focused-heading";
import { LevelBar } from "../parts/level-bar";
import { NetworkState } from "../parts/network-state";
import { ProblemList } from "../parts/problem-list";
import { SelfView } from "../parts/self-view";
import { MediaToggles } from "../parts/toolbar";
import { useRoomContext } from "../room-context";
import { RoomFrame } from "./room-frame";

/** The student before an interviewer lets them in: in the right place, and ready. */
export function Waiting() {
  const { state, media, devices, onClose } = useRoomContext();
  const now = useClock(1_000, state.clockOffset);
  const { interview, members, messages } = state;
  if (!interview) return null;
  const { starts_at, ends_at, time_zone, employer, position, interviewers } = interview;
  const isExpected = members.some(({ role }) => role === "interviewer");
  const notice = messages.filter(({ kind }) => kind === "notice").at(-1);
  const late = lateLabel(interview);

  return (
    <RoomFrame title="Waiting">
      <div className="mx-auto flex w-full max-w-160 flex-col gap-4 py-4">
        <Card className="flex flex-col gap-3">
          <div>
            <FocusedHeading className="font-semibold text-lg">
              You are in the right place
            </FocusedHeading>
            <p className="text-pretty">
              {position ? `${position} at ${employer}` : employer},{" "}
              {formatZonedRange(starts_at, ends_at, time_zone)}
            </p>
            <p className="text-muted">
              Your {interviewers.length > 1 ? "interviewers" : "interviewer"}:{" "}
              {listNames(interviewers)}
            </p>
          </div>
          <div role="status" className="flex flex-col gap-1">
            <p>
              {isExpected
                ? "They are here and can see that you are waiting. You will be let in soon."
                : "They are not here yet. When they join, they will see that you are waiting."}
            </p>
            {late && <p className="font-medium">{late}</p>}
            {notice && <p className="font-medium wrap-anywhere">Career office: {notice.body}</p>}
          </div>
          <p className="flex flex-wrap gap-x-4 text-muted text-sm tabular-nums">
            {timeLeft(interview, now).text}
            {state.isCutOff && <NetworkState />}
          </p>
        </Card>
        <Card className="flex flex-col gap-3">
          <h2 className="font-medium">How others will see and hear you</h2>
          <SelfView className="aspect-video w-full" />
          <div className="flex flex-wrap items-center gap-2">
            <MediaToggles />
            <div className="min-w-32 flex-1">
              <LevelBar track={devices.audio} label="Microphone level" />
            </div>
          </div>
          <ProblemList media={media} devices={devices} />
          <DeviceSelect kind="audioinput" media={media} devices={devices} />
          <DeviceSelect kind="videoinput" media={media} devices={devices} />
          <DeviceSelect kind="audiooutput" media={media} devices={devices} />
          <SpeakerCheck speakerId={devices.wanted.speakerId} />
          {(devices.problems.camera || devices.problems.microphone) && (
            <Banner>You can join with audio only, or use the chat without a microphone.</Banner>
          )}
        </Card>
        <Button size="lg" className="self-start" onClick={onClose}>
          Leave
        </Button>
      </div>
    </RoomFrame>
  );
}
