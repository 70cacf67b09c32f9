import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { listNames } from "../../../../lib/list-names";
import { Checkbox } from "../../../../ui/fields/checkbox";
import { sendNotices } from "../api";
import { countPeople } from "./describe-notice";

/** Edits that follow within two minutes are in the same email. */
const waitSeconds = 120;

interface NotifyingAction {
  scheduleId: string;
  /** Who knows of what is about to change, by name. */
  people: string[];
  /** Repeated when the notices could not be queued: it must then do no harm. */
  act: () => Promise<void>;
  /** With the end of a sentence about the notices, "" when there are none. */
  onDone: (notified: string) => void;
}

/** Something that changes what people know, and the choice to notify them, on by default. */
export function useNotifyingAction({ scheduleId, people, act, onDone }: NotifyingAction) {
  const [isOn, setIsOn] = useState(true);
  const [requestId] = useState(() => crypto.randomUUID());
  const action = useMutation({
    mutationFn: async () => {
      await act();
      if (!isOn || people.length === 0) return "";
      const { queued } = await sendNotices({ requestId, scheduleIds: [scheduleId], waitSeconds });
      return queued > 0 ? ` ${countPeople(queued)} will be notified in two minutes.` : "";
    },
    onSuccess: onDone,
  });
  return {
    action,
    field: people.length > 0 && (
      <Checkbox isSelected={isOn} onChange={setIsOn} className="mt-3">
        <span>
          Notify {countPeople(people.length)}
          <span className="block text-muted text-sm">
            {listNames(people)}, by an email that leaves in two minutes. Undo within them, and
            nothing is sent.
          </span>
        </span>
      </Checkbox>
    ),
  };
}
