import { createServer } from "node:net";

/** A mail server in a process of its own that takes everything at once: it tells its port, then on each message from its parent what it has taken since, or the ids of that. */
let taken: string[] = [];

const server = createServer((socket) => {
  let unread = "";
  let isBody = false;
  socket.setNoDelay(true);
  socket.write("220 sink ESMTP\r\n");
  socket.on("error", () => {});
  socket.on("data", (chunk) => {
    unread += chunk.toString("latin1");
    for (;;) {
      const end = unread.indexOf(isBody ? "\r\n.\r\n" : "\r\n");
      if (end < 0) return;
      const part = unread.slice(0, end);
      unread = unread.slice(end + (isBody ? 5 : 2));
      socket.write(isBody ? take(part) : answerTo(part));
      isBody = !isBody && /^data/i.test(part);
    }
  });
});

function take(message: string): string {
  taken.push(message);
  return "250 OK\r\n";
}

const idOf = (message: string) => /^Message-ID: <([^@]+)@/im.exec(message)?.[1] ?? "";

function answerTo(line: string): string {
  if (/^ehlo/i.test(line)) return "250-sink\r\n250 8BITMIME\r\n";
  if (/^data/i.test(line)) return "354 Go on\r\n";
  return /^quit/i.test(line) ? "221 Bye\r\n" : "250 OK\r\n";
}

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ port: typeof address === "object" && address?.port });
});
process.on("message", (what) => {
  process.send?.({ taken: what === "ids" ? taken.map(idOf) : taken });
  taken = [];
});
process.on("disconnect", () => process.exit());
