import { type FormEvent, use, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Option } from "../../ui/fields/select";
import { ErrorText } from "./error-text";
import { ErrorWords } from "./error-words";

/** What a combo box holds: the text typed so far, and the option that it names. */
export interface Choice {
  option: Option | null;
  text: string;
}

export const emptyChoice: Choice = { option: null, text: "" };

interface FormOptions<Values, Result> {
  initial: Values;
  /** What it throws is shown in the form. `button` is the value of the button that was pressed. */
  save: (values: Values, button: string) => Promise<Result>;
  onSaved?: (result: Result, values: Values, button: string) => void;
}

type NamesOf<Values, Type> = keyof {
  [Name in keyof Values as Values[Name] extends Type ? Name : never]: Name;
};

export type Form<Values extends object> = ReturnType<typeof useForm<Values, unknown>>;

const isSame = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other);

/** A form's values, and how saving them goes. A refusal stands at the value of the field's name. */
export function useForm<Values extends object, Result>(options: FormOptions<Values, Result>) {
  const { initial, save, onSaved } = options;
  const ref = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState(initial);
  const [savedValues, setSavedValues] = useState(initial);
  const [progress, setProgress] = useState<"ready" | "saving" | "saved">("ready");
  const [error, setError] = useState<unknown>(null);
  const field = use(ErrorWords).fieldOf(error, (name) => name in values);

  useEffect(() => {
    if (error !== null) focusFieldInError(ref.current);
  }, [error]);

  function update(change: (latest: Values) => Values) {
    if (isSame(change(values), values)) return;
    setValues(change);
    setError(null);
    if (progress === "saved") setProgress("ready");
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // The second of two quick clicks saves nothing a second time.
    if (progress !== "ready") return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const button = submitter?.getAttribute("value") ?? "";
    setProgress("saving");
    try {
      const result = await save(values, button);
      // At once: onSaved may leave the form, in which nothing is unsaved any more.
      flushSync(() => {
        setSavedValues(values);
        setError(null);
        setProgress("saved");
      });
      onSaved?.(result, values, button);
    } catch (failure) {
      setProgress("ready");
      setError(isStop(failure) ? null : failure);
    }
  }

  const set = (changes: Partial<Values>) => update((latest) => ({ ...latest, ...changes }));
  const setter =
    <Name extends keyof Values>(name: Name) =>
    (value: Values[Name]) =>
      update((latest) => ({ ...latest, [name]: value }));
  const errorAt = (name: PropertyKey) => (field === name ? <ErrorText error={error} /> : null);

  return {
    ref,
    submit,
    values,
    set,
    error,
    /** The failure that no field can show. */
    formError: field === null ? error : null,
    isPending: progress === "saving",
    isDirty: !isSame(values, savedValues),
    field: <Name extends keyof Values>(name: Name) => ({
      name: String(name),
      value: values[name],
      onChange: setter(name),
      error: errorAt(name),
    }),
    checkbox: (name: NamesOf<Values, boolean>) => ({
      isSelected: Boolean(values[name]),
      onChange: (isOn: boolean) => update((latest) => ({ ...latest, [name]: isOn })),
    }),
    comboBox: (name: NamesOf<Values, Choice>) => {
      const choiceIn = (latest: Values) => latest[name] as Choice;
      const change = (part: Partial<Choice>) =>
        update((latest) => ({ ...latest, [name]: { ...choiceIn(latest), ...part } }));
      return {
        text: choiceIn(values).text,
        onText: (text: string) => change({ text }),
        value: choiceIn(values).option,
        onChange: (option: Option | null) => change({ option }),
        error: errorAt(name),
      };
    },
  };
}

function focusFieldInError(form: HTMLFormElement | null): void {
  form
    ?.querySelector("[data-error]")
    ?.querySelector<HTMLElement>("[role=spinbutton], input:not([type=hidden]), textarea, button")
    ?.focus();
}

/** Stopped by hand is no failure. */
const isStop = (error: unknown) => error instanceof DOMException && error.name === "AbortError";
