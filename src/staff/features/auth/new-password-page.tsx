import { Link, useLoaderData, useNavigate } from "react-router";
import { paths } from "../../../paths";
import { ErrorBanner } from "../../../shared/forms/error-banner";
import { useForm } from "../../../shared/forms/use-form";
import { Button } from "../../../ui/buttons/button";
import { buttonClass } from "../../../ui/buttons/button-class";
import { Banner } from "../../../ui/feedback/banner";
import { showToast } from "../../../ui/feedback/toast";
import { TextField } from "../../../ui/fields/text-field";
import { readSession, setPassword } from "./api";
import { AuthPage } from "./auth-page";
import { useNext } from "./use-sign-in";

/** Reached with the emailed code, or straight from the link in that email. */
export const loader = readSession;

export function Component() {
  const session = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const next = useNext();
  const form = useForm({
    initial: { password: "" },
    save: ({ password }) => setPassword(password),
    onSaved: async () => {
      await navigate(next ?? paths.home(), { replace: true });
      showToast("New password saved.");
    },
  });

  if (!session) {
    return (
      <AuthPage title="New password">
        <Banner tone="warning" title="This link has expired or was already used">
          Ask for a new one; the newest email is the one that works.
        </Banner>
        <Link className={buttonClass("primary")} to={paths.forgotPassword(next)}>
          Send a new email
        </Link>
      </AuthPage>
    );
  }
  return (
    <AuthPage title="New password" intro={`For ${session.user.email}.`}>
      <form ref={form.ref} onSubmit={form.submit} className="flex flex-col gap-4">
        <ErrorBanner error={form.formError} />
        <input type="hidden" autoComplete="username" value={session.user.email} readOnly />
        <TextField
          label="New password"
          help="At least 10 characters. Three or four words are easy to remember."
          type="password"
          autoComplete="new-password"
          {...form.field("password")}
          pattern=".{10,}"
          title="A password has at least 10 characters."
          required
        />
        <Button type="submit" variant="primary" isPending={form.isPending}>
          Save password
        </Button>
      </form>
    </AuthPage>
  );
}
