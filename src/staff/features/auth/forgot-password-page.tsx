import { useNavigate } from "react-router";
import { paths } from "../../../paths";
import { sendPasswordCode, signInWithCode } from "./api";
import { AuthPage } from "./auth-page";
import { EmailCodeSteps } from "./email-code-steps";
import { useNext } from "./use-sign-in";

export function Component() {
  const navigate = useNavigate();
  const next = useNext();
  return (
    <AuthPage title="Forgot password" intro="We’ll email you a code to choose a new password.">
      <EmailCodeSteps
        sendCode={sendPasswordCode}
        enterCode={async (email, code) => {
          await signInWithCode(email, code, "recovery");
          await navigate(paths.newPassword(next), { replace: true });
        }}
        action="Continue"
      />
    </AuthPage>
  );
}
