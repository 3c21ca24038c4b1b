import type { JobContext } from "./job.ts";
import { TurnOver } from "./job.ts";
import { type Mail, MailAway, type SendMail } from "./mail.ts";

const LOOK_AGAIN_SECONDS = 900;

/**
 * Sends while the server for mail is there. While it is away the job waits in the queue, where it can be seen,
 * for as long as that takes: giving up would lose what nobody has refused.
 */
export function awaitMail(ctx: JobContext, send: SendMail): SendMail {
  return async (mail: Mail) => {
    try {
      await send(mail);
    } catch (error) {
      if (!(error instanceof MailAway)) throw error;
      ctx.log.warn({ err: error }, "the server for mail is away");
      await ctx.note(
        "warn",
        "The server for mail does not answer. Nothing is lost: it is tried again in a quarter of an hour.",
      );
      throw new TurnOver("the server for mail is away", LOOK_AGAIN_SECONDS);
    }
  };
}
