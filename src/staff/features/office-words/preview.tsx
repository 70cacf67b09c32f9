import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { explainError } from "../../../lib/errors/explain-error";
import { SegmentedControl } from "../../../ui/buttons/segmented-control";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { errorClass } from "../../../ui/fields/field-class";
import { Select } from "../../../ui/fields/select";
import { useSettled } from "../../../ui/hooks/use-settled";
import { EmailFrame } from "../emails/shared/email-frame";
import { type Draft, type EmailKind, previewQuery, type Words } from "./api";
import { sampleLabel, sampleNotes } from "./samples";
import { SendDraft } from "./send-draft";

export interface Sample {
  person_id: string;
  full_name: string;
  schedule_id: string | null;
  employer: string;
  on_date: string | null;
}

const views = [
  { id: "light", label: "Light" },
  { id: "dark", label: "Dark" },
  { id: "phone", label: "Phone" },
  { id: "text", label: "Text" },
] as const;

interface WordsPreviewProps {
  kind: EmailKind;
  words: Words;
  samples: Sample[];
}

/** What the words make of an email to a real person, as they are typed. */
export function WordsPreview({ kind, words, samples }: WordsPreviewProps) {
  const [chosen, setChosen] = useState("0");
  const [view, setView] = useState<(typeof views)[number]["id"]>(() =>
    matchMedia("(width < 640px)").matches ? "phone" : "light",
  );
  const sample = samples[Number(chosen)];
  const draftOf = (its: Words): Draft | null =>
    sample
      ? { kind, personId: sample.person_id, scheduleId: sample.schedule_id, words: its }
      : null;
  const draft = draftOf(words);
  const { data, error } = useQuery(previewQuery(draftOf(useSettled(words))));
  if (!draft) {
    return (
      <EmptyState title="Nothing to preview with">
        No schedule has anyone yet who would get this email.
      </EmptyState>
    );
  }
  const note = sampleNotes[kind];
  return (
    <section aria-labelledby="words-preview" className="flex min-w-0 flex-col gap-3">
      <h2 id="words-preview" className="font-medium">
        Preview
      </h2>
      <div className="flex flex-wrap items-end gap-3">
        <Select
          label="As sent to"
          options={samples.map((one, index) => ({ id: String(index), label: sampleLabel(one) }))}
          value={chosen}
          onChange={setChosen}
          className="w-80 max-w-full"
        />
        <SegmentedControl label="Preview as" options={views} value={view} onChange={setView} />
      </div>
      {note && <p className="text-muted text-sm">{note}</p>}
      {error && (
        <p role="status" className={errorClass}>
          {explainError(error)}
        </p>
      )}
      {data && (
        <>
          <p className="wrap-anywhere">
            <span className="text-muted">Subject: </span>
            {data.subject}
          </p>
          {view === "text" ? (
            <pre className="max-w-[80ch] whitespace-pre-wrap font-sans wrap-anywhere">
              {data.text}
            </pre>
          ) : (
            <section
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard too
              tabIndex={0}
              aria-label="The email"
              className="-mx-4 flex overflow-x-auto p-px sm:-mx-px"
            >
              <EmailFrame
                title="Preview of the email"
                html={data.html}
                width={view === "phone" ? 360 : 600}
                scheme={view === "dark" ? "dark" : "light"}
              />
            </section>
          )}
        </>
      )}
      <SendDraft draft={draft} />
    </section>
  );
}
