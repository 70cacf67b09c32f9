/** The choice to notify the students along with a release. */
export function AlsoNotify({ count }: { count: number }) {
  return (
    <span>
      Also send students their link
      <span className="block text-muted text-sm">
        {count === 1 ? "1 student" : `${count.toLocaleString()} students`} will be notified of their
        time, with a personal link and a calendar file.
      </span>
    </span>
  );
}

/** What follows "Released." when students are notified as well. */
export const notifyingText = (count: number) =>
  count === 1
    ? "1 student is being notified."
    : `${count.toLocaleString()} students are being notified.`;
