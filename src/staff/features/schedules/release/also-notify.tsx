/** The choice to notify the students along with a release. */
export function AlsoNotify({ count }: { count: number }) {
  return (
    <span>
      Also send students their link
      <span className="block text-muted text-sm">
        {count === 1 ? "1 student is" : `${count.toLocaleString()} students are`} told of their
        time, with their own link and a calendar file.
      </span>
    </span>
  );
}

/** What follows "Released." when students are notified as well. */
export const notifyingText = (count: number) =>
  count === 1 ? "1 student is being told." : `${count.toLocaleString()} students are being told.`;
