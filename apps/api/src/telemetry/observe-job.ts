import type { AroundJob } from "@understudy/core/job/start-worker";
import type { Telemetry } from "./telemetry.ts";

/** Each attempt is a span under the request that asked for the job. */
export function observeJobs({ isOn, traces, meters }: Telemetry): AroundJob | undefined {
  if (!isOn) return undefined;
  return async (job, run) => {
    const startedAt = performance.now();
    const span = traces.open({
      name: `job ${job.kind}`,
      kind: "consumer",
      correlationId: job.correlationId ?? job.id,
      isRoot: job.correlationId === null,
      attributes: {
        "understudy.job.id": job.id,
        "understudy.job.kind": job.kind,
        "understudy.job.attempt": job.attempt,
        "understudy.tenant.id": job.tenantId,
      },
    });
    let outcome = "broken";
    try {
      outcome = await span.run(run);
      return outcome as Awaited<ReturnType<typeof run>>;
    } finally {
      span.set({ "understudy.job.outcome": outcome });
      if (outcome === "broken") span.fail("job.broken");
      span.end();
      meters.job({ kind: job.kind, outcome, seconds: (performance.now() - startedAt) / 1_000 });
    }
  };
}
