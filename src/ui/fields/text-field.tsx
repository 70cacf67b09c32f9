import { type ComponentProps, type ReactNode, useId } from "react";
import { cx } from "../cx";
import { controlClass, errorClass, fieldClass, helpClass, labelClass } from "./field-class";
import { useInputMessage } from "./use-input-message";

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
  const { message, onInvalid, clear } = useInputMessage(error);

  return (
    <div className={cx(fieldClass, className)} data-error={error ? "" : undefined}>
      <label htmlFor={id} className={labelClass}>
        {label}
      </label>
      <input
        {...input}
        id={id}
        aria-invalid={message ? true : undefined}
        aria-describedby={`${id}-help`}
        className={controlClass}
        onInvalid={onInvalid}
        onChange={(event) => {
          clear();
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
