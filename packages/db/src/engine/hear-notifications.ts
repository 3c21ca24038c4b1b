import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";

const HEARD_WITHIN_MS = 1_000;

/**
 * Whether what is sent arrives. A pooler that hands sessions around accepts LISTEN and delivers
 * nothing, so the only way to know is to try.
 */
export async function hearsNotifications(sql: Sql): Promise<boolean> {
  const channel = `understudy_probe_${randomUUID()}`;
  const heard = Promise.withResolvers<boolean>();
  const { unlisten } = await sql.listen(channel, () => heard.resolve(true));
  const timer = setTimeout(() => heard.resolve(false), HEARD_WITHIN_MS);
  try {
    await sql.notify(channel, "");
    return await heard.promise;
  } finally {
    clearTimeout(timer);
    await unlisten();
  }
}
