import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { listNames } from "../../../../lib/list-names";
import { Checkbox } from "../../../../ui/fields/checkbox";
import { sendNotices } from "../api";
import { countPeople } from "./describe-notice";

/** Edits that follow within two minutes are in the same email. */
export const waitSeconds = 120;

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
  const { isOn, field } = useNotifyChoice(people);
  const [requestId] = useState(() => crypto.randomUUID());
  const action = useMutation({
    mutationFn: async () => {
      await act();
      if (!isOn) return "";
      const { queued } = await sendNotices({ requestId, scheduleIds: [scheduleId], waitSeconds });
      return willBeNotified(queued);
    },
    onSuccess: onDone,
  });
  return { action, field };
}

/** The end of a sentence, "" for nobody. */
export const willBeNotified = (count: number) =>
  count > 0 ? ` ${countPeople(count)} will be notified in two minutes.` : "";

/** Whether these people are notified of what is about to change. */
export function useNotifyChoice(people: string[], startsOn = true) {
  const [choice, setChoice] = useState<boolean | null>(null);
  const isSelected = choice ?? startsOn;
  return {
    isOn: isSelected && people.length > 0,
    field: people.length > 0 && (
      <Checkbox isSelected={isSelected} onChange={setChoice} className="mt-3">
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
