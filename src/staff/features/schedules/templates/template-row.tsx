import { useState } from "react";
import { ErrorBanner } from "../../../../shared/forms/error-banner";
import { useForm } from "../../../../shared/forms/use-form";
import { Button, IconButton } from "../../../../ui/buttons/button";
import { TextField } from "../../../../ui/fields/text-field";
import { FormFrame } from "../../../forms/form-frame";
import { formatPattern } from "./format-pattern";
import { type Template, useSaveTemplate } from "./template-api";

interface TemplateRowProps {
  template: Template;
  onDelete: () => void;
}

export function TemplateRow({ template, onDelete }: TemplateRowProps) {
  const [isRenaming, setRenaming] = useState(false);
  if (isRenaming) return <RenameForm template={template} onDone={() => setRenaming(false)} />;
  return (
    <li className="flex items-center gap-1 py-2">
      <div className="min-w-0 flex-1">
        <p className="font-medium wrap-anywhere">{template.name}</p>
        <p className="text-muted text-sm">{formatPattern(template.pattern)}</p>
      </div>
      <IconButton
        icon="pencil"
        label={`Rename ${template.name}`}
        onClick={() => setRenaming(true)}
      />
      <IconButton icon="trash" label={`Delete ${template.name}`} onClick={onDelete} />
    </li>
  );
}

function RenameForm({ template, onDone }: { template: Template; onDone: () => void }) {
  const { mutateAsync } = useSaveTemplate();
  const form = useForm({
    initial: { name: template.name },
    save: ({ name }) => mutateAsync({ id: template.id, name }),
    onSaved: onDone,
  });
  return (
    <li className="py-2">
      <FormFrame form={form} className="flex flex-wrap items-end gap-2">
        <TextField
          label={`New name of ${template.name}`}
          {...form.field("name")}
          maxLength={100}
          required
          autoFocus
          className="flex-1"
        />
        <Button type="submit" isPending={form.isPending}>
          Rename
        </Button>
        <ErrorBanner error={form.formError} className="basis-full" />
      </FormFrame>
    </li>
  );
}
