import { Button } from "../ui/buttons/button";
import { Banner } from "../ui/feedback/banner";

interface StaleBannerProps {
  /** "9:41 AM" */
  asOf: string;
  onRetry: () => void;
  className?: string;
}

/** Whoever decides by what is shown has to know that it may have changed since. */
export function StaleBanner({ asOf, onRetry, className }: StaleBannerProps) {
  return (
    <Banner
      tone="warning"
      title={navigator.onLine ? "The server cannot be reached" : "You are offline"}
      action={<Button onClick={onRetry}>Try now</Button>}
      className={className}
    >
      Last updated at {asOf}. This page keeps trying automatically.
    </Banner>
  );
}
