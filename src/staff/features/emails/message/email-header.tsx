import type { ReactNode } from "react";
import { Link, useSearchParams } from "react-router";
import { formatExact } from "../../../../lib/dates/relative-time";
import { paths } from "../../../../paths";
import { Menu } from "../../../../ui/buttons/menu";
import { Icon } from "../../../../ui/icons/icon";
import { PageHeader } from "../../../../ui/layout/page-header";
import { useMe } from "../../../app/require-staff";
import { useDialog } from "../../../url/use-dialog";
import { EmailStatus } from "../shared/email-status";
import type { Email } from "./email-api";

export function EmailHeader({ email, sendAgain }: { email: Email; sendAgain: ReactNode }) {
  const { isAdmin } = useMe();
  const [search] = useSearchParams();
  const { openDialog } = useDialog("email");
  return (
    <PageHeader
      title={email.subject}
      above={
        <Link
          to={paths.emails(search)}
          className="inline-flex items-center gap-1 hover:text-ink touch:min-h-11"
        >
          <Icon name="chevron-left" />
          All emails
        </Link>
      }
      meta={
        <>
          <EmailStatus state={email.status} />
          <span>{formatExact(email.sent_at ?? email.created_at)}</span>
        </>
      }
      actions={
        isAdmin &&
        email.personId && (
          <>
            {sendAgain}
            <Menu
              label="More actions"
              isCompact
              actions={[
                {
                  id: "reset",
                  label: "Reset link…",
                  icon: "refresh",
                  isDanger: true,
                  onAction: () => openDialog("reset-link"),
                },
              ]}
            />
          </>
        )
      }
    />
  );
}
