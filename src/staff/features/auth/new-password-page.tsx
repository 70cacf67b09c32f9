import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { Link, useLoaderData, useNavigate } from "react-router";
import { explainError } from "../../../lib/errors/explain-error";
import { paths } from "../../../paths";
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
  const save = useMutation({
    mutationFn: setPassword,
    onSuccess: async () => {
      await navigate(next ?? paths.home(), { replace: true });
      showToast("New password saved.");
    },
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    save.mutate(String(new FormData(event.currentTarget).get("password")));
  }

  if (!session) {
    return (
      <AuthPage title="New password">
        <Banner tone="warning" title="This link has run out or was used before">
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
      <form onSubmit={submit} className="flex flex-col gap-4">
        {save.isError && <Banner tone="danger">{explainError(save.error)}</Banner>}
        <input type="hidden" autoComplete="username" value={session.user.email} readOnly />
        <TextField
          label="New password"
          help="At least 10 characters. Three or four words are easy to remember."
          name="password"
          type="password"
          autoComplete="new-password"
          pattern=".{10,}"
          title="A password has at least 10 characters."
          required
        />
        <Button type="submit" variant="primary" isPending={save.isPending}>
          Save password
        </Button>
      </form>
    </AuthPage>
  );
}
