import type { ReactNode } from "react";
import type { Form } from "../../shared/forms/use-form";
import { useUnsavedWork } from "./unsaved-work";

export type FormState = Pick<
  Form<object>,
  "ref" | "submit" | "isDirty" | "isPending" | "formError"
>;

interface FormFrameProps {
  form: FormState;
  className?: string;
  children: ReactNode;
}

/** The <form> of a page or a dialog: nothing typed into it is lost unasked. */
export function FormFrame({ form, className, children }: FormFrameProps) {
  useUnsavedWork(form.isDirty);
  return (
    <form ref={form.ref} onSubmit={form.submit} className={className}>
      {children}
    </form>
  );
}
