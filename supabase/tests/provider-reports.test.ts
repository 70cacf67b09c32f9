import { expect, test } from "vitest";
import { ids } from "./access-matrix";
import { withFixture } from "./with-fixture";

const { query } = withFixture();

// Gravest last.
const types = ["delayed", "delivered", "bounced", "complained"];

/** `REPORTS=6` for 5,460 sequences of up to so many reports. */
const longest = Number(process.env.REPORTS ?? 4);
const sequences = Array.from({ length: longest }, (_, n) => n + 1).flatMap((length) =>
  Array.from({ length: types.length ** length }, (_, index) =>
    Array.from({ length }, (_, at) => types[Math.floor(index / types.length ** at) % 4] as string),
  ),
);

test("whatever order the provider's reports come in, and however often, the gravest wins", async () => {
  await query(`create temporary table given as
    select gen_random_uuid() as id, s.position, s.types from jsonb_array_elements('${JSON.stringify(sequences)}')
      with ordinality s(types, position)`);
  await query(`insert into emails (id, kind, interviewer_id, to_name, to_email)
    select g.id, e.kind, e.interviewer_id, e.to_name, e.to_email
    from given g cross join emails e where e.id = '${ids.email}'`);
  await query(`insert into email_events (email_id, type) select id, t::email_event_type
    from given cross join unnest('{queued,sending,sent}'::text[]) t`);
  await query(`select record_email_event(g.id, null, t.type::email_event_type, now(), t.type, g.id || '-' || t.n)
    from given g cross join jsonb_array_elements_text(g.types) with ordinality t(type, n) cross join generate_series(1, 2)
    order by g.position, t.n`);
  const rows = await query<{ status: string; reports: number }>(`select e.status,
      (select count(*)::int from email_events v where v.email_id = e.id and v.provider_event_id is not null) as reports
    from given g join emails e using (id) order by g.position`);
  expect(rows).toEqual(
    sequences.map((sequence) => ({
      status: types.findLast((type) => sequence.includes(type)),
      reports: sequence.length,
    })),
  );
});
