/** @jsxImportSource react */
import { type CSSProperties, type ReactNode, use } from "react";
import { Accent } from "./accent.ts";
import { colour } from "./style.ts";
import { type } from "./text.tsx";

type LinkProps = { href: string; children: ReactNode };

export function Link({ href, children }: LinkProps) {
  return (
    <a
      className="link"
      href={href}
      target="_blank"
      rel="noopener"
      style={{ color: colour.accent, textDecoration: "underline" }}
    >
      {children}
    </a>
  );
}

// Outlook on the desktop ignores a link's padding; it knows this property of the cell instead.
const buttonCell = { borderRadius: 8, msoPaddingAlt: "13px 25px" } as CSSProperties;

export function Button({ href, children }: LinkProps) {
  const accent = use(Accent);
  return (
    <table
      className="button-table"
      role="presentation"
      cellPadding={0}
      cellSpacing={0}
      border={0}
      style={{ borderCollapse: "separate" }}
    >
      <tbody>
        <tr>
          <td className="button" align="center" style={{ ...buttonCell, backgroundColor: accent }}>
            <a
              href={href}
              target="_blank"
              rel="noopener"
              style={{
                ...type(16, 24, 600),
                display: "inline-block",
                padding: "12px 24px",
                border: `1px solid ${accent}`,
                borderRadius: 8,
                color: colour.onAccent,
                textDecoration: "none",
              }}
            >
              {children}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** The URL of the button as text to copy: gateways rewrite where a link leads, and so what is copied of it. */
export function Address({ href }: { href: string }) {
  return (
    <p
      className="muted"
      data-skip-in-text="true"
      style={{ ...type(12, 18), color: colour.muted, marginTop: 12 }}
    >
      If the button does not open your page, copy this link into your browser:
      <br />
      <span style={{ wordBreak: "break-all" }}>{href}</span>
    </p>
  );
}

/** Links side by side; the text version puts each on a line of its own. */
export function Actions({ links }: { links: [string, string][] }) {
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} border={0}>
      <tbody>
        <tr>
          {links.map(([name, href]) => (
            <td
              key={name}
              style={{ ...type(14, 20), padding: "16px 20px 0 0", whiteSpace: "nowrap" }}
            >
              <Link href={href}>{name}</Link>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
