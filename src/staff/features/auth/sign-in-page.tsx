import { Link } from "react-router";
import { isEmbedded } from "../../../lib/supabase/config";
import { paths } from "../../../paths";
import { Banner } from "../../../ui/feedback/banner";
import { AuthPage } from "./auth-page";
import { DemoSignIns } from "./demo-sign-ins";
import { PasswordForm } from "./password-form";
import { useNext, usePasswordSignIn } from "./use-sign-in";

export function Component() {
  const next = useNext();
  const signIn = usePasswordSignIn();
  return (
    <AuthPage title="Sign in" intro="For the staff of the career office.">
      {next && !signIn.isError && <Banner>Sign in to see the page you asked for.</Banner>}
      <PasswordForm signIn={signIn.mutateAsync} />
      <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        <Link className="link" to={paths.signInCode(next)}>
          Email me a sign-in code
        </Link>
        <Link className="link" to={paths.forgotPassword(next)}>
          Forgot password
        </Link>
      </p>
      {isEmbedded && <DemoSignIns />}
    </AuthPage>
  );
}
