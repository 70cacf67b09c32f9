import { SearchField } from "../../../../ui/fields/search-field";
import { FilterBar } from "../../../../ui/lists/filter-bar";
import { FilterMenu } from "../../../../ui/lists/filter-menu";
import { DateMenu, DateRangeFields } from "../../../lists/date-filter";
import { pastPeriods } from "../../../lists/past-days";
import { useSearch } from "../../../url/use-search";
import { emailFilters, kinds, statuses } from "../shared/email-filters";
import { EmployerFilter } from "./employer-filter";
import { SendFilter } from "./send-filter";

export function EmailFilterBar() {
  const { bind, clear } = useSearch(emailFilters);
  return (
    <FilterBar
      onClear={clear}
      more={<DateRangeFields {...bind("dates")} />}
      search={
        <>
          <SearchField label="Search text" {...bind("q")} className="w-52" />
          <SearchField label="Recipient" {...bind("to")} className="w-52" />
        </>
      }
    >
      <FilterMenu label="Status" anyLabel="Any status" options={statuses} {...bind("status")} />
      <FilterMenu label="Kind" anyLabel="Any kind" options={kinds} {...bind("kind")} />
      <DateMenu anyLabel="Any date" periods={pastPeriods} {...bind("dates")} />
      <EmployerFilter {...bind("employer")} />
      <SendFilter {...bind("batch")} />
    </FilterBar>
  );
}
