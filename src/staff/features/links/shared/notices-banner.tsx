import { Button } from "../../../../ui/buttons/button";
import { Banner } from "../../../../ui/feedback/banner";
import { useMe } from "../../../app/require-staff";
import { countPeople } from "./describe-notice";

interface NoticesBannerProps {
  /** How many people of each schedule do not know yet what changed. */
  notices: { people: number }[];
  onNotify: () => void;
}

/** Above a page whose schedules have changed since people were notified of them. */
export function NoticesBanner({ notices, onNotify }: NoticesBannerProps) {
  const { isAdmin } = useMe();
  const people = notices.reduce((sum, one) => sum + one.people, 0);
  if (people === 0) return null;
  return (
    <Banner
      tone="warning"
      title={`${countPeople(people)} to notify`}
      className="mx-4 mb-4 sm:mx-6"
      action={
        isAdmin && (
          <Button size="sm" icon="send" onClick={onNotify}>
            Notify
          </Button>
        )
      }
    >
      {notices.length === 1
        ? "1 schedule has"
        : `${notices.length.toLocaleString()} schedules have`}{" "}
      changed since people were last emailed.
    </Banner>
  );
}
