import { useState } from "react";
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
  const [body, setBody] = useState("");
  const send = useMessageRooms();
  const submit = () =>
    send.mutate(
      { slotIds, body },
      {
        onSuccess: ({ sent }) => {
          onClose();
          showToast(
            sent === 0
              ? "Sent to nobody: these rooms have been handed off."
              : `Sent to ${sent === 1 ? "the room" : `${sent} rooms`}.`,
          );
        },
      },
    );
  return (
    <FormDialog
      title={`Message ${to}`}
      action="Send"
      fields={[]}
      save={send}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="text-muted text-pretty">
        It shows at once to everyone who is in, waits for, or later enters{" "}
        {slotIds.length === 1 ? "the room" : "one of these rooms"}, student and interviewers alike.
      </p>
      <TextArea
        label="Message"
        value={body}
        maxLength={500}
        required
        onChange={(event) => {
          setBody(event.target.value);
          send.reset();
        }}
      />
    </FormDialog>
  );
}
