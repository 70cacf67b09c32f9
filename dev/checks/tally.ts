import { rmSync } from "node:fs";
import { run } from "./run";
import { readPlaywright, readVitest, type TestResults } from "./test-results";

const slowestShown = 10;

/** Runs things one after another or side by side, whatever fails, and adds up what passed and what failed. */
export class Tally {
  #passed = 0;
  #failed = 0;
  readonly #tests: TestResults["tests"] = [];

  /** A command that counts as one: it passes when it ends well. Only then its output is of no interest. */
  command(name: string, command: string[], environment = {}): Promise<void> {
    return this.check(name, async () => {
      const { status, output } = await run(command, { environment });
      if (status !== 0) throw new Error(output);
    });
  }

  async check(name: string, work: () => unknown): Promise<void> {
    const started = performance.now();
    try {
      await work();
      this.#passed += 1;
      console.log(`── ${name} passed (${seconds(performance.now() - started)})`);
    } catch (error) {
      this.#failed += 1;
      console.log(`── ${name} FAILED\n${(error as Error).message}`);
    }
  }

  vitest(projects: string[], environment = {}): Promise<void> {
    const results = `.data/${projects.join("-")}.json`;
    const chosen = projects.flatMap((project) => ["--project", project]);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
    const command = ["npx", "vitest", "run", ...chosen, ...reporters];
    return this.#run(projects.join(", "), command, environment, results, readVitest);
  }

  playwright(): Promise<void> {
    const results = ".data/e2e.json";
    const environment = { PLAYWRIGHT_JSON_OUTPUT_FILE: results };
    const command = ["npx", "playwright", "test", "--reporter=list,json"];
    return this.#run("end to end", command, environment, results, readPlaywright);
  }

  report(): void {
    const slowest = this.#tests.toSorted((a, b) => b.ms - a.ms).slice(0, slowestShown);
    console.log("\nThe slowest tests:");
    for (const { name, ms } of slowest) console.log(`${seconds(ms).padStart(8)}  ${name}`);
    console.log(`\n${this.#passed} passed, ${this.#failed} failed`);
    process.exit(this.#failed > 0 ? 1 : 0);
  }

  async #run(
    name: string,
    command: string[],
    environment: object,
    results: string,
    read: (path: string) => TestResults,
  ): Promise<void> {
    const started = performance.now();
    console.log(`── ${name}`);
    rmSync(results, { force: true });
    const { status } = await run(command, { environment, shown: true });
    console.log(`── ${name} ended (${seconds(performance.now() - started)})`);
    this.#add(status, results, read);
  }

  /** A run may fail without a failing test: it could not start, or a file could not be read. */
  #add(status: number, results: string, read: (path: string) => TestResults): void {
    try {
      const { passed, failed, tests } = read(results);
      this.#passed += passed;
      this.#failed += status === 0 ? failed : Math.max(failed, 1);
      this.#tests.push(...tests);
    } catch {
      this.#failed += 1;
    }
  }
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
