import { SegmentedControl } from "../../../../ui/buttons/segmented-control";
import { EmptyState } from "../../../../ui/feedback/empty-state";
import { Tabs } from "../../../../ui/layout/tabs";
import { oneOf } from "../../../url/search-params";
import { useSearch } from "../../../url/use-search";
import { EmailFrame } from "../shared/email-frame";
import { maskLink } from "../shared/mask-link";
import type { Email } from "./email-api";

const widths = [
  { id: "360", label: "360 px" },
  { id: "600", label: "600 px" },
] as const;
const views = [{ id: "text" }, { id: "source" }] as const;
const contentView = { view: oneOf(views), width: oneOf(widths) };
const phone = matchMedia("(width < 40rem)");

export function EmailContent({ email }: { email: Email }) {
  const { values, set } = useSearch(contentView);
  if (!email.body) {
    return (
      <EmptyState title="Not written yet">
        An email is written when it is first sent, so that its content is current.
      </EmptyState>
    );
  }
  const { html, text } = email.body;
  const isNarrow = (values.width ?? (phone.matches ? "360" : "600")) === "360";
  return (
    <Tabs
      label="The email as"
      selected={values.view ?? "html"}
      onSelect={(view) => set({ view: view === "html" ? null : view })}
      tabs={[
        {
          id: "html",
          label: "HTML",
          content: (
            <>
              <div className="mb-3 flex items-center gap-2 text-muted text-sm">
                Width
                <SegmentedControl
                  label="Width of the email"
                  options={widths}
                  value={isNarrow ? "360" : "600"}
                  onChange={(width) => set({ width })}
                />
              </div>
              <section
                // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard too
                tabIndex={0}
                aria-label="The email"
                className="-mx-4 flex overflow-x-auto p-px sm:-mx-px"
              >
                <EmailFrame html={html} width={isNarrow ? 360 : 600} />
              </section>
            </>
          ),
        },
        { id: "text", label: "Text", content: <Plain>{maskLink(text)}</Plain> },
        { id: "source", label: "Source", content: <Plain isCode>{maskLink(html)}</Plain> },
      ]}
    />
  );
}

function Plain({ children, isCode }: { children: string; isCode?: boolean }) {
  return (
    <pre
      className={`max-w-[80ch] whitespace-pre-wrap wrap-anywhere ${isCode ? "font-mono text-xs" : "font-sans"}`}
    >
      {children}
    </pre>
  );
}
