/**
 * Calls `read` at once, then after as many ms as it answers (null: never again), and whenever the
 * page is looked at again or its connection changes. Nothing is asked while nobody looks. What is
 * asked for during a call is asked once more after it, which may have begun too early to know.
 */
export function keepFresh(read: () => Promise<number | null>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isReading = false;
  let isAskedAgain = false;
  let isStopped = false;

  async function refresh() {
    isAskedAgain = isReading;
    if (isReading || isStopped) return;
    clearTimeout(timer);
    isReading = true;
    const delay = await read();
    isReading = false;
    if (delay === null) stop();
    else if (!isStopped && isLookedAt()) timer = setTimeout(refresh, isAskedAgain ? 0 : delay);
  }

  function look() {
    if (isLookedAt()) refresh();
    else clearTimeout(timer);
  }

  function stop() {
    isStopped = true;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", look);
    for (const event of windowEvents) removeEventListener(event, look);
  }

  document.addEventListener("visibilitychange", look);
  for (const event of windowEvents) addEventListener(event, look);
  refresh();
  return { refresh, stop };
}

const windowEvents = ["focus", "online", "offline"];
const isLookedAt = () => document.visibilityState === "visible";
