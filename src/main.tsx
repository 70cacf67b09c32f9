import { lazy, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { ErrorBoundary } from "react-error-boundary";
import { FailurePage } from "./shared/failure-page";
import { isInterviewPath } from "./shared/interview-path";
import { applyTheme, readTheme } from "./ui/theme";
import "./styles/app.css";

const App = lazy(() =>
  isInterviewPath(location.pathname) ? import("./guest/app") : import("./staff/app/app"),
);

applyTheme(readTheme());

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary FallbackComponent={FailurePage}>
        <Suspense>
          <App />
        </Suspense>
      </ErrorBoundary>
    </StrictMode>,
  );
}
