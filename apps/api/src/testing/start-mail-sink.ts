import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

export interface MailSink extends AsyncDisposable {
  /** As `SMTP_URL` takes it. */
  url: string;
  /** What was handed over, as it came. */
  mails: { to: string[]; text: string }[];
}

/** A server for mail on this machine that keeps what it gets. */
export async function startMailSink(): Promise<MailSink> {
  const mails: MailSink["mails"] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
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
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
