import { useQuery } from "@tanstack/react-query";
import { emptyChoice, useForm } from "../../../shared/forms/use-form";
import { ComboBox } from "../../../ui/fields/combo-box";
import { FormDialog } from "../../forms/form-dialog";
import { studentSearchQuery } from "../students/api";
import { useAddApplication } from "./applications-api";

interface AddApplicantDialogProps {
  postingId: string;
  nextRank: number;
  onClose: () => void;
}

export function AddApplicantDialog({ postingId, nextRank, onClose }: AddApplicantDialogProps) {
  const { mutateAsync } = useAddApplication();
  const form = useForm({
    initial: { student: emptyChoice },
    save: ({ student: { option } }) =>
      mutateAsync({ job_posting_id: postingId, student_id: option?.id ?? "", rank: nextRank }),
    onSaved: onClose,
  });
  const { option, text } = form.values.student;
  const students = useQuery(studentSearchQuery(option ? "" : text));

  return (
    <FormDialog
      title="Add an applicant"
      action="Add"
      isDisabled={!option}
      form={form}
      onClose={onClose}
    >
      <ComboBox
        label="Student"
        help="Search by name or email address. They are added as the last preselected."
        {...students.data}
        isLoading={students.isFetching}
        {...form.comboBox("student")}
        emptyText="No student has this name."
        isRequired
        autoFocus
      />
    </FormDialog>
  );
}
