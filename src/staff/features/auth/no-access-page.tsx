import { redirect, useLoaderData, useNavigate } from "react-router";
import { paths } from "../../../paths";
import { Button } from "../../../ui/buttons/button";
import { readSession, signOut } from "./api";
import { AuthPage } from "./auth-page";

export async function loader() {
  return (await readSession()) ?? redirect(paths.signIn());
}

export function Component() {
  const session = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  return (
    <AuthPage
      title="No access"
      intro={`You are signed in as ${session.user.email}, but this account does not belong to the career office’s staff. An admin in the office can add it.`}
    >
      <Button
        className="self-start"
        onClick={async () => {
          await signOut();
          await navigate(paths.signIn());
        }}
      >
        Sign out
      </Button>
    </AuthPage>
  );
}
