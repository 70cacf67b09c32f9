import { useSuspenseQuery } from "@tanstack/react-query";
import { memo, useMemo } from "react";
import { Button } from "../../../ui/buttons/button";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { SearchField } from "../../../ui/fields/search-field";
import { PageHeader } from "../../../ui/layout/page-header";
import { FilterBar } from "../../../ui/lists/filter-bar";
import { FilterMenu } from "../../../ui/lists/filter-menu";
import { Table } from "../../../ui/lists/table";
import { queryClient } from "../../app/query-client";
import { useMe } from "../../app/require-staff";
import { ExportButton } from "../../lists/export-button";
import { useDialog } from "../../url/use-dialog";
import { useSearch } from "../../url/use-search";
import { AllProposals } from "../assignments/shared/all-proposals";
import { AllNotices } from "../links/shared/all-notices";
import { attendanceCsv, type Interview, liveBoardQuery } from "./api";
import { BoardClock, useServerNow } from "./board-clock";
import { adminColumns, readColumns } from "./board-columns";
import { BoardCounts } from "./board-counts";
import { BoardDialogs } from "./board-dialogs";
import { boardFilters, shownInterviews, stateOptions } from "./filters";
import { StaleNotice } from "./stale-notice";

export const loader = () => queryClient.ensureQueryData(liveBoardQuery);

/** The live board: the day's interviews as they go. */
export function Component() {
  const { isAdmin } = useMe();
  const { values: filters } = useSearch(boardFilters);
  const { dialog, openDialog, closeDialog } = useDialog("today");
  const { data } = useSuspenseQuery(liveBoardQuery);
  const { interviews } = data;
  // Most answers bring nothing new but the time: then the table is left alone.
  const shown = useMemo(() => shownInterviews(interviews, filters), [interviews, filters]);
  const rooms = shown.filter(({ video, state }) => video === "in_app" && !isOver(state));

  return (
    <BoardClock value={useServerNow(data.now)}>
      <PageHeader
        title="Today"
        meta={interviews.length > 0 && <BoardCounts interviews={interviews} />}
        actions={
          interviews.length > 0 && (
            <>
              <ExportButton
                name="attendance"
                label="Export attendance"
                load={() => attendanceCsv(shown)}
              />
              {isAdmin && rooms.length > 0 && (
                <Button icon="send" onClick={() => openDialog("message-all")}>
                  Message {rooms.length === 1 ? "the room" : `${rooms.length} rooms`}
                </Button>
              )}
            </>
          )
        }
      />
      <StaleNotice />
      <AllProposals />
      <AllNotices
        isOpen={dialog === "notices"}
        onOpen={() => openDialog("notices")}
        onClose={closeDialog}
      />
      {interviews.length === 0 ? (
        <EmptyState title="No interviews today">
          On the day of a released schedule, its interviews appear here: who is in which room, who
          is waiting, and how each interview ended.
        </EmptyState>
      ) : (
        <Board interviews={interviews} shown={shown} isAdmin={isAdmin} />
      )}
      {isAdmin && <BoardDialogs interviews={interviews} messaged={rooms} />}
    </BoardClock>
  );
}

const isOver = (state: Interview["state"]) => state === "completed" || state === "missed";

interface BoardProps {
  interviews: readonly Interview[];
  shown: readonly Interview[];
  isAdmin: boolean;
}

const Board = memo(function Board({ interviews, shown, isAdmin }: BoardProps) {
  const { bind, clear } = useSearch(boardFilters);
  const employers = [...new Set(interviews.map(({ employer }) => employer))].sort();
  return (
    <>
      <FilterBar onClear={clear} search={<SearchField label="Search interviews" {...bind("q")} />}>
        <FilterMenu label="State" anyLabel="Any state" options={stateOptions} {...bind("state")} />
        <FilterMenu
          label="Employer"
          anyLabel="Any employer"
          options={employers.map((name) => ({ id: name, label: name }))}
          {...bind("employer")}
        />
      </FilterBar>
      <Table
        label="Today’s interviews"
        columns={isAdmin ? adminColumns : readColumns}
        rows={shown}
        rowText={({ student, employer }) => `${student}, ${employer}`}
        empty={
          <EmptyState
            title="No interviews match"
            action={<Button onClick={clear}>Clear filters</Button>}
          />
        }
      />
    </>
  );
});
