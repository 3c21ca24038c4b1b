import { MailAway, MailRefused, type SendMail } from "@understudy/core/kernel/mail";
import { createTransport } from "nodemailer";
import { type Environment, publicOriginOf } from "../env.ts";

const CONNECT_MS = 5_000;
const ANSWER_MS = 10_000;

/** Null without `SMTP_URL`. */
export function openMail(env: Environment): SendMail | null {
  const { SMTP_URL, MAIL_FROM } = env;
  if (!SMTP_URL) return null;
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const from = MAIL_FROM ?? `Understudy <no-reply@${new URL(publicOriginOf(env)).hostname}>`;
  const { hostname } = new URL(publicOriginOf(env));
  return async ({ to, subject, text, stopUrl, id }) => {
    const mail = { from, to: { name: "", address: to }, subject, text };
    try {
      await transport.sendMail({
        ...mail,
        ...(id && { messageId: `<${id}@${hostname}>` }),
        ...(stopUrl && { headers: stopHeaders(stopUrl) }),
      });
    } catch (error) {
      throw understand(error);
    }
  };
}

/** RFC 8058: the mail program's own button, which posts. */
function stopHeaders(url: string): Record<string, string> {
  return { "List-Unsubscribe": `<${url}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

/** What nodemailer calls it when no server was reached, or none that let us in. */
const AWAY = new Set(["ECONNECTION", "ETIMEDOUT", "ESOCKET", "EDNS", "ETLS", "EAUTH"]);

/** A 5xx on the recipient or the message is final (RFC 5321); one on signing in is the operator's to mend. */
function understand(error: unknown): unknown {
  const { responseCode, code = "" } = error as { responseCode?: number; code?: string };
  const isOfMail = code === "EENVELOPE" || code === "EMESSAGE";
  if (isOfMail && responseCode !== undefined && responseCode >= 500) {
    return new MailRefused(responseCode);
  }
  return AWAY.has(code) ? new MailAway("The server for mail takes none.", { cause: error }) : error;
}
