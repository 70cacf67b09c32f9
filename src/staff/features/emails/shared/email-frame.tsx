import { useMemo } from "react";
import { maskLink } from "./mask-link";

interface EmailFrameProps {
  html: string;
  /** CSS pixels: what a phone or a desktop's mail program gives it. */
  width: number;
  title?: string;
  /** Shown in this color scheme, whatever the browser's is. */
  scheme?: "light" | "dark";
}

/** An email in a frame that runs no script, loads nothing and leads nowhere. */
export function EmailFrame(props: EmailFrameProps) {
  const { html, width, title = "The email as sent", scheme } = props;
  const page = useMemo(() => framedPage(html, scheme), [html, scheme]);
  return (
    <iframe
      title={title}
      sandbox=""
      srcDoc={page}
      style={{ width }}
      className="h-[75dvh] min-h-96 shrink-0 rounded-md bg-white ring-1 ring-line"
    />
  );
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

function framedPage(html: string, scheme: EmailFrameProps["scheme"]): string {
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
    if (!element.getAttribute("src")?.startsWith("data:image/")) element.removeAttribute("src");
    element.removeAttribute("srcset");
  }
  if (scheme) {
    const media = scheme === "dark" ? "all" : "not all";
    for (const style of page.querySelectorAll("style")) {
      style.textContent = style.textContent
        .replaceAll("(prefers-color-scheme: dark)", media)
        .replaceAll("color-scheme: light dark", `color-scheme: ${scheme}`);
    }
    for (const meta of page.querySelectorAll('meta[name$="color-scheme"]')) meta.remove();
  }
  page.head.prepend(csp, base);
  const doctype = page.doctype ? new XMLSerializer().serializeToString(page.doctype) : "";
  return doctype + page.documentElement.outerHTML;
}
