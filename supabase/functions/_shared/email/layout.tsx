/** @jsxImportSource react */
import type { ReactNode } from "react";
import { Accent } from "./accent.ts";
import { Logo } from "./logo.tsx";
import type { School } from "./payload.ts";
import { colour, styleSheet } from "./style.ts";
import { Table } from "./tables.tsx";
import { Lead, Preheader, Small } from "./text.tsx";

type Props = {
  title: string;
  preheader: string;
  note?: string;
  school: School;
  footer: ReactNode;
  children: ReactNode;
};

/** The page of every email: one quiet card, 600 px wide, light and dark. */
export function EmailLayout({ title, preheader, note, school, footer, children }: Props) {
  return (
    <html lang="en" dir="ltr">
      <head>
        <meta httpEquiv="Content-Type" content="text/html; charset=UTF-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="x-apple-disable-message-reformatting" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
        <style>{styleSheet(school.accent_color)}</style>
      </head>
      <body className="page" style={{ margin: 0, padding: 0, backgroundColor: colour.page }}>
        <Preheader>{preheader}</Preheader>
        <Table className="page" style={{ backgroundColor: colour.page }}>
          <tr>
            <td align="center" style={{ padding: "24px 0 40px" }}>
              <table
                role="presentation"
                width={600}
                cellPadding={0}
                cellSpacing={0}
                border={0}
                style={{ width: "100%", maxWidth: 600 }}
              >
                <tbody>
                  <tr>
                    <td className="outside" style={{ padding: "0 32px 16px" }}>
                      {note && <Lead>{note}</Lead>}
                      {school.has_logo && <Logo name={school.school_name} />}
                      <Small>{`${school.school_name} · ${school.office_name}`}</Small>
                    </td>
                  </tr>
                  <tr>
                    <td
                      className="card inside"
                      style={{
                        backgroundColor: colour.card,
                        border: `1px solid ${colour.line}`,
                        borderRadius: 12,
                        padding: 32,
                      }}
                    >
                      <Accent value={school.accent_color}>{children}</Accent>
                    </td>
                  </tr>
                  <tr>
                    <td className="outside" style={{ padding: "24px 32px 0" }}>
                      {footer}
                    </td>
                  </tr>
                </tbody>
              </table>
            </td>
          </tr>
        </Table>
      </body>
    </html>
  );
}
