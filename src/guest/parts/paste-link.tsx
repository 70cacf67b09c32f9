import { explainFailure } from "../../lib/errors/explain-failure";
import { ErrorBanner } from "../../shared/forms/error-banner";
import { ErrorWords } from "../../shared/forms/error-words";
import { useForm } from "../../shared/forms/use-form";
import { Button } from "../../ui/buttons/button";
import { TextField } from "../../ui/fields/text-field";
import { exchangeLink, LinkNotValid } from "../link/session";
import { showLink } from "../link/use-link";

const words = {
  explain: (error: unknown) =>
    error instanceof LinkNotValid
      ? "This link does not work. Copy all of it from the newest email, from “https” to the end."
      : explainFailure(error),
  fieldOf: (error: unknown) => (error instanceof LinkNotValid ? "link" : null),
  Link: () => null,
};

/** For a link that lost its end on the way: the email spells it out as text too. */
export function PasteLink() {
  return (
    <ErrorWords value={words}>
      <PasteLinkForm />
    </ErrorWords>
  );
}

function PasteLinkForm() {
  const form = useForm({
    initial: { link: "" },
    save: ({ link }) => exchangeLink(link),
    onSaved: ({ token }) => {
      showLink(token);
      location.reload();
    },
  });

  return (
    <form ref={form.ref} onSubmit={form.submit} className="flex flex-col gap-3">
      <ErrorBanner error={form.formError} />
      <TextField
        label="Paste the link from the email"
        help="In the email, it is spelled out below the button."
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        {...form.field("link")}
        required
      />
      <Button
        type="submit"
        variant="primary"
        size="lg"
        isPending={form.isPending}
        className="self-start"
      >
        Open my interview page
      </Button>
    </form>
  );
}
