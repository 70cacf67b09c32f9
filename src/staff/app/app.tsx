import { QueryClientProvider } from "@tanstack/react-query";
import { I18nProvider } from "react-aria-components";
import { RouterProvider } from "react-router/dom";
import { explainError } from "../../lib/errors/explain-error";
import { fieldOf } from "../../lib/errors/messages";
import { ErrorWords } from "../../shared/forms/error-words";
import { Toasts } from "../../ui/feedback/toast";
import { ErrorLink } from "../forms/error-link";
import { CurrentRouter } from "../url/current-router";
import { queryClient } from "./query-client";
import { router } from "./router";

// The texts are English; an English browser's own order of day, month and hour is kept.
const locale = navigator.language.startsWith("en") ? navigator.language : "en-US";

const errorWords = { explain: explainError, fieldOf, Link: ErrorLink };

export default function StaffApp() {
  return (
    <I18nProvider locale={locale}>
      <QueryClientProvider client={queryClient}>
        <CurrentRouter value={router}>
          <ErrorWords value={errorWords}>
            <RouterProvider router={router} />
          </ErrorWords>
        </CurrentRouter>
        <Toasts />
      </QueryClientProvider>
    </I18nProvider>
  );
}
