import { useLink } from "./link/use-link";
import { LinkPage } from "./pages/link-page";
import { NoLink } from "./pages/no-link";

export default function GuestApp() {
  const link = useLink();
  return link ? <LinkPage key={link} link={link} /> : <NoLink />;
}
