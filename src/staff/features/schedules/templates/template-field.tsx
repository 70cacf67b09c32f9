import { useQuery } from "@tanstack/react-query";
import { Button } from "../../../../ui/buttons/button";
import { Select } from "../../../../ui/fields/select";
import { useDialog } from "../../../url/use-dialog";
import type { SlotPattern } from "../api";
import { formatPattern } from "./format-pattern";
import { templatesQuery } from "./template-api";

interface TemplateFieldProps {
  value: string | null;
  onChoose: (id: string, pattern: SlotPattern) => void;
}

/** A saved day's pattern to begin a new schedule with. */
export function TemplateField({ value, onChoose }: TemplateFieldProps) {
  const { openDialog } = useDialog("newSchedule");
  const { data: templates = [] } = useQuery(templatesQuery);
  if (templates.length === 0) return null;
  return (
    <div className="flex items-end gap-2">
      <Select
        label="Start from a template"
        options={templates.map(({ id, name, pattern }) => ({
          id,
          label: name,
          detail: formatPattern(pattern),
        }))}
        value={value}
        placeholder="None"
        onChange={(id) => {
          const chosen = templates.find((template) => template.id === id);
          if (chosen) onChoose(id, chosen.pattern);
        }}
        className="flex-1"
      />
      <Button onClick={() => openDialog("templates")}>Edit templates</Button>
    </div>
  );
}
