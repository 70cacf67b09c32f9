import { explainError } from "../../../lib/errors/explain-error";
import { Button } from "../../../ui/buttons/button";
import { errorClass } from "../../../ui/fields/field-class";
import { FileDrop } from "../../../ui/fields/file-drop";
import { useRemoveLogo, useSaveLogo } from "./api";

interface LogoSectionProps {
  logo: { content: string; mime_type: string } | null;
  schoolName: string;
}

/** The logo in emails, saved as soon as it is chosen. */
export function LogoSection({ logo, schoolName }: LogoSectionProps) {
  const save = useSaveLogo();
  const remove = useRemoveLogo();
  const error = save.error ?? remove.error;
  return (
    <section aria-labelledby="logo">
      <h2 id="logo" className="font-medium">
        Logo
      </h2>
      <p className="mb-3 text-muted text-sm">
        At the head of emails, 40 px high. PNG or JPEG, at most 200 KB.
      </p>
      {logo && (
        <div className="mb-3 flex flex-wrap items-center gap-3">
          <img
            src={`data:${logo.mime_type};base64,${logo.content}`}
            alt={schoolName}
            className="h-13 max-w-full rounded-md border border-line bg-white object-contain p-1.5"
          />
          <Button
            isPending={remove.isPending}
            onClick={() => {
              save.reset();
              remove.mutate();
            }}
          >
            Remove logo
          </Button>
        </div>
      )}
      <FileDrop
        label={logo ? "Drop another image here, or" : "Drop an image here, or"}
        accepted={["image/png", "image/jpeg"]}
        className="min-h-16"
        onFile={(file) => {
          remove.reset();
          save.mutate(file);
        }}
      />
      {error && (
        <p role="alert" className={errorClass}>
          {explainError(error)}
        </p>
      )}
    </section>
  );
}
