import { useEffect, useRef } from "react";
import { RouterProvider as AriaRouterProvider } from "react-aria-components";
import {
  Outlet,
  ScrollRestoration,
  useHref,
  useLocation,
  useNavigate,
  useNavigation,
} from "react-router";
import { SessionDialog } from "../features/auth/session-dialog";
import { PausedBanner } from "../features/emails/sending/paused-banner";
import { UnsavedWorkGuard } from "../forms/unsaved-work";
import { Navigation } from "./navigation";

export function Layout() {
  const navigate = useNavigate();
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shownPath = useRef(pathname);

  // A page that opens beside another takes the focus itself.
  useEffect(() => {
    const isNew = shownPath.current !== pathname;
    shownPath.current = pathname;
    if (isNew && !main.current?.contains(document.activeElement)) {
      main.current?.focus({ preventScroll: true });
    }
  }, [pathname]);

  return (
    <AriaRouterProvider navigate={navigate} useHref={useHref}>
      <PendingLine />
      <div className="min-h-dvh nav:grid nav:grid-cols-[220px_minmax(0,1fr)]">
        <a
          href="#main"
          className="sr-only z-20 rounded-md bg-raised px-3 py-2 shadow-float focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          Skip to content
        </a>
        <UnsavedWorkGuard>
          <Navigation />
          <main id="main" ref={main} tabIndex={-1} className="min-w-0 pb-16 outline-none">
            <PausedBanner />
            <Outlet />
          </main>
        </UnsavedWorkGuard>
        <SessionDialog />
        <ScrollRestoration />
      </div>
    </AriaRouterProvider>
  );
}

function PendingLine() {
  const isPending = useNavigation().state !== "idle";
  return (
    <div role="status" aria-label={isPending ? "Loading" : undefined}>
      {isPending && (
        <div className="fixed inset-x-0 top-0 z-20 h-0.5 animate-late overflow-hidden">
          <div className="h-full w-1/3 animate-travel bg-accent-ink" />
        </div>
      )}
    </div>
  );
}
