import type { ComponentProps } from "react";
import { cx } from "../cx";

export function Card({ className, ...props }: ComponentProps<"section">) {
  return (
    <section
      {...props}
      className={cx("rounded-lg border border-line bg-surface p-4 sm:p-5", className)}
    />
  );
}
