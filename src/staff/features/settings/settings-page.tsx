import { useSuspenseQueries } from "@tanstack/react-query";
import { PageHeader } from "../../../ui/layout/page-header";
import { queryClient } from "../../app/query-client";
import { useMe } from "../../app/require-staff";
import { settingsQuery, staffQuery } from "./api";
import { OfficeFacts } from "./office-facts";
import { OfficeForm } from "./office-form";
import { StaffList } from "./staff-list";

export async function loader() {
  await Promise.all([
    queryClient.ensureQueryData(settingsQuery),
    queryClient.ensureQueryData(staffQuery),
  ]);
  return null;
}

export function Component() {
  const { isAdmin } = useMe();
  const [settings, staff] = useSuspenseQueries({ queries: [settingsQuery, staffQuery] });
  return (
    <>
      <PageHeader title="Settings" meta={!isAdmin && "Admins of the career office change these."} />
      <div className="flex max-w-2xl flex-col gap-10 px-4 sm:px-6">
        {isAdmin ? (
          <OfficeForm settings={settings.data} />
        ) : (
          <OfficeFacts settings={settings.data} />
        )}
        <StaffList staff={staff.data} />
      </div>
    </>
  );
}
