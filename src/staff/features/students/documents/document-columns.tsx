import { formatTimestamp } from "../../../../lib/dates/relative-time";
import { fileSize } from "../../../../shared/file-size";
import { documentKindLabels } from "../../../../shared/labels";
import { Menu } from "../../../../ui/buttons/menu";
import type { TableColumn } from "../../../../ui/lists/table";
import type { StudentDocument } from "./documents-api";
import { DownloadButton } from "./download-button";

export const columns: TableColumn<StudentDocument>[] = [
  {
    id: "kind",
    label: "Document",
    isRowHeader: true,
    className: "w-1/3 narrow:w-auto",
    cell: ({ kind, posting }) => (
      <>
        <span className="block font-medium">{documentKindLabels[kind]}</span>
        {kind === "cover_letter" && (
          <span className="block text-muted wrap-anywhere">
            {posting ? `for ${posting.employer.name}, ${posting.title}` : "for any employer"}
          </span>
        )}
      </>
    ),
  },
  {
    id: "file",
    label: "File",
    className: "narrow:order-last narrow:col-span-2",
    cell: (document) => (
      <>
        <DownloadButton document={document} />
        <span className="block text-muted">{fileSize(document.size)}</span>
      </>
    ),
  },
  {
    id: "uploaded",
    label: "Uploaded",
    className: "w-44 text-muted narrow:order-last narrow:col-span-2 narrow:w-auto",
    cell: ({ uploaded_at }) => (
      <>
        <span className="hidden narrow:inline">Uploaded: </span>
        {formatTimestamp(uploaded_at)}
      </>
    ),
  },
];

interface Actions {
  replace: (document: StudentDocument) => void;
  remove: (document: StudentDocument) => void;
}

export const menuColumn = ({ replace, remove }: Actions): TableColumn<StudentDocument> => ({
  id: "actions",
  label: "Actions",
  className: "w-20 text-right narrow:w-auto",
  cell: (document) => (
    <Menu
      label={`Actions for ${document.file_name}`}
      isCompact
      actions={[
        {
          id: "replace",
          label: "Replace with another file",
          icon: "refresh",
          onAction: () => replace(document),
        },
        {
          id: "remove",
          label: "Remove",
          icon: "trash",
          isDanger: true,
          startsGroup: true,
          onAction: () => remove(document),
        },
      ]}
    />
  ),
});
