import { listReaders, saveNoticePreferences } from "@understudy/db/queries/notice-mails";
import type { TenantTx } from "@understudy/db/scope";
import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { notFound } from "../kernel/domain-error.ts";
import { accountOf, useCase } from "../kernel/use-case.ts";
import { NoticePreferences, SetNoticePreferencesInput } from "./contract.ts";
import { wantedKinds } from "./wanted-kinds.ts";

/** What whoever asks hears of by mail, in the workspace they act in. */
export const getNoticePreferences = useCase({
  permission: "account.own",
  input: z.object({}),
  output: NoticePreferences,
  run: (ctx) => {
    const { userId } = accountOf(ctx);
    return ctx.transaction((tx) => readPreferences(ctx, tx, userId));
  },
});

export const setNoticePreferences = useCase({
  permission: "account.own",
  input: SetNoticePreferencesInput,
  output: NoticePreferences,
  run: (ctx, { kinds, resume }) => {
    const { userId } = accountOf(ctx);
    return ctx.transaction(async (tx) => {
      await saveNoticePreferences(tx, { userId, kinds, isAgain: resume });
      const subject = { subjectKind: "user", subjectId: userId };
      await ctx.audit(tx, { action: "notice.setPreferences", ...subject, details: { ...kinds } });
      return readPreferences(ctx, tx, userId);
    });
  },
});

async function readPreferences(
  ctx: Context,
  tx: TenantTx,
  userId: string,
): Promise<NoticePreferences> {
  const [reader] = await listReaders(tx, userId);
  if (!reader) throw notFound("member");
  const { email, stoppedAt, refusal } = reader;
  return {
    email,
    kinds: wantedKinds(reader),
    isMailOn: ctx.ports.mail !== null,
    stopped: stoppedAt && { at: stoppedAt.toISOString(), refusal: refusal ?? "" },
  };
}
