import type { createShares } from "./create-shares.ts";
import type { Delivery } from "./queue-name.ts";

/** What was fetched ahead, in its order. */
export function createHeld(shares: ReturnType<typeof createShares>) {
  let held: Delivery[] = [];
  return {
    add: (more: readonly Delivery[]) => void held.push(...more),
    /** As many as there are slots for and as the shares of their tenants leave room for. */
    take(slots: number): Delivery[] {
      const fitting: Delivery[] = [];
      held = held.filter((delivery) => {
        if (fitting.length === slots || shares.isFull(delivery.data)) return true;
        shares.take(delivery.data);
        fitting.push(delivery);
        return false;
      });
      for (const { data } of fitting) shares.give(data);
      return fitting;
    },
    drop(): Delivery[] {
      const dropped = held;
      held = [];
      return dropped;
    },
  };
}
