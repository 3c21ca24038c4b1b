import {
  awaitFailedNotices,
  failWaitingNotices,
  listWaitingNotices,
  type NoticeSubject,
  settleNotice,
  type WaitingNotice,
} from "@understudy/db/queries/visitor-notices";
import { awaitMail } from "../kernel/await-mail.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { defineJob, type JobContext } from "../kernel/job.ts";
import { MailRefused, type SendMail } from "../kernel/mail.ts";
import { followUp } from "./plan-follow-up.ts";
import { writeFollowUp } from "./write-follow-up.ts";

const AT_ONCE = 20;

/**
 * Mails an answer to those who asked, each once: what was sent is written down at once, so that a second
 * attempt goes on with the rest. A server that refuses an address is believed; one that is away is waited for.
 */
export const sendFollowUp = defineJob<NoticeSubject>({
  ...followUp,
  run: async (ctx, subject) => {
    if (!ctx.ports.mail) {
      throw new DomainError("unavailable", "mail.off", "There is no server for mail.");
    }
    const mail = awaitMail(ctx, ctx.ports.mail);
    const counts = { sent: 0, failed: 0, unwanted: 0 };
    for (;;) {
      ctx.signal.throwIfAborted();
      const waiting = await ctx.transaction((tx) => listWaitingNotices(tx, subject, AT_ONCE));
      if (waiting.length === 0) break;
      for (const notice of waiting) {
        const settled = await send(ctx, mail, notice);
        await ctx.fenced((tx) => settleNotice(tx, { noticeId: notice.id, ...settled }));
        counts[settled.status] += 1;
      }
    }
    await ctx.conclude(counts);
  },
  gaveUp: (tx, subject, { reason }) => failWaitingNotices(tx, subject, reason),
  retried: (tx, subject) => awaitFailedNotices(tx, subject),
});

interface Settled {
  status: "sent" | "failed" | "unwanted";
  failure: string | null;
}

/** As it stands when its turn comes: who has withdrawn, was blocked or wants no more mail gets none. */
async function send(ctx: JobContext, mail: SendMail, notice: WaitingNotice): Promise<Settled> {
  const { email, answer, question } = notice;
  if (notice.isUnwanted || !notice.canBeTold || email === null) {
    return { status: "unwanted", failure: null };
  }
  if (answer === null || question === null) return { status: "failed", failure: "answer.gone" };
  try {
    await mail(writeFollowUp(ctx, { ...notice, email, answer, question }));
    return { status: "sent", failure: null };
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    ctx.log.warn({ noticeId: notice.id, code: error.code }, "a mail was refused");
    return { status: "failed", failure: "mail.refused" };
  }
}
