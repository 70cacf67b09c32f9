import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
} from "react-aria-components";
import { iconButtonClass } from "../buttons/button-class";
import { Icon } from "../icons/icon";

export function CalendarMonth() {
  return (
    <Calendar>
      <header className="flex items-center justify-between pb-2">
        <CalendarHeading className="pl-2 font-medium text-base" />
        <div className="flex">
          <Button slot="previous" className={iconButtonClass()}>
            <Icon name="chevron-left" />
          </Button>
          <Button slot="next" className={iconButtonClass()}>
            <Icon name="chevron-right" />
          </Button>
        </div>
      </header>
      <CalendarGrid weekdayStyle="short">
        <CalendarGridHeader>
          {(day) => (
            <CalendarHeaderCell className="pb-1 font-normal text-muted text-xs">
              {day.slice(0, 2)}
            </CalendarHeaderCell>
          )}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => <CalendarCell date={date} className={cellClass} />}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}

const cellClass =
  "grid size-8 place-items-center rounded-md text-sm tabular-nums data-hovered:bg-hover touch:size-10 " +
  "data-outside-month:invisible data-today:font-semibold data-today:text-accent-ink " +
  "data-selected:bg-accent data-selected:text-white data-disabled:opacity-40";
