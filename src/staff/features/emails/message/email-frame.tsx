import { useMemo } from "react";
import { maskLink } from "./mask-link";

interface EmailFrameProps {
  html: string;
  /** CSS pixels: what a phone or a desktop's mail program gives it. */
  width: number;
}

/** The email as sent, in a frame that runs no script, loads nothing and leads nowhere. */
export function EmailFrame({ html, width }: EmailFrameProps) {
  const page = useMemo(() => framedPage(html), [html]);
  return (
    <iframe
      title="The email as sent"
      sandbox=""
      srcDoc={page}
      style={{ width }}
      className="h-[75dvh] min-h-96 shrink-0 rounded-md bg-white ring-1 ring-line"
    />
  );
}

const policy = "default-src 'none'; style-src 'unsafe-inline'";

function framedPage(html: string): string {
  const page = new DOMParser().parseFromString(maskLink(html), "text/html");
  const csp = page.createElement("meta");
  csp.httpEquiv = "Content-Security-Policy";
  csp.content = policy;
  // A sandboxed frame may not open windows: a link that asks for one stays where it is.
  const base = page.createElement("base");
  base.target = "_blank";
  for (const element of page.querySelectorAll("[target]")) element.setAttribute("target", "_blank");
  // A browser that looks ahead for pictures may ask for them before it has read the policy.
  for (const element of page.querySelectorAll("[src], [srcset]")) {
    element.removeAttribute("src");
    element.removeAttribute("srcset");
  }
  page.head.prepend(csp, base);
  const doctype = page.doctype ? new XMLSerializer().serializeToString(page.doctype) : "";
  return doctype + page.documentElement.outerHTML;
}
