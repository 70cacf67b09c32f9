import { useMemo } from "react";
import DeviceCheck from "../../room/check/device-check";
import { Frame } from "../../shared/frame";
import { useGuest } from "../experience/guest-context";
import { roomApi } from "./api";

/** Behind *Check camera and microphone*, on any day. */
export default function GuestCheck({ onClose }: { onClose: () => void }) {
  const { withAccess } = useGuest();
  const api = useMemo(() => roomApi({ withAccess }), [withAccess]);
  return (
    <Frame title="Camera and microphone">
      <DeviceCheck api={api} onClose={onClose} />
    </Frame>
  );
}
