// Runs in Deno: one function for one request. As on a project, it ends with its answer, but for work handed to EdgeRuntime.waitUntil.
import process from "node:process";

type Handler = (request: Request) => Response | Promise<Response>;

const background = new Set<Promise<unknown>>();
const serve = Deno.serve;
const answered = Promise.withResolvers<void>();
let handler: Handler | undefined;

Object.assign(globalThis, {
  EdgeRuntime: {
    waitUntil(work: Promise<unknown>): void {
      background.add(work);
      work.finally(() => background.delete(work));
    },
  },
});
Object.assign(Deno, {
  serve: (own: Handler) => {
    handler = own;
  },
});
await import(new URL(`../../${Deno.args[0]}/index.ts`, import.meta.url).href);

const server = serve(
  {
    hostname: "127.0.0.1",
    port: 0,
    onListen: ({ port }) => console.log(JSON.stringify({ port })),
  },
  async (request) => {
    const response = (await handler?.(request)) ?? new Response(null, { status: 404 });
    // Else the server waits for another request on this connection before it shuts down.
    response.headers.set("Connection", "close");
    answered.resolve();
    return response;
  },
);
await answered.promise;
await server.shutdown();
while (background.size > 0) await Promise.allSettled(background);
const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ processor: (user + system) / 1_000_000 }));
Deno.exit();
