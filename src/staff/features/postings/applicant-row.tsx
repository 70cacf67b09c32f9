import { type KeyboardEvent, useEffect, useRef } from "react";
import { Link } from "react-router";
import { explainError } from "../../../lib/errors/explain-error";
import { paths } from "../../../paths";
import { degreeOf } from "../../../shared/degree";
import { IconButton } from "../../../ui/buttons/button";
import { Menu } from "../../../ui/buttons/menu";
import { showToast } from "../../../ui/feedback/toast";
import { applicationStatusLabels, optionsOf } from "../../labels";
import {
  type Application,
  type ApplicationStatus,
  useAddApplication,
  useRemoveApplication,
} from "./applications-api";

interface ApplicantRowProps {
  application: Application;
  position: number;
  last: number;
  canChange: boolean;
  onMove: (position: number) => void;
  onChange: (status: ApplicationStatus) => void;
}

export function ApplicantRow(props: ApplicantRowProps) {
  const { application, position, last, canChange, onMove, onChange } = props;
  const { student } = application;
  const row = useRef<HTMLLIElement>(null);
  const onError = (error: Error) => showToast(explainError(error));
  const add = useAddApplication({ onError });
  const remove = useRemoveApplication({ onSuccess: offerUndo, onError });

  // A row that is moved in the page loses the focus, which has to go on from where it was.
  const movedBy = useRef<"up" | "down">(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new position is what has to be followed.
  useEffect(() => {
    const button = movedBy.current === "up" ? 0 : 1;
    if (movedBy.current) row.current?.querySelectorAll("button")[button]?.focus();
    movedBy.current = null;
  }, [position]);

  function step(direction: "up" | "down") {
    const to = position + (direction === "up" ? -1 : 1);
    if (to < 0 || to > last) return;
    movedBy.current = direction;
    onMove(to);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    step(event.key === "ArrowUp" ? "up" : "down");
  }

  function offerUndo() {
    const { student: _, ...removed } = application;
    showToast(`${student.full_name} is no longer an applicant.`, () => add.mutate(removed));
  }

  return (
    <li ref={row} className="flex min-h-11 items-center gap-2 text-sm">
      <span className="w-6 shrink-0 text-right text-muted tabular-nums">{position + 1}</span>
      <p className="min-w-0 flex-1 py-1.5 wrap-anywhere">
        <Link className="font-medium hover:underline" to={paths.student(student.id)}>
          {student.full_name}
        </Link>{" "}
        <span className="text-muted">{degreeOf(student)}</span>
      </p>
      {canChange && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys are its buttons'.
        <div className="flex items-center" onKeyDown={onKeyDown}>
          <IconButton
            icon="arrow-up"
            label={`Move ${student.full_name} up`}
            aria-disabled={position === 0}
            onClick={() => step("up")}
            className="aria-disabled:opacity-40"
          />
          <IconButton
            icon="arrow-down"
            label={`Move ${student.full_name} down`}
            aria-disabled={position === last}
            onClick={() => step("down")}
            className="aria-disabled:opacity-40"
          />
          <Menu
            label={`Actions for ${student.full_name}`}
            isCompact
            actions={[
              ...optionsOf(applicationStatusLabels)
                .filter(({ id }) => id !== application.status)
                .map(({ id, label }) => ({
                  id,
                  label: `Mark as ${label.toLowerCase()}`,
                  onAction: () => onChange(id),
                })),
              {
                id: "remove",
                label: "Remove",
                icon: "x" as const,
                startsGroup: true,
                onAction: () => remove.mutate(application.id),
              },
            ]}
          />
        </div>
      )}
    </li>
  );
}
