/** @jsxImportSource react */
import { font } from "./style.ts";

/** What the image in the HTML and the one that is sent along are called. */
export const logoId = "school-logo";

/** On white: most logos are made for it, and a dark one would vanish on a dark page. */
export function Logo({ name }: { name: string }) {
  return (
    <img
      src={`cid:${logoId}`}
      alt={name}
      height={40}
      style={{
        display: "block",
        height: 40,
        width: "auto",
        maxWidth: "100%",
        marginBottom: 12,
        padding: 6,
        borderRadius: 6,
        backgroundColor: "#ffffff",
        color: "#1d1e28",
        fontFamily: font,
        fontSize: 15,
      }}
    />
  );
}
