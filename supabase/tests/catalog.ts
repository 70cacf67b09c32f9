import type { Database } from "../../dev/postgres/database";

const schemas = "n.nspname in ('public', 'private')";
const acl = (column: string) =>
  `coalesce((select string_agg(a::text, ' ' order by a::text) from unnest(${column}) a), 'default')`;

const queries = [
  // Schemas, and what each role is granted on whatever is made later.
  `select 'schema ' || n.nspname as name, ${acl("n.nspacl")} as definition from pg_namespace n where ${schemas}`,
  `select concat_ws(' ', 'default privileges', d.defaclrole::regrole, n.nspname, d.defaclobjtype), ${acl("d.defaclacl")}
   from pg_default_acl d left join pg_namespace n on n.oid = d.defaclnamespace`,
  `select 'type ' || t.typname, concat_ws(' | ', (select string_agg(e.enumlabel, ', ' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid),
     obj_description(t.oid, 'pg_type')) from pg_type t join pg_namespace n on n.oid = t.typnamespace where ${schemas} and t.typtype = 'e'`,
  // Tables, views, indexes, sequences.
  `select concat_ws(' ', 'relation', n.nspname, c.relname), concat_ws(' | ', c.relkind, c.relrowsecurity, c.reloptions, ${acl("c.relacl")},
     case c.relkind when 'v' then pg_get_viewdef(c.oid) when 'i' then pg_get_indexdef(c.oid) end, obj_description(c.oid, 'pg_class'))
   from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${schemas} and c.relkind <> 'c'`,
  `select concat_ws(' ', 'column', n.nspname, c.relname, a.attnum, a.attname), concat_ws(' | ', format_type(a.atttypid, a.atttypmod),
     a.attnotnull, a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid), ${acl("a.attacl")}, col_description(c.oid, a.attnum))
   from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
   left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
   where ${schemas} and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped`,
  `select concat_ws(' ', 'constraint', c.conrelid::regclass, c.conname), pg_get_constraintdef(c.oid)
   from pg_constraint c join pg_namespace n on n.oid = c.connamespace where ${schemas}`,
  `select concat_ws(' ', 'policy', p.schemaname, p.tablename, p.policyname), concat_ws(' | ', p.permissive, p.roles, p.cmd, p.qual, p.with_check)
   from pg_policies p where p.schemaname in ('public', 'private', 'storage')`,
  `select concat_ws(' ', 'trigger', t.tgrelid::regclass, t.tgname), concat_ws(' | ', pg_get_triggerdef(t.oid), t.tgenabled)
   from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where ${schemas} and not t.tgisinternal`,
  `select 'function ' || p.oid::regprocedure, concat_ws(' | ', pg_get_functiondef(p.oid), ${acl("p.proacl")}, obj_description(p.oid, 'pg_proc'))
   from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${schemas}`,
  `select 'extension ' || e.extname, n.nspname::text from pg_extension e join pg_namespace n on n.oid = e.extnamespace`,
  `select 'bucket ' || b.id, concat_ws(' | ', b.public, b.file_size_limit, b.allowed_mime_types::text) from storage.buckets b`,
];

/** Everything that the schema defines, by name: tables to the column, functions with their bodies, policies, grants. */
export async function readCatalog(database: Pick<Database, "query">): Promise<Map<string, string>> {
  const rows = await database.query<{ name: string; definition: string }>(
    queries.join("\nunion all\n"),
  );
  return new Map(rows.map(({ name, definition }) => [name, definition] as const).sort());
}
