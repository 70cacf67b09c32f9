import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { Persona } from "./access-matrix";
import { type Refused, refusalIn } from "./domain-error";
import { claims, fixture, stopClock } from "./fixture";
import { type Claims, openDatabase, type Session } from "./harness";

type Actor = Persona | "service" | "owner" | Claims;

/**
 * A database with the fixture for one test file; every test runs in a transaction that is taken back.
 * `as` switches who speaks, `one` reads one row's first column, `attempt` does
 * too, or tells how the statement was refused, `refused` only by which code.
 */
export function withFixture() {
  let db: Session;
  beforeAll(async () => {
    db = await openDatabase();
    await db.exec(fixture);
  });
  afterAll(() => db.close());
  beforeEach(() => db.exec("begin"));
  afterEach(() => db.exec("rollback"));

  const query = <T = Record<string, unknown>>(statement: string) => db.query<T>(statement);
  async function attempt<T>(statement: string): Promise<{ value: T } & Partial<Refused>> {
    await db.exec("savepoint attempt");
    try {
      return { value: firstColumn<T>(await query(statement)) };
    } catch (error) {
      await db.exec("rollback to attempt");
      return { value: undefined as T, ...refusalIn(error) };
    }
  }

  return {
    query,
    attempt,
    one: async <T>(statement: string) => firstColumn<T>(await query(statement)),
    async as(actor: Actor) {
      await db.exec("reset role");
      if (actor === "owner") return;
      const named = typeof actor === "string" && actor !== "service" ? claims[actor] : actor;
      const spoken = named === "service" ? { role: "service_role" } : named;
      await db.exec(`select set_config('request.jwt.claims', '${JSON.stringify(spoken)}', true)`);
      await db.exec(`set local role ${spoken.role}`);
    },
    refused: async (statement: string) => (await attempt(statement)).code,
    /** Refreshes derived rows as the end of a transaction does, and goes on in it. */
    async refreshLists() {
      await db.exec("set constraints private.refresh_stale_rows immediate");
      await db.exec("set constraints private.refresh_stale_rows deferred");
    },
    /** Sets what every rule about days takes for now. */
    async at(instant: string) {
      await db.exec("reset role");
      await db.exec(stopClock(instant));
    },
  };
}

const firstColumn = <T>([row]: object[]) => Object.values(row ?? {})[0] as T;
