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
import { cx } from "./cx";
import { controlClass, fieldClass, labelClass } from "./field-class";
import { FieldNotes } from "./field-notes";
import { Icon } from "./icon";
import { floatClass, optionClass } from "./list-box-class";
import type { Option } from "./select";

interface ComboBoxProps {
  label: string;
  help?: string;
  error?: string | null;
  placeholder?: string;
  /** The options for the text typed so far: the caller searches. */
  options: readonly Option[];
  text: string;
  onText: (text: string) => void;
  value: string | null;
  onChange: (option: Option | null) => void;
  /** Offers "Create …" below the matches when nothing is named exactly so. */
  onCreate?: (text: string) => void;
  isRequired?: boolean;
  isDisabled?: boolean;
  isLoading?: boolean;
  emptyText?: string;
  autoFocus?: boolean;
  className?: string;
}

const createId = "create";

export function ComboBox(props: ComboBoxProps) {
  const { label, help, placeholder, options, text, onText, value, onChange, onCreate } = props;
  const typed = text.trim();
  const isKnown = options.some((option) => option.label.toLowerCase() === typed.toLowerCase());
  const canCreate = onCreate && typed !== "" && !isKnown;
  const items = canCreate ? [...options, { id: createId, label: `Create “${typed}”` }] : options;

  function select(key: unknown) {
    if (key === createId) onCreate?.(typed);
    else onChange(options.find((option) => option.id === key) ?? null);
  }

  return (
    <AriaComboBox
      items={items}
      inputValue={text}
      onInputChange={onText}
      value={value}
      onChange={select}
      allowsEmptyCollection
      isRequired={props.isRequired}
      isDisabled={props.isDisabled}
      className={cx(fieldClass, props.className)}
    >
      <Label className={labelClass}>{label}</Label>
      <Group className="relative">
        <Input
          autoFocus={props.autoFocus}
          placeholder={placeholder}
          className={cx(controlClass, "pr-8")}
        />
        <Button className="absolute inset-y-0 right-0 grid w-8 place-items-center text-muted touch:w-11">
          <Icon name="chevron-down" />
        </Button>
      </Group>
      <FieldNotes help={help} error={props.error} />
      <Popover className={cx(floatClass, "w-(--trigger-width)")}>
        <ListBox<Option>
          className="outline-none"
          renderEmptyState={() => (
            <p className="px-2 py-1.5 text-muted text-sm">
              {props.isLoading ? "Searching…" : (props.emptyText ?? "Nothing found.")}
            </p>
          )}
        >
          {(option) => (
            <ListBoxItem textValue={option.label} className={optionClass}>
              {option.id === createId && <Icon name="plus" className="text-muted" />}
              <span className="min-w-0 flex-1 wrap-anywhere">
                {option.label}
                {option.detail && <span className="block text-muted">{option.detail}</span>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
