import { join } from "node:path";
import type { App } from "@supabase/lite";
import { honoMiddleware } from "@supabase/lite/vite";
import { build, createServer, type Plugin, preview } from "vite";
import { apiPaths } from "./backend";
import { secrets } from "./secrets";
import type { Settings } from "./settings";

interface AppServer {
  close(): Promise<void>;
}

/** Tells the client where things are, and builds it where the build is what is served. */
export async function prepareApp(settings: Settings): Promise<void> {
  exposeToClient(settings);
  const outDir = outDirOf(settings);
  if (settings.built) await build({ build: { outDir, emptyOutDir: true }, logLevel: "warn" });
}

/** App, REST, Auth, Storage and functions at one address, as behind the gateway of a Supabase project. */
export async function startAppServer(
  api: App,
  settings: Settings,
  onFunctionChange: () => void,
): Promise<AppServer> {
  const listen = {
    host: "127.0.0.1",
    port: settings.ports.app,
    strictPort: true,
    proxy: { "/functions/v1": `http://127.0.0.1:${settings.ports.functions}` },
  };
  const plugins = [mount(api)];
  if (settings.built) {
    const outDir = outDirOf(settings);
    return preview({ preview: listen, build: { outDir }, plugins, logLevel: "warn" });
  }
  const server = await createServer({ server: listen, plugins, logLevel: "warn" });
  server.watcher.on("all", (_, file) => {
    if (file.includes("/supabase/functions/")) onFunctionChange();
  });
  await server.listen();
  return server;
}

const outDirOf = ({ dataDir }: Settings) => join(dataDir, "app");

function exposeToClient({ mailboxUrl }: Settings): void {
  process.env.VITE_SUPABASE_PUBLISHABLE_KEY = secrets.publishableKey;
  process.env.VITE_MAILBOX_URL = mailboxUrl;
  process.env.VITE_EMBEDDED = "1";
}

function mount(api: App): Plugin {
  // Each entry point of @supabase/lite declares an App class of its own.
  const middleware = honoMiddleware(api as never, apiPaths);
  return {
    name: "embedded-supabase",
    configureServer: (server) => void server.middlewares.use(middleware),
    configurePreviewServer: (server) => void server.middlewares.use(middleware),
  };
}
