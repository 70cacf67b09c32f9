import { useForm } from "../../../shared/forms/use-form";
import { showToast } from "../../../ui/feedback/toast";
import { TextArea } from "../../../ui/fields/text-area";
import { FormDialog } from "../../forms/form-dialog";
import { useMessageRooms } from "./api";

interface MessageDialogProps {
  /** "the room of Jordan Lee, Northwind LLP", "all 12 rooms" */
  to: string;
  slotIds: string[];
  onClose: () => void;
}

/** A notice of the office that stands in the rooms, for whoever is there, waits or comes later. */
export function MessageDialog({ to, slotIds, onClose }: MessageDialogProps) {
  const { mutateAsync } = useMessageRooms();
  const form = useForm({
    initial: { body: "" },
    save: ({ body }) => mutateAsync({ slotIds, body }),
    onSaved: ({ sent }) => {
      onClose();
      showToast(
        sent === 0
          ? "Not sent: these rooms have been handed off."
          : `Sent to ${sent === 1 ? "the room" : `${sent} rooms`}.`,
      );
    },
  });
  return (
    <FormDialog title={`Message ${to}`} action="Send" form={form} onClose={onClose}>
      <p className="text-muted text-pretty">
        It shows at once to everyone who is in, waits for, or later enters{" "}
        {slotIds.length === 1 ? "the room" : "one of these rooms"}, student and interviewers alike.
      </p>
      <TextArea label="Message" {...form.field("body")} maxLength={500} required />
    </FormDialog>
  );
}
