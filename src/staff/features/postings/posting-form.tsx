import { useForm } from "../../../shared/forms/use-form";
import { TextArea } from "../../../ui/fields/text-area";
import { TextField } from "../../../ui/fields/text-field";
import { FormDialog } from "../../forms/form-dialog";
import { type Posting, useSavePosting } from "./api";

export function PostingForm({ posting, onClose }: { posting: Posting; onClose: () => void }) {
  const { mutateAsync } = useSavePosting();
  const form = useForm({
    initial: {
      title: posting.title,
      location: posting.location ?? "",
      url: posting.url ?? "",
      description: posting.description,
    },
    save: (values) =>
      mutateAsync({
        id: posting.id,
        title: values.title.trim(),
        location: values.location.trim() || null,
        url: values.url.trim() || null,
        description: values.description.trim(),
      }),
    onSaved: onClose,
  });

  return (
    <FormDialog title="Edit job posting" action="Save" form={form} onClose={onClose}>
      <TextField label="Title" {...form.field("title")} maxLength={200} required autoFocus />
      <TextField label="Location (optional)" {...form.field("location")} />
      <TextField
        label="URL of the full posting (optional)"
        help="If it is posted on another site, emails link there instead of to this page."
        type="url"
        {...form.field("url")}
      />
      <TextArea label="Description" {...form.field("description")} />
    </FormDialog>
  );
}
