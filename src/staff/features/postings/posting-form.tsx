import type { FormEvent } from "react";
import { DomainError } from "../../../lib/errors/domain-error";
import { explainError } from "../../../lib/errors/explain-error";
import { problemAt } from "../../../lib/errors/messages";
import { Button } from "../../../ui/buttons/button";
import { Banner } from "../../../ui/feedback/banner";
import { TextArea } from "../../../ui/fields/text-area";
import { TextField } from "../../../ui/fields/text-field";
import { Dialog, DialogActions, DialogBody } from "../../../ui/overlays/dialog";
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
          {save.isError && !(save.error instanceof DomainError) && (
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
