import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { problemAt } from "../../../lib/errors/messages";
import { ComboBox } from "../../../ui/fields/combo-box";
import type { Option } from "../../../ui/fields/select";
import { FormDialog } from "../../forms/form-dialog";
import { studentSearchQuery } from "../students/api";
import { useAddApplication } from "./applications-api";

interface AddApplicantDialogProps {
  postingId: string;
  nextRank: number;
  onClose: () => void;
}

export function AddApplicantDialog({ postingId, nextRank, onClose }: AddApplicantDialogProps) {
  const [text, setText] = useState("");
  const [student, setStudent] = useState<Option | null>(null);
  const students = useQuery(studentSearchQuery(student ? "" : text));
  const add = useAddApplication();

  return (
    <FormDialog
      title="Add an applicant"
      action="Add"
      fields={["student"]}
      save={add}
      onSubmit={() =>
        student &&
        add.mutate(
          { job_posting_id: postingId, student_id: student.id, rank: nextRank },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <ComboBox
        label="Student"
        help="Search by name or email address. They are added as the last preselected."
        error={problemAt(add.error, "student")}
        options={students.data ?? []}
        isLoading={students.isFetching}
        text={text}
        onText={(value) => {
          setText(value);
          add.reset();
        }}
        value={student}
        onChange={setStudent}
        emptyText="No student of this name."
        isRequired
        autoFocus
      />
    </FormDialog>
  );
}
