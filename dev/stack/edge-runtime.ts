// Runs in Deno: all edge functions in one process, at /functions/v1/<name> as a Supabase project has them.
type Handler = (request: Request) => Response | Promise<Response>;

const directory = new URL("../../supabase/functions/", import.meta.url);
const handlers = new Map<string, Handler>();
const background = new Set<Promise<unknown>>();
const serve = Deno.serve;

Object.assign(globalThis, {
  EdgeRuntime: {
    waitUntil(work: Promise<unknown>): void {
      background.add(work);
      work.finally(() => background.delete(work));
    },
  },
});

for await (const { name } of Deno.readDir(directory)) {
  const entry = new URL(`${name}/index.ts`, directory);
  if (await Deno.stat(entry).catch(() => null)) await load(name, entry);
}

serve(
  { hostname: "127.0.0.1", port: Number(Deno.env.get("PORT")), onListen() {} },
  async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/idle") return idle();
    const name = pathname.split("/")[3] ?? "";
    const handler = handlers.get(name);
    return (
      (await handler?.(request)) ?? Response.json({ error: `no function ${name}` }, { status: 404 })
    );
  },
);

/** Answers once no function works on after its answer: tests wait for that. */
async function idle(): Promise<Response> {
  while (background.size > 0) await Promise.allSettled(background);
  return new Response();
}

// Whoever started this process holds its input open: when they are gone, so is this.
for await (const _ of Deno.stdin.readable);
Deno.exit();

async function load(name: string, entry: URL): Promise<void> {
  Object.assign(Deno, {
    serve: (...parts: unknown[]) => {
      handlers.set(name, parts.find((part) => typeof part === "function") as Handler);
    },
  });
  await import(entry.href).catch((error) => {
    console.error(`${name} did not load:`, error);
  });
}
