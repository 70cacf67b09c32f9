import { Button } from "../../ui/buttons/button";
import { Banner } from "../../ui/feedback/banner";
import { browserOf } from "../media/browser";
import type { LocalMedia, MediaState } from "../media/local-media";
import { explainProblem } from "../media/media-problem";

/** What is wrong with one's devices, and what helps in this browser. */
export function ProblemList({ media, devices }: { media: LocalMedia; devices: MediaState }) {
  const { microphone, camera } = devices.problems;
  const browser = browserOf(navigator.userAgent);
  const problems = [
    microphone && explainProblem(microphone, "microphone", browser),
    camera && explainProblem(camera, "camera", browser),
  ].filter((problem) => problem !== null);
  return problems.map(({ title, fix }) => (
    <Banner
      key={title}
      tone="warning"
      title={title}
      action={<Button onClick={media.retry}>Try again</Button>}
    >
      {fix}
    </Banner>
  ));
}
