import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { backUpWhenDue } from "./scheduled-backups.ts";

const HOUR_MS = 3_600_000;
const START_MS = Date.parse("2026-01-01T00:00:00Z");
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "understudy-backups-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function scheduleOf(make: (path: string) => Promise<void>) {
  const log = { info: vi.fn(), error: vi.fn(), debug: vi.fn(), warn: vi.fn(), child: () => log };
  return { folder, everyHours: 24, keep: 2, log, make };
}

test("makes one when the newest is a day old, and keeps the newest two", async () => {
  let nowMs = START_MS;
  const schedule = scheduleOf(async (path) => {
    await writeFile(path, "");
    await utimes(path, nowMs / 1_000, nowMs / 1_000);
  });
  const made = async () => {
    await backUpWhenDue(schedule, nowMs);
    return readdir(folder);
  };
  await writeFile(join(folder, "mine.txt"), "");
  expect(await made()).toHaveLength(2);
  nowMs += 23 * HOUR_MS;
  expect(await made()).toHaveLength(2);
  for (let day = 1; day <= 3; day++) {
    nowMs = START_MS + day * 24 * HOUR_MS;
    await made();
  }
  expect((await readdir(folder)).toSorted()).toEqual([
    "mine.txt",
    "understudy-2026-01-03T00-00-00Z.backup.gz",
    "understudy-2026-01-04T00-00-00Z.backup.gz",
  ]);
});

test("one that fails removes none, and is told", async () => {
  const schedule = scheduleOf(() => Promise.reject(new Error("the disk is full")));
  const kept = "understudy-2025-01-01T00-00-00Z.backup.gz";
  await writeFile(join(folder, kept), "");
  await utimes(join(folder, kept), 0, 0);
  await backUpWhenDue(schedule, START_MS);
  expect(await readdir(folder)).toEqual([kept]);
  expect(schedule.log.error).toHaveBeenCalledOnce();
});
