import { QueryClientProvider } from "@tanstack/react-query";
import { I18nProvider } from "react-aria-components";
import { RouterProvider } from "react-router/dom";
import { getLocale } from "../../lib/dates/format-date";
import { explainError } from "../../lib/errors/explain-error";
import { fieldOf } from "../../lib/errors/messages";
import { ErrorWords } from "../../shared/forms/error-words";
import { Toasts } from "../../ui/feedback/toast";
import { ErrorLink } from "../forms/error-link";
import { CurrentRouter } from "../url/current-router";
import { queryClient } from "./query-client";
import { router } from "./router";

const errorWords = { explain: explainError, fieldOf, Link: ErrorLink };

export default function StaffApp() {
  return (
    <I18nProvider locale={getLocale()}>
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
