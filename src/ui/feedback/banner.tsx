import type { ReactNode } from "react";
import { cx } from "../cx";
import { Icon, type IconName } from "../icons/icon";

type BannerTone = "info" | "success" | "warning" | "danger";

const looks: Record<BannerTone, { box: string; icon: IconName; ink: string }> = {
  info: { box: "border-line bg-sunken", icon: "info", ink: "text-muted" },
  success: { box: "border-success/30 bg-success-soft", icon: "check", ink: "text-success" },
  warning: { box: "border-warning/30 bg-warning-soft", icon: "alert", ink: "text-warning" },
  danger: { box: "border-danger/30 bg-danger-soft", icon: "alert", ink: "text-danger" },
};

interface BannerProps {
  tone?: BannerTone;
  title?: string;
  /** What happened, and what to do next. */
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}

export function Banner({ tone = "info", title, children, action, className }: BannerProps) {
  const look = looks[tone];
  return (
    <div
      role={tone === "danger" ? "alert" : "status"}
      className={cx(
        "flex gap-2.5 narrow:flex-wrap rounded-lg border px-3 py-2.5 text-sm",
        look.box,
        className,
      )}
    >
      <Icon name={look.icon} className={cx("mt-0.5", look.ink)} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className={cx("wrap-anywhere", title && "mt-0.5")}>{children}</div>}
      </div>
      {action && (
        <div className="-my-0.5 flex shrink-0 flex-wrap items-center gap-2 narrow:my-0 narrow:basis-full narrow:pl-6.5">
          {action}
        </div>
      )}
    </div>
  );
}
