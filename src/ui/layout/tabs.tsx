import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components";
import { cx } from "../cx";

interface TabItem<Id extends string> {
  id: Id;
  label: string;
  content: ReactNode;
}

interface TabsProps<Id extends string> {
  label: string;
  tabs: TabItem<Id>[];
  selected?: Id;
  onSelect?: (id: Id) => void;
  className?: string;
}

export function Tabs<Id extends string>({
  label,
  tabs,
  selected,
  onSelect,
  className,
}: TabsProps<Id>) {
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => onSelect?.(key as Id)}
      className={cx("flex min-w-0 flex-col", className)}
    >
      <TabList aria-label={label} className="flex gap-1 border-line border-b">
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={tabClass}>
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="min-w-0 pt-4">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

const tabClass =
  "-mb-px flex h-9 items-center border-transparent border-b-2 px-2 text-muted text-sm select-none touch:h-11 " +
  "data-hovered:text-ink data-selected:border-accent-ink data-selected:font-medium data-selected:text-ink";
