import { ErrorBanner } from "../../../shared/forms/error-banner";
import { Button } from "../../../ui/buttons/button";
import { usePasswordSignIn } from "./use-sign-in";

const people = [
  { label: "Admin", email: "admin@demo.example" },
  { label: "Viewer", email: "viewer@demo.example" },
];
const password = "campus-demo";

export function DemoSignIns() {
  const signIn = usePasswordSignIn();
  return (
    <section aria-labelledby="demo" className="border-line border-t pt-4 text-sm">
      <h2 id="demo" className="text-muted">
        This is the demo on your machine. Sign in as
      </h2>
      <div className="mt-2 flex flex-wrap gap-2">
        {people.map(({ label, email }) => (
          <Button key={email} onClick={() => signIn.mutate({ email, password })}>
            {label} · {email}
          </Button>
        ))}
      </div>
      <ErrorBanner error={signIn.error} className="mt-2" />
    </section>
  );
}
