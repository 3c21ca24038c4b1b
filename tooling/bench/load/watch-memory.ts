import type { ProductProcess } from "../../product/start-process.ts";
import { processUse } from "../stream/process-use.ts";

const LOOK_EVERY_MS = 250;

/** How much more these processes hold at most, together, than when the watch began. */
export function watchMemory(processes: readonly ProductProcess[]): { stop(): number } {
  const held = () => processes.reduce((sum, { pid }) => sum + processUse(pid).residentBytes, 0);
  const before = held();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, held());
  }, LOOK_EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      return most - before;
    },
  };
}
