import { useSuspenseQueries } from "@tanstack/react-query";
import { Link } from "react-router";
import { paths } from "../../../paths";
import { PageHeader } from "../../../ui/layout/page-header";
import { queryClient } from "../../app/query-client";
import { useMe } from "../../app/require-staff";
import { logoQuery, settingsQuery, staffQuery } from "./api";
import { LogoSection } from "./logo-section";
import { OfficeFacts } from "./office-facts";
import { OfficeForm } from "./office-form";
import { StaffList } from "./staff-list";

export async function loader() {
  await Promise.all([
    queryClient.ensureQueryData(settingsQuery),
    queryClient.ensureQueryData(staffQuery),
    queryClient.ensureQueryData(logoQuery),
  ]);
  return null;
}

export function Component() {
  const { isAdmin } = useMe();
  const [settings, staff, logo] = useSuspenseQueries({
    queries: [settingsQuery, staffQuery, logoQuery],
  });
  return (
    <>
      <PageHeader title="Settings" meta={!isAdmin && "Admins of the career office change these."} />
      <div className="flex max-w-2xl flex-col gap-10 px-4 sm:px-6">
        {isAdmin ? (
          <OfficeForm settings={settings.data} />
        ) : (
          <OfficeFacts settings={settings.data} />
        )}
        {isAdmin && <LogoSection logo={logo.data} schoolName={settings.data.school_name} />}
        {isAdmin && (
          <section aria-labelledby="wording">
            <h2 id="wording" className="font-medium">
              Email wording
            </h2>
            <p className="mb-3 text-muted text-sm">
              Subject, introduction and closing of each email.
            </p>
            <Link className="link" to={paths.officeWords("interview_link")}>
              Edit the wording
            </Link>
          </section>
        )}
        <StaffList staff={staff.data} />
      </div>
    </>
  );
}
