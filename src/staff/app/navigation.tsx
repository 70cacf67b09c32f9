import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link, NavLink, useLocation } from "react-router";
import { paths } from "../../paths";
import { cx } from "../../ui/cx";
import { emailProblemsQuery } from "../features/emails/api";
import { UserMenu } from "./user-menu";

export function Navigation() {
  const { data: problems = 0 } = useQuery(emailProblemsQuery);
  return (
    <header className={barClass}>
      <Link to={paths.home()} className="mr-auto px-2 font-semibold text-base nav:mr-0 nav:pb-4">
        Campus Interviews
      </Link>
      <nav
        aria-label="Main"
        className="relative order-last -mx-2 flex w-[calc(100%+1rem)] overflow-x-auto p-1 nav:w-auto nav:gap-1 nav:order-none nav:mx-0 nav:flex-1 nav:flex-col nav:p-0"
      >
        <Item to={paths.today()}>Today</Item>
        <Item to={paths.ocis()} isAlsoFor={[paths.schedule(""), paths.posting("")]}>
          OCI Management
        </Item>
        <Item to={paths.emails()} isAlsoFor={[paths.batch("")]}>
          Email Activity
          {problems > 0 && (
            <span className="ml-auto rounded-full bg-danger-soft px-1.5 font-medium text-danger text-xs">
              {problems}
              <span className="sr-only"> {problems === 1 ? "problem" : "problems"}</span>
            </span>
          )}
        </Item>
        <hr className="mx-2 my-2 border-line max-nav:hidden" />
        <Item
          to={paths.employers()}
          isAlsoFor={[
            paths.interviewers(),
            paths.import("employers"),
            paths.import("interviewers"),
          ]}
        >
          Employers
        </Item>
        <Item
          to={paths.students()}
          isAlsoFor={[paths.import("students"), paths.import("assignments")]}
        >
          Students
        </Item>
        <Item to={paths.activity()}>Activity</Item>
        <Item to={paths.settings()}>Settings</Item>
      </nav>
      <UserMenu />
    </header>
  );
}

interface ItemProps {
  to: string;
  /** How the paths begin that belong here without lying below. */
  isAlsoFor?: string[];
  children: ReactNode;
}

function Item({ to, isAlsoFor, children }: ItemProps) {
  const { pathname } = useLocation();
  return (
    <NavLink
      to={to}
      className={({ isActive }) =>
        cx(
          "flex h-8 shrink-0 items-center gap-1.5 rounded-md px-2 transition-colors touch:h-11",
          isActive || isAlsoFor?.some((start) => pathname.startsWith(start))
            ? "bg-pressed font-medium"
            : "text-muted hover:bg-hover hover:text-ink",
        )
      }
    >
      {children}
    </NavLink>
  );
}

const barClass =
  "flex flex-wrap items-center gap-x-2 border-line border-b bg-sunken px-3 pt-1.5 " +
  "nav:sticky nav:top-0 nav:h-dvh nav:flex-col nav:flex-nowrap nav:items-stretch nav:border-r nav:border-b-0 nav:px-2 nav:py-4";
