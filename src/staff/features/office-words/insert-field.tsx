import { useRef } from "react";
import { flushSync } from "react-dom";
import { Menu } from "../../../ui/buttons/menu";
import { fieldLabel } from "./labels";

interface Field {
  value: string;
  onChange: (value: string) => void;
}

/** The props of a text field, and what puts a merge field where its caret is. */
export function useInsertField<Control extends HTMLInputElement | HTMLTextAreaElement>(
  field: Field,
) {
  const ref = useRef<Control>(null);
  function insert(name: string) {
    const { value } = field;
    const from = ref.current?.selectionStart ?? value.length;
    const to = ref.current?.selectionEnd ?? value.length;
    const written = `{{${name}}}`;
    flushSync(() => field.onChange(value.slice(0, from) + written + value.slice(to)));
    ref.current?.setSelectionRange(from + written.length, from + written.length);
  }
  return { field: { ...field, ref }, insert };
}

interface InsertFieldProps {
  /** The text field that it belongs to. */
  label: string;
  fields: string[];
  onInsert: (name: string) => void;
}

export function InsertField({ label, fields, onInsert }: InsertFieldProps) {
  return (
    <Menu
      label={`Insert field into ${label}`}
      trigger="Insert field"
      variant="quiet"
      className="mt-1 -ml-3"
      actions={fields.map((name) => ({
        id: name,
        label: fieldLabel(name),
        onAction: () => onInsert(name),
      }))}
    />
  );
}
