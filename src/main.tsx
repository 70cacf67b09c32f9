import { lazy, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { interviewPath } from "./shared/interview-path";
import { applyTheme, readTheme } from "./ui/theme";
import "./styles/app.css";

const App = lazy(() =>
  location.pathname.startsWith(interviewPath()) ? import("./guest/app") : import("./staff/app/app"),
);

applyTheme(readTheme());

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Suspense>
        <App />
      </Suspense>
    </StrictMode>,
  );
}
