import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { formatTimestamp } from "../../../../lib/dates/relative-time";
import { FilterMenu } from "../../../../ui/lists/filter-menu";
import { staffQuery } from "../../settings/api";
import { latestSendsQuery } from "./sends-api";

interface SendFilterProps {
  value: string | null;
  onChange: (batchId: string | null) => void;
}

/** The emails of one press of Send. */
export function SendFilter({ value, onChange }: SendFilterProps) {
  const sends = useQuery({ ...latestSendsQuery(value), placeholderData: keepPreviousData });
  const { data: staff = [] } = useQuery(staffQuery);
  const options = (sends.data ?? []).map(({ id, created_at, created_by, queued }) => {
    const sender = staff.find(({ user_id }) => user_id === created_by)?.full_name ?? "The office";
    const count = `${queued.toLocaleString()} ${queued === 1 ? "email" : "emails"}`;
    return { id, label: formatTimestamp(created_at), detail: `${sender}, ${count}` };
  });
  const isListed = value === null || options.some(({ id }) => id === value);
  return (
    <FilterMenu
      label="Send"
      anyLabel="Any send"
      options={isListed ? options : [...options, { id: value, label: "One send" }]}
      value={value}
      onChange={onChange}
    />
  );
}
