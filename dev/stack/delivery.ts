import { secrets } from "./secrets";
import type { Settings } from "./settings";

/** Calls deliver-emails every two seconds, as pg_cron does in production. Returns how to stop. */
export function startDelivery({ ports }: Settings): () => void {
  let timer: NodeJS.Timeout;
  const deliver = async () => {
    await callOnce(ports.functions);
    timer = setTimeout(deliver, 2000);
  };
  timer = setTimeout(deliver, 2000);
  return () => clearTimeout(timer);
}

async function callOnce(port: number): Promise<void> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/functions/v1/deliver-emails`, {
      method: "POST",
      headers: { "x-delivery-secret": secrets.deliverySecret },
    });
    await response.body?.cancel();
  } catch {
    // Deno is starting, or restarting after a change: the next round reaches it.
  }
}
