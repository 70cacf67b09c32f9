// Runs in Deno, as the functions do: what nodemailer alone makes of the emails on its input.
import { text } from "node:stream/consumers";
import nodemailer, { type SendMailOptions } from "nodemailer";

const { port, mails } = JSON.parse(await text(process.stdin)) as {
  port: number;
  mails: SendMailOptions[];
};
const transport = nodemailer.createTransport({
  host: "127.0.0.1",
  port,
  pool: true,
  maxConnections: 5,
  maxMessages: Number.POSITIVE_INFINITY,
});
const send = async () => {
  const start = performance.now();
  await Promise.all(mails.map((mail) => transport.sendMail(mail)));
  return (performance.now() - start) / 1000;
};
// The first round opens the connections and compiles.
await send();
console.log(await send());
process.exit();
