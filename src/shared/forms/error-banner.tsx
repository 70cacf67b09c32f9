import type { ReactNode } from "react";
import { paramsOf } from "../../lib/errors/domain-error";
import { Banner } from "../../ui/feedback/banner";
import { ErrorText } from "./error-text";

interface ErrorBannerProps {
  /** Nothing shows as long as it is null. */
  error: unknown;
  action?: ReactNode;
  className?: string;
}

export function ErrorBanner({ error, ...props }: ErrorBannerProps) {
  if (error == null) return null;
  return (
    <Banner
      tone="danger"
      title={paramsOf(error, "booking_conflict") ? "Double booking" : undefined}
      {...props}
    >
      <ErrorText error={error} />
    </Banner>
  );
}
