import type { Schedule } from "../experience/experience";

/** What is interviewed for, with its posting where there is one. */
export function Position({ schedule }: { schedule: Schedule }) {
  const { position, posting_url } = schedule;
  if (!position || !posting_url) return position && <p>{position}</p>;
  return (
    <p>
      {position} ·{" "}
      <a href={posting_url} target="_blank" rel="noopener noreferrer" className="link">
        job posting
      </a>{" "}
      <span className="text-muted">(sign-in needed)</span>
    </p>
  );
}
