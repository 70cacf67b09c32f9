import { formatTime } from "../../../../lib/dates/format-date";
import { Button } from "../../../../ui/buttons/button";
import { Banner } from "../../../../ui/feedback/banner";

export interface LosingStudent {
  slot_id: string;
  starts_at: string;
  student: string;
}

interface LosingStudentsProps {
  students: LosingStudent[];
  zone: string;
  isPending: boolean;
}

/** The new times have no place for these students: they are only taken off when that is meant. */
export function LosingStudents({ students, zone, isPending }: LosingStudentsProps) {
  const count = students.length === 1 ? "1 student" : `${students.length} students`;
  return (
    <Banner tone="warning" title={`${count} would lose their interview`}>
      <p>The new times have no slot for them. Nothing is saved yet.</p>
      <ul className="mt-2 mb-3 list-disc pl-5">
        {students.map(({ slot_id, student, starts_at }) => (
          <li key={slot_id}>
            {student}, {formatTime(starts_at, zone)}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button type="submit">Check again</Button>
        <Button type="submit" value="unassign" variant="danger" isPending={isPending}>
          Save and unassign {count}
        </Button>
      </div>
    </Banner>
  );
}
