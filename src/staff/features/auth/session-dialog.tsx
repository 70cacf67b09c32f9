import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { paths } from "../../../paths";
import { Dialog, DialogBody } from "../../../ui/overlays/dialog";
import { useMe } from "../../app/require-staff";
import { onSessionLost, signInWithPassword } from "./api";
import { type Credentials, PasswordForm } from "./password-form";

/** When the session runs out, the page and what was typed into it stay. */
export function SessionDialog() {
  const { email } = useMe();
  const [isLost, setIsLost] = useState(false);
  const signIn = useMutation({
    mutationFn: ({ password }: Credentials) => signInWithPassword(email, password),
    onSuccess: () => setIsLost(false),
  });
  useEffect(() => onSessionLost(() => setIsLost(true)), []);

  return (
    <Dialog title="Your session has ended" width="sm" isOpen={isLost} isLocked onClose={() => {}}>
      <DialogBody>
        <p className="text-muted">
          Sign in again to continue. This page stays as you left it. To sign in with a code or as
          someone else,{" "}
          <a className="link" href={paths.signIn(location.pathname)}>
            leave this page
          </a>
          .
        </p>
        <PasswordForm email={email} signIn={signIn.mutateAsync} />
        <div className="pb-2" />
      </DialogBody>
    </Dialog>
  );
}
