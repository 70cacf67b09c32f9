import { useSearchState } from "../../use-search-state";
import { CorrectAddressDialog } from "./correct-address-dialog";
import type { Email } from "./email-api";
import { ResetLinkDialog } from "./reset-link-dialog";

/** For admins. */
export function EmailDialogs({ email, onReset }: { email: Email; onReset: () => void }) {
  const { dialog, closeDialog } = useSearchState();
  const { interviewer_id: interviewerId, to_name: name, to_email: address } = email;
  if (!interviewerId) return null;
  return (
    <>
      <ResetLinkDialog
        interviewerId={interviewerId}
        name={name}
        isOpen={dialog === "reset-link"}
        onReset={onReset}
        onClose={closeDialog}
      />
      {dialog === "address" && (
        <CorrectAddressDialog
          interviewerId={interviewerId}
          name={name}
          address={address}
          onClose={closeDialog}
        />
      )}
    </>
  );
}
