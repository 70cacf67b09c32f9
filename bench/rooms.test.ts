import { writeFileSync } from "node:fs";
import { expect, inject, test } from "vitest";
import { type Database, openServer } from "../dev/postgres/database";
import { cloneTemplate } from "../dev/postgres/template-database";
import { callAs } from "./call-as";
import { layRooms, type RoomMember } from "./rooms";
import { loadSeason, seasonIds } from "./season";

const minute = 60_000;
/** How often a quiet room is asked for, and the live board by each of those who look at it. */
const pollMs = 2500;
const boardMs = 2000;
const watchers = 3;
/** Half of the minute that one core has. */
const allowed = 30_000;

const ocis = Number(process.env.BENCH_OCIS ?? 10_000);
const start = Date.parse(`${seasonIds.today}T12:00:00Z`);
const admin = { role: "authenticated", sub: seasonIds.admin };
const state = `'{"audio": true, "video": true, "screen": false, "connection": "good"}'`;

test("the database work of 60 rooms with 180 people, a minute", async () => {
  const few = await liveMinute(6);
  const many = await liveMinute(60);
  const row = (what: string, many: Spent, few: Spent) =>
    `| ${what} | ${many.calls} | ${mean(many).toFixed(2)} | ${many.ms.toFixed(0)} | × ${(mean(many) / mean(few)).toFixed(1)} |\n`;
  writeFileSync(
    1,
    `\n| 60 rooms, a minute | calls | ms each | ms together | each, against 6 rooms |\n|---|---|---|---|---|\n` +
      row("poll_video_room, 180 people", many.polls, few.polls) +
      row(`live_board, ${watchers} of the staff`, many.boards, few.boards),
  );
  expect(many.polls.calls).toBe(180 * (minute / pollMs));
  expect(many.polls.ms + many.boards.ms).toBeLessThan(allowed);
});

/** Every call made as its caller, by the clock of the minute in which it would be made. */
async function liveMinute(rooms: number) {
  const database = openServer(await cloneTemplate(inject("template").serverUrl));
  await loadSeason(database, ocis);
  const members = await layRooms(database, rooms);
  await moveClock(database, start);
  for (const member of members)
    await callAs(database, member.claims, `join_video_room(${member.at})`);
  await database.exec(
    "update video_room_members set admitted_at = private.clock() where role = 'student'",
  );
  await database.exec("vacuum analyze");
  await database.exec("set track_functions = 'all'");
  for (let at = 0; at < minute; at += 500) {
    await moveClock(database, start + at);
    if (at % pollMs === 0) for (const member of members) await poll(database, member);
    const boards = at % boardMs === 0 ? watchers : 0;
    for (let n = 0; n < boards; n += 1) await callAs(database, admin, "live_board()");
  }
  const spent = {
    polls: await spentIn(database, "poll_video_room"),
    boards: await spentIn(database, "live_board"),
  };
  await database.close();
  return spent;
}

interface Spent {
  calls: number;
  ms: number;
}

const mean = ({ calls, ms }: Spent) => ms / calls;

/** What a function took in the database, all that it calls included. */
async function spentIn(database: Database, name: string): Promise<Spent> {
  await database.query("select pg_stat_force_next_flush()");
  const [spent] = await database.query<Spent>(
    `select calls::int, total_time as ms from pg_stat_user_functions where schemaname = 'private' and funcname = '${name}'`,
  );
  return spent ?? { calls: 0, ms: 0 };
}

const poll = (database: Database, { claims, at }: RoomMember) =>
  callAs(database, claims, `poll_video_room(${at}, 0, 0, ${state})`);

const moveClock = (database: Database, at: number) =>
  database.exec(`set bench.now = '${new Date(at).toISOString()}'`);
