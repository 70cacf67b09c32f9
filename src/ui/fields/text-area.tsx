import { type ComponentProps, useId } from "react";
import { cx } from "../cx";
import { controlClass, fieldClass, labelClass } from "./field-class";

interface TextAreaProps extends ComponentProps<"textarea"> {
  label: string;
}

/** Grows with its text where the browser can. */
export function TextArea({ label, ...props }: TextAreaProps) {
  const id = useId();
  return (
    <div className={fieldClass}>
      <label htmlFor={id} className={labelClass}>
        {label}
      </label>
      <textarea
        {...props}
        id={id}
        className={cx(controlClass, "field-sizing-content h-auto! max-h-96 min-h-24 py-1.5")}
      />
    </div>
  );
}
