import { useNavigate, useParams } from "react-router";
import { paths } from "../../../paths";
import RoomPage from "../../../room/room-page";
import { requireAdmin } from "../../app/require-staff";
import { staffRoomApi } from "./api";

export const loader = requireAdmin;

/** An interview's room, joined by the office for all to see. */
export function Component() {
  const { slotId = "" } = useParams();
  const navigate = useNavigate();
  return (
    <RoomPage
      key={slotId}
      api={staffRoomApi}
      slotId={slotId}
      backTo="Today"
      onClose={() => navigate(paths.today())}
    />
  );
}
