import { setTimeout as delay } from "node:timers/promises";
import { getJob, longText, upload } from "../../product/teach.ts";
import { percentile } from "../percentile.ts";
import type { Fleet } from "./open-fleet.ts";

const SENTENCES = 20_000;

/** LD9: from the death of a worker to the end of the job that it held, at the one that stayed. */
export async function measureDeadWorkers(fleet: Fleet, kills: number): Promise<string> {
  const seconds: number[] = [];
  while (seconds.length < kills) seconds.push(await killOne(fleet));
  const [half, most] = [50, 95].map((p) => percentile(seconds, p).toFixed(1));
  return `killed ${kills} times in mid-job · done by another one after p50 ${half}, p95 ${most} s`;
}

async function killOne({ twin, works, start }: Fleet): Promise<number> {
  const [holder, other] = works;
  // Held still for the moment in which the job is taken, so that it is known who has it.
  other!.kill("SIGSTOP");
  const source = await upload(twin.owner, twin.id, longText(crypto.randomUUID(), SENTENCES));
  const job = () => getJob(twin.owner, source);
  while ((await job()).status === "queued") await delay(5);
  holder!.kill("SIGKILL");
  const killedMs = performance.now();
  other!.kill("SIGCONT");
  for (let { status } = await job(); status !== "succeeded"; { status } = await job()) {
    if (status === "failed") throw new Error("the job of a dead worker failed");
    await delay(50);
  }
  const seconds = (performance.now() - killedMs) / 1_000;
  works.splice(0, 2, other!, await start("work"));
  return seconds;
}
