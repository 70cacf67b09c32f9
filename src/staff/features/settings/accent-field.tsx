import type { ReactNode } from "react";
import { contrastWithWhite, isReadable } from "../../../lib/contrast";
import { TextField } from "../../../ui/fields/text-field";

interface AccentFieldProps {
  name: string;
  value: string;
  onChange: (value: string) => void;
  error?: ReactNode;
}

/** The color of emails' buttons and headline, how it looks, and whether white text can be read on it. */
export function AccentField({ value, ...props }: AccentFieldProps) {
  const color = value.trim().toLowerCase();
  const ratio = contrastWithWhite(color);
  return (
    <div className="flex items-start gap-3">
      <TextField
        label="Accent color"
        required
        maxLength={7}
        className="flex-1"
        help={ratio === null ? "Such as #4a4bb5." : contrastNote(ratio, isReadable(color))}
        value={value}
        {...props}
      />
      <span
        aria-hidden="true"
        className="mt-6 inline-flex h-8 items-center rounded-md border border-line px-3 font-medium text-sm text-white"
        style={{ backgroundColor: ratio === null ? "transparent" : color }}
      >
        {ratio !== null && "Button"}
      </span>
    </div>
  );
}

// Cut off, not rounded: 4.49 must not read as 4.5.
const contrastNote = (ratio: number, isEnough: boolean): string =>
  `Contrast with white: ${(Math.floor(ratio * 100) / 100).toFixed(2)} : 1${isEnough ? "" : "; at least 4.5 : 1 is needed"}.`;
