import { sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import { newId } from "../new-id.ts";
import type { TenantTx } from "../scope.ts";

const ATTEMPTS = 3;
/** Changes come in crowds: one run looks at all that came within this time. */
const WAIT_SECONDS = 60;

/**
 * Joins a change of what a twin knows: what was published of it is tested again soon, if there are
 * tests, and unless that waits already.
 */
export async function planRetest(tx: TenantTx, twinId: string): Promise<void> {
  await on(tx).execute(sql`
    insert into jobs (id, tenant_id, twin_id, subject_id, kind, status, payload, max_attempts, due_at)
    select ${newId()}::uuid, tenant_id, id, id, 'quality_run', 'queued',
      jsonb_build_object('twinId', id), ${ATTEMPTS}, now() + make_interval(secs => ${WAIT_SECONDS})
    from twins
    where id = ${twinId} and current_release_id is not null
      and exists (select from quality_tests where twin_id = twins.id)
      and not exists (
        select from jobs where subject_id = twins.id and kind = 'quality_run' and status = 'queued')`);
}
