import { MailRefused, type SendMail } from "@understudy/core/kernel/mail";
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
      throw asRefused(error);
    }
  };
}

/** RFC 8058: the mail program's own button, which posts. */
function stopHeaders(url: string): Record<string, string> {
  return { "List-Unsubscribe": `<${url}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

/** A 5xx on the recipient or the message is final (RFC 5321); one on signing in is the operator's to mend. */
function asRefused(error: unknown): unknown {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  const isOfMail = code === "EENVELOPE" || code === "EMESSAGE";
  return isOfMail && responseCode !== undefined && responseCode >= 500
    ? new MailRefused(responseCode)
    : error;
}
