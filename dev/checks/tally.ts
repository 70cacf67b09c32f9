import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";

const results = ".data/results.json";

interface VitestResults {
  numPassedTests: number;
  numFailedTests: number;
}

interface PlaywrightResults {
  stats: { expected: number; unexpected: number };
}

/** Runs one thing after another, whatever fails, and adds up what passed and what failed. */
export class Tally {
  #passed = 0;
  #failed = 0;

  /** A command that counts as one: it passes when it ends well. */
  command(name: string, command: string, parameters: string[], environment = {}): Promise<void> {
    return this.check(name, () => {
      if (run(command, parameters, environment) !== 0) throw new Error("see above");
    });
  }

  async check(name: string, work: () => void | Promise<void>): Promise<void> {
    console.log(`\n── ${name}`);
    try {
      await work();
      this.#passed += 1;
    } catch (error) {
      console.log(`${name}: ${(error as Error).message}`);
      this.#failed += 1;
    }
  }

  vitest({ projects = [] as string[], environment = {} } = {}): void {
    console.log("\n── tests");
    const chosen = projects.flatMap((project) => ["--project", project]);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
    const status = runForResults("npx", ["vitest", "run", ...chosen, ...reporters], environment);
    const found = readResults<VitestResults>();
    this.#add(status, found?.numPassedTests ?? 0, found?.numFailedTests ?? 0);
  }

  playwright(): void {
    console.log("\n── end to end");
    const status = runForResults("npx", ["playwright", "test", "--reporter=list,json"], {
      PLAYWRIGHT_JSON_OUTPUT_FILE: results,
    });
    const { expected = 0, unexpected = 0 } = readResults<PlaywrightResults>()?.stats ?? {};
    this.#add(status, expected, unexpected);
  }

  report(): void {
    console.log(`\n${this.#passed} passed, ${this.#failed} failed`);
    process.exit(this.#failed > 0 ? 1 : 0);
  }

  /** A run may fail without a failing test: it could not start, or a file could not be read. */
  #add(status: number, passed: number, failed: number): void {
    this.#passed += passed;
    this.#failed += status === 0 ? failed : Math.max(failed, 1);
  }
}

function runForResults(command: string, parameters: string[], environment = {}): number {
  mkdirSync(".data", { recursive: true });
  rmSync(results, { force: true });
  return run(command, parameters, environment);
}

function run(command: string, parameters: string[], environment: object): number {
  const env = { ...process.env, ...environment };
  return spawnSync(command, parameters, { stdio: "inherit", env }).status ?? 1;
}

function readResults<T>(): T | undefined {
  try {
    return JSON.parse(readFileSync(results, "utf8"));
  } catch {
    return undefined;
  }
}
