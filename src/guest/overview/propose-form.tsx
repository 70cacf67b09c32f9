import { useId } from "react";
import { ErrorBanner } from "../../shared/forms/error-banner";
import { useForm } from "../../shared/forms/use-form";
import { Button } from "../../ui/buttons/button";
import { controlClass, fieldClass, labelClass } from "../../ui/fields/field-class";
import { TextField } from "../../ui/fields/text-field";
import type { Colleague, Substitute } from "./api";

interface ProposeFormProps {
  /** The name of who would be replaced. */
  instead: string;
  substitutes: Colleague[];
  onPropose: (substitute: Substitute) => Promise<unknown>;
  onSaved: () => void;
  onClose: () => void;
}

const someoneNew = "new";

/** Who could take over: a colleague, or someone whom the office does not know yet. */
export function ProposeForm(props: ProposeFormProps) {
  const { instead, substitutes, onPropose, onSaved, onClose } = props;
  const id = useId();
  const form = useForm({
    initial: { who: substitutes[0]?.id ?? someoneNew, full_name: "", email: "", title: "" },
    save: ({ who, ...person }) => onPropose(who === someoneNew ? { person } : { id: who }),
    onSaved: () => {
      onClose();
      onSaved();
    },
  });

  return (
    <form
      ref={form.ref}
      onSubmit={form.submit}
      aria-label={`A substitute for ${instead}`}
      className="flex max-w-md flex-col gap-3 rounded-md border border-line p-3"
    >
      <ErrorBanner error={form.formError} />
      <div className={fieldClass}>
        <label htmlFor={id} className={labelClass}>
          Who takes over from {instead}?
        </label>
        <select
          id={id}
          value={form.values.who}
          onChange={({ target }) => form.set({ who: target.value })}
          className={controlClass}
        >
          {substitutes.map((colleague) => (
            <option key={colleague.id} value={colleague.id}>
              {[colleague.full_name, colleague.title].filter(Boolean).join(" · ")}
            </option>
          ))}
          <option value={someoneNew}>Someone else…</option>
        </select>
      </div>
      {form.values.who === someoneNew && (
        <>
          <TextField label="Full name" {...form.field("full_name")} maxLength={200} required />
          <TextField
            label="Email address"
            type="email"
            {...form.field("email")}
            maxLength={254}
            required
          />
          <TextField label="Title (optional)" {...form.field("title")} maxLength={200} />
        </>
      )}
      <p className="text-muted text-pretty text-sm">
        The career office decides. If it accepts, both people are notified by email.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" isPending={form.isPending}>
          Propose
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
