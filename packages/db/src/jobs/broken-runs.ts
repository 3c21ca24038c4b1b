import type { Database } from "../database.ts";
import { requeueBrokenRuns } from "./requeue-lost-jobs.ts";

export interface BrokenRuns {
  note(jobId: string): void;
  /** Gives back what was noted; it stays noted while that fails. */
  giveBack(): Promise<void>;
}

/** The runs of this process that broke without their end being written down, as in an outage. */
export function createBrokenRuns(db: Database): BrokenRuns {
  const brokeAtMs = new Map<string, number>();
  return {
    note: (jobId) => void brokeAtMs.set(jobId, performance.now()),
    async giveBack() {
      if (brokeAtMs.size === 0) return;
      const taken = [...brokeAtMs];
      const nowMs = performance.now();
      await requeueBrokenRuns(
        db,
        taken.map(([jobId, atMs]) => ({ jobId, secondsAgo: (nowMs - atMs) / 1_000 })),
      );
      for (const [jobId, atMs] of taken) {
        if (brokeAtMs.get(jobId) === atMs) brokeAtMs.delete(jobId);
      }
    },
  };
}
