/** Resolves when it is time to stop: a signal, or the npm that started this process is gone. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => resolve());
    // npm passes a signal to its shell only, and the shell ends without passing it on.
    const parent = process.ppid;
    const orphaned = () => process.ppid !== parent && resolve();
    if (process.env.npm_lifecycle_event) setInterval(orphaned, 500).unref();
  });
}
