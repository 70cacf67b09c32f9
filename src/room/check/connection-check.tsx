import { useEffect, useState } from "react";
import { Button } from "../../ui/buttons/button";
import { Spinner } from "../../ui/feedback/spinner";
import { Status } from "../../ui/feedback/status";
import type { RoomApi } from "../room-api";
import { type Connectivity, testConnectivity } from "./connectivity-test";

const results: Record<Connectivity, { isGood: boolean; text: string; fix?: string }> = {
  relay: { isGood: true, text: "The video relay can be reached" },
  direct: { isGood: true, text: "Video can be sent directly" },
  unknown: {
    isGood: false,
    text: "The server did not answer",
    fix: "Check the internet connection of this device.",
  },
  refused: {
    isGood: false,
    text: "The video relay refused this page",
    fix: "Reload the page. If this happens again, let the career office know: its video relay is not set up correctly.",
  },
  unreachable: {
    isGood: false,
    text: "The video relay cannot be reached",
    fix: "This network blocks video, as some office networks do. Turn off any VPN, or use another network, such as a phone hotspot.",
  },
  blocked: {
    isGood: false,
    text: "This browser blocks video",
    fix: "Turn off extensions that block WebRTC, or use another browser.",
  },
};

/** Whether video gets out of this network. */
export function ConnectionCheck({ api }: { api: Pick<RoomApi, "iceServers"> }) {
  const [attempt, setAttempt] = useState(0);
  const [connectivity, setConnectivity] = useState<Connectivity | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    let isCurrent = true;
    setConnectivity(null);
    testConnectivity(api.iceServers).then(
      (found) => isCurrent && setConnectivity(found),
      () => isCurrent && setConnectivity("blocked"),
    );
    return () => {
      isCurrent = false;
    };
  }, [api, attempt]);

  const result = connectivity && results[connectivity];
  return (
    <div className="flex flex-col gap-2">
      <div role="status" className="flex flex-col gap-1">
        {!result && <Spinner label="Testing the video connection…" />}
        {result && (
          <Status
            tone={result.isGood ? "success" : "danger"}
            mark={result.isGood ? "dot" : "triangle"}
            className="whitespace-normal!"
          >
            {result.text}
          </Status>
        )}
        {result?.fix && <p className="text-pretty">{result.fix}</p>}
      </div>
      {result && !result.isGood && (
        <Button size="lg" className="self-start" onClick={() => setAttempt(attempt + 1)}>
          Try again
        </Button>
      )}
    </div>
  );
}
