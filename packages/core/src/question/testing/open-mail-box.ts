import { type Mail, MailAway, MailRefused, type SendMail } from "../../kernel/mail.ts";

/** Takes mail for everybody but `nobody@…`, and none while it is away. */
export function openMailBox() {
  const box = { mails: [] as Mail[], isAway: false };
  const send: SendMail = async (mail) => {
    if (box.isAway) throw new MailAway();
    if (mail.to.startsWith("nobody")) throw new MailRefused(550);
    box.mails.push(mail);
  };
  return Object.assign(box, { send });
}
