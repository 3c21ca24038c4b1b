import { and, desc, eq, gt, inArray, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { AuthTx } from "../scope.ts";
import { verifications } from "../tables/users.ts";

const ONE_A_MINUTE = sql`now() - interval '1 minute'`;

/**
 * Leaves an account one way to a new password: the newest, or the one of a moment ago, so that whoever
 * asks again and again neither fills a mailbox nor takes the way from who has it. True: the newest.
 */
export async function keepOneReset(tx: AuthTx, userId: string): Promise<boolean> {
  const [newest, ...older] = await on(tx)
    .select({ id: verifications.id, createdAt: verifications.createdAt })
    .from(verifications)
    .where(eq(verifications.value, userId))
    .orderBy(desc(verifications.createdAt), desc(verifications.id));
  const [before] = older;
  if (!newest || !before) return true;
  const recent = await on(tx)
    .select({ id: verifications.id })
    .from(verifications)
    .where(and(eq(verifications.id, before.id), gt(verifications.createdAt, ONE_A_MINUTE)));
  const dropped = recent.length > 0 ? [newest] : older;
  await on(tx)
    .delete(verifications)
    .where(
      inArray(
        verifications.id,
        dropped.map(({ id }) => id),
      ),
    );
  return recent.length === 0;
}
