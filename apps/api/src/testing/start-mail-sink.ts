import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

export interface MailSink extends AsyncDisposable {
  /** As `SMTP_URL` takes it. */
  url: string;
  /** What was handed over, as it came. */
  mails: { to: string[]; text: string }[];
  /** Addresses that it says there are not. */
  refused: Set<string>;
}

/** A server for mail on this machine that keeps what it gets. */
export async function startMailSink(): Promise<MailSink> {
  const mails: MailSink["mails"] = [];
  const refused = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, done) {
      const isRefused = refused.has(address);
      done(isRefused ? Object.assign(new Error("No such user"), { responseCode: 550 }) : null);
    },
    onData(stream, { envelope }, done) {
      const to = envelope.rcptTo.map(({ address }) => address);
      text(stream).then((said) => {
        mails.push({ to, text: said });
        done();
      }, done);
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refused,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
