import { z } from "zod";
import { notFound } from "../kernel/domain-error.ts";
import { accountOf, useCase } from "../kernel/use-case.ts";
import { AccountSession, SessionRef } from "./contract.ts";

/** Where the account of the one who asks is signed in now, the newest first. */
export const listAccountSessions = useCase({
  permission: "account.own",
  input: z.object({}),
  output: z.object({ items: z.array(AccountSession), nextCursor: z.null() }),
  run: async (ctx) => {
    const { userId, sessionId } = accountOf(ctx);
    const rows = await ctx.accounts.listSessions(userId);
    const items = rows.map(({ createdAt, ...row }) => {
      return { ...row, isCurrent: row.id === sessionId, createdAt: createdAt.toISOString() };
    });
    return { items, nextCursor: null };
  },
});

/** Signed out with the next request. */
export const revokeAccountSession = useCase({
  permission: "account.own",
  input: SessionRef,
  output: z.object({ id: z.uuid() }),
  run: async (ctx, { sessionId }) => {
    const { userId } = accountOf(ctx);
    if (!(await ctx.accounts.endSession({ userId, sessionId }))) throw notFound("session");
    const subject = { subjectKind: "session", subjectId: sessionId };
    await ctx.transaction((tx) => ctx.audit(tx, { action: "account.revokeSession", ...subject }));
    return { id: sessionId };
  },
});
