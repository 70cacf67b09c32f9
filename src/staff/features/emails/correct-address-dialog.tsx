import { type FormEvent, useState } from "react";
import { Banner } from "../../../components/banner";
import { Button } from "../../../components/button";
import { Dialog, DialogActions, DialogBody } from "../../../components/dialog";
import { TextField } from "../../../components/text-field";
import { problemAt, Refusal } from "../../../lib/answer";
import { explainError } from "../../../lib/explain-error";
import { useCorrectAddress } from "../interviewers/api";

interface CorrectAddressDialogProps {
  interviewerId: string;
  name: string;
  address: string;
  onClose: () => void;
}

export function CorrectAddressDialog(props: CorrectAddressDialogProps) {
  const { interviewerId, name, address, onClose } = props;
  const [email, setEmail] = useState(address);
  const correct = useCorrectAddress();

  function submit(event: FormEvent) {
    event.preventDefault();
    correct.mutate({ interviewerId, email: email.trim() }, { onSuccess: onClose });
  }

  return (
    <Dialog title={`Correct ${name}’s address`} width="sm" isOpen onClose={onClose}>
      <form onSubmit={submit} className="contents">
        <DialogBody>
          {correct.isError && !(correct.error instanceof Refusal) && (
            <Banner tone="danger">{explainError(correct.error)}</Banner>
          )}
          <TextField
            label="Email address"
            help="Nothing is sent yet. This email stays as it is."
            type="email"
            value={email}
            onChange={setEmail}
            error={problemAt(correct.error, "email")}
            maxLength={254}
            required
            autoFocus
          />
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isPending={correct.isPending}>
            Save address
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
