import { useNavigate } from "react-router";
import { paths } from "../../../paths";
import { sendSignInCode, signInWithCode } from "./api";
import { AuthPage } from "./auth-page";
import { EmailCodeSteps } from "./email-code-steps";
import { useNext } from "./use-sign-in";

export function Component() {
  const navigate = useNavigate();
  const next = useNext();
  return (
    <AuthPage
      title="Sign in with a code"
      intro="We’ll email you a 6-digit code; no password needed."
    >
      <EmailCodeSteps
        sendCode={sendSignInCode}
        enterCode={async (email, code) => {
          await signInWithCode(email, code, "magiclink");
          await navigate(next ?? paths.home(), { replace: true });
        }}
        action="Sign in"
      />
    </AuthPage>
  );
}
