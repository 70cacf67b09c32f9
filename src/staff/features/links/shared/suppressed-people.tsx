import { Link } from "react-router";
import { explainError } from "../../../../lib/errors/explain-error";
import { paths } from "../../../../paths";
import { Button } from "../../../../ui/buttons/button";
import { buttonClass } from "../../../../ui/buttons/button-class";
import { showToast } from "../../../../ui/feedback/toast";
import { useMe } from "../../../app/require-staff";
import { toSearch } from "../../../url/search-params";
import { emailFilters } from "../../emails/shared/email-filters";
import { useLiftSuppression } from "../api";

export interface SuppressedPerson {
  id: string;
  full_name: string;
  email: string;
  /** Where their address is corrected. */
  scheduleId: string;
}

/** People whose address bounced or marked an email as spam: not sent to until it is corrected or allowed again. */
export function SuppressedPeople({ people }: { people: SuppressedPerson[] }) {
  return (
    <ul className="flex flex-col divide-y divide-line">
      {people.map((person) => (
        <Row key={person.id} person={person} />
      ))}
    </ul>
  );
}

function Row({ person: { id, full_name, email, scheduleId } }: { person: SuppressedPerson }) {
  const { isAdmin } = useMe();
  const lift = useLiftSuppression();
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2">
      <span className="min-w-0 flex-1 basis-56">
        <span className="font-medium">{full_name}</span>
        <span className="block text-muted text-sm wrap-anywhere">
          Emails to {email} bounced or were marked as spam.{" "}
          <Link className="link" to={paths.emails(toSearch(emailFilters, { to: email }))}>
            See them
          </Link>
        </span>
      </span>
      {isAdmin && (
        <span className="flex flex-wrap gap-2">
          <Link
            className={buttonClass(undefined, "sm")}
            to={paths.schedule(scheduleId, { dialog: "correct-address", about: id })}
          >
            Correct address<span className="sr-only"> of {full_name}</span>
          </Link>
          <Button
            size="sm"
            isPending={lift.isPending}
            onClick={() =>
              lift.mutate(email, { onError: (error) => showToast(explainError(error)) })
            }
          >
            Allow emails<span className="sr-only"> to {full_name}</span>
          </Button>
        </span>
      )}
    </li>
  );
}
