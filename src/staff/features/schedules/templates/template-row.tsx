import { type FormEvent, useState } from "react";
import { explainError } from "../../../../lib/errors/explain-error";
import { Button, IconButton } from "../../../../ui/buttons/button";
import { TextField } from "../../../../ui/fields/text-field";
import { formatPattern } from "./format-pattern";
import { type Template, useSaveTemplate } from "./template-api";

interface TemplateRowProps {
  template: Template;
  onDelete: () => void;
}

export function TemplateRow({ template, onDelete }: TemplateRowProps) {
  const [name, setName] = useState<string | null>(null);
  const rename = useSaveTemplate();

  function submit(event: FormEvent) {
    event.preventDefault();
    if (name === null) return;
    rename.mutate({ id: template.id, name }, { onSuccess: () => setName(null) });
  }

  if (name !== null) {
    return (
      <li className="py-2">
        <form onSubmit={submit} className="flex items-end gap-2">
          <TextField
            label={`New name of ${template.name}`}
            value={name}
            onChange={setName}
            error={rename.isError ? explainError(rename.error) : null}
            maxLength={100}
            required
            autoFocus
            className="flex-1"
          />
          <Button type="submit" isPending={rename.isPending}>
            Rename
          </Button>
        </form>
      </li>
    );
  }
  return (
    <li className="flex items-center gap-1 py-2">
      <div className="min-w-0 flex-1">
        <p className="font-medium wrap-anywhere">{template.name}</p>
        <p className="text-muted text-sm">{formatPattern(template.pattern)}</p>
      </div>
      <IconButton
        icon="pencil"
        label={`Rename ${template.name}`}
        onClick={() => setName(template.name)}
      />
      <IconButton icon="trash" label={`Delete ${template.name}`} onClick={onDelete} />
    </li>
  );
}
