import type { Ports } from "@understudy/core/kernel/ports";
import { forgetPolicies } from "@understudy/core/policy/current-policies";
import type { Database } from "@understudy/db/client";

/** What is erased by any process leaves the memory of this one. Gives the way to stop. */
export function forgetErased(
  db: Database,
  { indexes }: Pick<Ports, "indexes">,
): Promise<() => Promise<void>> {
  return db.listen("understudy_erased", (twinId) => {
    indexes.forget(twinId);
    forgetPolicies();
  });
}
