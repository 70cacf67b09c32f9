import { expect, test } from "vitest";
import {
  connectionOf,
  goodQuality,
  type Quality,
  type Sample,
  updateQuality,
  worst,
} from "./quality";

const good: Sample = { bitrate: 2_000_000, loss: 0 };
const lossy: Sample = { bitrate: 2_000_000, loss: 0.3 };
const scarce: Sample = { bitrate: 60_000, loss: 0 };
const look = (samples: Sample[], from: Quality = goodQuality) =>
  samples.reduce(updateQuality, from);

test("one bad look is a slow connection, three pause the camera", () => {
  expect(look([lossy])).toMatchObject({ bad: 1, isVideoPaused: false });
  expect(look([lossy, lossy, lossy]).isVideoPaused).toBe(true);
  expect(look([scarce, scarce, scarce]).isVideoPaused).toBe(true);
  expect(look([lossy, lossy, good, lossy, lossy]).isVideoPaused).toBe(false);
});

test("the camera comes back when the voice gets through for a while, and more hesitantly each time", () => {
  const paused = look([lossy, lossy, lossy]);
  const calm = (looks: number) => Array.from({ length: looks }, () => scarce);
  expect(look(calm(4), paused).isVideoPaused).toBe(true);
  const back = look(calm(5), paused);
  expect(back.isVideoPaused).toBe(false);
  const again = look([lossy, lossy, lossy], back);
  expect(look(calm(9), again).isVideoPaused).toBe(true);
  expect(look(calm(10), again).isVideoPaused).toBe(false);
});

test("what a browser does not measure changes nothing", () => {
  const unknown: Sample = { bitrate: null, loss: null };
  expect(look([unknown, unknown, unknown])).toMatchObject({ bad: 0, isVideoPaused: false });
});

test("of several connections the worst counts", () => {
  expect(worst([good, lossy, scarce])).toEqual({ bitrate: 60_000, loss: 0.3 });
  expect(worst([])).toEqual({ bitrate: null, loss: null });
});

test("the connection in a word", () => {
  expect(connectionOf([], goodQuality)).toBe("new");
  expect(connectionOf(["connected"], goodQuality)).toBe("good");
  expect(connectionOf(["connected", "connecting"], goodQuality)).toBe("new");
  expect(connectionOf(["connected", "disconnected"], goodQuality)).toBe("lost");
  expect(connectionOf(["connected"], look([lossy]))).toBe("poor");
});
