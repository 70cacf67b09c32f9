import { useQuery } from "@tanstack/react-query";
import { useForm } from "../../../../shared/forms/use-form";
import { Spinner } from "../../../../ui/feedback/spinner";
import { showToast } from "../../../../ui/feedback/toast";
import { FormDialog } from "../../../forms/form-dialog";
import type { Schedule, Slot } from "../../schedules/api";
import { ociSlotsQuery } from "../api";
import { type Applicant, usePlaceApplicant } from "../applicants-api";
import { SlotPicker } from "../slot-picker";

interface PlaceApplicantDialogProps {
  schedule: Schedule;
  slots: Slot[];
  applicant: Applicant;
  onClose: () => void;
}

/** Gives a preselected applicant a slot; promotes an alternate, into a free slot if there is one. */
export function PlaceApplicantDialog(props: PlaceApplicantDialogProps) {
  const { schedule, slots, applicant, onClose } = props;
  const { full_name: name } = applicant;
  const isPromotion = applicant.status === "alternate";
  const firstOpen = slots.find(({ kind, student_id }) => kind === "interview" && !student_id);
  const all = useQuery(ociSlotsQuery(schedule.oci_id));
  const { mutateAsync } = usePlaceApplicant();
  const form = useForm({
    initial: { slot_id: firstOpen?.id ?? null },
    save: ({ slot_id }) => mutateAsync({ applicant, slotId: slot_id }),
    onSaved: (_, { slot_id }) => {
      onClose();
      const assigned = slot_id ? "assigned" : "preselected";
      showToast(isPromotion && slot_id ? `${name} is promoted.` : `${name} is ${assigned}.`);
    },
  });
  return (
    <FormDialog
      title={`${isPromotion ? "Promote" : "Assign"} ${name}`}
      action={isPromotion ? "Promote" : "Assign"}
      form={form}
      onClose={onClose}
    >
      {all.isPending && <Spinner label="Loading…" />}
      {all.data && (
        <SlotPicker
          label={isPromotion ? "Slot (optional)" : "Slot"}
          help="Any open slot in this OCI."
          slots={all.data.filter(({ student_id }) => !student_id)}
          {...form.field("slot_id")}
          isRequired={!isPromotion}
          emptyText="This OCI has no open slot."
        />
      )}
    </FormDialog>
  );
}
