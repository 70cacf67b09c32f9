import { Link } from "react-router";
import { paths } from "../../paths";
import { useMe } from "../app/require-staff";

interface DirectoryMetaProps {
  total: number;
  one: string;
  many: string;
  /** The kinds of import that fill this list. */
  imports: string[];
  more?: { to: string; label: string };
}

/** How many there are, and the ways to get more in. */
export function DirectoryMeta({ total, one, many, imports, more }: DirectoryMetaProps) {
  const { isAdmin } = useMe();
  const links = [
    ...(more ? [more] : []),
    ...(isAdmin
      ? imports.map((kind) => ({ to: paths.import(kind), label: `Import ${kind}` }))
      : []),
  ];
  return (
    <>
      <span>
        {total.toLocaleString()} {total === 1 ? one : many}
      </span>
      {links.map(({ to, label }) => (
        <Link key={to} to={to} className="hover:text-ink hover:underline">
          {label}
        </Link>
      ))}
    </>
  );
}
