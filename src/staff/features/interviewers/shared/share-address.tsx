import { paramsOf } from "../../../../lib/errors/domain-error";
import { Button } from "../../../../ui/buttons/button";

/** The value of the button, as a form's save gets it. */
export const shareAddress = "share-address";

/** The answer to the question whether two people use one email address. */
export function ShareAddressButton({ error }: { error: unknown }) {
  if (!paramsOf(error, "interviewers_employer_email_key")) return null;
  return (
    <Button type="submit" value={shareAddress}>
      Use it anyway
    </Button>
  );
}
