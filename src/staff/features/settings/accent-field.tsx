import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { TextField } from "../../../ui/fields/text-field";
import { useSettled } from "../../../ui/hooks/use-settled";
import { accentContrastQuery } from "./api";

interface AccentFieldProps {
  name: string;
  value: string;
  onChange: (value: string) => void;
  error?: ReactNode;
}

/** The color of emails' buttons and headline, how it looks, and whether white text can be read on it. */
export function AccentField({ value, ...props }: AccentFieldProps) {
  const color = value.trim().toLowerCase();
  const { data: contrast } = useQuery(accentContrastQuery(useSettled(color)));
  return (
    <div className="flex items-start gap-3">
      <TextField
        label="Accent color"
        required
        maxLength={7}
        className="flex-1"
        help={props.error ? undefined : contrast ? contrastNote(contrast) : "Such as #4a4bb5."}
        value={value}
        {...props}
      />
      <span
        aria-hidden="true"
        className="mt-6 inline-flex h-8 items-center rounded-md border border-line px-3 font-medium text-sm text-white"
        style={{ backgroundColor: contrast ? color : "transparent" }}
      >
        {contrast && "Button"}
      </span>
    </div>
  );
}

// Cut off, not rounded: 4.49 must not read as 4.5.
const contrastNote = ({ ratio, is_enough }: { ratio: number; is_enough: boolean }): string =>
  `Contrast with white: ${(Math.floor(ratio * 100) / 100).toFixed(2)} : 1${is_enough ? "" : "; at least 4.5 : 1 is needed"}.`;
