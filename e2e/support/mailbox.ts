import { expect } from "@playwright/test";

type Mail = {
  id: string;
  subject: string;
  to: { address: string }[];
  html: string;
  text: string;
  attachments?: { generatedFileName?: string; contentType: string }[];
};

const address = () => process.env.MAILBOX_URL ?? "http://localhost:1080";

async function fetchMails(search: string): Promise<Mail[]> {
  return (await fetch(`${address()}/api/email${search}`)).json();
}

export const allMails = () => fetchMails("");

/** Oldest first. */
export const mailsTo = (email: string) =>
  fetchMails(`?${new URLSearchParams({ "to.address": email })}`);

/** The newest mail to an address, once `count` of them have arrived. */
export async function mailTo(email: string, count = 1): Promise<Mail> {
  await expect
    .poll(async () => (await mailsTo(email)).length, { message: `mail ${count} to ${email}` })
    .toBeGreaterThanOrEqual(count);
  const mails = await mailsTo(email);
  const mail = mails.at(-1);
  if (!mail) throw new Error(`No mail to ${email}`);
  return mail;
}

/** The Interview Link a mail's button leads to. */
export function linkIn(mail: Mail): string {
  const link = /href="([^"]*\/interview#[^"]+)"/.exec(mail.html)?.[1];
  if (!link) throw new Error(`No Interview Link in "${mail.subject}"`);
  return link;
}
