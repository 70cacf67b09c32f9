import type { ReactNode } from "react";
import { Banner } from "../../ui/feedback/banner";
import { ErrorText } from "./error-text";
import { isDoubleBooking } from "./locate-error";

interface ErrorBannerProps {
  /** Nothing shows as long as it is null. */
  error: unknown;
  action?: ReactNode;
  className?: string;
}

export function ErrorBanner({ error, ...props }: ErrorBannerProps) {
  if (error == null) return null;
  return (
    <Banner tone="danger" title={isDoubleBooking(error) ? "Double booking" : undefined} {...props}>
      <ErrorText error={error} />
    </Banner>
  );
}
