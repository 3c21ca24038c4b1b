import { setTimeout as delay } from "node:timers/promises";
import { getJob, longText, upload } from "../../product/teach.ts";
import { percentile } from "../percentile.ts";
import { Refused } from "../stream/read-stream.ts";
import type { Fleet } from "./open-fleet.ts";

/** LD9: from the death of a worker to the end of the job that it held, at another one. */
export async function measureDeadWorkers(fleet: Fleet, kills: number): Promise<string> {
  const { twin, works } = fleet;
  const seconds: number[] = [];
  for (let kill = 0; kill < kills; kill++) {
    const source = await upload(twin.owner, twin.id, longText(`storm ${kill}`, 20_000));
    const job = () => getJob(twin.owner, source);
    while ((await job()).status === "queued") await delay(5);
    for (const work of works) work.kill("SIGKILL");
    const killedMs = performance.now();
    works.splice(0, works.length, await fleet.start("work"), await fleet.start("work"));
    while ((await job()).status !== "succeeded") await delay(50);
    seconds.push((performance.now() - killedMs) / 1_000);
  }
  const [half, most] = [50, 95].map((p) => percentile(seconds, p).toFixed(1));
  return `workers killed ${kills} times in mid-job · done again p50 ${half} · p95 ${most} s, their start included`;
}

/** LD10: one that serves is told to stop while it is asked, and another one started. */
export async function measureLeaving(fleet: Fleet): Promise<string> {
  const [leaving, staying] = fleet.serves;
  await fleet.model.setPace({ firstTokenMs: 100, everyMs: 5 });
  const ids = await fleet.twin.prepare(400);
  let isLeaving = false;
  let broken = 0;
  let answered = 0;
  const worker = async () => {
    for (let id = ids.pop(); id !== undefined && !isLeaving; id = ids.pop()) {
      await fleet.twin.ask(id, leaving!.url).then(
        () => {
          answered += 1;
        },
        (error: unknown) => {
          if (!(error instanceof Refused)) broken += 1;
        },
      );
    }
  };
  const workers = Promise.all(Array.from({ length: 8 }, worker));
  await delay(1_000);
  const toldMs = performance.now();
  leaving!.kill("SIGTERM");
  isLeaving = true;
  await Promise.all([workers, leaving!.ended]);
  const drainSeconds = (performance.now() - toldMs) / 1_000;
  const startedMs = performance.now();
  fleet.serves.splice(0, 2, await fleet.start("serve"), staying!);
  const startSeconds = (performance.now() - startedMs) / 1_000;
  return [
    `told to stop while 8 ask: gone after ${drainSeconds.toFixed(1)} s`,
    `${broken} of ${answered + broken} answers broken`,
    `another one ready after ${startSeconds.toFixed(1)} s`,
  ].join(" · ");
}
