import type { SendMail } from "@understudy/core/kernel/mail";
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
  return async ({ to, subject, text }) => {
    await transport.sendMail({ from, to: { name: "", address: to }, subject, text });
  };
}
