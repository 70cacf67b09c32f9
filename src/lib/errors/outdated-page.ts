/** The page's own code is no longer on the server: a newer version is. */
export function isOutdatedPage(error: unknown): boolean {
  const { message = "" } = (error ?? {}) as { message?: string };
  return /dynamically imported module|importing a module script|unable to preload/i.test(message);
}

const lastReload = "campus-interviews.reloaded-at";
let isReloading = false;

/**
 * Loads the page again where that may bring the code that is missing: not offline, and not twice
 * within a minute. Whether it does.
 */
export function reloadOutdatedPage(): boolean {
  try {
    const before = Number(sessionStorage.getItem(lastReload));
    if (isReloading) return true;
    if (!navigator.onLine || Date.now() - before < 60_000) return false;
    sessionStorage.setItem(lastReload, String(Date.now()));
  } catch {
    return false;
  }
  isReloading = true;
  location.reload();
  return true;
}
