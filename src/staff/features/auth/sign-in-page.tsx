import { Link } from "react-router";
import { isEmbedded } from "../../../lib/supabase/config";
import { paths } from "../../../paths";
import { Banner } from "../../../ui/feedback/banner";
import { signInWithPassword } from "./api";
import { AuthPage } from "./auth-page";
import { DemoSignIns } from "./demo-sign-ins";
import { type Credentials, PasswordForm } from "./password-form";
import { useNext, useSignIn } from "./use-sign-in";

export function Component() {
  const next = useNext();
  const signIn = useSignIn(({ email, password }: Credentials) =>
    signInWithPassword(email, password),
  );
  return (
    <AuthPage title="Sign in" intro="For the staff of the career office.">
      {next && !signIn.isError && <Banner>Sign in to see the page you asked for.</Banner>}
      <PasswordForm
        onSubmit={(credentials) => signIn.mutate(credentials)}
        isPending={signIn.isPending}
        error={signIn.error}
      />
      <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        <Link className="link" to={paths.signInCode(next)}>
          Email me a sign-in code
        </Link>
        <Link className="link" to={paths.forgotPassword(next)}>
          Forgotten password
        </Link>
      </p>
      {isEmbedded && <DemoSignIns onChoose={(credentials) => signIn.mutate(credentials)} />}
    </AuthPage>
  );
}
