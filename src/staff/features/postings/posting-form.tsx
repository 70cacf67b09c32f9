import type { FormEvent } from "react";
import { Banner } from "../../../components/banner";
import { Button } from "../../../components/button";
import { Dialog, DialogActions, DialogBody } from "../../../components/dialog";
import { TextArea } from "../../../components/text-area";
import { TextField } from "../../../components/text-field";
import { problemAt, Refusal } from "../../../lib/answer";
import { explainError } from "../../../lib/explain-error";
import { type Posting, useSavePosting } from "./api";

export function PostingForm({ posting, onClose }: { posting: Posting; onClose: () => void }) {
  const save = useSavePosting();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name)).trim();
    save.mutate(
      {
        id: posting.id,
        title: text("title"),
        location: text("location") || null,
        url: text("url") || null,
        description: text("description"),
      },
      { onSuccess: onClose },
    );
  }

  return (
    <Dialog title="Edit job posting" isOpen onClose={onClose}>
      <form onSubmit={submit} className="contents">
        <DialogBody>
          {save.isError && !(save.error instanceof Refusal) && (
            <Banner tone="danger">{explainError(save.error)}</Banner>
          )}
          <TextField
            label="Title"
            name="title"
            defaultValue={posting.title}
            error={problemAt(save.error, "title")}
            maxLength={200}
            required
            autoFocus
          />
          <TextField
            label="Location (optional)"
            name="location"
            defaultValue={posting.location ?? ""}
          />
          <TextField
            label="Address of the full posting (optional)"
            help="Where it stands on another site. Emails link there instead of to this page."
            name="url"
            type="url"
            defaultValue={posting.url ?? ""}
            error={problemAt(save.error, "url")}
          />
          <TextArea label="Description" name="description" defaultValue={posting.description} />
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isPending={save.isPending}>
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
