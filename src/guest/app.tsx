import { LinkPage } from "./link-page";
import { NoLink } from "./screens/no-link";
import { useLinkToken } from "./use-link-token";

export default function GuestApp() {
  const token = useLinkToken();
  return token ? <LinkPage key={token} token={token} /> : <NoLink />;
}
