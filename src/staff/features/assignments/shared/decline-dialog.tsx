import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatDay, formatTime } from "../../../../lib/dates/format-date";
import { explainError } from "../../../../lib/errors/explain-error";
import { showToast } from "../../../../ui/feedback/toast";
import { Select } from "../../../../ui/fields/select";
import { ConfirmDialog } from "../../../../ui/overlays/confirm-dialog";
import { type Applicant, ociApplicantsQuery, useDeclineApplicant } from "../applicants-api";

interface DeclineDialogProps {
  ociId: string;
  applicant: Applicant;
  onClose: () => void;
}

const nobody = "nobody";

/** For an applicant with a slot: it becomes free, or an alternate's at once. */
export function DeclineDialog({ ociId, applicant, onClose }: DeclineDialogProps) {
  const { full_name: name, starts_at: at, time_zone: zone } = applicant;
  const [nextId, setNextId] = useState(nobody);
  const waiting = (useQuery(ociApplicantsQuery(ociId)).data ?? []).filter(
    ({ status, slot_id }) => status === "alternate" && !slot_id,
  );
  const alternate = waiting.find(({ application_id }) => application_id === nextId) ?? null;
  const decline = useDeclineApplicant(() => {
    onClose();
    const slot = alternate ? `${alternate.full_name} has the slot` : "the slot is open";
    showToast(`${name} is declined; ${slot}.`);
  });
  return (
    <ConfirmDialog
      title={`Decline ${name}?`}
      action="Decline"
      isDanger
      isOpen
      isPending={decline.isPending}
      error={decline.isError ? explainError(decline.error) : null}
      onConfirm={() => decline.mutate({ applicant, alternate })}
      onClose={onClose}
    >
      <p>
        {name} loses the interview
        {at && zone && ` on ${formatDay(at, zone)}, ${formatTime(at, zone)}`}, and the slot becomes
        free for an alternate. Nobody is emailed.
      </p>
      {waiting.length > 0 && (
        <Select
          label="Give the slot to"
          className="mt-4"
          options={[
            { id: nobody, label: "No one yet" },
            ...waiting.map(({ application_id, full_name }) => ({
              id: application_id,
              label: full_name,
            })),
          ]}
          value={nextId}
          onChange={(id) => {
            setNextId(id);
            decline.reset();
          }}
        />
      )}
    </ConfirmDialog>
  );
}
