import { Link } from "react-router";
import { buttonClass } from "../../../ui/buttons/button-class";
import { Icon } from "../../../ui/icons/icon";

/** Actions on everything selected; each shows first what it would do. */
export function BulkActions({ send, release }: { send: string; release: string }) {
  return (
    <>
      <Link to={send} className={buttonClass("primary")}>
        <Icon name="send" />
        Send Interview Link
      </Link>
      <Link to={release} className={buttonClass()}>
        Release
      </Link>
    </>
  );
}
