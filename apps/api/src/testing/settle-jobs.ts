import { setTimeout as delay } from "node:timers/promises";
import { hastenJobs } from "@understudy/db/testing/hasten-jobs";
import type { TestApp } from "./start-test-app.ts";

/** Runs what the program has put off for some seconds, so that it changes nothing by itself afterwards. */
export async function settleJobs({ resources }: TestApp): Promise<void> {
  while (await hastenJobs(resources.db)) await delay(20);
}
