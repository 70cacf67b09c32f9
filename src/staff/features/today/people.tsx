import { Status } from "../../../ui/feedback/status";
import type { Interview } from "./api";

/** Who takes part, and, where there is a room to be in, who is in it. */
export function People({ interview }: { interview: Interview }) {
  const { interviewers, staff, student, student_present, video, state } = interview;
  if (interviewers.length === 0 && video !== "in_app")
    return <span className="text-muted">No interviewers</span>;
  if (video !== "in_app" || state === "completed") {
    return (
      <span className="text-muted wrap-anywhere">
        {interviewers.map(({ name }) => name).join(", ")}
      </span>
    );
  }
  const people = [
    { name: student, present: student_present },
    ...interviewers,
    ...staff.map((name) => ({ name: `${name} (staff)`, present: true })),
  ];
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-0.5">
      {people.map(({ name, present }) => (
        <li key={name}>
          <Status tone={present ? "success" : "neutral"} mark={present ? "dot" : "ring"}>
            <span className={present ? undefined : "text-muted"}>
              {name}
              <span className="sr-only">{present ? ", in the room" : ", not here"}</span>
            </span>
          </Status>
        </li>
      ))}
    </ul>
  );
}
