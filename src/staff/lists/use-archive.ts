import { useMutation } from "@tanstack/react-query";
import { explainError } from "../../lib/errors/explain-error";
import { showToast } from "../../ui/feedback/toast";
import { type Archivable, setArchived } from "./archive-api";

/** Archives or brings back, says so, and offers to undo it. */
export function useArchive(table: Archivable) {
  const { mutate } = useMutation({
    mutationFn: ({ id, isArchived }: { id: string; isArchived: boolean }) =>
      setArchived(table, id, isArchived),
    onError: (error) => showToast(explainError(error)),
  });

  return (id: string, name: string, isArchived: boolean) =>
    mutate(
      { id, isArchived },
      {
        onSuccess: () =>
          showToast(isArchived ? `${name} is archived.` : `${name} is back.`, () =>
            mutate({ id, isArchived: !isArchived }),
          ),
      },
    );
}
