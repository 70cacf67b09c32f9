import { useLinkToken } from "./link/use-link-token";
import { LinkPage } from "./pages/link-page";
import { NoLink } from "./pages/no-link";

export default function GuestApp() {
  const token = useLinkToken();
  return token ? <LinkPage key={token} token={token} /> : <NoLink />;
}
