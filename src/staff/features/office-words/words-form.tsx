import { ErrorBanner } from "../../../shared/forms/error-banner";
import { useForm } from "../../../shared/forms/use-form";
import { Button } from "../../../ui/buttons/button";
import { showToast } from "../../../ui/feedback/toast";
import { TextArea } from "../../../ui/fields/text-area";
import { TextField } from "../../../ui/fields/text-field";
import { FormFrame } from "../../forms/form-frame";
import { type EmailKind, type Save, useSaveWords, type Words } from "./api";
import { InsertField, useInsertField } from "./insert-field";
import { type Sample, WordsPreview } from "./preview";
import { ResetWords } from "./reset-words";
import { WordsHistory } from "./words-history";

interface WordsFormProps {
  kind: EmailKind;
  words: Words;
  isStandard: boolean;
  fields: string[];
  samples: Sample[];
  history: Save[];
  onReset: () => void;
}

export function WordsForm(props: WordsFormProps) {
  const { kind, words, isStandard, fields, samples, history, onReset } = props;
  const { mutateAsync } = useSaveWords(kind);
  const form = useForm({
    initial: words,
    save: (values) => mutateAsync(values),
    onSaved: () => showToast("Saved. Emails sent from now on use these words."),
  });
  const subject = useInsertField<HTMLInputElement>(form.field("subject"));
  const introduction = useInsertField<HTMLTextAreaElement>(form.field("introduction"));
  const closing = useInsertField<HTMLTextAreaElement>(form.field("closing"));

  return (
    <div className="grid items-start gap-x-8 gap-y-8 px-4 pb-10 sm:px-6 xl:grid-cols-[minmax(0,26rem)_minmax(602px,1fr)]">
      <div className="flex min-w-0 flex-col gap-8">
        <FormFrame form={form} className="flex flex-col gap-4">
          <div>
            <TextField label="Subject" maxLength={200} {...subject.field} />
            <InsertField label="Subject" fields={fields} onInsert={subject.insert} />
          </div>
          <div>
            <TextArea
              label="Introduction"
              placeholder="Standard"
              maxLength={2000}
              {...introduction.field}
            />
            <InsertField label="Introduction" fields={fields} onInsert={introduction.insert} />
          </div>
          <div>
            <TextArea label="Closing" placeholder="Standard" maxLength={2000} {...closing.field} />
            <InsertField label="Closing" fields={fields} onInsert={closing.insert} />
          </div>
          <p className="text-muted text-sm">
            Plain text; a blank line begins a paragraph. The introduction begins with your greeting.
            Leave a field empty for the standard words.
          </p>
          <ErrorBanner error={form.formError} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" isPending={form.isPending}>
              Save
            </Button>
            {!isStandard && <ResetWords kind={kind} onReset={onReset} />}
          </div>
        </FormFrame>
        <WordsHistory saves={history} onRestore={form.set} />
      </div>
      <WordsPreview kind={kind} words={form.values} samples={samples} />
    </div>
  );
}
