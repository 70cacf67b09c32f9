import type { ReactNode } from "react";
import { FieldError, Text } from "react-aria-components";
import { errorClass, helpClass } from "./field-class";

interface FieldNotesProps {
  help?: string;
  /** What the server said. Not a validity error, which would block the next attempt. */
  error?: ReactNode;
}

/** Below a react-aria field: help, the server's word, and what is wrong with the input. */
export function FieldNotes({ help, error }: FieldNotesProps) {
  return (
    <>
      {(help || error) && (
        <Text slot="description" className={error ? errorClass : helpClass}>
          {error || help}
        </Text>
      )}
      <FieldError className={errorClass}>
        {({ validationDetails, validationErrors }) =>
          validationDetails.valueMissing ? "Fill this in." : validationErrors.join(" ")
        }
      </FieldError>
    </>
  );
}
