import { useNavigate } from "react-router";
import { type Dialog, paths } from "../../../paths";
import { Menu, type MenuAction } from "../../../ui/buttons/menu";
import { useDialog } from "../../url/use-dialog";
import { whatIsSent } from "../links/shared/what-is-sent";
import { type Schedule, useSetReminders } from "./api";
import { isOver } from "./shared/is-over";

export function ScheduleActions({ schedule }: { schedule: Schedule }) {
  const navigate = useNavigate();
  const { openDialog } = useDialog("schedule");
  const setReminders = useSetReminders(schedule.id);
  const edit: MenuAction = {
    id: "edit",
    label: "Edit",
    icon: "pencil",
    onAction: () => navigate(paths.editSchedule(schedule.id)),
  };
  const open = (
    dialog: Dialog<"schedule">,
    label: string,
    rest: Partial<MenuAction> = {},
  ): MenuAction => ({
    id: dialog,
    label,
    onAction: () => openDialog(dialog),
    ...rest,
  });
  const copy = open("copy", "Copy…", { icon: "copy" });
  const canRelease = !schedule.released_at || schedule.changed_since_release;

  return (
    <Menu
      label="Schedule Actions"
      actions={
        schedule.canceled_at
          ? [edit, copy, open("restore", "Restore", { icon: "refresh" })]
          : [
              open("send", `Send ${whatIsSent(schedule)}`, { icon: "send" }),
              open("notify", "Notify students", { icon: "send" }),
              edit,
              open("add-slot", "Add a slot…", { icon: "plus" }),
              ...(isOver(schedule) ? [] : [open("auto-assign", "Auto-assign", { icon: "user" })]),
              ...(schedule.starts_at ? [open("shift", "Move the day…", { icon: "clock" })] : []),
              copy,
              {
                id: "reminders",
                label: schedule.reminders ? "Turn reminders off" : "Turn reminders on",
                icon: "clock",
                onAction: () => setReminders.mutate(!schedule.reminders),
              },
              open("template", "Save as template…", { icon: "calendar" }),
              ...(canRelease
                ? [
                    open("release", schedule.released_at ? "Release the changes" : "Release", {
                      icon: "eye",
                      startsGroup: true,
                    }),
                  ]
                : []),
              ...(schedule.released_at ? [open("unrelease", "Un-release", { icon: "undo" })] : []),
              open("cancel", "Cancel schedule", { icon: "x", isDanger: true, startsGroup: true }),
            ]
      }
    />
  );
}
