import { type ComponentProps, type ReactNode, useId } from "react";
import { cx } from "../cx";
import { controlClass, errorClass, fieldClass, labelClass } from "./field-class";
import { useInputMessage } from "./use-input-message";

interface TextAreaProps extends Omit<ComponentProps<"textarea">, "onChange" | "value"> {
  label: string;
  /** What the server said about this value. */
  error?: ReactNode;
  value: string;
  onChange: (value: string) => void;
}

/** Grows with its text where the browser can. */
export function TextArea({ label, error, onChange, ...props }: TextAreaProps) {
  const id = useId();
  const { message, onInvalid, clear } = useInputMessage(error);
  return (
    <div className={fieldClass} data-error={error ? "" : undefined}>
      <label htmlFor={id} className={labelClass}>
        {label}
      </label>
      <textarea
        {...props}
        id={id}
        aria-invalid={message ? true : undefined}
        aria-describedby={`${id}-help`}
        className={cx(controlClass, "field-sizing-content h-auto! max-h-96 min-h-24 py-1.5")}
        onInvalid={onInvalid}
        onChange={(event) => {
          clear();
          onChange(event.target.value);
        }}
      />
      <div id={`${id}-help`} className="empty:hidden">
        {message && <p className={errorClass}>{message}</p>}
      </div>
    </div>
  );
}
