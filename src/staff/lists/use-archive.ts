import { useMutation } from "@tanstack/react-query";
import { explainError } from "../../lib/errors/explain-error";
import { showToast } from "../../ui/feedback/toast";
import { type Archivable, setArchived } from "./archive-api";

interface Change {
  id: string;
  name: string;
  isArchived: boolean;
  isUndo?: boolean;
}

/** Archives or restores, says so, and offers to undo it. */
export function useArchive(table: Archivable) {
  const { mutate } = useMutation({
    mutationFn: ({ id, isArchived }: Change) => setArchived(table, id, isArchived),
    onSuccess: (_, { isUndo, ...change }) => {
      if (isUndo) return;
      const { name, isArchived } = change;
      showToast(isArchived ? `${name} is archived.` : `${name} is back.`, () =>
        mutate({ ...change, isArchived: !isArchived, isUndo: true }),
      );
    },
    onError: (error) => showToast(explainError(error)),
  });

  return (id: string, name: string, isArchived: boolean) => mutate({ id, name, isArchived });
}
