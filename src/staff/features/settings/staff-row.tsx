import { useState } from "react";
import { explainError } from "../../../lib/errors/explain-error";
import { IconButton } from "../../../ui/buttons/button";
import { SegmentedControl } from "../../../ui/buttons/segmented-control";
import { errorClass } from "../../../ui/fields/field-class";
import { useMe } from "../../app/require-staff";
import { optionsOf, staffRoleLabels } from "../../labels";
import { type StaffMember, useSetStaffRole } from "./api";
import { DemoteDialog, RemoveDialog } from "./staff-dialogs";

const options = optionsOf(staffRoleLabels);

export function StaffRow({ member }: { member: StaffMember }) {
  const { user_id, full_name: name, role } = member;
  const me = useMe();
  const isMe = me.userId === user_id;
  const [asked, setAsked] = useState<"demote" | "remove" | null>(null);
  const setRole = useSetStaffRole();
  const close = () => setAsked(null);

  return (
    <li className="py-1">
      <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-32 flex-1 wrap-anywhere">
          {name}
          {isMe && <span className="text-muted"> (you)</span>}
        </span>
        {me.isAdmin ? (
          <div className="ml-auto flex items-center gap-x-2">
            <SegmentedControl
              label={`Role of ${name}`}
              options={options}
              value={role}
              onChange={(next) =>
                isMe ? setAsked("demote") : setRole.mutate({ user_id, role: next })
              }
            />
            <IconButton icon="trash" label={`Remove ${name}`} onClick={() => setAsked("remove")} />
          </div>
        ) : (
          <span className="text-muted">{staffRoleLabels[role]}</span>
        )}
      </div>
      {setRole.isError && <p className={errorClass}>{explainError(setRole.error)}</p>}
      {asked === "demote" && <DemoteDialog userId={user_id} onClose={close} />}
      {asked === "remove" && <RemoveDialog member={member} isMe={isMe} onClose={close} />}
    </li>
  );
}
