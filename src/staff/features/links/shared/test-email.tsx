import { explainError } from "../../../../lib/errors/explain-error";
import { Button } from "../../../../ui/buttons/button";
import { type TestEmail, useSendTestEmail } from "../api";

/** Sends the one who presses it what this person would be sent, and says how that went. */
export function TestEmailButton({ email }: { email: TestEmail }) {
  const test = useSendTestEmail();
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button size="sm" icon="mail" isPending={test.isPending} onClick={() => test.mutate(email)}>
        Send a test to me
      </Button>
      <span role="status" className={test.isError ? "text-danger text-sm" : "text-muted text-sm"}>
        {test.isError && explainError(test.error)}
        {test.isSuccess && `Sent to ${test.data.to}: what ${test.variables.name} would get.`}
      </span>
    </span>
  );
}
