import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

/** What goes wrong with one attempt to send to an address. */
export type Fault =
  | { at: "rcpt" | "data"; reply: number; words: string }
  | { at: "rcpt" | "data"; instead: "drop" }
  | { at: "data"; instead: "hang" };

interface TakenEmail {
  mail: ParsedMail;
  /** As it came. */
  source: Buffer;
  /** Of the envelope. */
  recipients: string[];
}

/** A mail server that takes mail and, on request, behaves like the worse ones. */
export async function startSmtpServer() {
  const taken: TakenEmail[] = [];
  const faults = new Map<string, Fault[]>();
  const hanging = new Set<string>();

  const fault = (at: Fault["at"], address: string) =>
    faults.get(address)?.[0]?.at === at ? faults.get(address)?.shift() : undefined;

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onRcptTo({ address }, session, callback) {
      const met = fault("rcpt", address);
      if (met && "instead" in met) drop(session);
      else callback(met && "reply" in met ? refusal(met.reply, met.words) : null);
    },
    async onData(stream, session, callback) {
      const address = session.envelope.rcptTo[0]?.address ?? "";
      const source = await buffer(stream).catch(() => null);
      const met = fault("data", address);
      const mail = source && (await simpleParser(source).catch(() => null));
      if (!mail) return;
      if (met && "reply" in met) callback(refusal(met.reply, quoting(met.words, mail)));
      else if (met?.instead === "drop") drop(session);
      else if (met?.instead === "hang") hanging.add(address);
      else {
        const recipients = session.envelope.rcptTo.map((one) => one.address);
        taken.push({ mail, source, recipients });
        callback();
      }
    },
  });
  server.on("error", () => {});

  function drop(session: SMTPServerSession) {
    for (const connection of server.connections as Set<{
      id: string;
      _socket: { destroy(): void };
    }>) {
      if (connection.id === session.id) connection._socket.destroy();
    }
  }

  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    taken: () => taken.length,
    mailsTo: (address: string) =>
      taken.map(({ mail }) => mail).filter((mail) => recipientOf(mail) === address),
    newest(): TakenEmail {
      const newest = taken.at(-1);
      if (!newest) throw new Error("nothing was sent");
      return newest;
    },
    /** The next attempts to this address meet these faults, one each; later ones go well. */
    faultFor: (address: string, ...met: Fault[]) => void faults.set(address, met),
    isHangingFor: (address: string) => hanging.has(address),
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

export type TestSmtpServer = Awaited<ReturnType<typeof startSmtpServer>>;

function refusal(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}

/** Words that quote the link of the mail they refuse, where they say "{link}". */
function quoting(words: string, mail: ParsedMail): string {
  return words.replace("{link}", /https?:\S+#\S+/.exec(mail.text ?? "")?.[0] ?? "");
}

function recipientOf(mail: ParsedMail): string | undefined {
  return [mail.to].flat()[0]?.value[0]?.address;
}
