import { type ComponentProps, type InvalidEvent, type ReactNode, useId, useState } from "react";
import { cx } from "../cx";
import { controlClass, errorClass, fieldClass, helpClass, labelClass } from "./field-class";

interface TextFieldProps extends Omit<ComponentProps<"input">, "onChange" | "value"> {
  label: string;
  help?: ReactNode;
  /** What the server said about this value. */
  error?: ReactNode;
  value?: string;
  onChange?: (value: string) => void;
}

export function TextField(props: TextFieldProps) {
  const { label, help, error, onChange, className, ...input } = props;
  const id = useId();
  const [invalid, setInvalid] = useState<string | null>(null);
  const message = invalid ?? error;

  return (
    <div className={cx(fieldClass, className)}>
      <label htmlFor={id} className={labelClass}>
        {label}
      </label>
      <input
        {...input}
        id={id}
        aria-invalid={message ? true : undefined}
        aria-describedby={`${id}-help`}
        className={controlClass}
        onInvalid={(event) => setInvalid(explain(event))}
        onChange={(event) => {
          setInvalid(null);
          onChange?.(event.target.value);
        }}
      />
      <div id={`${id}-help`} className="empty:hidden">
        {help && <p className={helpClass}>{help}</p>}
        {message && <p className={errorClass}>{message}</p>}
      </div>
    </div>
  );
}

/** Replaces the browser's own bubble, which no style reaches and no page keeps. */
function explain(event: InvalidEvent<HTMLInputElement>): string {
  event.preventDefault();
  const input = event.currentTarget;
  if (input.form?.querySelector("input:invalid") === input) input.focus();
  const { valueMissing, typeMismatch } = input.validity;
  if (valueMissing) return "Fill this in.";
  if (typeMismatch && input.type === "email") return "Enter an address like name@example.com.";
  if (typeMismatch && input.type === "url") return "Enter a full address, beginning with https://";
  return input.title || input.validationMessage;
}
