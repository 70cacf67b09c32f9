import { type ComponentProps, useEffect, useRef } from "react";
import { cx } from "../../ui/cx";

/** Of a view that took another's place: what was focused is gone, and one should hear where one is. */
export function FocusedHeading({ className, ...props }: ComponentProps<"h1">) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return <h1 ref={heading} tabIndex={-1} {...props} className={cx("outline-none", className)} />;
}
