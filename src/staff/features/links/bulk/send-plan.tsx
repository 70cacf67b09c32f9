import { Link } from "react-router";
import { paths } from "../../../../paths";
import { buttonClass } from "../../../../ui/buttons/button-class";
import { Checkbox } from "../../../../ui/fields/checkbox";
import { Section } from "../../../../ui/layout/section";
import { searchForSchedules } from "../../ocis/shared/bulk-search";
import type { SelectedSchedule } from "../../schedules/selection-api";
import { NotReady } from "../batch/not-ready";
import type { SendRow } from "../preview-api";
import { SuppressedPeople } from "../shared/suppressed-people";
import { TestEmailButton } from "../shared/test-email";
import { groupByPerson, type Recipient } from "./group-by-person";
import { Recipients } from "./recipients";

interface SendPlanProps {
  schedules: SelectedSchedule[];
  plan: SendRow[];
  /** Who is sent an email as things are chosen now. */
  people: Recipient[];
  isAgain: boolean;
  onAgain: (isAgain: boolean) => void;
}

export function SendPlan({ schedules, plan, people, isAgain, onAgain }: SendPlanProps) {
  const [first] = people;
  const unchanged = groupByPerson(plan.filter(({ outcome }) => outcome === "unchanged"));
  const suppressed = groupByPerson(plan.filter(({ outcome }) => outcome === "suppressed"));
  const unmet = new Map(
    plan
      .filter(({ outcome }) => outcome === "not_ready")
      .map((row) => [row.schedule_id, row.unmet] as const),
  );
  const notReady = schedules.filter(({ id }) => unmet.has(id));
  const unreleased = notReady.filter(({ id }) => unmet.get(id)?.join() === "released");

  return (
    <>
      <Section title={`Will send: ${counted(people.length, "person", "people")}`}>
        {first ? (
          <>
            <Recipients people={people} />
            <div className="px-4 pt-3 sm:px-6">
              <TestEmailButton
                email={{
                  kind: "interview_link",
                  personId: first.id,
                  name: first.name,
                  scheduleIds: first.rows.map(({ schedule_id }) => schedule_id),
                }}
              />
            </div>
          </>
        ) : (
          <p className="px-4 text-muted sm:px-6">
            {notReady.length > 0
              ? "No one yet: fix the items below."
              : "Everyone already has the current link."}
          </p>
        )}
      </Section>
      {notReady.length > 0 && (
        <Section
          title={`Not ready: ${counted(notReady.length, "schedule", "schedules")}`}
          actions={
            unreleased.length > 1 && (
              <Link
                to={paths.releaseSchedules(searchForSchedules(unreleased.map(({ id }) => id)))}
                className={buttonClass()}
              >
                Release the {unreleased.length} that are otherwise ready
              </Link>
            )
          }
        >
          <NotReady schedules={notReady} unmet={unmet} />
        </Section>
      )}
      {suppressed.length > 0 && (
        <Section title={`Not sent: ${counted(suppressed.length, "person", "people")}`}>
          <div className="px-4 sm:px-6">
            <SuppressedPeople
              people={suppressed.map(({ id, name, email, rows }) => ({
                id,
                full_name: name,
                email,
                scheduleId: rows[0]?.schedule_id ?? "",
              }))}
            />
          </div>
        </Section>
      )}
      {unchanged.length > 0 && (
        <Section
          title={`Already sent and unchanged: ${counted(unchanged.length, "person", "people")}`}
          actions={
            <Checkbox isSelected={isAgain} onChange={onAgain}>
              Send to them again
            </Checkbox>
          }
        >
          <Recipients people={unchanged} />
        </Section>
      )}
    </>
  );
}

const counted = (count: number, one: string, many: string) =>
  `${count.toLocaleString()} ${count === 1 ? one : many}`;
