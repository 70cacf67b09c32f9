import type { ReactNode } from "react";
import {
  Table as AriaTable,
  Cell,
  Column,
  Row,
  type Selection,
  type SortDescriptor,
  TableBody,
  TableHeader,
} from "react-aria-components";
import { cx } from "../cx";
import { Checkbox } from "../fields/checkbox";
import { Icon } from "../icons/icon";

export interface TableColumn<T> {
  id: string;
  label: string;
  cell: (row: T) => ReactNode;
  isRowHeader?: boolean;
  canSort?: boolean;
  /** Widths, and which columns a narrow table leaves out. */
  className?: string;
}

/** By which column the rows are sorted. */
export interface Sort<Column extends string> {
  column: Column;
  direction: "ascending" | "descending";
}

interface TableProps<T extends { id: string }, Column extends string> {
  label: string;
  columns: TableColumn<T>[];
  rows: readonly T[];
  rowHref?: (row: T) => string;
  /** The row whose page is open beside the table. */
  currentId?: string;
  rowText: (row: T) => string;
  sort?: Sort<Column>;
  onSort?: (sort: Sort<Column>) => void;
  selected?: Selection;
  onSelect?: (selected: Selection) => void;
  empty: ReactNode;
}

export function Table<T extends { id: string }, Column extends string>(
  props: TableProps<T, Column>,
) {
  const { label, columns, rows, rowHref, rowText, onSelect, empty } = props;
  return (
    <div className="@container">
      <AriaTable
        aria-label={label}
        selectionMode={onSelect ? "multiple" : "none"}
        selectedKeys={props.selected}
        onSelectionChange={onSelect}
        sortDescriptor={props.sort}
        onSortChange={props.onSort as ((sort: SortDescriptor) => void) | undefined}
        className="w-full border-line border-t text-sm narrow:block narrow:border-t-0"
      >
        <TableHeader className="narrow:sr-only">
          {onSelect && (
            <Column className="w-11 pl-4 sm:pl-6">
              <Checkbox slot="selection" />
            </Column>
          )}
          {columns.map((column) => (
            <TableColumnHeader key={column.id} column={column} />
          ))}
        </TableHeader>
        <TableBody
          items={rows}
          dependencies={[columns, rowHref, props.currentId]}
          renderEmptyState={() => empty}
          className="narrow:block narrow:data-empty:[&_:is(tr,td)]:block"
        >
          {(row) => (
            <Row
              href={rowHref?.(row)}
              textValue={rowText(row)}
              data-current={row.id === props.currentId || undefined}
              className={cx(rowClass, onSelect && "narrow:relative narrow:pl-12")}
            >
              {onSelect && (
                <Cell className="w-11 pt-1.5 pl-4 align-top sm:pl-6 narrow:absolute narrow:top-1 narrow:left-0 narrow:w-auto narrow:pl-4">
                  <Checkbox slot="selection" />
                </Cell>
              )}
              {columns.map((column) => (
                <Cell key={column.id} className={cx(cellClass, column.className)}>
                  {column.isRowHeader && row.id === props.currentId && (
                    <span className="sr-only">Open: </span>
                  )}
                  {column.cell(row)}
                </Cell>
              ))}
            </Row>
          )}
        </TableBody>
      </AriaTable>
    </div>
  );
}

function TableColumnHeader<T>({ column }: { column: TableColumn<T> }) {
  return (
    <Column
      id={column.id}
      isRowHeader={column.isRowHeader}
      allowsSorting={column.canSort}
      className={cx(headerClass, column.className)}
    >
      {({ sortDirection }) => (
        <span className="inline-flex items-center gap-1">
          {column.label}
          {sortDirection && (
            <Icon
              name={sortDirection === "ascending" ? "arrow-up" : "arrow-down"}
              className="size-3"
            />
          )}
        </span>
      )}
    </Column>
  );
}

const headerClass =
  "h-8 px-2 text-left font-normal text-muted first:pl-4 last:pr-4 sm:first:pl-6 sm:last:pr-6 " +
  "data-allows-sorting:data-hovered:text-ink";

const rowClass =
  "h-10 border-line border-t -outline-offset-2 data-href:cursor-pointer data-hovered:bg-hover data-selected:bg-accent-soft " +
  "data-current:bg-accent-soft narrow:grid narrow:h-auto narrow:grid-cols-[minmax(0,1fr)_auto] narrow:gap-x-3 narrow:px-4 narrow:py-2.5";

const cellClass =
  "px-2 py-1.5 align-top first:pl-4 last:pr-4 sm:first:pl-6 sm:last:pr-6 narrow:p-0! -outline-offset-2";
