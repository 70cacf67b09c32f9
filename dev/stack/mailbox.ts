import { join } from "node:path";
import { SmtpEmailDriver } from "@supabase/lite";
import { MailDev } from "maildev";
import type { Settings } from "./settings";

/** An SMTP server that delivers to nobody, and a web page that shows what it took. */
export async function startMailbox({ ports, dataDir }: Settings): Promise<MailDev> {
  const mailbox = new MailDev({
    smtp: ports.smtp,
    ip: "127.0.0.1",
    web: ports.mailbox,
    webIp: "127.0.0.1",
    mailDirectory: join(dataDir, "mail"),
    maxEmails: 1000,
    silent: true,
  });
  await mailbox.start();
  return mailbox;
}

/** For the emails that Auth sends itself: sign-in codes and password recovery. */
export function authEmail({ ports }: Settings): SmtpEmailDriver {
  return new SmtpEmailDriver({
    host: "localhost",
    port: ports.smtp,
    from: { name: "Campus Interviews", address: "no-reply@campus-interviews.example" },
  });
}
