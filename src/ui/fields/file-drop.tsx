import { Button, DropZone, type FileDropItem, FileTrigger, Text } from "react-aria-components";
import { buttonClass } from "../buttons/button-class";
import { cx } from "../cx";

interface FileDropProps {
  /** "Drop a CSV file here, or" */
  label: string;
  isPrimary?: boolean;
  /** Endings and types that the chooser offers. */
  accepted: string[];
  onFile: (file: File) => void;
  className?: string;
}

/** Where one file is dropped, pasted or chosen. */
export function FileDrop({ label, isPrimary, accepted, onFile, className }: FileDropProps) {
  return (
    <DropZone
      className={cx(
        "flex items-center justify-center gap-3 rounded-lg border border-edge border-dashed px-4 text-center data-drop-target:border-accent-ink data-drop-target:bg-accent-soft",
        className,
      )}
      getDropOperation={() => "copy"}
      onDrop={async ({ items }) => {
        const item = items.find((dropped): dropped is FileDropItem => dropped.kind === "file");
        if (item) onFile(await item.getFile());
      }}
    >
      <Text slot="label">{label}</Text>
      <FileTrigger
        acceptedFileTypes={accepted}
        onSelect={(files) => files?.[0] && onFile(files[0])}
      >
        <Button className={buttonClass(isPrimary ? "primary" : "secondary")}>Choose a file</Button>
      </FileTrigger>
    </DropZone>
  );
}
