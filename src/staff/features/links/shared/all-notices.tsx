import { useQuery } from "@tanstack/react-query";
import { useMe } from "../../../app/require-staff";
import { allNoticesQuery } from "../notices-api";
import { NoticesBanner } from "./notices-banner";
import { NoticesDialog } from "./notices-dialog";

interface AllNoticesProps {
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
}

/** Everyone, of whatever schedule, who does not know yet what changed. */
export function AllNotices({ isOpen, onOpen, onClose }: AllNoticesProps) {
  const { isAdmin } = useMe();
  const { data: notices } = useQuery(allNoticesQuery);
  return (
    <>
      <NoticesBanner notices={notices ?? []} onNotify={onOpen} />
      {isAdmin && isOpen && notices && (
        <NoticesDialog
          scheduleIds={notices.map(({ schedule_id }) => schedule_id)}
          onClose={onClose}
        />
      )}
    </>
  );
}
