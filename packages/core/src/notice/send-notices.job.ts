import {
  hasJustMailed,
  insertNoticeMails,
  listReaders,
  listWaitingMails,
  type Reader,
  settleNoticeMail,
} from "@understudy/db/queries/notice-mails";
import { planDigest, planNotices } from "@understudy/db/queries/notices";
import type { TenantTx } from "@understudy/db/scope";
import { awaitMail } from "../kernel/await-mail.ts";
import { defineJob, type JobContext } from "../kernel/job.ts";
import { MailRefused, type SendMail } from "../kernel/mail.ts";
import type { NoticeKind } from "./contract.ts";
import { gatherNews, type News } from "./gather-news.ts";
import { noticeDeclaration } from "./notice-declaration.ts";
import { sealStop } from "./stop-token.ts";
import { wantedKinds } from "./wanted-kinds.ts";
import { writeMail } from "./write-mail.ts";

const STOP_AFTER_REFUSALS = 3;

/**
 * Mails what waits of a kind to every member who wants to hear of it: one mail each, written down before it is
 * sent and settled at once, so that another attempt goes on with the rest. Sent again after a crash it is the
 * same mail by its id. A server that refuses an address is believed, and after a few times left in peace.
 */
export const sendNotices = defineJob({
  ...noticeDeclaration,
  run: async (ctx, { kind }) => {
    const news = await ctx.fenced((tx) => prepare(ctx, tx, kind));
    if (!news) return ctx.note("info", "There is nothing to tell now.");
    const { mail } = ctx.ports;
    if (!mail) return ctx.note("info", "There is no server for mail: nothing was sent.");
    await ctx.conclude(await sendAll(ctx, awaitMail(ctx, mail), { kind, news }));
  },
  gaveUp: async (tx, { kind }) => {
    if (kind === "digest") await planDigest(tx);
  },
});

/** Null: nothing waits, or a mail of this kind went out within the hour; then another job is to tell it. */
async function prepare(ctx: JobContext, tx: TenantTx, kind: NoticeKind): Promise<News | null> {
  const batchId = ctx.jobId;
  if (kind === "digest") await planDigest(tx);
  else if (await hasJustMailed(tx, { kind, batchId })) {
    await planNotices(tx, { kind, twinId: null });
    return null;
  }
  const news = await gatherNews(tx, { kind, batchId, appUrl: ctx.ports.appUrl });
  if (!news || !ctx.ports.mail) return news;
  const readers = (await listReaders(tx)).filter((reader) => wants(reader, kind));
  await insertNoticeMails(tx, { kind, batchId, userIds: readers.map(({ userId }) => userId) });
  return news;
}

function wants(reader: Reader, kind: NoticeKind): boolean {
  return reader.stoppedAt === null && wantedKinds(reader)[kind];
}

async function sendAll(
  ctx: JobContext,
  mail: SendMail,
  { kind, news }: { kind: NoticeKind; news: News },
) {
  const counts = { sent: 0, refused: 0, unwanted: 0 };
  const { waiting, readers } = await ctx.transaction(async (tx) => ({
    waiting: await listWaitingMails(tx, ctx.jobId),
    readers: await listReaders(tx),
  }));
  for (const { id, userId } of waiting) {
    ctx.signal.throwIfAborted();
    const reader = readers.find((each) => each.userId === userId);
    if (!reader || !wants(reader, kind)) {
      counts.unwanted += 1;
      continue;
    }
    const refusal = await send(ctx, mail, { id, reader, kind, news });
    counts[refusal === null ? "sent" : "refused"] += 1;
    const settled = { mailId: id, userId, refusal, stopAfter: STOP_AFTER_REFUSALS };
    const isStopped = await ctx.fenced((tx) => settleNoticeMail(tx, settled));
    if (isStopped)
      await ctx.note("warn", "Mails to a member were refused too often; no more are sent.");
  }
  return counts;
}

/** What the receiving server said when it refused for good. */
async function send(
  { ports, actor: { tenantId } }: JobContext,
  mail: SendMail,
  { id, reader, kind, news }: { id: string; reader: Reader; kind: NoticeKind; news: News },
): Promise<string | null> {
  const token = sealStop(ports.vault, { tenantId, userId: reader.userId, kind });
  const stopUrl = `${ports.appUrl}/no-more-notices/${token}`;
  try {
    await mail({
      ...writeMail(news, { appUrl: ports.appUrl, stopUrl }),
      to: reader.email,
      stopUrl,
      id,
    });
    return null;
  } catch (error) {
    if (error instanceof MailRefused) return String(error.code);
    throw error;
  }
}
