import { useState } from "react";
import { explainError } from "../../../lib/errors/explain-error";
import { Button } from "../../../ui/buttons/button";
import { Banner } from "../../../ui/feedback/banner";
import { Spinner } from "../../../ui/feedback/spinner";
import { RadioGroup } from "../../../ui/fields/radio-group";
import type { Outcome } from "./api";
import { countOutcomes, rowCount } from "./outcome-labels";

interface ImportChoiceProps {
  outcomes: Outcome[];
  isPending: boolean;
  error: unknown;
  onImport: (skipErrors: boolean) => void;
}

type Choice = "all" | "skip";

/** What the dry run found, and whether rows with errors stop the import or are skipped. */
export function ImportChoice({ outcomes, isPending, error, onImport }: ImportChoiceProps) {
  const { create, update, error: errors } = countOutcomes(outcomes);
  const [choice, setChoice] = useState<Choice>("all");
  const writes = create + update;
  if (isPending) return <Spinner label={`Importing ${rowCount(writes)}…`} />;
  return (
    <>
      {error != null && (
        <Banner tone="danger" title="Nothing was imported">
          {explainError(error)}
        </Banner>
      )}
      {errors > 0 && writes > 0 && (
        <RadioGroup<Choice>
          label="Rows with errors"
          options={[
            {
              id: "all",
              label: "Import nothing yet",
              detail: "Fix the errors in the file, then import it again.",
            },
            { id: "skip", label: "Import the other rows", detail: "Skip the rows with errors." },
          ]}
          value={choice}
          onChange={setChoice}
        />
      )}
      {writes === 0 ? (
        <Banner>
          {errors > 0 ? "No rows can be imported." : "There is nothing new in this file."}
        </Banner>
      ) : (
        (errors === 0 || choice === "skip") && (
          <Button
            variant="primary"
            className="self-start"
            onClick={() => onImport(choice === "skip")}
          >
            Import {rowCount(writes)}
          </Button>
        )
      )}
    </>
  );
}
