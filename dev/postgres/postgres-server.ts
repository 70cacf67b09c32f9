import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { freePort } from "../machine/ports";
import { installFromDebian, isRoot } from "../machine/system";

export interface Server {
  url: string;
  stop(): void;
}

/** The server at TEST_DATABASE_URL, else a throwaway one of an installed PostgreSQL, else of Debian's. */
export async function startServer(): Promise<Server> {
  const given = process.env.TEST_DATABASE_URL;
  return given ? { url: given, stop() {} } : startThrowaway(programs());
}

async function startThrowaway(bin: string): Promise<Server> {
  const port = await freePort(54400);
  const directory = mkdtempSync(join(tmpdir(), "campus-interviews-postgres-"));
  if (isRoot) execFileSync("chown", ["postgres", directory]);
  const data = join(directory, "data");
  const options = `-p ${port} -k ${directory} -c listen_addresses=127.0.0.1 -c fsync=off`;
  run(`${bin}/initdb -D ${data} -U postgres -A trust -E UTF8 --no-locale --no-sync`);
  run(`${bin}/pg_ctl -D ${data} -l ${directory}/log -w -o "${options}" start`);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop() {
      run(`${bin}/pg_ctl -D ${data} -m immediate stop`);
      rmSync(directory, { recursive: true });
    },
  };
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
function run(command: string): void {
  const [program, flag] = isRoot
    ? (["su", ["postgres", "-c"]] as const)
    : (["sh", ["-c"]] as const);
  execFileSync(program, [...flag, command], { cwd: tmpdir(), stdio: "ignore" });
}

function programs(): string {
  const found = findPrograms() ?? (installFromDebian("postgresql") ? findPrograms() : undefined);
  if (!found) throw new Error("No PostgreSQL here: install one, or set TEST_DATABASE_URL.");
  return found;
}

function findPrograms(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((a, b) => Number(b) - Number(a))
    : [];
  const directories = [
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(delimiter),
  ];
  return directories.find((directory) => existsSync(join(directory, "initdb")));
}
