import { useNavigate } from "react-router";
import { Menu, type MenuAction } from "../../../components/menu";
import { isChangedSinceRelease } from "../../../components/release-state";
import { useSearchState } from "../../use-search-state";
import type { Schedule } from "./api";

export function ScheduleActions({ schedule }: { schedule: Schedule }) {
  const navigate = useNavigate();
  const { openDialog } = useSearchState();
  const edit: MenuAction = {
    id: "edit",
    label: "Edit",
    icon: "pencil",
    onAction: () => navigate("edit"),
  };
  const open = (dialog: string, label: string, rest: Partial<MenuAction> = {}): MenuAction => ({
    id: dialog,
    label,
    onAction: () => openDialog(dialog),
    ...rest,
  });
  const canRelease = !schedule.released_at || isChangedSinceRelease(schedule);

  return (
    <Menu
      label="Schedule Actions"
      actions={
        schedule.cancelled_at
          ? [edit, open("restore", "Bring back", { icon: "refresh" })]
          : [
              open("send", "Send Interview Link", { icon: "send" }),
              edit,
              ...(canRelease
                ? [
                    open("release", schedule.released_at ? "Release the changes" : "Release", {
                      icon: "eye",
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
