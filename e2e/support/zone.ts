/**
 * A zone in which it is between twelve and one o'clock at this moment, so that a test's "now",
 * "earlier" and "later" lie on one day at whatever hour it runs.
 */
export const zoneAtNoon = (() => {
  const hoursToNoon = 12 - new Date().getUTCHours();
  // POSIX names count westward: Etc/GMT-3 is three hours ahead of UTC.
  return hoursToNoon === 0
    ? "UTC"
    : `Etc/GMT${hoursToNoon > 0 ? "-" : "+"}${Math.abs(hoursToNoon)}`;
})();

/** The wall time in that zone so many minutes from now, as HH:MM. */
export function atNoon(minutesFromNow: number): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: zoneAtNoon, timeStyle: "short" }).format(
    Date.now() + minutesFromNow * 60_000,
  );
}
