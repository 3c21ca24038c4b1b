import type { Database } from "@understudy/db/client";
import { z } from "zod";
import type { Change } from "./context.ts";
import { DomainError } from "./domain-error.ts";

const Notification = z.object({
  tenantId: z.uuid(),
  kind: z.enum(["job", "source"]),
  id: z.uuid(),
});

/**
 * The tenant's changes as the database announces them, coalesced by subject while the reader is busy.
 * Ends as unavailable when some may have been missed: who watches then looks at everything anew.
 */
export async function* watchChanges(
  db: Database,
  tenantId: string,
  until: AbortSignal,
): AsyncIterable<Change> {
  const waiting = new Map<string, Change>();
  let wake = () => {};
  let missed = false;
  const onGap = () => {
    missed = true;
    wake();
  };
  const stop = await db.listen(
    "understudy_changes",
    (payload) => {
      const change = Notification.safeParse(JSON.parse(payload));
      if (!change.success || change.data.tenantId !== tenantId) return;
      waiting.set(change.data.id, { kind: change.data.kind, id: change.data.id });
      wake();
    },
    onGap,
  );
  until.addEventListener("abort", () => wake(), { once: true });
  try {
    while (!until.aborted) {
      if (missed) throw new DomainError("unavailable", "database.unavailable", "Watch again soon.");
      const [change] = waiting.values();
      if (change) {
        waiting.delete(change.id);
        yield change;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (until.aborted || missed) resolve();
        });
      }
    }
  } finally {
    await stop();
  }
}
