import { Door } from "../parts/door";

export function StudentLink() {
  return (
    <Door
      title="Nothing to show yet"
      sentence="This is a student’s link. For the time and place of your interview, ask the career office."
    />
  );
}
