import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { formatTimeRange, zoneAbbreviation } from "../../../../lib/dates/format-date";
import { Button } from "../../../../ui/buttons/button";
import { Banner } from "../../../../ui/feedback/banner";
import { showToast } from "../../../../ui/feedback/toast";
import { ComboBox } from "../../../../ui/fields/combo-box";
import type { Option } from "../../../../ui/fields/select";
import { Dialog, DialogActions, DialogBody } from "../../../../ui/overlays/dialog";
import { ConflictBanner } from "../../../forms/conflict-banner";
import { useDialog } from "../../../url/use-dialog";
import type { Schedule, Slot } from "../../schedules/api";
import { studentSearchQuery } from "../../students/api";
import { useAssignStudent } from "../assign-api";

interface AssignStudentDialogProps {
  schedule: Schedule;
  slots: Slot[];
  /** null: the first open one. */
  slotId: string | null;
  onClose: () => void;
}

export function AssignStudentDialog(props: AssignStudentDialogProps) {
  const { schedule, slots, slotId, onClose } = props;
  const { openDialog } = useDialog("schedule");
  const open = slots.filter(({ kind, student_id }) => kind === "interview" && !student_id);
  const [firstOpen] = useState(open[0]?.id);
  const slot = slots.find(({ id }) => id === (slotId ?? firstOpen));
  const next = open.find(({ starts_at }) => slot && starts_at > slot.starts_at);
  if (!slot) {
    return (
      <Dialog title="Assign a student" width="sm" isOpen onClose={onClose}>
        <DialogBody>
          <Banner>
            Every slot has a student. Unassign one, or edit the schedule to add slots.
          </Banner>
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>Close</Button>
        </DialogActions>
      </Dialog>
    );
  }
  const zone = schedule.time_zone;
  const time = `${formatTimeRange(slot.starts_at, slot.ends_at, zone)} ${zoneAbbreviation(slot.starts_at, zone)}`;
  return (
    <Dialog
      title={`Assign a student, ${time}`}
      width="sm"
      returnTo={`slot-${slot.id}`}
      isOpen
      onClose={onClose}
    >
      <StudentForm
        key={slot.id}
        slotId={slot.id}
        onDone={(goOn) => (goOn && next ? openDialog("student", next.id) : onClose())}
        hasNext={next !== undefined}
      />
    </Dialog>
  );
}

interface StudentFormProps {
  slotId: string;
  hasNext: boolean;
  onDone: (goOn: boolean) => void;
}

function StudentForm({ slotId, hasNext, onDone }: StudentFormProps) {
  const [student, setStudent] = useState<Option | null>(null);
  const [text, setText] = useState("");
  const students = useQuery(studentSearchQuery(student ? "" : text));
  const assign = useAssignStudent();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!student) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const goOn = submitter?.getAttribute("value") === "next";
    assign.mutate(
      { slotId, studentId: student.id },
      {
        onSuccess: () => {
          showToast(`${student.label} is assigned.`);
          onDone(goOn);
        },
      },
    );
  }

  return (
    <form onSubmit={submit} className="contents">
      <DialogBody>
        <ComboBox
          label="Student"
          help="Search by name or email address."
          options={students.data ?? []}
          isLoading={students.isFetching}
          text={text}
          onText={(value) => {
            setText(value);
            assign.reset();
          }}
          value={student}
          onChange={setStudent}
          emptyText="No student of this name."
          isRequired
          autoFocus
        />
        <ConflictBanner error={assign.error} />
      </DialogBody>
      <DialogActions>
        {hasNext && (
          <Button type="submit" value="next" disabled={!student}>
            Assign, then next slot
          </Button>
        )}
        <Button type="submit" variant="primary" isPending={assign.isPending} disabled={!student}>
          Assign
        </Button>
      </DialogActions>
    </form>
  );
}
