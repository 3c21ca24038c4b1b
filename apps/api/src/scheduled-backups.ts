import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Log } from "@understudy/core/kernel/context";

const NAME = /^understudy-[0-9TZ-]+\.backup\.gz$/;
const LOOK_EVERY_MS = 60_000;

export interface BackupSchedule {
  folder: string;
  everyHours: number;
  /** So many of the newest stay. */
  keep: number;
  log: Log;
  make(path: string): Promise<void>;
}

/** Makes a backup whenever the newest in the folder is too old; gives the way to stop. */
export function startBackups(schedule: BackupSchedule): () => Promise<void> {
  let running = Promise.resolve();
  const look = () => {
    running = running.then(() => backUpWhenDue(schedule));
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  look();
  return () => {
    clearInterval(timer);
    return running;
  };
}

/** One that fails is told in the log and tried again at the next look; it leaves no half of a file. */
export async function backUpWhenDue(
  { folder, everyHours, keep, log, make }: BackupSchedule,
  nowMs = Date.now(),
): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const newest = (await listBackups(folder)).at(-1);
    const ageMs = newest ? nowMs - (await stat(join(folder, newest))).mtimeMs : Infinity;
    if (ageMs < everyHours * 3_600_000) return;
    const moment = new Date(nowMs).toISOString().slice(0, 19).replaceAll(":", "-");
    const path = join(folder, `understudy-${moment}Z.backup.gz`);
    await make(path);
    log.info({ path }, "a backup was made");
    const old = (await listBackups(folder)).slice(0, -keep);
    await Promise.all(old.map((name) => rm(join(folder, name), { force: true })));
  } catch (error) {
    log.error({ err: error, folder }, "a backup failed");
  }
}

/** The oldest first: their names hold the moment. */
async function listBackups(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => NAME.test(name)).toSorted();
}
