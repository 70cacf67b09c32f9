/** @jsxImportSource react */
import type { CSSProperties, ReactNode } from "react";
import { colour } from "./style.ts";
import { type } from "./text.tsx";

type TableProps = { children: ReactNode; className?: string; style?: CSSProperties };

/** Mail programs of the Outlook family lay out tables only. */
export function Table({ children, ...rest }: TableProps) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0} {...rest}>
      <tbody>{children}</tbody>
    </table>
  );
}

export type TimeRow = { time: string; what: string; quiet: boolean };

/** A table that is one: its text version keeps the columns. */
export function TimeTable({ caption, rows }: { caption: string; rows: TimeRow[] }) {
  const cell = { ...type(14, 20), borderTop: `1px solid ${colour.line}`, padding: "7px 0" };
  return (
    <table
      data-text-format="dataTable"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      border={0}
      style={{ marginTop: 16, fontVariantNumeric: "tabular-nums" }}
    >
      <tbody>
        <tr>
          <th
            className="muted"
            align="left"
            colSpan={2}
            style={{ ...type(13, 20), color: colour.muted, padding: "0 0 6px" }}
          >
            {caption}
          </th>
        </tr>
        {rows.map(({ time, what, quiet }) => {
          const tone = quiet ? "muted" : "text";
          return (
            <tr key={time}>
              <td className={`line ${tone}`} width={184} style={{ ...cell, color: colour[tone] }}>
                {time}
              </td>
              <td className="line muted" style={{ ...cell, color: colour.muted }}>
                {what}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
