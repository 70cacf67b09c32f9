import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { freePort } from "../machine/ports";
import { installFromDebian, isRoot } from "../machine/system";

export interface Server {
  url: string;
  stop(): void;
}

/** The server at TEST_DATABASE_URL, else a throwaway one of an installed PostgreSQL, else none. */
export async function findServer(): Promise<Server | undefined> {
  const given = process.env.TEST_DATABASE_URL;
  return given ? { url: given, stop() {} } : startInstalled();
}

/** As `findServer`, but where there is none, Debian's PostgreSQL is installed. */
export async function startServer(): Promise<Server> {
  ensurePostgres();
  const server = await findServer();
  if (!server) throw new Error("No PostgreSQL here: install one, or set TEST_DATABASE_URL.");
  return server;
}

/** A throwaway server of an installed PostgreSQL. */
export async function startInstalled(): Promise<Server | undefined> {
  const bin = findPrograms();
  return bin ? startThrowaway(bin) : undefined;
}

async function startThrowaway(bin: string): Promise<Server> {
  const port = await freePort(54400);
  const directory = mkdtempSync(join(tmpdir(), "campus-interviews-postgres-"));
  if (isRoot) execFileSync("chown", ["postgres", directory]);
  const data = join(directory, "data");
  const options = [`-p ${port}`, `-k ${directory}`, ...settings.map((setting) => `-c ${setting}`)];
  run(`${bin}/initdb -D ${data} -U postgres -A trust -E UTF8 --no-locale --no-sync`);
  run(`${bin}/pg_ctl -D ${data} -l ${directory}/log -w -o "${options.join(" ")}" start`);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop() {
      run(`${bin}/pg_ctl -D ${data} -m immediate stop`);
      rmSync(directory, { recursive: true });
    },
  };
}

/** What a crash would lose is of no value; compiling queries costs more than it gains, as at Supabase. */
const settings = ["listen_addresses=127.0.0.1", "fsync=off", "full_page_writes=off", "jit=off"];

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
function run(command: string): void {
  const [program, flag] = isRoot
    ? (["su", ["postgres", "-c"]] as const)
    : (["sh", ["-c"]] as const);
  execFileSync(program, [...flag, command], { cwd: tmpdir(), stdio: "ignore" });
}

function ensurePostgres(): void {
  if (!process.env.TEST_DATABASE_URL && !findPrograms()) installFromDebian("postgresql");
}

/** PGLITE=1 runs everything as where no PostgreSQL is installed. */
function findPrograms(): string | undefined {
  if (process.env.PGLITE) return undefined;
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((a, b) => Number(b) - Number(a))
    : [];
  const directories = [
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(delimiter),
  ];
  return directories.find(isRecent);
}

/** Views with `security_invoker` came with version 15. */
function isRecent(directory: string): boolean {
  const { stdout } = spawnSync(join(directory, "initdb"), ["--version"], { encoding: "utf8" });
  return Number(/\d+/.exec(stdout ?? "")) >= 15;
}
