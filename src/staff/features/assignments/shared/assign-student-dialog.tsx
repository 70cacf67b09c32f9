import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatZonedRange } from "../../../../lib/dates/format-date";
import { emptyChoice, useForm } from "../../../../shared/forms/use-form";
import { Button } from "../../../../ui/buttons/button";
import { Banner } from "../../../../ui/feedback/banner";
import { showToast } from "../../../../ui/feedback/toast";
import { ComboBox } from "../../../../ui/fields/combo-box";
import { Dialog, DialogActions, DialogBody } from "../../../../ui/overlays/dialog";
import { DialogForm } from "../../../forms/form-dialog";
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
  const time = formatZonedRange(slot.starts_at, slot.ends_at, zone);
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
        onDone={(continues) => (continues && next ? openDialog("student", next.id) : onClose())}
        hasNext={next !== undefined}
      />
    </Dialog>
  );
}

interface StudentFormProps {
  slotId: string;
  hasNext: boolean;
  onDone: (continues: boolean) => void;
}

function StudentForm({ slotId, hasNext, onDone }: StudentFormProps) {
  const { mutateAsync } = useAssignStudent();
  const form = useForm({
    initial: { student: emptyChoice },
    save: ({ student }) => mutateAsync({ slotId, studentId: student.option?.id ?? null }),
    onSaved: (_, { student }, button) => {
      showToast(`${student.text} is assigned.`);
      onDone(button === "next");
    },
  });
  const { option, text } = form.values.student;
  const students = useQuery(studentSearchQuery(option ? "" : text));

  return (
    <DialogForm
      form={form}
      action="Assign"
      isDisabled={!option}
      otherActions={
        hasNext && (
          <Button type="submit" value="next" disabled={!option}>
            Assign, then next slot
          </Button>
        )
      }
    >
      <ComboBox
        label="Student"
        help="Search by name or email address."
        {...students.data}
        isLoading={students.isFetching}
        {...form.comboBox("student")}
        emptyText="No student has this name."
        isRequired
        autoFocus
      />
    </DialogForm>
  );
}
