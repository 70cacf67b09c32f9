/** How long, in ms, a page has to have been visible before a press counts, and until it counts without one. */
const settled = 2_000;
const seen = 10_000;

/**
 * Calls `report` once somebody is at the page, and again at a later sign if it fails: a press of
 * pointer or key, or a touch, on a page that has been visible for two seconds; else ten seconds for
 * which it was visible. Scripts cannot make an event that is trusted, and a browser that says it is
 * driven by a program is believed. Returns what stops it.
 */
export function onHumanSign(report: () => Promise<unknown>): () => void {
  if (navigator.webdriver) return () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let visibleBefore = 0;
  let visibleSince: number | null = null;
  let isStopped = false;

  const visibleFor = () =>
    visibleBefore + (visibleSince === null ? 0 : performance.now() - visibleSince);

  function look() {
    visibleBefore = visibleFor();
    clearTimeout(timer);
    const isVisible = document.visibilityState === "visible";
    visibleSince = isVisible ? performance.now() : null;
    if (isVisible) timer = setTimeout(finish, seen - visibleBefore);
  }

  function press(event: Event) {
    if (event.isTrusted && visibleFor() >= settled) finish();
  }

  function start() {
    if (isStopped) return;
    visibleBefore = 0;
    visibleSince = null;
    document.addEventListener("visibilitychange", look);
    for (const type of presses) addEventListener(type, press, true);
    look();
  }

  function rest() {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", look);
    for (const type of presses) removeEventListener(type, press, true);
  }

  function finish() {
    rest();
    report().catch(start);
  }

  start();
  return () => {
    isStopped = true;
    rest();
  };
}

// A touch is a pointer too.
const presses = ["pointerdown", "keydown"];
