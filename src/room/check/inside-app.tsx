import { useState } from "react";
import { copyText } from "../../lib/copy-text";
import { Button } from "../../ui/buttons/button";
import { Banner } from "../../ui/feedback/banner";

/** For a page shown inside a mail app, which often has no camera to give. */
export function InsideApp() {
  const [state, setState] = useState<"ready" | "copied" | "failed">("ready");

  async function copy() {
    const text = Promise.resolve(location.href);
    setState(
      await copyText(text).then(
        () => "copied" as const,
        () => "failed" as const,
      ),
    );
  }

  return (
    <Banner tone="warning" title="Open this page in your browser">
      <p className="text-pretty">
        It is open inside another app, where the camera and microphone often do not work. Choose
        “Open in browser” in the app’s menu, or copy the link and paste it into Chrome, Safari, Edge
        or Firefox.
      </p>
      <Button size="lg" icon="copy" className="mt-2" onClick={copy}>
        {state === "copied" ? "Link copied" : "Copy the link"}
      </Button>
      <p role="status" className="mt-2 wrap-anywhere empty:hidden">
        {state === "failed" && `The link could not be copied. It is ${location.href}`}
      </p>
    </Banner>
  );
}
