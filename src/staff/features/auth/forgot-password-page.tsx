import { useNavigate, useSearchParams } from "react-router";
import { paths } from "../../../paths";
import { sendPasswordCode, signInWithCode } from "./api";
import { AuthPage } from "./auth-page";
import { EmailCodeSteps } from "./email-code-steps";

export function Component() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  return (
    <AuthPage
      title="Forgotten password"
      intro="We email you a code. With it you choose a new password."
    >
      <EmailCodeSteps
        sendCode={sendPasswordCode}
        enterCode={async (email, code) => {
          await signInWithCode(email, code, "recovery");
          await navigate(paths.newPassword(params), { replace: true });
        }}
        action="Go on"
      />
    </AuthPage>
  );
}
