import { useState } from "react";
import { Button } from "../../ui/buttons/button";
import { browserOf } from "../media/browser";
import { playTone } from "./tone";

const mutedWays = {
  chrome: "Right-click the tab: if it says Unmute site, choose it.",
  edge: "Right-click the tab: if it says Unmute tab, choose it.",
  firefox: "Click the speaker icon on the tab if it is crossed out.",
  safari: "Click the speaker icon in the address bar if it is crossed out.",
  ios: "Turn off silent mode on the side of the phone, and turn up the volume while the tone plays.",
  android: "Turn up the media volume while the tone plays.",
  other: "Check whether this tab is muted.",
};

/** A tone, and what helps when it is not heard. */
export function SpeakerCheck({ speakerId }: { speakerId?: string | undefined }) {
  const [state, setState] = useState<"untried" | "playing" | "asked" | "heard" | "silent">(
    "untried",
  );

  async function play() {
    setState("playing");
    await playTone(speakerId).catch(() => {});
    setState("asked");
  }

  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Button size="lg" isPending={state === "playing"} onClick={play}>
          Play a test tone
        </Button>
        {state === "asked" && (
          <>
            <p>Did you hear it?</p>
            <Button size="lg" onClick={() => setState("heard")}>
              Yes
            </Button>
            <Button size="lg" onClick={() => setState("silent")}>
              No
            </Button>
          </>
        )}
      </div>
      <p role="status" className="text-pretty empty:hidden">
        {state === "heard" && "Your speaker works."}
        {state === "silent" &&
          `Turn up the volume and check that the right speaker or headset is selected. ${mutedWays[browserOf(navigator.userAgent)]} Then play it again.`}
      </p>
    </div>
  );
}
