/** @jsxImportSource react */
import { type CSSProperties, type ReactNode, use } from "react";
import { Accent } from "./accent.ts";
import { colour, font } from "./style.ts";

type Children = { children: ReactNode };

export const type = (size: number, line: number, weight = 400): CSSProperties => ({
  margin: 0,
  fontFamily: font,
  fontSize: size,
  lineHeight: `${line}px`,
  fontWeight: weight,
});

export function Title({ children }: Children) {
  const accent = use(Accent);
  return (
    <h1 className="text" style={{ ...type(22, 30, 600), color: accent, letterSpacing: "-0.2px" }}>
      {children}
    </h1>
  );
}

export function Lead({ children }: Children) {
  return (
    <p className="muted" style={{ ...type(16, 24), color: colour.muted, marginTop: 4 }}>
      {children}
    </p>
  );
}

export function Heading({ children }: Children) {
  return (
    <h2 className="text" style={{ ...type(16, 24, 600), color: colour.text }}>
      {children}
    </h2>
  );
}

export function Text({ children, top = 0 }: Children & { top?: number }) {
  return (
    <p className="text" style={{ ...type(15, 24), color: colour.text, marginTop: top }}>
      {children}
    </p>
  );
}

export function Small({ children, top = 0 }: Children & { top?: number }) {
  return (
    <p className="muted" style={{ ...type(13, 20), color: colour.muted, marginTop: top }}>
      {children}
    </p>
  );
}

export function List({ items }: { items: string[] }) {
  return (
    <ul style={{ margin: "8px 0 0", padding: "0 0 0 20px" }}>
      {items.map((item) => (
        <li
          key={item}
          className="text"
          style={{ ...type(15, 24), color: colour.text, marginTop: 4 }}
        >
          {item}
        </li>
      ))}
    </ul>
  );
}

export function Divider() {
  return (
    <div data-skip-in-text="true" style={{ padding: "28px 0" }}>
      <div className="line" style={{ borderTop: `1px solid ${colour.line}`, fontSize: 0 }} />
    </div>
  );
}

/** What the inbox shows behind the subject. The filler keeps the body's first words out of it. */
export function Preheader({ children }: Children) {
  return (
    <div
      data-skip-in-text="true"
      style={{ display: "none", maxHeight: 0, overflow: "hidden", opacity: 0 }}
    >
      {children}
      {"\u00a0\u200c".repeat(80)}
    </div>
  );
}
