import { saveCsv, toCsv } from "../../../lib/csv";
import { explainError } from "../../../lib/errors/explain-error";
import { Button } from "../../../ui/buttons/button";
import { Banner } from "../../../ui/feedback/banner";
import { Spinner } from "../../../ui/feedback/spinner";
import { FileDrop } from "../../../ui/fields/file-drop";
import type { Field } from "./kinds";

interface ChooseFileProps {
  noun: string;
  about: string;
  fields: Field[];
  isReading: boolean;
  error: unknown;
  onFile: (file: File) => void;
}

export function ChooseFile({ noun, about, fields, isReading, error, onFile }: ChooseFileProps) {
  const example = () =>
    toCsv(
      fields.map(({ label, example: value }) => ({ label, value: () => value })),
      [{}],
    );
  return (
    <>
      {error != null && (
        <Banner tone="danger" title="This file cannot be imported">
          {explainError(error)}
        </Banner>
      )}
      {isReading ? (
        <div className="grid place-items-center rounded-lg border border-edge border-dashed py-16">
          <Spinner label="Reading the file…" />
        </div>
      ) : (
        <FileDrop
          label="Drop a CSV file here, or"
          isPrimary
          accepted={[".csv", ".tsv", ".txt", "text/csv"]}
          onFile={onFile}
          className="flex-col py-12"
        />
      )}
      <div className="text-muted text-sm">
        <p>
          {about} Empty cells keep the current value. Nothing is saved until you have reviewed what
          will happen to each row.
        </p>
        <p className="mt-2">
          Columns:{" "}
          {fields
            .map(({ label, isRequired }) => label + (isRequired ? "" : " (optional)"))
            .join(", ")}
          .
        </p>
        <Button className="mt-3" onClick={() => saveCsv(example(), `${noun}-example`)}>
          Download an example
        </Button>
      </div>
    </>
  );
}
