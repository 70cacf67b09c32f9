import type { ReactNode } from "react";
import {
  ComboBox as AriaComboBox,
  Button,
  Group,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from "react-aria-components";
import { cx } from "../cx";
import { Icon } from "../icons/icon";
import { floatClass, listClass, optionClass } from "../overlays/list-box-class";
import { controlClass, fieldClass, labelClass } from "./field-class";
import { FieldNotes } from "./field-notes";
import type { Option } from "./select";

interface ComboBoxProps {
  label: string;
  help?: string;
  error?: ReactNode;
  placeholder?: string;
  /** The options for the text typed so far: the caller searches, and has none before the first answer. */
  options?: readonly Option[];
  text: string;
  onText: (text: string) => void;
  value: Option | null;
  /** Also called with null when the text no longer names the chosen option. */
  onChange: (option: Option | null) => void;
  /** Half a word typed leaves the chosen option chosen: leaving the field puts its name back. */
  keepsValue?: boolean;
  /** Text that matches nothing stays: it names something new. */
  allowsNew?: boolean;
  /** Typing does not open the list: the button and the arrow keys do. */
  opensByHand?: boolean;
  isRequired?: boolean;
  isDisabled?: boolean;
  isLoading?: boolean;
  /** How many match, where the options are only the first of them. */
  total?: number;
  emptyText?: string;
  autoFocus?: boolean;
  className?: string;
}

export function ComboBox(props: ComboBoxProps) {
  const { label, help, placeholder, options = [], text, onText, value, onChange } = props;
  // The chosen one has to be among the items: react-aria empties the text of one it can't find.
  const isNamed = value !== null && text === value.label;
  const items =
    isNamed && options.every(({ id }) => id !== value.id) ? [value, ...options] : options;

  function changeText(next: string) {
    onText(next);
    if (value && next !== value.label && !props.keepsValue) onChange(null);
  }

  function choose(option: Option | undefined) {
    onChange(option ?? null);
    if (option) onText(option.label);
  }

  return (
    <AriaComboBox
      items={items}
      inputValue={text}
      onInputChange={changeText}
      value={value?.id ?? null}
      onChange={(key) => choose(items.find(({ id }) => id === key))}
      menuTrigger={props.opensByHand ? "manual" : "input"}
      allowsCustomValue={props.allowsNew}
      allowsEmptyCollection={!props.allowsNew}
      isRequired={props.isRequired}
      isDisabled={props.isDisabled}
      data-error={props.error ? "" : undefined}
      className={cx(fieldClass, props.className)}
    >
      <Label className={labelClass}>{label}</Label>
      <Group className="relative">
        <Input
          autoFocus={props.autoFocus}
          placeholder={placeholder}
          // Enter accepts a new name here; it does not send the form.
          onKeyDown={(event) => props.allowsNew && event.key === "Enter" && event.preventDefault()}
          className={cx(controlClass, "pr-8")}
        />
        <Button className="absolute inset-y-0 right-0 grid w-8 place-items-center text-muted touch:w-11">
          <Icon name="chevron-down" />
        </Button>
      </Group>
      <FieldNotes help={help} error={props.error} />
      <Popover className={cx(floatClass, "w-(--trigger-width)")}>
        {/* Floats outside every landmark, so it is one itself. */}
        <section aria-label={`${label}: matches`} className="contents">
          <ListBox<Option>
            className={listClass}
            renderEmptyState={() => (
              <p className="px-2 py-1.5 text-muted text-sm">
                {props.isLoading ? "Searching…" : (props.emptyText ?? "Nothing found.")}
              </p>
            )}
          >
            {(option) => (
              <ListBoxItem textValue={option.label} className={optionClass}>
                <span className="min-w-0 flex-1 wrap-anywhere">
                  {option.label}
                  {option.note && <span className="text-muted"> {option.note}</span>}
                  {option.detail && <span className="block text-muted">{option.detail}</span>}
                </span>
              </ListBoxItem>
            )}
          </ListBox>
          {props.total !== undefined && props.total > options.length && (
            <p className="border-line border-t px-3 py-1.5 text-muted text-sm">
              The first {options.length} of {props.total.toLocaleString()}. Type more to find
              others.
            </p>
          )}
        </section>
      </Popover>
    </AriaComboBox>
  );
}
