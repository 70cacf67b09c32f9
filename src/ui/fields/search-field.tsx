import { useEffect, useRef, useState } from "react";
import { SearchField as AriaSearchField, Button, Input } from "react-aria-components";
import { cx } from "../cx";
import { Icon } from "../icons/icon";
import { controlClass } from "./field-class";

interface SearchFieldProps {
  label: string;
  value: string;
  /** Called when typing rests, on Enter, and on clear. */
  onChange: (text: string) => void;
  className?: string;
}

const restMs = 250;

export function SearchField({ label, value, onChange, className = "w-64" }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const timer = useRef<number>(undefined);
  useEffect(() => setText(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function change(next: string) {
    setText(next);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => onChange(next.trim()), next === "" ? 0 : restMs);
  }

  return (
    <AriaSearchField
      aria-label={label}
      value={text}
      onChange={change}
      onSubmit={(next) => onChange(next.trim())}
      className={cx("group relative narrow:w-full", className)}
    >
      <Icon
        name="search"
        className="pointer-events-none absolute inset-y-0 left-2.5 my-auto text-muted"
      />
      <Input
        placeholder={`${label}…`}
        className={cx(controlClass, "px-8 [&::-webkit-search-cancel-button]:hidden")}
      />
      <Button
        aria-label="Clear search"
        className="absolute inset-y-0 right-0 grid w-8 place-items-center text-muted group-data-empty:hidden data-hovered:text-ink touch:w-11"
      >
        <Icon name="x" />
      </Button>
    </AriaSearchField>
  );
}
