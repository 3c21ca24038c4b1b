import type { Fleet } from "./open-fleet.ts";
import { tryAsk } from "./try-ask.ts";

const ASKED = 200;
const AT_ONCE = 8;

/** Code that was never run, and statements that were never planned, are no part of what is measured. */
export async function warmUp(fleet: Fleet): Promise<void> {
  await fleet.model.setPace({ firstTokenMs: 0, everyMs: 0 });
  const ids = await fleet.twin.prepare(ASKED);
  const ask = async (_: unknown, at: number) => {
    for (let id = ids.pop(); id !== undefined; id = ids.pop()) await tryAsk(fleet, id, at);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
}
