import { useQuery } from "@tanstack/react-query";
import { explainError } from "../../../../lib/errors/explain-error";
import { Button } from "../../../../ui/buttons/button";
import { Banner } from "../../../../ui/feedback/banner";
import { showToast } from "../../../../ui/feedback/toast";
import { Dialog, DialogActions, DialogBody } from "../../../../ui/overlays/dialog";
import { templatesQuery, useDeleteTemplate, useSaveTemplate } from "./template-api";
import { TemplateRow } from "./template-row";

export function TemplatesDialog({ onClose }: { onClose: () => void }) {
  const { data: templates = [] } = useQuery(templatesQuery);
  const restore = useSaveTemplate();
  const remove = useDeleteTemplate(({ name, pattern }) =>
    showToast(`${name} is deleted. Schedules made from it stay.`, () =>
      restore.mutate({ name, pattern }),
    ),
  );
  return (
    <Dialog title="Templates" isOpen onClose={onClose}>
      <DialogBody>
        {templates.length === 0 && <p className="text-muted">No templates left.</p>}
        <ul className="divide-y divide-line">
          {templates.map((template) => (
            <TemplateRow
              key={template.id}
              template={template}
              onDelete={() => remove.mutate(template)}
            />
          ))}
        </ul>
        {remove.isError && <Banner tone="danger">{explainError(remove.error)}</Banner>}
      </DialogBody>
      <DialogActions>
        <Button onClick={onClose}>Done</Button>
      </DialogActions>
    </Dialog>
  );
}
